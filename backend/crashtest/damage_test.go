package crashtest

import (
	"bytes"
	"crypto/rand"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/store"
)

// TestReportsLockedDataFile: it is waited for, and then said.
func TestReportsLockedDataFile(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 10)
	var job domain.Job
	d.run(&job, "", "job", "create", d.id, "--field", "description", "--all")
	other, err := sql.Open("sqlite3", "file:"+filepath.Join(d.home, store.FileName))
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	other.SetMaxOpenConns(1)
	_, err = other.Exec("BEGIN EXCLUSIVE")
	require.NoError(t, err)

	d.run(nil, "", "job", "list") // reading goes on
	d.says("Another Galley window or command is using the data file. Nothing was changed. Try again in a moment.", work...)
	_, err = other.Exec("ROLLBACK")
	require.NoError(t, err)
	d.run(nil, "", work...)
	d.run(&job, "", "job", "show", string(job.ID))
	require.Equal(t, 10, job.Counts.Successful)
}

// harms are ways in which a data file comes to be damaged.
var harms = map[string]struct {
	do   func(t *testing.T, file *os.File, size int64)
	late bool // it is found when it is read, not at the start
}{
	"its head is overwritten": {do: func(t *testing.T, file *os.File, _ int64) {
		noise(t, file, 0, 512)
	}},
	"it is cut": {do: func(t *testing.T, file *os.File, size int64) {
		require.NoError(t, file.Truncate(size/2))
	}},
	"it is empty but for its head": {do: func(t *testing.T, file *os.File, _ int64) {
		require.NoError(t, file.Truncate(100))
	}},
	"pages are overwritten": {late: true, do: func(t *testing.T, file *os.File, size int64) {
		noise(t, file, size/2, size/4)
	}},
}

func noise(t *testing.T, file *os.File, from, n int64) {
	t.Helper()
	garbage := make([]byte, n)
	_, err := rand.Read(garbage)
	require.NoError(t, err)
	_, err = file.WriteAt(garbage, from)
	require.NoError(t, err)
}

// TestReportsAndRestoresDamagedDataFile: a sentence names the copy there is; it replaces the
// file when a person says so, and nothing is deleted.
func TestReportsAndRestoresDamagedDataFile(t *testing.T) {
	t.Parallel()
	whole := newDesk(t, 10)
	whole.write() // and the day's copy is made
	whole.run(nil, "", "publish", string(whole.job), "--wait")
	once(t, whole.shop.takeWrites(), 10)
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := &desk{galley: galley{t: t, home: t.TempDir()}, shop: whole.shop, id: whole.id, job: whole.job}
			require.NoError(t, os.CopyFS(d.home, os.DirFS(whole.home)))
			path := filepath.Join(d.home, store.FileName)
			file, err := os.OpenFile(path, os.O_RDWR, 0)
			require.NoError(t, err)
			info, err := file.Stat()
			require.NoError(t, err)
			harm.do(t, file, info.Size())
			require.NoError(t, file.Close())
			damaged, err := os.ReadFile(path)
			require.NoError(t, err)

			look := []string{"job", "list"}
			if harm.late {
				look = []string{"doctor"}
			}
			e := d.try("", look...)
			require.NotZero(t, e.code)
			require.Regexp(t, `The data file .* is damaged\. Nothing was changed\. galley doctor --restore puts the copy of .* in its place, and keeps the damaged file beside it\.`, e.out+e.err)

			e = d.try("", "doctor", "--restore")
			require.Zero(t, e.code, e.out+e.err)
			require.Contains(t, e.out, "is in place of the damaged file, which is kept as galley.db.damaged-")
			aside, err := filepath.Glob(path + ".damaged-*[0-9]")
			require.NoError(t, err)
			require.Len(t, aside, 1)
			kept, err := os.ReadFile(aside[0])
			require.NoError(t, err)
			require.True(t, bytes.Equal(damaged, kept), "the damaged file is kept as it was")
			require.FileExists(t, store.CopyPath(path, 1))

			var job domain.Job
			d.run(&job, "", "job", "show", string(d.job))
			require.Equal(t, 10, job.Counts.Successful)
			require.Zero(t, job.Counts.Published, "the copy is from before that")
			d.run(&job, "", "publish", string(d.job), "--wait")
			require.Equal(t, 10, job.Counts.Published)
			require.Empty(t, d.shop.takeWrites(), "what is on the shop is found there")
		})
	}
}

func TestRestoreWithoutCopies(t *testing.T) {
	t.Parallel()
	g := galley{t: t, home: t.TempDir()}
	path := filepath.Join(g.home, store.FileName)
	g.run(nil, "", "shop", "list")
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	e := g.try("", "doctor", "--restore")
	require.Zero(t, e.code, e.err)
	require.Contains(t, e.out, "The data file is sound, so nothing was put in its place.")
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	require.True(t, bytes.Equal(before, after))

	open := g.start("", "work")
	defer func() { _ = open.Process.Kill(); _ = open.Wait() }()
	require.Eventually(t, func() bool { return len(g.living()) == 1 }, tooLong, tick)
	e = g.try("", "doctor", "--restore")
	require.Equal(t, 1, e.code)
	require.Contains(t, e.out, "A Galley is open on this home. Nothing was changed. Close it and try again.")
	require.NoError(t, open.Process.Kill())
	_ = open.Wait()

	require.NoError(t, os.WriteFile(path, []byte("not a database, but a letter"), 0o600))
	g.says("is damaged, and there is no sound copy of it beside it. Nothing was changed. Put one from a backup in its place, or run galley doctor --start-empty to start with an empty one.", "shop", "list")
	e = g.try("", "doctor", "--restore")
	require.Equal(t, 1, e.code)
	require.Contains(t, e.out, "There is no sound copy of the data file beside it. Nothing was changed.")
}
