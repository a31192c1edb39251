// Package vault keeps secrets out of the data file: in the operating system's
// keyring if it works, otherwise in an encrypted file in the home.
//
// The place is chosen once, when the first secret is saved, and recorded in
// keystore.json, so that a secret is always looked up where it was saved. A
// home without secrets never opens a key store and never asks for a passphrase.
package vault

import (
	"os"
	"path/filepath"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// EnvPassphrase is the environment variable that opens the encrypted file
// without asking. If it is set before the first secret is saved, the file is
// used even if there is a keyring: it means that Galley runs where no one can
// unlock one.
const EnvPassphrase = "GALLEY_PASSPHRASE" //nolint:gosec // the name of a variable, not a credential

// The size limits of secrets, in bytes. Some keyrings hold less; a secret they
// do not accept is refused with CodeInvalidInput.
const (
	MaxName   = 512
	MaxSecret = 64 << 10
)

// Ask asks a person a question and returns the passphrase typed in. An empty
// answer means that they gave up.
type Ask func(question string) (string, error)

// Vault is galley.Vault for one home. It is safe for use by many goroutines
// and many processes at once.
type Vault struct {
	home      string
	file      *fileStore
	ring      ring
	reachable func() bool

	mu    sync.Mutex
	store store // nil until decided or read from keystore.json
}

// store is a place for secrets. get reports false for an unknown name; deleting
// one is no error.
type store interface {
	get(name string) (secret string, found bool, err error)
	set(name, secret string) error
	delete(name string) error
}

// Open returns the vault of a home. It touches nothing until the first use. A
// nil ask means that there is no one to ask.
func Open(home string, ask Ask) *Vault {
	return &Vault{
		home:      home,
		file:      &fileStore{path: filepath.Join(home, "keystore.age"), ask: ask, cost: cost},
		ring:      systemRing{},
		reachable: ringReachable,
	}
}

// String names the vault without its contents.
func (v *Vault) String() string { return "key store of " + v.home }

// Get returns the secret of that name, or CodeNotFound.
func (v *Vault) Get(name string) (string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	s, err := v.known()
	if err != nil {
		return "", err
	}
	if s == nil {
		return "", errNotFound(name)
	}
	secret, found, err := s.get(name)
	if err != nil {
		return "", err
	}
	if !found {
		return "", errNotFound(name)
	}
	return secret, nil
}

// Set saves a secret, replacing one of the same name.
func (v *Vault) Set(name, secret string) error {
	if err := validate(name, secret); err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.locked(func() error {
		s, err := v.decided()
		if err != nil {
			return err
		}
		return s.set(name, secret)
	})
}

// Delete removes a secret. An unknown name is no error.
func (v *Vault) Delete(name string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	s, err := v.known()
	if err != nil || s == nil {
		return err
	}
	return v.locked(func() error { return s.delete(name) })
}

func validate(name, secret string) error {
	switch {
	case name == "" || len(name) > MaxName:
		return galley.NewError(galley.CodeInvalidInput, messages.SecretNameInvalid(MaxName))
	case secret == "":
		return galley.NewError(galley.CodeInvalidInput, messages.SecretEmpty)
	case len(secret) > MaxSecret:
		return galley.NewError(galley.CodeInvalidInput, messages.SecretTooLong(MaxSecret))
	}
	return nil
}

func errNotFound(name string) error {
	return galley.NewError(galley.CodeNotFound, messages.NoSuchSecret(name))
}

func errStorage(cause error, path string) error {
	return galley.WrapError(cause, galley.CodeStorage, messages.KeyStoreFailed(path))
}

// makeHome makes the home with mode 0700.
func (v *Vault) makeHome() error {
	if err := os.MkdirAll(v.home, 0o700); err != nil {
		return errStorage(err, v.home)
	}
	return nil
}
