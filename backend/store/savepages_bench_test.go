package store_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// soldProducts are products as shops have them: texts of 120 words, tags, codes, options and metafields.
func soldProducts(n int) []galley.Product {
	products := galleytest.Products(n)
	for i := range products {
		p := &products[i]
		p.Title, p.Handle = fmt.Sprintf("%s lamp %05d", strings.ToUpper(prose(i, 1)), i), fmt.Sprintf("lamp-%05d-%s", i, prose(i, 1))
		p.DescriptionHTML = "<p>" + prose(i, 60) + ".</p><p>" + prose(i+n, 60) + ".</p>"
		p.Vendor, p.ProductType = fmt.Sprintf("Vendor %d", i%300), fmt.Sprintf("Type %d", i%40)
		p.Tags = []string{"oak", fmt.Sprintf("tag %d", i%500), fmt.Sprintf("sale %d", i%7)}
		p.SKUs = []string{fmt.Sprintf("LMP-%05d-O", i), fmt.Sprintf("LMP-%05d-W", i)}
		p.Metafields = []galley.Fact{{Name: "custom.height", Value: fmt.Sprintf("%d cm", 20+i%90)}, {Name: "custom.care", Value: prose(i, 8)}}
	}
	return products
}

// savePages saves a whole sync, in pages of that many, and returns how long other writers waited at most.
func savePages(b *testing.B, s *store.Store, shop galley.Shop, products []galley.Product, page int) (locked time.Duration) {
	b.Helper()
	run, _, err := s.BeginSync(b.Context(), shop.ID, storetest.SyncLease(b, s, shop.ID))
	require.NoError(b, err)
	for some := range slices.Chunk(products, page) {
		longest, err := s.SavePageTimed(b.Context(), shop.ID, run, galley.ProductBatch{Products: some, Next: "more", Total: len(products)})
		require.NoError(b, err)
		locked = max(locked, longest)
	}
	begun := time.Now()
	_, err = s.FinishSync(b.Context(), shop.ID, run)
	require.NoError(b, err)
	return max(locked, time.Since(begun))
}

// BenchmarkSavePages saves a shop for the first time, again without a change, and again with one product in a hundred
// changed. Beside it is the floor: plain inserts of the very same rows, in transactions of 2,000 products.
func BenchmarkSavePages(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		products := soldProducts(n)
		for _, page := range []int{250, 2_000} {
			b.Run(fmt.Sprintf("%d in pages of %d/first", n, page), func(b *testing.B) { benchmarkFirst(b, products, page) })
			b.Run(fmt.Sprintf("%d in pages of %d/unchanged", n, page), func(b *testing.B) { benchmarkAgain(b, products, page, 0) })
			b.Run(fmt.Sprintf("%d in pages of %d/one in 100 changed", n, page), func(b *testing.B) { benchmarkAgain(b, products, page, 100) })
		}
		for _, indexes := range []bool{true, false} {
			b.Run(fmt.Sprintf("%d/floor, indexes %v", n, indexes), func(b *testing.B) { benchmarkFloor(b, products, indexes) })
		}
	}
}

func benchmarkFirst(b *testing.B, products []galley.Product, page int) {
	locked := time.Duration(0)
	for b.Loop() {
		b.StopTimer()
		w := storetest.NewUnsyncedWorld(b, galleytest.NewClock(), 1)
		b.StartTimer()
		locked = max(locked, savePages(b, w.Store, w.Shop, products, page))
	}
	b.ReportMetric(float64(locked.Milliseconds()), "ms/longest-lock")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(products)), "µs/product")
}

// benchmarkAgain changes every so manieth product before each sync, none for 0.
func benchmarkAgain(b *testing.B, products []galley.Product, page, every int) {
	w := storetest.NewUnsyncedWorld(b, galleytest.NewClock(), 1)
	products = slices.Clone(products)
	savePages(b, w.Store, w.Shop, products, page)
	locked := time.Duration(0)
	for n := 0; b.Loop(); n++ {
		for i := 0; every > 0 && i < len(products); i += every {
			products[i].DescriptionHTML = fmt.Sprintf("<p>Lamp %d of %d, %s.</p>", i, n, prose(i+n, 100))
		}
		locked = max(locked, savePages(b, w.Store, w.Shop, products, page))
	}
	b.ReportMetric(float64(locked.Milliseconds()), "ms/longest-lock")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(products)), "µs/product")
}

// savedTables are those that a sync of products fills.
var savedTables = []string{"products", "images", "product_tags", "derived_phrases", "product_readings"}

// benchmarkFloor inserts the rows that a sync leaves into a file of the same schema that has no triggers, with the same
// indexes but that of words, or with none.
func benchmarkFloor(b *testing.B, products []galley.Product, indexes bool) {
	w := storetest.NewUnsyncedWorld(b, galleytest.NewClock(), 1)
	savePages(b, w.Store, w.Shop, products, 2_000)
	from := raw(b, storetest.Path(b, w.Store))
	rows, definitions := map[string][][]any{}, map[string][]string{}
	for _, table := range savedTables {
		rows[table], definitions[table] = rowsOf(b, from, table), definitionsOf(b, from, table, indexes)
	}
	for b.Loop() {
		b.StopTimer()
		path := filepath.Join(b.TempDir(), "floor.db")
		to, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
		require.NoError(b, err)
		to.SetMaxOpenConns(1)
		for _, table := range savedTables {
			for _, definition := range definitions[table] {
				_, err := to.Exec(definition)
				require.NoError(b, err)
			}
		}
		b.StartTimer()
		insertPlainly(b, to, rows, len(products))
		b.StopTimer()
		require.NoError(b, to.Close())
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(products)), "µs/product")
}

// insertPlainly inserts a part of each table in each transaction.
func insertPlainly(b *testing.B, to *sql.DB, rows map[string][][]any, products int) {
	b.Helper()
	parts := max(1, products/2_000)
	for part := range parts {
		tx, err := to.Begin()
		require.NoError(b, err)
		for _, table := range savedTables {
			all := rows[table]
			insertRows(b, tx, table, all[len(all)*part/parts:len(all)*(part+1)/parts])
		}
		require.NoError(b, tx.Commit())
	}
}

func insertRows(b *testing.B, tx *sql.Tx, table string, rows [][]any) {
	b.Helper()
	insert, err := tx.Prepare("INSERT INTO " + table + " VALUES (?" + strings.Repeat(", ?", len(rows[0])-1) + ")")
	require.NoError(b, err)
	defer func() { require.NoError(b, insert.Close()) }()
	for _, row := range rows {
		if _, err := insert.Exec(row...); err != nil {
			b.Fatal(err)
		}
	}
}

func rowsOf(b *testing.B, from *sql.DB, table string) (all [][]any) {
	b.Helper()
	rows, err := from.Query("SELECT * FROM " + table) //nolint:unqueryvet // every column, whatever there are
	require.NoError(b, err)
	defer func() { require.NoError(b, rows.Close()) }()
	columns, err := rows.Columns()
	require.NoError(b, err)
	for rows.Next() {
		row, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		require.NoError(b, rows.Scan(into...))
		all = append(all, row)
	}
	require.NoError(b, rows.Err())
	return all
}

// definitionsOf are the statements that make a table, and its indexes if they are wanted.
func definitionsOf(b *testing.B, from *sql.DB, table string, indexes bool) (all []string) {
	b.Helper()
	for _, row := range rowsOf(b, from, fmt.Sprintf("(SELECT type, sql FROM sqlite_schema WHERE tbl_name = '%s' AND type <> 'trigger' AND sql IS NOT NULL ORDER BY type DESC)", table)) {
		definition := row[1].(string)
		if row[0] == "index" && !indexes {
			continue
		}
		if !indexes {
			definition = strings.NewReplacer("UNIQUE (shop_id, id)", "CHECK (true)").Replace(definition)
		}
		all = append(all, definition)
	}
	return all
}
