package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// addShop opens the file and saves a shop in it.
func addShop(t *testing.T, path string, clock galley.Clock, id string) {
	t.Helper()
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	require.NoError(t, s.AddShop(t.Context(), galley.Shop{ID: galley.ShopID(id), Name: id, Kind: galley.ShopFile, CreatedAt: clock.Now()}))
	require.NoError(t, s.Close())
}

func keepCopy(t *testing.T, path string, clock galley.Clock) {
	t.Helper()
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	require.NoError(t, s.KeepCopy(t.Context()))
	require.NoError(t, s.Close())
}

func shopNames(t *testing.T, path string) (names []string) {
	t.Helper()
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	shops, err := s.Shops(t.Context())
	require.NoError(t, err)
	for _, shop := range shops {
		names = append(names, shop.Name)
	}
	return names
}

// losses are ways in which a data file comes to be gone.
var losses = map[string]func(t *testing.T, path string){
	"missing":    func(t *testing.T, path string) { t.Helper(); require.NoError(t, os.Remove(path)) },
	"zero bytes": func(t *testing.T, path string) { t.Helper(); require.NoError(t, os.Truncate(path, 0)) },
	"a database without tables": func(t *testing.T, path string) {
		t.Helper()
		require.NoError(t, os.Remove(path))
		_, err := raw(t, path).Exec("PRAGMA user_version = 1")
		require.NoError(t, err)
	},
}

func TestNeverCreatesADataFileBesideCopies(t *testing.T) {
	for name, lose := range losses {
		t.Run(name, func(t *testing.T) {
			clock := galleytest.NewClock()
			path := filepath.Join(t.TempDir(), store.FileName)
			addShop(t, path, clock, "Quillmoor")
			keepCopy(t, path, clock)
			lose(t, path)

			_, err := store.Open(t.Context(), path, clock)
			require.Equal(t, galley.CodeDataMissing, galley.CodeOf(err), err)
			require.Contains(t, err.Error(), "copy of "+clock.Now().Local().Format("2 January 2006, 15:04"))
			require.Contains(t, err.Error(), "galley doctor --restore")
			require.Contains(t, err.Error(), "galley doctor --start-empty")

			restored, err := store.Restore(t.Context(), path, "", clock.Now())
			require.NoError(t, err)
			require.Contains(t, restored.Message().String(), "The copy of ")
			require.Equal(t, []string{"Quillmoor"}, shopNames(t, path))
		})
	}
}

func TestStartsEmptyOnPurposeAndKeepsEveryCopy(t *testing.T) {
	clock := galleytest.NewClock()
	path := filepath.Join(t.TempDir(), store.FileName)
	addShop(t, path, clock, "Quillmoor")
	_, err := store.StartEmpty(t.Context(), path, clock)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "a sound file is left alone")
	keepCopy(t, path, clock)
	require.NoError(t, os.Remove(path))

	_, err = store.StartEmpty(t.Context(), path, clock)
	require.NoError(t, err)
	require.Empty(t, shopNames(t, path))
	for range 10 {
		clock.Advance(25 * time.Hour)
		keepCopy(t, path, clock)
	}
	aside, err := filepath.Glob(path + ".before-empty-*.copy-1")
	require.NoError(t, err)
	require.Len(t, aside, 1, "no copy of the empty file replaced it")

	_, err = store.Restore(t.Context(), path, aside[0], clock.Now())
	require.NoError(t, err)
	require.Equal(t, []string{"Quillmoor"}, shopNames(t, path))
}

func TestNoCopyReplacesOneThatHoldsMore(t *testing.T) {
	clock := galleytest.NewClock()
	path := filepath.Join(t.TempDir(), store.FileName)
	addShop(t, path, clock, "Quillmoor")
	keepCopy(t, path, clock)
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	require.NoError(t, s.RemoveShop(t.Context(), "Quillmoor"))
	require.NoError(t, s.Close())
	for range 60 {
		clock.Advance(25 * time.Hour)
		keepCopy(t, path, clock)
	}
	var kept []string
	for _, c := range store.Copies(path) {
		require.NotZero(t, c.Size)
		if c.Kind == galley.CopyKept {
			kept = append(kept, c.Path)
		}
	}
	require.Len(t, kept, 1, "the copy with the shop was taken out of the rotation, and it alone")

	addShop(t, path, clock, "Quillmoor")
	clock.Advance(25 * time.Hour)
	keepCopy(t, path, clock)
	require.NoFileExists(t, kept[0], "a newer copy holds as much, and it is older than 30 days")
}

func TestPrunesCopiesFromBeforeUpdates(t *testing.T) {
	clock := galleytest.NewClock()
	path := filepath.Join(t.TempDir(), store.FileName)
	addShop(t, path, clock, "Quillmoor")
	keepCopy(t, path, clock)
	content, err := os.ReadFile(store.CopyPath(path, 1))
	require.NoError(t, err)
	for version := range int64(5) {
		backup := store.BackupPath(path, version+1)
		require.NoError(t, os.WriteFile(backup, content, 0o600))
		made := clock.Now().Add(time.Duration(version) * time.Minute)
		require.NoError(t, os.Chtimes(backup, made, made))
	}
	clock.Advance(29 * 24 * time.Hour)
	keepCopy(t, path, clock)
	require.FileExists(t, store.BackupPath(path, 1), "not yet 30 days old")
	clock.Advance(2 * 24 * time.Hour)
	keepCopy(t, path, clock)
	for version, there := range []bool{false, false, true, true, true} {
		_, err := os.Stat(store.BackupPath(path, int64(version)+1))
		require.Equal(t, there, err == nil, "version %d", version+1)
	}
}

func TestKeyStoreAndFileSourcesAreCopiedAndRestored(t *testing.T) {
	clock := galleytest.NewClock()
	home := t.TempDir()
	path := filepath.Join(home, store.FileName)
	addShop(t, path, clock, "Quillmoor")
	files := map[string]string{"keystore.age": "locked", "keystore.json": "{}", filepath.Join("files", "Quillmoor.csv"): "Handle,Title\n"}
	require.NoError(t, os.Mkdir(filepath.Join(home, "files"), 0o700))
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(home, name), []byte(content), 0o600))
	}
	keepCopy(t, path, clock)
	require.NoError(t, os.Remove(path))
	require.NoError(t, os.RemoveAll(filepath.Join(home, "files")))
	require.NoError(t, os.Remove(filepath.Join(home, "keystore.age")))
	require.NoError(t, os.WriteFile(filepath.Join(home, "keystore.json"), []byte("newer"), 0o600))

	_, err := store.Restore(t.Context(), path, "", clock.Now())
	require.NoError(t, err)
	files["keystore.json"] = "newer" // existing files are left alone
	for name, content := range files {
		found, err := os.ReadFile(filepath.Join(home, name))
		require.NoError(t, err)
		require.Equal(t, content, string(found), name)
		info, err := os.Stat(filepath.Join(home, name))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), name)
	}
}
