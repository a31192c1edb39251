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

// dataFileOf makes a data file of an earlier schema version from its file in
// testdata, which says how its rows were made.
func dataFileOf(t *testing.T, version int64, path string) {
	t.Helper()
	file, err := sql.Open("sqlite3_galley", "file:"+path+"?_journal_mode=WAL&_foreign_keys=on")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	migrator, err := goose.NewProvider(goose.DialectSQLite3, file, os.DirFS("migrations"))
	require.NoError(t, err)
	_, err = migrator.UpTo(t.Context(), version)
	require.NoError(t, err)
	rows, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("v%d.sql", version)))
	require.NoError(t, err)
	_, err = file.ExecContext(t.Context(), string(rows))
	require.NoError(t, err)
}

// renamed are the columns that a later version names differently, as they read
// there.
var renamed = map[string]string{
	"product_id":     "CASE place_kind WHEN 'image' THEN image_of ELSE place_id END",
	"image_id":       "CASE place_kind WHEN 'image' THEN place_id ELSE '' END",
	"product_handle": "place_handle", "product_title": "place_title", "place": "slot", "target": "place_id",
}

// column is how a column of before is read from a table of now.
func column(name string, now []string) string {
	if read, ok := renamed[strings.Trim(name, `"`)]; ok && !slices.Contains(now, name) {
		return read
	}
	return name
}

// contents are the rows of each table, as text, in the columns that it had
// before, which before lists; nil takes all columns there are.
func contents(t *testing.T, path string, before map[string][]string) (columns map[string][]string, rows map[string][]string) {
	t.Helper()
	file := raw(t, path)
	columns, rows = before, map[string][]string{}
	now := map[string][]string{}
	for table := range strings.FieldsSeq("shops products images jobs items revisions publications ledger instructions file_texts spend settings") {
		now[table] = texts(t, file, fmt.Sprintf("SELECT '\"' || name || '\"' FROM pragma_table_info('%s')", table))
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

func TestUpgradesDataFileOfVersion6(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 6, path)
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

func TestUpgradesDataFileOfVersion13(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 13, path)
	columns, before := contents(t, path, nil)

	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], "%s: every value is kept", table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	require.Len(t, jobs, 4)
	kept, err := s.Items(t.Context(), galley.ItemQuery{JobID: "3", Filter: galley.FilterAll, Limit: 10})
	require.NoError(t, err)
	require.Len(t, kept.Items[1].Kept, 1)
}

// The registries say which fields and kinds there are, so that a new one needs
// no new table. Everything else that the tables forbid stays forbidden.
func TestTablesListNoFieldsAndKinds(t *testing.T) {
	for _, version := range []int64{6, 13} {
		path := filepath.Join(t.TempDir(), store.FileName)
		dataFileOf(t, version, path)
		s, err := store.Open(t.Context(), path, galleytest.NewClock())
		require.NoError(t, err)
		defer func() { require.NoError(t, s.Close()) }()
		file := raw(t, path)
		for _, query := range []string{
			"UPDATE shops SET kind = 'another'", "UPDATE instructions SET field = 'another'",
			"UPDATE jobs SET field = 'another', type = 'another', writer_kind = 'another'",
		} {
			_, err := file.ExecContext(t.Context(), query)
			require.NoError(t, err, query)
		}
		for _, query := range []string{
			"UPDATE shops SET plan = 'another'", "UPDATE jobs SET strategy = 'another'",
			"UPDATE jobs SET finished_at = NULL", "UPDATE jobs SET state = 'another'",
		} {
			_, err := file.ExecContext(t.Context(), query)
			require.Error(t, err, query)
		}
		for table, row := range map[string]string{"jobs": "jobs_state_moves", "items": "items_state_moves"} {
			require.NotEmpty(t, texts(t, file, fmt.Sprintf("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%s' AND name = '%s'", table, row)))
		}
	}
}
