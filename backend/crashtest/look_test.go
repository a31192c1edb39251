package crashtest

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	_ "github.com/mattn/go-sqlite3" // to look into the data file from outside
	"github.com/stretchr/testify/require"

	"galley/backend/store"
)

// look is the content of a data file. It is read from a copy, so that the next
// start finds the file as the killed process left it, its log included.
type look struct {
	t  *testing.T
	db *sql.DB
}

func (g galley) look() look {
	g.t.Helper()
	folder := g.t.TempDir()
	for _, name := range []string{store.FileName, store.FileName + "-wal"} {
		content, err := os.ReadFile(filepath.Join(g.home, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		require.NoError(g.t, err)
		require.NoError(g.t, os.WriteFile(filepath.Join(folder, name), content, 0o600))
	}
	return lookInto(g.t, filepath.Join(folder, store.FileName))
}

func lookInto(t *testing.T, path string) look {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	require.NoError(t, err)
	return look{t, db}
}

// close must be called at the end: a test makes thousands of these.
func (l look) close() { require.NoError(l.t, l.db.Close()) }

// text is the answer to a query of one value, as text.
func (l look) text(query string, args ...any) string {
	l.t.Helper()
	var answer any
	require.NoError(l.t, l.db.QueryRow(query, args...).Scan(&answer), query)
	return fmt.Sprint(answer)
}

// number is the answer to a query of one number.
func (l look) number(query string, args ...any) (n int) {
	l.t.Helper()
	require.NoError(l.t, l.db.QueryRow(query, args...).Scan(&n), query)
	return n
}

// texts is the answer to a query of two columns.
func (l look) texts(query string) map[string]string {
	l.t.Helper()
	rows, err := l.db.Query(query)
	require.NoError(l.t, err)
	defer rows.Close()
	found := map[string]string{}
	for rows.Next() {
		var key, value string
		require.NoError(l.t, rows.Scan(&key, &value))
		found[key] = value
	}
	require.NoError(l.t, rows.Err())
	return found
}

// sound: SQLite's own structures, and that every row's relations exist.
func (l look) sound() {
	l.t.Helper()
	require.Equal(l.t, "ok", l.text("PRAGMA integrity_check"))
	require.Zero(l.t, l.number("SELECT count(*) FROM pragma_foreign_key_check"))
}

// illegal are states that contradict each other and must never be in the file.
// The possible states and moves are the file's own rules.
var illegal = map[string]string{
	"a draft without its revisions":           `SELECT count(*) FROM items WHERE revision <> (SELECT count(*) FROM revisions WHERE item_row = row_id)`,
	"a draft that is in no state of one":      `SELECT count(*) FROM items WHERE state <> 'generated' AND revision > 0`,
	"a queued draft without a publication":    `SELECT count(*) FROM items WHERE publish_state IN ('queued', 'publishing') AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.item_row = row_id AND p.state = publish_state AND kind = 'publish')`,
	"a publication that its draft denies":     `SELECT count(*) FROM publications p JOIN items ON row_id = item_row WHERE p.kind = 'publish' AND p.state IN ('queued', 'publishing') AND publish_state <> p.state`,
	"a published draft without a publication": `SELECT count(*) FROM items WHERE publish_state = 'published' AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.item_row = row_id AND p.state = 'published' AND kind = 'publish')`,
	"a write without the text from before":    `SELECT count(*) FROM publications WHERE state IN ('publishing', 'published') AND before_known = 0`,
	"another text on the shop than was sent":  `SELECT count(*) FROM publications WHERE state = 'published' AND live IS NOT after`,
	"a completed job with open items":         `SELECT count(*) FROM jobs WHERE state = 'completed' AND EXISTS (SELECT 1 FROM items WHERE job_id = jobs.id AND state IN ('pending', 'generating'))`,
}

func (l look) legal() {
	l.t.Helper()
	for what, count := range illegal {
		require.Zero(l.t, l.number(count), what)
	}
}

// onShop is which text each product must have on the shop, as far as the file
// knows: of its last write that was done, or the first one of all.
const onShop = `SELECT place_id, coalesce(
	(SELECT live FROM publications p WHERE p.item_row = row_id AND p.state = 'published' ORDER BY seq DESC LIMIT 1), original, '')
	FROM items WHERE state = 'generated'`

// underWay are the texts of writes of which only the shop knows whether they
// were done.
const underWay = `SELECT place_id, coalesce(after, '') FROM publications WHERE state = 'publishing'`

// paid: what an endpoint billed is booked, or reserved for what was under way
// when the program was killed.
func (l look) paid(billed float64) {
	l.t.Helper()
	const rounding = 1e-9
	require.LessOrEqual(l.t, billed, l.dollars(bookedOrReserved)+rounding, "billed and not booked")
}

const bookedOrReserved = "SELECT (SELECT coalesce(sum(cost_usd), 0) FROM spend) + (SELECT coalesce(sum(cost_usd), 0) FROM reservations)"

// dollars is the answer to a query of one amount.
func (l look) dollars(query string) (usd float64) {
	l.t.Helper()
	require.NoError(l.t, l.db.QueryRow(query).Scan(&usd), query)
	return usd
}
