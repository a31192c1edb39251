//go:build unix

package wire_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/shops"
	"galley/backend/wire"
)

// Everything that Galley keeps is for its owner only, even if the umask would
// allow others.
func TestHomeIsPrivateForAnyUmask(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	home := filepath.Join(t.TempDir(), "home")
	work := func() {
		graph, err := wire.Open(t.Context(), wire.Options{Home: home})
		require.NoError(t, err)
		shop, err := graph.Shops.AddDemo(t.Context())
		require.NoError(t, err)
		_, err = graph.Products.Sync(t.Context(), shop.Shop, func(galley.SyncProgress) {})
		require.NoError(t, err)
		if files, _ := os.ReadDir(filepath.Join(home, "files")); len(files) == 0 {
			_, err = graph.Shops.AddFile(t.Context(), shops.NewFile{File: "lamps.csv"}, strings.NewReader("Handle,Title\nlamp,Lamp\n"))
			require.NoError(t, err)
		}
		require.NoError(t, graph.Settings.Set(t.Context(), map[string]string{"writer.base_url": "http://127.0.0.1:1/v1", "writer.api_key": "sk-1"}))
		require.NoError(t, graph.Store.KeepCopy(t.Context()))
		requirePrivate(t, home, true)
		require.NoError(t, graph.Close())
		requirePrivate(t, home, true)
	}
	work()

	require.NoError(t, filepath.WalkDir(home, func(path string, e fs.DirEntry, err error) error {
		require.NoError(t, err)
		if e.IsDir() {
			return os.Chmod(path, 0o755)
		}
		return os.Chmod(path, 0o644)
	}))
	work()
}

func TestSharedFolderKeepsItsModeButFilesArePrivate(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	home := t.TempDir()
	require.NoError(t, os.Chmod(home, 0o777|fs.ModeSticky))
	graph, err := wire.Open(t.Context(), wire.Options{Home: home})
	require.NoError(t, err)
	requirePrivate(t, home, false)
	require.NoError(t, graph.Close())
}

func requirePrivate(t *testing.T, home string, folderToo bool) {
	t.Helper()
	found := 0
	require.NoError(t, filepath.WalkDir(home, func(path string, e fs.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := e.Info()
		require.NoError(t, err)
		if path != home || folderToo {
			require.Zero(t, info.Mode().Perm()&0o077, "%s is %s", path, info.Mode())
		}
		found++
		return nil
	}))
	require.Greater(t, found, 1)
}
