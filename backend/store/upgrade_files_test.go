package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"
	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// dataFileOf makes a data file of an earlier schema version from its file in
// testdata, which says how its rows were made.
func dataFileOf(t *testing.T, version int64) (path string) {
	t.Helper()
	rows, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("v%d.sql", version)))
	require.NoError(t, err)
	path = filepath.Join(t.TempDir(), store.FileName)
	migrateTo(t, path, version, string(rows))
	return path
}

// dataFileAt makes a data file of a later version than 20, with the rows of that one and with others.
func dataFileAt(t *testing.T, version int64, rows string) (path string) {
	t.Helper()
	path = dataFileOf(t, 20)
	migrateTo(t, path, version, rows)
	return path
}

// opened is the store of a data file, which is upgraded if it is an earlier one.
func opened(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// upgraded is opened, and requires that everything is as it was before the upgrade.
func upgraded(t *testing.T, path string) *store.Store {
	t.Helper()
	columns, before := contents(t, path, nil)
	s := opened(t, path)
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	return s
}

// upgradedTo is upgraded for what the upgrade to a version keeps; what later ones change is not looked at.
func upgradedTo(t *testing.T, path string, version int64) *store.Store {
	t.Helper()
	columns, before := contents(t, path, nil)
	migrateTo(t, path, version, "")
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	return opened(t, path)
}

// upgradedFromEarly is upgraded for files of versions in which some columns had another form, and examines the file.
func upgradedFromEarly(t *testing.T, path string) *store.Store {
	t.Helper()
	columns, _ := contents(t, path, nil)
	columns = unchangedColumns(columns)
	_, before := contents(t, path, columns)
	s := opened(t, path)
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], "%s: every value is kept", table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())
	return s
}

// migrateTo brings a data file to a schema version, and adds rows to it.
func migrateTo(t *testing.T, path string, version int64, rows string) {
	t.Helper()
	file, err := sql.Open("sqlite3_galley", "file:"+path+"?_journal_mode=WAL&_foreign_keys=on")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	migrator, err := goose.NewProvider(goose.DialectSQLite3, file, os.DirFS("migrations"), goose.WithGoMigrations(store.KeyWarnings))
	require.NoError(t, err)
	_, err = migrator.UpTo(t.Context(), version)
	require.NoError(t, err)
	_, err = file.ExecContext(t.Context(), rows)
	require.NoError(t, err)
}

// renamed are the columns that a later version names differently, as they read
// there.
var renamed = map[string]string{
	"product_id":     "CASE place_kind WHEN 'image' THEN image_of ELSE place_id END",
	"image_id":       "CASE place_kind WHEN 'image' THEN place_id ELSE '' END",
	"product_handle": "place_handle", "product_title": "place_title", "place": "slot", "target": "place_id",
	"sync_run": "(SELECT r.sync_run FROM product_readings r WHERE r.product_row = row_id)",
	"read_at":  "(SELECT r.read_at FROM product_readings r WHERE r.product_row = row_id)",
}

// column returns the expression that reads an earlier column from the current table.
func column(name string, now []string) string {
	if read, ok := renamed[strings.Trim(name, `"`)]; ok && !slices.Contains(now, name) {
		return read
	}
	return name
}

// contents are the rows of each table, as text, in the columns that it had
// before, which before lists; nil takes all columns there are. What is compared
// again after an upgrade is left out.
func contents(t *testing.T, path string, before map[string][]string) (columns map[string][]string, rows map[string][]string) {
	t.Helper()
	file := raw(t, path)
	columns, rows = before, map[string][]string{}
	now := map[string][]string{}
	for table := range strings.FieldsSeq("shops products images jobs items revisions publications published_texts plans ledger " +
		"collections collection_products rewrites instructions file_texts spend settings") {
		columns := texts(t, file, fmt.Sprintf("SELECT '\"' || name || '\"' FROM pragma_table_info('%s') WHERE name <> 'alike_due'", table))
		if len(columns) > 0 {
			now[table] = columns
		}
	}
	if columns == nil {
		columns = now
	}
	for table, names := range columns {
		parts := make([]string, len(names))
		for i, name := range names {
			parts[i] = fmt.Sprintf("'%s=' || quote(%s)", strings.Trim(name, `"`), column(name, now[table]))
		}
		rows[table] = texts(t, file, fmt.Sprintf("SELECT %s FROM %s", strings.Join(parts, " || ' ' || "), table))
		if table == "settings" { // a copy has a mark, which is no setting of a person
			rows[table] = slices.DeleteFunc(rows[table], func(row string) bool { return strings.HasPrefix(row, "key='copy.") })
		}
		slices.Sort(rows[table])
	}
	return columns, rows
}

func texts(t *testing.T, file *sql.DB, query string) (found []string) {
	t.Helper()
	rows, err := file.QueryContext(t.Context(), query)
	require.NoError(t, err, query)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var text string
		require.NoError(t, rows.Scan(&text))
		found = append(found, text)
	}
	require.NoError(t, rows.Err())
	return found
}

// laterColumns are the columns whose form an upgrade changes; tests of their own
// look into them.
var laterColumns = map[string][]string{
	"items": {`"warnings"`, `"kept"`}, "products": {`"description_words"`}, "collections": {`"description_words"`},
}

// unchangedColumns leaves out the columns whose form an upgrade changes.
func unchangedColumns(columns map[string][]string) map[string][]string {
	left := map[string][]string{}
	for table, names := range columns {
		left[table] = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(laterColumns[table], name) })
	}
	return left
}
