package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

func TestCopiesDailyAndKeepsThree(t *testing.T) {
	clock := galleytest.NewClock()
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	made := func(age int) string {
		info, err := os.Stat(store.CopyPath(path, age))
		if err != nil {
			return ""
		}
		return info.ModTime().UTC().Format(time.DateTime)
	}
	keep := func() string {
		require.NoError(t, s.KeepCopy(t.Context()))
		return made(1)
	}
	after := func(wait time.Duration) string {
		clock.Advance(wait)
		return clock.Now().UTC().Format(time.DateTime)
	}

	first := after(0)
	require.Equal(t, first, keep())
	after(23 * time.Hour)
	require.Equal(t, first, keep(), "a day has not gone by")
	second := after(time.Hour)
	require.Equal(t, second, keep())
	third := after(100 * time.Hour)
	require.Equal(t, third, keep())
	fourth := after(24 * time.Hour)
	require.Equal(t, fourth, keep())
	require.Equal(t, []string{fourth, third, second, ""}, []string{made(1), made(2), made(3), made(4)})

	behind := after(-1000 * time.Hour) // the clock is set back: there is a copy all the same
	require.Equal(t, behind, keep())
	require.Equal(t, []string{fourth, third}, []string{made(2), made(3)})
	left, err := filepath.Glob(path + ".*part")
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestDamagedFileReplacesNoCopy(t *testing.T) {
	clock := galleytest.NewClock()
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	require.NoError(t, s.KeepCopy(t.Context()))
	before, err := os.ReadFile(store.CopyPath(path, 1))
	require.NoError(t, err)
	require.NoError(t, s.Close())

	db, err := sql.Open("sqlite3", path)
	require.NoError(t, err)
	var page, size int64
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'revisions'").Scan(&page, &size))
	require.NoError(t, db.Close())
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	require.NoError(t, err)
	_, err = file.WriteAt(make([]byte, size), (page-1)*size)
	require.NoError(t, err)
	require.NoError(t, file.Close())
	s, err = store.Open(t.Context(), path, clock)
	require.NoError(t, err, "it is read where it is needed only")
	defer func() { require.NoError(t, s.Close()) }()
	clock.Advance(48 * time.Hour)
	require.Error(t, s.KeepCopy(t.Context()))
	after, err := os.ReadFile(store.CopyPath(path, 1))
	require.NoError(t, err)
	require.Equal(t, before, after)
}
