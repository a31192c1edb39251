package crashtest

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/store"
)

// oldFile makes a data file of an earlier Galley, with rows in it.
func oldFile(t *testing.T, path string, version int64) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_foreign_keys=on")
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	p, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS(filepath.Join("..", "store", "migrations")))
	require.NoError(t, err)
	rows, err := os.ReadFile(filepath.Join("testdata", "old.sql"))
	require.NoError(t, err)
	_, err = p.UpTo(context.Background(), 1)
	require.NoError(t, err)
	_, err = db.Exec(string(rows))
	require.NoError(t, err)
	_, err = p.UpTo(context.Background(), version)
	require.NoError(t, err)
}

// work is people's work as stored in a data file of any version.
func (l look) work() map[string]string {
	l.t.Helper()
	return l.texts(`SELECT 'product ' || id, title || description_html FROM products
		UNION ALL SELECT 'image ' || id, url || width FROM images
		UNION ALL SELECT 'job ' || id, name || state FROM jobs
		UNION ALL SELECT 'item ' || position, state || publish_state || decision || revision || content || original FROM items
		UNION ALL SELECT 'revision ' || item_row || '/' || number, content FROM revisions
		UNION ALL SELECT 'publication ' || id, state || before || after || live FROM publications`)
}

// update kills the program while it migrates old data files: at the points
// first, then at random times.
func (c *course) update() {
	c.migrate(1, death{at: failpoint.CopyWritten, nth: 1}, death{at: failpoint.CopyKept, nth: 1}, death{at: failpoint.Migrated, nth: 1})
	for _, version := range []int64{1, 2} {
		c.migrate(version, death{after: c.soon()}, death{after: c.soon()})
	}
}

// soon is a time about when a process has opened its home.
func (c *course) soon() time.Duration { return time.Duration(10+c.dice.IntN(150)) * time.Millisecond }

func (c *course) migrate(version int64, deaths ...death) {
	c.t.Helper()
	g := galley{t: c.t, home: c.t.TempDir()}
	path := filepath.Join(g.home, store.FileName)
	oldFile(c.t, path, version)
	l := g.look()
	before := l.work()
	l.close()
	for _, d := range append(deaths, death{after: time.Hour}) {
		if g.dies(d, "job", "list") {
			c.deaths.add(d)
		}
		l := g.look()
		l.sound()
		require.Equal(c.t, before, l.work())
		l.close()
		wholeCopies(c.t, g.home, before)
	}
	var jobs []domain.Job
	g.run(&jobs, "", "job", "list")
	require.Equal(c.t, domain.Counts{Total: 100, Successful: 100, Published: 50, Unpublished: 50, Rejected: 25, PendingReview: 25, Approved: 25}, jobs[0].Counts)
	l = g.look()
	newest := l.number("SELECT max(version_id) FROM goose_db_version")
	l.close()
	if newest == int(version) {
		return // nothing to migrate, nothing to copy
	}
	l = lookInto(c.t, store.BackupPath(path, version))
	require.Equal(c.t, int(version), l.number("SELECT max(version_id) FROM goose_db_version"), "the copy is the file as it was")
	l.close()
}

// wholeCopies: a copy that has its name holds all there was.
func wholeCopies(t *testing.T, home string, work map[string]string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(home, "*.before-v*[0-9]"))
	require.NoError(t, err)
	for _, path := range found {
		l := lookInto(t, path)
		l.sound()
		require.Equal(t, work, l.work())
		l.close()
	}
}
