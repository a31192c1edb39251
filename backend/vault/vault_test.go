package vault

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"
	"go.uber.org/goleak"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestKeyringConforms(t *testing.T) {
	t.Setenv(EnvPassphrase, "")
	galleytest.VaultConformance(t, func(t *testing.T) func() galley.Vault {
		keyring.MockInit()
		home := t.TempDir()
		shared := &orderedRing{ring: systemRing{}}
		return func() galley.Vault { return openWith(home, shared, nil) }
	})
}

func TestFileConforms(t *testing.T) {
	t.Setenv(EnvPassphrase, "correct horse")
	galleytest.VaultConformance(t, func(t *testing.T) func() galley.Vault {
		home := t.TempDir()
		return func() galley.Vault { return openWith(home, nil, nil) }
	})
}

// orderedRing serialises calls: go-keyring's mock, unlike a real keyring, is
// one map without a lock.
type orderedRing struct {
	ring
	mu sync.Mutex
}

func (r *orderedRing) Get(service, user string) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ring.Get(service, user)
}

func (r *orderedRing) Set(service, user, secret string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ring.Set(service, user, secret)
}

func (r *orderedRing) Delete(service, user string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ring.Delete(service, user)
}

// openWith opens a home on a machine with the keyring r, or none, and with a
// fast key derivation.
func openWith(home string, r ring, ask Ask) *Vault {
	v := Open(home, ask)
	v.file.cost = 8
	v.ring, v.reachable = r, func() bool { return r != nil }
	return v
}

func TestKeyStoreIsCreatedWithFirstSecret(t *testing.T) {
	t.Setenv(EnvPassphrase, "")
	home := filepath.Join(t.TempDir(), "home")
	v := openWith(home, failingRing{t}, func(string) (string, error) {
		t.Error("asked for a passphrase with nothing to open")
		return "", nil
	})
	_, err := v.Get("shop:1")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	require.NoError(t, v.Delete("shop:1"))
	require.NoDirExists(t, home)
}

// failingRing fails the test that uses it.
type failingRing struct{ t *testing.T }

func (r failingRing) Get(string, string) (string, error) { return "", r.fail() }
func (r failingRing) Set(string, string, string) error   { return r.fail() }
func (r failingRing) Delete(string, string) error        { return r.fail() }
func (r failingRing) fail() error {
	r.t.Error("the keyring was used")
	return errors.New("used")
}

func TestKeyStoreLocationIsChosenOnce(t *testing.T) {
	t.Run("keyring", func(t *testing.T) {
		t.Setenv(EnvPassphrase, "")
		keyring.MockInit()
		home := t.TempDir()
		require.NoError(t, openWith(home, systemRing{}, nil).Set("a", "in the keyring"))
		require.NoFileExists(t, filepath.Join(home, "keystore.age"))

		t.Setenv(EnvPassphrase, "set later") // does not change where things are
		got, err := openWith(home, systemRing{}, nil).Get("a")
		require.NoError(t, err)
		require.Equal(t, "in the keyring", got)

		keyring.MockInitWithError(errors.New("no session"))
		_, err = openWith(home, systemRing{}, nil).Get("a")
		require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
		err = openWith(home, systemRing{}, nil).Set("b", "2")
		require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
		require.NoFileExists(t, filepath.Join(home, "keystore.age"))
	})
	t.Run("file", func(t *testing.T) {
		home := t.TempDir()
		t.Setenv(EnvPassphrase, "pass")
		keyring.MockInitWithError(errors.New("no session"))
		require.NoError(t, openWith(home, systemRing{}, nil).Set("a", "in the file"))

		keyring.MockInit() // a keyring becomes available later
		got, err := openWith(home, systemRing{}, nil).Get("a")
		require.NoError(t, err)
		require.Equal(t, "in the file", got)
	})
	t.Run("two homes share a keyring", func(t *testing.T) {
		t.Setenv(EnvPassphrase, "")
		keyring.MockInit()
		one, two := openWith(t.TempDir(), systemRing{}, nil), openWith(t.TempDir(), systemRing{}, nil)
		require.NoError(t, one.Set("writer:x", "1"))
		require.NoError(t, two.Set("writer:x", "2"))
		require.NoError(t, two.Delete("writer:x"))
		got, err := one.Get("writer:x")
		require.NoError(t, err)
		require.Equal(t, "1", got)
	})
	t.Run("a keyring that forgets is no keyring", func(t *testing.T) {
		t.Setenv(EnvPassphrase, "")
		home := t.TempDir()
		err := openWith(home, forgetfulRing{}, nil).Set("a", "1")
		require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
		require.Contains(t, galley.MessageOf(err), EnvPassphrase)
		require.NoFileExists(t, filepath.Join(home, "keystore.json"))
	})
}

type forgetfulRing struct{}

func (forgetfulRing) Get(string, string) (string, error) { return "", keyring.ErrNotFound }
func (forgetfulRing) Set(string, string, string) error   { return nil }
func (forgetfulRing) Delete(string, string) error        { return keyring.ErrNotFound }

func TestSecretsStayAvailableWithoutPlaceFile(t *testing.T) {
	t.Setenv(EnvPassphrase, "pass")
	home := t.TempDir()
	require.NoError(t, openWith(home, nil, nil).Set("a", "1"))
	require.NoError(t, os.Remove(filepath.Join(home, "keystore.json")))
	got, err := openWith(home, nil, nil).Get("a")
	require.NoError(t, err)
	require.Equal(t, "1", got)
}

func TestDamagedFilesAreLeftAsTheyAre(t *testing.T) {
	for _, name := range []string{"keystore.json", "keystore.age"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(EnvPassphrase, "pass")
			home := t.TempDir()
			require.NoError(t, openWith(home, nil, nil).Set("a", "1"))
			path := filepath.Join(home, name)
			require.NoError(t, os.WriteFile(path, []byte("not what it was"), 0o600))

			v := openWith(home, nil, nil)
			_, err := v.Get("a")
			for _, err := range []error{err, v.Set("b", "2"), v.Delete("a")} {
				require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
				require.Contains(t, galley.MessageOf(err), path)
			}
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, "not what it was", string(data))
		})
	}
}

func TestFileIsEncryptedAndPrivate(t *testing.T) {
	t.Setenv(EnvPassphrase, "pass")
	home := t.TempDir()
	require.NoError(t, openWith(home, nil, nil).Set("shop:one", "shpat_planted"))
	entries, err := os.ReadDir(home)
	require.NoError(t, err)
	for _, entry := range entries {
		info, err := entry.Info()
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), entry.Name())
		data, err := os.ReadFile(filepath.Join(home, entry.Name()))
		require.NoError(t, err)
		for _, planted := range []string{"shpat_planted", "shop:one", "pass"} {
			require.NotContains(t, string(data), planted, entry.Name())
		}
	}
}

func TestDecryptsOnceAProcess(t *testing.T) {
	t.Setenv(EnvPassphrase, "pass")
	home := t.TempDir()
	require.NoError(t, openWith(home, nil, nil).Set("a", "1"))
	v := openWith(home, nil, nil)
	_, err := v.Get("a")
	require.NoError(t, err)
	first := v.file.cachedAt
	for range 100 {
		_, err := v.Get("a")
		require.NoError(t, err)
	}
	require.Same(t, first, v.file.cachedAt, "the file was read again though it is the same")
}

func TestKeyringTimeout(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	r := &ringStore{ring: silentRing{release}, id: "x", patience: 10 * time.Millisecond}
	require.False(t, r.works())
	_, _, err := r.get("a")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
}

type silentRing struct{ release chan struct{} }

func (r silentRing) Get(string, string) (string, error) { <-r.release; return "", nil }
func (r silentRing) Set(string, string, string) error   { <-r.release; return nil }
func (r silentRing) Delete(string, string) error        { <-r.release; return nil }

func TestRefusesSecretTooLongForKeyring(t *testing.T) {
	r := &ringStore{ring: smallRing{}, id: "x", patience: time.Second}
	err := r.set("a", strings.Repeat("x", 2561))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	v := openWith(t.TempDir(), nil, nil)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(v.Set("a", strings.Repeat("x", MaxSecret+1))))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(v.Set(strings.Repeat("x", MaxName+1), "a")))
}

type smallRing struct{ forgetfulRing }

func (smallRing) Set(_, _, secret string) error {
	if len(secret) > 2560 {
		return keyring.ErrSetDataTooBig
	}
	return nil
}

func TestReadOnlyHome(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere")
	}
	t.Setenv(EnvPassphrase, "pass")
	home := t.TempDir()
	require.NoError(t, os.Chmod(home, 0o500))
	err := openWith(home, nil, nil).Set("a", "1")
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
}

func TestReportsHomeThatIsAFile(t *testing.T) {
	t.Setenv(EnvPassphrase, "pass")
	home := filepath.Join(t.TempDir(), "home")
	require.NoError(t, os.WriteFile(home, nil, 0o600))
	err := openWith(home, nil, nil).Set("a", "1")
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
}

const envChild = "GALLEY_VAULT_TEST_CHILD"

// TestManyProcesses runs this test binary several times on one home at once.
func TestManyProcesses(t *testing.T) {
	const processes, each = 3, 5
	t.Setenv(EnvPassphrase, "pass")
	if spec := os.Getenv(envChild); spec != "" {
		home, child, _ := strings.Cut(spec, "|")
		for i := range each {
			require.NoError(t, openWith(home, nil, nil).Set(fmt.Sprint(child, "/", i), child))
		}
		return
	}
	home := t.TempDir()
	var children []*exec.Cmd
	for i := range processes {
		cmd := exec.Command(os.Args[0], "-test.run=^TestManyProcesses$")
		cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s|%d", envChild, home, i))
		require.NoError(t, cmd.Start())
		children = append(children, cmd)
	}
	for _, cmd := range children {
		require.NoError(t, cmd.Wait())
	}
	v := openWith(home, nil, nil)
	for child := range processes {
		for i := range each {
			got, err := v.Get(fmt.Sprint(child, "/", i))
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint(child), got)
		}
	}
}

// BenchmarkSave measures saving one secret, key derivation included.
func BenchmarkSave(b *testing.B) {
	b.Setenv(EnvPassphrase, "pass")
	v := Open(b.TempDir(), nil)
	v.reachable = func() bool { return false }
	for b.Loop() {
		require.NoError(b, v.Set("a", "1"))
	}
}
