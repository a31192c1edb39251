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

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// version6 makes a data file of schema version 6 from testdata/v6.sql, which
// says how its rows were made.
func version6(t *testing.T, path string) {
	t.Helper()
	file, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_foreign_keys=on")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	migrator, err := goose.NewProvider(goose.DialectSQLite3, file, os.DirFS("migrations"))
	require.NoError(t, err)
	_, err = migrator.UpTo(t.Context(), 6)
	require.NoError(t, err)
	rows, err := os.ReadFile(filepath.Join("testdata", "v6.sql"))
	require.NoError(t, err)
	_, err = file.ExecContext(t.Context(), string(rows))
	require.NoError(t, err)
}

// contents are the rows of each table, as text, in the columns that it has in
// schema version 6, which before lists; nil takes all columns there are.
func contents(t *testing.T, path string, before map[string][]string) (columns map[string][]string, rows map[string][]string) {
	t.Helper()
	file := raw(t, path)
	columns, rows = before, map[string][]string{}
	if columns == nil {
		columns = map[string][]string{}
		for table := range strings.FieldsSeq("shops products images jobs items revisions publications ledger instructions file_texts spend settings") {
			columns[table] = texts(t, file, fmt.Sprintf("SELECT '\"' || name || '\"' FROM pragma_table_info('%s')", table))
		}
	}
	for table, names := range columns {
		parts := make([]string, len(names))
		for i, name := range names {
			parts[i] = fmt.Sprintf("'%s=' || quote(%s)", strings.Trim(name, `"`), name)
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

func TestUpgradesDataFileOfVersion6(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	version6(t, path)
	columns, before := contents(t, path, nil)
	for table, rows := range before {
		require.NotEmpty(t, rows, table)
	}

	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], "%s: every value of before is kept", table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())

	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	counts := map[galley.Field]galley.Counts{}
	for _, job := range jobs {
		if job.State == galley.JobCompleted && job.Field != galley.FieldMetaDescription {
			counts[job.Field] = job.Counts
		}
	}
	require.Equal(t, map[galley.Field]galley.Counts{
		galley.FieldDescription: {Total: 8, Successful: 8, Unpublished: 8, PendingReview: 7, Approved: 1, Rejected: 1, Waiting: 1, Warned: counts[galley.FieldDescription].Warned},
		galley.FieldSEOTitle:    {Total: 8, Successful: 8, Unpublished: 8, PendingReview: 8, Waiting: 2, Warned: counts[galley.FieldSEOTitle].Warned},
		galley.FieldAltText:     {Total: 16, Successful: 16, Unpublished: 16, PendingReview: 16, Warned: counts[galley.FieldAltText].Warned},
	}, counts)
	shops, err := s.Shops(t.Context())
	require.NoError(t, err)
	require.Len(t, shops, 2)
	for _, shop := range shops {
		all, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 50})
		require.NoError(t, err)
		first := all.Products[0]
		found, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Search: first.Title, Limit: 50})
		require.NoError(t, err)
		require.Contains(t, found.Products, first, "%s can be searched", shop.Name)
	}
	backup := store.BackupPath(path, 6)
	if _, err := os.Stat(backup); err == nil {
		_, kept := contents(t, backup, columns)
		require.Equal(t, before, kept, "the copy from before the upgrade")
	}
}
