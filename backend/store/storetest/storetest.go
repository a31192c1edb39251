// Package storetest opens stores for tests.
package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store"
)

// Open opens an empty store that is closed with the test.
func Open(t testing.TB, clock galley.Clock) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), store.FileName)
	empty, err := emptyFile()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, empty, 0o600))
	s, err := store.Open(context.Background(), path, clock)
	require.NoError(t, err)
	paths.Store(s, path)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// emptyFile is an empty data file of the current schema. It is made once for
// all tests: migrating each test's own would take longer than most tests.
var emptyFile = sync.OnceValues(func() (content []byte, err error) {
	home, err := os.MkdirTemp("", "storetest")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	path := filepath.Join(home, store.FileName)
	s, err := store.Open(context.Background(), path, galley.SystemClock{})
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// paths are those of the stores that Open opened.
var paths sync.Map

// Path is the file of a store that Open opened.
func Path(t testing.TB, s *store.Store) string {
	t.Helper()
	path, ok := paths.Load(s)
	require.True(t, ok)
	return path.(string)
}

// Exec runs SQL on the store's file from outside, as another program would.
func Exec(t testing.TB, s *store.Store, query string, args ...any) {
	t.Helper()
	execFile(t, Path(t, s), query, args...)
}

// Rows returns all rows of some tables of a store that Open opened, as text.
func Rows(t testing.TB, s *store.Store, tables ...string) (all []string) {
	t.Helper()
	file, err := sql.Open("sqlite3", fmt.Sprintf("file:%s?_busy_timeout=10000", Path(t, s)))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	for _, table := range tables {
		all = append(all, rowsOf(t, file, table)...)
	}
	return all
}

func rowsOf(t testing.TB, file *sql.DB, table string) (all []string) {
	rows, err := file.QueryContext(t.Context(), "SELECT * FROM "+table) //nolint:unqueryvet // every column, whatever there are
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	columns, err := rows.Columns()
	require.NoError(t, err)
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		require.NoError(t, rows.Scan(into...))
		all = append(all, fmt.Sprint(table, columns, values))
	}
	require.NoError(t, rows.Err())
	return all
}

func execFile(t testing.TB, path, query string, args ...any) {
	t.Helper()
	file, err := sql.Open("sqlite3", fmt.Sprintf("file:%s?_busy_timeout=10000", path))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	_, err = file.Exec(query, args...)
	require.NoError(t, err)
}

// Restore makes the file of a store that Open opened look like a copy that was
// put in its place just now.
func Restore(t testing.TB, s *store.Store, clock galley.Clock) {
	t.Helper()
	RestoreFile(t, Path(t, s), clock)
}

// RestoreFile does the same to a data file.
func RestoreFile(t testing.TB, path string, clock galley.Clock) {
	t.Helper()
	execFile(t, path, "INSERT INTO settings (key, value) VALUES ('copy.made_at', '1')")
	restored, err := store.Open(t.Context(), path, clock)
	require.NoError(t, err)
	require.NoError(t, restored.Close())
}

// WithProducts adds a shop that holds these products, synced.
func WithProducts(t testing.TB, s *store.Store, clock galley.Clock, products []galley.Product) galley.Shop {
	t.Helper()
	return WithShop(t, s, connected(clock), products)
}

// WithShop adds this shop, which holds these products, synced.
func WithShop(t testing.TB, s *store.Store, shop galley.Shop, products []galley.Product) galley.Shop {
	t.Helper()
	ctx := context.Background()
	require.NoError(t, s.AddShop(ctx, shop))
	run, _, err := s.BeginSync(ctx, shop.ID, SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.NoError(t, s.SavePage(ctx, shop.ID, run, galley.ProductBatch{Products: products, Total: len(products)}))
	_, err = s.FinishSync(ctx, shop.ID, run)
	require.NoError(t, err)
	shop, err = s.Shop(ctx, string(shop.ID))
	require.NoError(t, err)
	return shop
}

// SyncLease takes the lease under which a test syncs a shop. It has no term: the next sync takes it over.
func SyncLease(t testing.TB, s *store.Store, shop galley.ShopID) galley.Lease {
	t.Helper()
	held := galley.Lease{Name: "sync:" + string(shop), Holder: "a test"}
	taken, err := s.TakeLease(context.Background(), held.Name, held.Holder, 0)
	require.NoError(t, err)
	require.True(t, taken)
	return held
}

// connected is a shop that nothing has been read of yet.
func connected(clock galley.Clock) galley.Shop {
	return galley.Shop{
		ID: "6a9c2f0e-0000-4000-8000-000000000001", Name: "Test shop", Kind: galley.ShopShopify,
		Domain: "test.myshopify.com", Currency: "EUR", CreatedAt: clock.Now(),
	}
}

// Book books a request with 100 tokens for an item: usd dollars for them, or
// with nil at an unknown price.
func Book(t testing.TB, s *store.Store, item galley.ItemID, usd *float64) {
	t.Helper()
	const tokens = 100
	job, _, err := item.Split()
	require.NoError(t, err)
	ask := galley.Reserve{Charge: galley.Charge{JobID: job, ItemID: item}, Most: galley.Usage{InputTokens: tokens}}
	if usd != nil {
		ask.Price = &galley.Price{Input: *usd * 1e6 / tokens}
	}
	got, err := s.Reserve(context.Background(), ask)
	require.NoError(t, err)
	require.NoError(t, s.SettleReservation(context.Background(), got.ID, &galley.Usage{InputTokens: tokens}))
}

// BooksAgree compares the costs on items, jobs and days.
func BooksAgree(t testing.TB, path string) {
	t.Helper()
	file, err := sql.Open("sqlite3", "file:"+filepath.ToSlash(path)+"?mode=ro")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	sum := func(query string) (usd float64) {
		require.NoError(t, file.QueryRow(query).Scan(&usd))
		return usd
	}
	const cent = 1e-9
	require.Less(t, sum(`SELECT coalesce(max(abs(j.cost_usd - j.other_usd - (SELECT coalesce(sum(i.cost_usd), 0) FROM items i WHERE i.job_id = j.id))), 0) FROM jobs j`), cent,
		"a job costs what its items cost, and what belongs to none of them")
	require.InDelta(t, sum("SELECT coalesce(sum(cost_usd), 0) FROM spend"),
		sum("SELECT coalesce(sum(cost_usd), 0) FROM jobs")+sum("SELECT coalesce(sum(other_usd), 0) FROM spend"), cent,
		"the days cost what the jobs cost, and what belongs to none of them")
}

// Queue plans drafts of a job to be published and confirms the plan.
func Queue(t testing.TB, s *store.Store, job galley.JobID, positions ...int) galley.Confirmed {
	t.Helper()
	id, err := s.PlanDrafts(t.Context(), galley.NewPlan{Kind: galley.PlanToPublish, JobID: job}, func([]galley.ItemStanding) ([]int, error) {
		return positions, nil
	})
	require.NoError(t, err)
	done, err := s.ConfirmPlan(t.Context(), id, galley.PlanToPublish, "Ada")
	require.NoError(t, err)
	return done
}

// Retry plans items of a job to be written again, all if none is named, and
// confirms the plan.
func Retry(t testing.TB, s *store.Store, job galley.JobID, positions ...int) galley.Confirmed {
	t.Helper()
	id, err := s.PlanDrafts(t.Context(), galley.NewPlan{Kind: galley.PlanToRetry, JobID: job}, func(items []galley.ItemStanding) (chosen []int, err error) {
		for _, it := range items {
			if it.Can().Retry && (len(positions) == 0 || slices.Contains(positions, it.Position)) {
				chosen = append(chosen, it.Position)
			}
		}
		return chosen, nil
	})
	require.NoError(t, err)
	done, err := s.ConfirmPlan(t.Context(), id, galley.PlanToRetry, "Ada")
	require.NoError(t, err)
	return done
}

// Save plans texts of a product to be written and confirms the plan.
func Save(t testing.TB, s *store.Store, shop galley.ShopID, p galley.Product, edits ...galley.TextEdit) galley.Confirmed {
	t.Helper()
	id, err := s.PlanTexts(context.Background(), galley.NewPlan{Kind: galley.PlanToSave, ShopID: shop}, p.Subject().Ref(), edits)
	require.NoError(t, err)
	done, err := s.ConfirmPlan(context.Background(), id, galley.PlanToSave, "Ada")
	require.NoError(t, err)
	return done
}
