package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pressly/goose/v3"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// raw opens the data file of a store as another program would.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

func TestStateMovesAreTheSameInGoAndSQL(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()

	rows, err := raw(t, path).Query("SELECT machine || ' ' || from_state || ' ' || to_state FROM state_moves")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	var inSQL []string
	for rows.Next() {
		var move string
		require.NoError(t, rows.Scan(&move))
		inSQL = append(inSQL, move)
	}
	require.NoError(t, rows.Err())

	inGo := slices.Concat(
		moves("job", galley.JobMoves), moves("item", galley.ItemMoves), moves("publish", galley.PublishMoves),
		moves("decision", galley.DecisionMoves), moves("publication", galley.PublicationMoves), moves("rewrite", galley.RewriteMoves))
	require.ElementsMatch(t, inGo, inSQL)
}

func moves[S ~string](machine string, table galley.Table[S]) (all []string) {
	for from, next := range table {
		for _, to := range next {
			all = append(all, machine+" "+string(from)+" "+string(to))
		}
	}
	return all
}

func TestTriggersRefuseIllegalStateMoves(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	clock := galleytest.NewClock()
	s, err := store.Open(context.Background(), path, clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	shop := storetest.WithProducts(t, s, clock, galleytest.Products(3))
	_, err = s.CreateJob(context.Background(), galley.Job{
		ShopID: shop.ID, Type: galley.JobBulkGeneration, Field: galley.FieldTitle, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: clock.Now(),
	}, galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	require.NoError(t, err)

	db := raw(t, path)
	for _, update := range []string{
		"UPDATE items SET state = 'generated', revision = 1",
		"UPDATE items SET publish_state = 'published'",
		"UPDATE jobs SET state = 'completed', finished_at = 1",
		"UPDATE jobs SET state = 'nonsense'",
	} {
		_, err := db.Exec(update)
		require.Error(t, err, update)
	}
}

func TestOpenRefusesANewerFileAndLeavesIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
	_, err = raw(t, path).Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	require.NoError(t, err)

	_, err = store.Open(context.Background(), path, galleytest.NewClock())
	require.Equal(t, galley.CodeSchemaNewer, galley.CodeOf(err), "%v", err)
}

// atFirstSchema makes a data file of the first schema, with two products and their
// publications.
func atFirstSchema(t *testing.T, path string) {
	t.Helper()
	db := raw(t, path)
	migrator, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS("migrations"))
	require.NoError(t, err)
	_, err = migrator.UpTo(t.Context(), 1)
	require.NoError(t, err)
	_, err = db.ExecContext(t.Context(), `
		INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at) VALUES ('s', 'North', 'shopify', 'north.myshopify.com', '', 'EUR', 0);
		INSERT INTO products (shop_id, id, sync_run, digest, handle, title, vendor, product_type, status, tags, skus, description_words, images,
			images_with_alt, image_url, variant_count, price_min, price_max, currency, url, options, metafields, updated_at, description_html)
		SELECT 's', value, 1, x'', value, 'Lamp', '', '', 'ACTIVE', '[]', '[]', 0, 0, 0, '', 1, '', '', 'EUR', '', '[]', '[]', 0, ''
		FROM json_each('["a", "b"]');
		INSERT INTO publications (id, shop_id, product_id, product_handle, product_title, image_id, field, kind, state,
			before_known, before, after, live_known, live, person, writer, created_at, finished_at)
		VALUES ('p1', 's', 'a', 'a', 'Lamp', '', 'title', 'publish', 'published', 1, 'A', 'B', 1, 'B', 'Ada', 'm', 1, 2),
			('p2', 's', 'a', 'a', 'Lamp', '', 'title', 'publish', 'withdrawn', 0, NULL, 'C', 0, NULL, 'Ada', 'm', 1, 3)`)
	require.NoError(t, err)
}

func TestMigrationCopiesTheFileFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	atFirstSchema(t, path)
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	shops, err := s.Shops(context.Background())
	require.NoError(t, err)
	require.Equal(t, galley.SignInToken, shops[0].SignIn, "there was no other way")
	taken, err := s.Activity(t.Context(), galley.ActivityQuery{ShopID: "s", Filter: galley.ActivityAll, Limit: 10})
	require.NoError(t, err)
	require.Len(t, taken.Entries, 1, "the ledger takes over what was settled before there was one")
	require.Equal(t, galley.ResultWritten, taken.Entries[0].Result)
	require.True(t, taken.Entries[0].CanUndo)
	require.NoError(t, s.Close())
	copied := raw(t, store.BackupPath(path, 1))
	var n int
	require.NoError(t, copied.QueryRow("SELECT count(*) FROM products").Scan(&n))
	require.Equal(t, 2, n)
}

func TestOpenReportsProblemInFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	require.NoError(t, os.WriteFile(path, []byte("this is a letter to the editor, not a database at all........"), 0o600))
	_, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "damaged")
}

func TestFolderNameMayHaveAnyCharacters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a ?b#c%41 ü")
	s, err := store.Open(context.Background(), filepath.Join(dir, store.FileName), galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
	require.FileExists(t, filepath.Join(dir, store.FileName))
}
