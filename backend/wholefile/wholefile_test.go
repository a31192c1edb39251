package wholefile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wholefile"
)

func TestReplacesFileOnlyWithACompleteOne(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "texts.csv")
	require.NoError(t, os.WriteFile(name, []byte("earlier"), 0o600))

	half := func(w io.Writer) error {
		_, err := io.WriteString(w, "half of it")
		require.NoError(t, err)
		return errors.New("the disk is full")
	}
	err := wholefile.Write(name, half)
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
	kept, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "earlier", string(kept))

	require.NoError(t, wholefile.Write(name, func(w io.Writer) error {
		_, err := io.WriteString(w, "whole")
		return err
	}))
	kept, err = os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "whole", string(kept))
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing half written stays")
}

func TestMissingFolder(t *testing.T) {
	err := wholefile.Write(filepath.Join(t.TempDir(), "gone", "texts.csv"), func(io.Writer) error { return nil })
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestSeveralFilesAreReplacedTogetherOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	first, second := filepath.Join(folder, "texts-1.csv"), filepath.Join(folder, "texts-2.csv")
	require.NoError(t, os.WriteFile(first, []byte("earlier"), 0o600))
	says := func(text string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, written := io.WriteString(w, text)
			return errors.Join(written, err)
		}
	}
	err := wholefile.WriteAll([]wholefile.File{{first, says("whole", nil)}, {second, says("half", errors.New("the disk is full"))}})
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
	requireFiles(t, folder, map[string]string{"texts-1.csv": "earlier"})

	require.NoError(t, os.Mkdir(second, 0o700))
	err = wholefile.WriteAll([]wholefile.File{{first, says("whole", nil)}, {second, says("whole", nil)}})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.NoError(t, os.Remove(second))
	requireFiles(t, folder, map[string]string{"texts-1.csv": "earlier"})

	require.NoError(t, wholefile.WriteAll([]wholefile.File{{first, says("one", nil)}, {second, says("two", nil)}}))
	requireFiles(t, folder, map[string]string{"texts-1.csv": "one", "texts-2.csv": "two"})
}

func requireFiles(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	found := map[string]string{}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		require.NoError(t, err)
		found[entry.Name()] = string(text)
	}
	require.Equal(t, want, found)
}

func TestReadOnlyFileIsNotReplaced(t *testing.T) {
	name := filepath.Join(t.TempDir(), "texts.csv")
	require.NoError(t, os.WriteFile(name, []byte("theirs"), 0o400))
	err := wholefile.Write(name, func(io.Writer) error { t.Error("written"); return nil })
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "read-only")
}
