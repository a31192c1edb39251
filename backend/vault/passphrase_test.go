package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// typist answers questions in turn and keeps what was asked.
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

	writer := &typist{answers: []string{"sesame", "sesame"}}
	v := openWith(home, nil, writer.ask)
	require.NoError(t, v.Set("a", "1"))
	require.NoError(t, v.Set("b", "2"))
	require.Equal(t, []string{questionChoose, questionRepeat}, writer.asked, "asked once a process")

	reader := &typist{answers: []string{"sesam", "sesame"}}
	v = openWith(home, nil, reader.ask)
	for name, want := range map[string]string{"a": "1", "b": "2"} {
		got, err := v.Get(name)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	require.Equal(t, []string{questionUnlock, questionAgain}, reader.asked)
}

func TestPassphraseThatCannotBeHad(t *testing.T) {
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

func TestNobodyToAsk(t *testing.T) {
	home := t.TempDir()
	t.Setenv(EnvPassphrase, "")
	err := openWith(home, nil, nil).Set("a", "1")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), EnvPassphrase)

	t.Setenv(EnvPassphrase, "sesame") // and the next try works
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

func TestTwoPassphrasesThatDiffer(t *testing.T) {
	t.Setenv(EnvPassphrase, "")
	home := t.TempDir()
	err := openWith(home, nil, (&typist{answers: []string{"sesame", "sesamy"}}).ask).Set("a", "1")
	require.Equal(t, galley.CodeVaultLocked, galley.CodeOf(err))
	require.NoFileExists(t, filepath.Join(home, "keystore.age"))
	require.NoFileExists(t, filepath.Join(home, "keystore.json"))
}
