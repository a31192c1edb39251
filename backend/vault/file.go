package vault

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"runtime/debug"

	"filippo.io/age"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wholefile"
)

// workFactor is the logarithm of scrypt's cost recommended by OWASP's Password
// Storage Cheat Sheet: N=2^17, r=8, p=1. It takes about 0.4 s and 128 MB at every
// save and at the first read of a process. A file saved with less can be opened
// and is saved with this cost the next time.
const workFactor = 17

// cost is workFactor except in tests.
var cost = workFactor

// SetCost changes scrypt's work factor for files saved from then on. It is for tests that start hundreds
// of processes, before the program starts; the linter forbids it elsewhere.
func SetCost(workFactor int) { cost = workFactor }

// maxWorkFactor limits what a tampered file can make Galley compute: about 1 s.
const maxWorkFactor = 18

// fileStore keeps a home's secrets in one file, encrypted by age with a
// passphrase. Readers need no lock: the file is always replaced as a whole.
type fileStore struct {
	path       string
	ask        Ask
	cost       int    // scrypt's work factor for the next save
	passphrase string // set once it has opened the file

	cached   map[string]string
	cachedAt fs.FileInfo // of the file that cached was read from
}

// contents is the decrypted file.
type contents struct {
	Version int               `json:"version"`
	Secrets map[string]string `json:"secrets"`
}

func (f *fileStore) get(name string) (string, bool, error) {
	secrets, err := f.read()
	if err != nil {
		return "", false, err
	}
	secret, found := secrets[name]
	return secret, found, nil
}

func (f *fileStore) set(name, secret string) error {
	return f.change(func(secrets map[string]string) { secrets[name] = secret })
}

func (f *fileStore) delete(name string) error {
	secrets, err := f.read()
	if _, found := secrets[name]; err != nil || !found {
		return err
	}
	return f.change(func(secrets map[string]string) { delete(secrets, name) })
}

// prepare makes sure that a passphrase is available before the home is bound to
// the file.
func (f *fileStore) prepare() error {
	if f.passphrase != "" {
		return nil
	}
	passphrase, err := f.choose()
	if err != nil {
		return err
	}
	f.passphrase = passphrase
	return nil
}

func (f *fileStore) change(edit func(map[string]string)) error {
	old, err := f.read()
	if err != nil {
		return err
	}
	if err := f.prepare(); err != nil {
		return err
	}
	secrets := make(map[string]string, len(old)+1)
	maps.Copy(secrets, old)
	edit(secrets)
	data, err := encrypt(contents{Version: 1, Secrets: secrets}, f.passphrase, f.cost)
	debug.FreeOSMemory() // what scrypt took: kept, it would let everything that follows grow to twice as much
	if err != nil {
		return galley.WrapError(err, galley.CodeInternal, messages.KeyStoreNotEncrypted)
	}
	if err := writeFile(f.path, data); err != nil {
		return err
	}
	f.remember(secrets)
	return nil
}

// read returns the contents of the file, from memory while the file is
// unchanged. No file means no secrets and no question for a passphrase.
func (f *fileStore) read() (map[string]string, error) {
	info, err := os.Stat(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, errStorage(err, f.path)
	}
	if f.isCached(info) {
		return f.cached, nil
	}
	data, err := os.ReadFile(f.path)
	if err != nil {
		return nil, errStorage(err, f.path)
	}
	c, err := f.unlock(data)
	debug.FreeOSMemory() // as in change
	if err != nil {
		return nil, err
	}
	// info is older than data if the file was replaced in between: then it
	// differs from the next Stat, and the file is read again.
	f.cached, f.cachedAt = c.Secrets, info
	return f.cached, nil
}

func (f *fileStore) isCached(info fs.FileInfo) bool {
	return f.cachedAt != nil && os.SameFile(info, f.cachedAt) &&
		info.ModTime().Equal(f.cachedAt.ModTime()) && info.Size() == f.cachedAt.Size()
}

func (f *fileStore) remember(secrets map[string]string) {
	info, err := os.Stat(f.path)
	if err != nil {
		f.cached, f.cachedAt = nil, nil // the next read reports the problem
		return
	}
	f.cached, f.cachedAt = secrets, info
}

func encrypt(c contents, passphrase string, cost int) ([]byte, error) {
	plain, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(cost)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, recipient)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// errWrongPassphrase distinguishes a wrong passphrase from a damaged file.
var errWrongPassphrase = errors.New("wrong passphrase")

func decrypt(data []byte, passphrase string) (contents, error) {
	var c contents
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return c, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	r, err := age.Decrypt(bytes.NewReader(data), identity)
	if err != nil {
		if errors.Is(err, age.ErrIncorrectIdentity) {
			return c, errWrongPassphrase
		}
		return c, err
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return c, err
	}
	err = json.Unmarshal(plain, &c)
	return c, err
}

func writeFile(path string, data []byte) error {
	err := wholefile.Replace(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return errStorage(err, path)
	}
	return nil
}
