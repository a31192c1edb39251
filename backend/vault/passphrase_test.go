package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// typist answers questions in turn and records them.
type typist struct {
	answers []string
	asked   []string
}

func (p *typist) ask(question string) (string, error) {
	p.asked = append(p.asked, question)
	if len(p.answers) == 0 {
		return "", errors.New("end of input")
	}
	answer := p.answers[0]
	p.answers = p.answers[1:]
	return answer, nil
}

func TestPassphraseByHand(t *testing.T) {
	t.Setenv(EnvPassphrase, "")
	home := t.TempDir()

	writer := &typist{answers: []string{"open sesame", "open sesame"}}
	v := openWith(home, nil, writer.ask)
	require.NoError(t, v.Set("a", "1"))
	require.NoError(t, v.Set("b", "2"))
	require.Equal(t, []string{questionChoose, questionRepeat}, writer.asked, "asked once a process")

	reader := &typist{answers: []string{"open sesam", "open sesame"}}
	v = openWith(home, nil, reader.ask)
	for name, want := range map[string]string{"a": "1", "b": "2"} {
		got, err := v.Get(name)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	require.Equal(t, []string{questionUnlock, questionAgain}, reader.asked)
}

func TestPassphraseUnavailable(t *testing.T) {
	cases := []struct {
		name    string
		answers []string
		says    string
	}{
		{"end of input", nil, EnvPassphrase},
		{"nothing typed", []string{""}, EnvPassphrase},
		{"wrong three times", []string{"x", "y", "z", "sesame"}, "does not open"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			t.Setenv(EnvPassphrase, "sesame")
			require.NoError(t, openWith(home, nil, nil).Set("a", "1"))
			before, err := os.ReadFile(filepath.Join(home, "keystore.age"))
			require.NoError(t, err)

			t.Setenv(EnvPassphrase, "")
			v := openWith(home, nil, (&typist{answers: c.answers}).ask)
			_, err = v.Get("a")
			require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
			require.Contains(t, galley.MessageOf(err), c.says)

			after, err := os.ReadFile(filepath.Join(home, "keystore.age"))
			require.NoError(t, err)
			require.Equal(t, before, after)
		})
	}
}

func TestPassphraseWithoutTerminal(t *testing.T) {
	home := t.TempDir()
	t.Setenv(EnvPassphrase, "")
	err := openWith(home, nil, nil).Set("a", "1")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), EnvPassphrase)

	t.Setenv(EnvPassphrase, "sesame") // the next try works
	require.NoError(t, openWith(home, nil, nil).Set("a", "1"))
	t.Setenv(EnvPassphrase, "")
	_, err = openWith(home, nil, nil).Get("a")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), EnvPassphrase)
}

func TestWrongPassphraseInTheEnvironment(t *testing.T) {
	home := t.TempDir()
	t.Setenv(EnvPassphrase, "sesame")
	require.NoError(t, openWith(home, nil, nil).Set("a", "1"))

	t.Setenv(EnvPassphrase, "open barley")
	v := openWith(home, nil, nil)
	_, err := v.Get("a")
	for _, err := range []error{err, v.Set("b", "2"), v.Delete("a")} {
		require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
		require.Contains(t, galley.MessageOf(err), EnvPassphrase)
		require.NotContains(t, err.Error(), "barley")
	}

	t.Setenv(EnvPassphrase, "sesame")
	got, err := v.Get("a")
	require.NoError(t, err)
	require.Equal(t, "1", got)
}

func TestRefusesMismatchedPassphrases(t *testing.T) {
	t.Setenv(EnvPassphrase, "")
	home := t.TempDir()
	err := openWith(home, nil, (&typist{answers: []string{"open sesame", "open sesamy"}}).ask).Set("a", "1")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	require.NoFileExists(t, filepath.Join(home, "keystore.age"))
	require.NoFileExists(t, filepath.Join(home, "keystore.json"))
}

func TestShortPassphrasesCreateNoKeyStore(t *testing.T) {
	for passphrase, kept := range map[string]bool{"x": false, "xy": false, "quoin": true} {
		t.Setenv(EnvPassphrase, passphrase)
		home := t.TempDir()
		err := openWith(home, nil, nil).Set("token", "secret")
		if kept {
			require.NoError(t, err)
			continue
		}
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), passphrase)
		require.NoFileExists(t, filepath.Join(home, "keystore.age"))
		require.NoFileExists(t, filepath.Join(home, "keystore.json"))
	}
	t.Setenv(EnvPassphrase, "")
	for _, passphrase := range []string{"x", "sevenis", "1234567"} {
		person := typist{answers: []string{passphrase, passphrase}}
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(openWith(t.TempDir(), nil, person.ask).Set("token", "secret")), passphrase)
	}
}

// A key store from before these rules opens, and is saved at the current cost.
func TestOldKeyStoreOpensAndIsSavedAtTodaysCost(t *testing.T) {
	t.Setenv(EnvPassphrase, "x")
	home := t.TempDir()
	data, err := encrypt(contents{Version: 1, Secrets: map[string]string{"old": "secret"}}, "x", 15)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(home, "keystore.age"), data, 0o600))
	v := Open(home, nil)
	secret, err := v.Get("old")
	require.NoError(t, err)
	require.Equal(t, "secret", secret)
	v.reachable = func() bool { return false }
	require.NoError(t, v.Set("new", "secret"))
	data, err = os.ReadFile(filepath.Join(home, "keystore.age"))
	require.NoError(t, err)
	require.Regexp(t, `(?m)^-> scrypt \S+ 17$`, string(data))
	secret, err = Open(home, nil).Get("old")
	require.NoError(t, err)
	require.Equal(t, "secret", secret)
}
