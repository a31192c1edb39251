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
