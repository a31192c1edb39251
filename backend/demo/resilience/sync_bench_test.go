package resilience_test

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/shopify"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// BenchmarkSync syncs a demo shop for the first time and again without a change, over HTTP and into a file on disk.
// Where the shop writes a list, two floors of the same run stand beside: reading the same file and doing nothing, and
// plain inserts of the very same rows with the same indexes. The memory is the most that the process had, the demo shop
// and the benchmark in it.
func BenchmarkSync(b *testing.B) {
	for _, count := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			for b.Loop() {
				benchmarkSync(b, count)
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

func benchmarkSync(b *testing.B, count int) {
	ctx := b.Context()
	shop, err := demo.Open(ctx, demo.Options{Path: filepath.Join(b.TempDir(), "shop.db"), Seed: demo.Seed{Products: count}, Bucket: plenty, RestoreRate: plenty, BulkPace: 1e9})
	require.NoError(b, err)
	defer shop.Close()
	server, err := shop.Serve(ctx, "127.0.0.1:0")
	require.NoError(b, err)
	defer server.Close()
	client, err := shopify.New(shopify.Config{Endpoint: server.Endpoint, Token: server.Token, Logger: slog.New(slog.DiscardHandler), Folder: b.TempDir()})
	require.NoError(b, err)
	defer client.Close()
	world := storetest.NewUnsyncedWorld(b, galley.SystemClock{}, 0)
	var ready time.Time
	service := products.New(world.Store, noted{noting{client, &ready}}, galley.SystemClock{}, world.Store.Holder())
	once := func(name string) products.SyncResult {
		began := time.Now()
		result, err := service.Sync(ctx, world.Shop, nil)
		require.NoError(b, err)
		require.Equal(b, count, result.Products)
		b.ReportMetric(time.Since(began).Seconds(), name+"-s")
		return result
	}
	forgetPeak(b)
	began := time.Now()
	first := once("first")
	b.ReportMetric(peak(b), "first-MB")
	if !ready.IsZero() {
		b.ReportMetric(ready.Sub(began).Seconds(), "first-until-list-s")
	}
	began = time.Now()
	require.NoError(b, service.IndexWords(ctx))
	b.ReportMetric(time.Since(began).Seconds(), "words-s")
	again := once("again")
	b.Log(count, first.Kind, again.Kind)
	if first.Kind != galley.SyncList {
		return
	}
	wait, read := readForNothing(b, client)
	b.ReportMetric(wait.Seconds(), "prepare-s")
	b.ReportMetric(read.Seconds(), "floor:read-s")
	b.ReportMetric(insertPlainly(b, world.Store).Seconds(), "floor:insert-s")
}

// noting notes when the list is ready.
type noting struct {
	*shopify.Client

	ready *time.Time
}

// ReadList implements galley.ShopLister.
func (n noting) ReadList(ctx context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	*n.ready = time.Now()
	return n.Client.ReadList(ctx, list, from, save)
}

type noted struct{ client noting }

// Client implements galley.ShopClients.
func (n noted) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return n.client, nil }

// readForNothing has the shop write a list, and reads its file.
func readForNothing(b *testing.B, client *shopify.Client) (wait, read time.Duration) {
	began := time.Now()
	list, err := client.StartList(b.Context())
	require.NoError(b, err)
	for list.State == galley.ListRunning {
		time.Sleep(50 * time.Millisecond)
		list, err = client.List(b.Context(), list.ID)
		require.NoError(b, err)
	}
	wait = time.Since(began)
	began = time.Now()
	response, err := http.Get(list.URL)
	require.NoError(b, err)
	defer response.Body.Close()
	size, err := io.Copy(io.Discard, response.Body)
	require.NoError(b, err)
	require.Equal(b, list.Size, size)
	b.ReportMetric(float64(size)/1e6, "file-MB")
	return wait, time.Since(began)
}

// insertPlainly puts the rows that a sync has left into a file of the same tables and indexes.
func insertPlainly(b *testing.B, s *store.Store) time.Duration {
	const tables = "products images product_tags derived_phrases product_readings"
	from, err := sql.Open("sqlite3_galley", "file:"+storetest.Path(b, s)+"?mode=ro")
	require.NoError(b, err)
	defer from.Close()
	to, err := sql.Open("sqlite3_galley", "file:"+filepath.Join(b.TempDir(), "floor.db")+"?_journal_mode=WAL&_synchronous=FULL")
	require.NoError(b, err)
	defer to.Close()
	to.SetMaxOpenConns(1)
	var took time.Duration
	for table := range strings.FieldsSeq(tables) {
		copyDefinitions(b, from, to, table)
		rows, columns := rowsOf(b, from, table)
		insert := fmt.Sprintf("INSERT INTO %s VALUES (?%s)", table, strings.Repeat(", ?", columns-1))
		began := time.Now()
		for len(rows) > 0 {
			some := rows[:min(2_000, len(rows))]
			rows = rows[len(some):]
			insertRows(b, to, insert, some)
		}
		took += time.Since(began)
	}
	return took
}

func copyDefinitions(b *testing.B, from, to *sql.DB, table string) {
	rows, err := from.Query("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC", table)
	require.NoError(b, err)
	defer rows.Close()
	for rows.Next() {
		var definition string
		require.NoError(b, rows.Scan(&definition))
		_, err := to.Exec(definition)
		require.NoError(b, err)
	}
	require.NoError(b, rows.Err())
}

func rowsOf(b *testing.B, from *sql.DB, table string) (all [][]any, columns int) {
	rows, err := from.Query("SELECT * FROM " + table) //nolint:unqueryvet // every column, whatever there are
	require.NoError(b, err)
	defer rows.Close()
	names, err := rows.Columns()
	require.NoError(b, err)
	for rows.Next() {
		values, into := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		require.NoError(b, rows.Scan(into...))
		all = append(all, values)
	}
	require.NoError(b, rows.Err())
	return all, len(names)
}

func insertRows(b *testing.B, to *sql.DB, insert string, rows [][]any) {
	tx, err := to.Begin()
	require.NoError(b, err)
	statement, err := tx.Prepare(insert)
	require.NoError(b, err)
	defer statement.Close()
	for _, row := range rows {
		_, err := statement.Exec(row...)
		require.NoError(b, err)
	}
	require.NoError(b, tx.Commit())
}

// forgetPeak begins to measure the most memory that the process has, where the system does.
func forgetPeak(b *testing.B) {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600); err != nil {
		b.Log("the memory is that of the whole run:", err)
	}
}

// peak is the most memory that the process had, in MB; 0 where the system does not say.
func peak(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
	require.NoError(b, err)
	return kilobytes / 1000
}
