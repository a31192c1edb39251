package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

func buildLarge(b *testing.B, path string, parts int) {
	b.Helper()
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(path + end)
	}
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(b, err)
	require.NoError(b, s.Close())
	file, err := sql.Open("sqlite3", "file:"+path+"?_synchronous=OFF&_foreign_keys=on")
	require.NoError(b, err)
	file.SetMaxOpenConns(1)
	defer func() { require.NoError(b, file.Close()) }()
	build := largeBuild{b: b, file: file, parts: parts, now: galleytest.NewClock().Now()}
	build.withoutIndexOfWords(func() {
		build.shops()
		build.jobs()
	})
	build.exec("INSERT INTO revisions (item_row, number, author, name, note, content, content_sha256, created_at) " +
		"SELECT row_id, 1, 'model', 'm', '', content, content_sha256, written_at FROM items WHERE state = 'generated' AND position % 10 = 0")
	build.exec("INSERT INTO products_fts (products_fts) VALUES ('rebuild')")
	build.exec("UPDATE word_index SET up_to = (SELECT max(row_id) FROM products)")
	build.exec("PRAGMA wal_checkpoint(TRUNCATE)")
}

// withoutIndexOfWords fills the index of words at once afterwards, which takes a tenth of the time.
func (l largeBuild) withoutIndexOfWords(f func()) {
	var definition string
	require.NoError(l.b, l.file.QueryRow("SELECT sql FROM sqlite_schema WHERE name = 'items_fts_insert'").Scan(&definition))
	l.exec("DROP TRIGGER items_fts_insert")
	f()
	l.exec(definition)
	l.exec("INSERT INTO items_fts (items_fts) VALUES ('rebuild')")
}

type largeBuild struct {
	b     *testing.B
	file  *sql.DB
	parts int
	now   time.Time
}

func (l largeBuild) exec(query string, args ...any) {
	l.b.Helper()
	_, err := l.file.Exec(query, args...)
	require.NoError(l.b, err)
}

// each prepares a statement, and runs it n times in one transaction.
func (l largeBuild) each(n int, query string, args func(i int) []any) {
	l.b.Helper()
	tx, err := l.file.Begin()
	require.NoError(l.b, err)
	statement, err := tx.Prepare(query)
	require.NoError(l.b, err)
	defer statement.Close()
	for i := range n {
		_, err := statement.Exec(args(i)...)
		require.NoError(l.b, err)
	}
	require.NoError(l.b, tx.Commit())
}

func (l largeBuild) shopID(shop int) string {
	return fmt.Sprintf("6a9c2f0e-0000-4000-8000-%012d", shop)
}

// productsOf is how many products a shop has.
func (l largeBuild) productsOf(shop int) int {
	if shop == 0 {
		return largestShop / l.parts
	}
	return (largeProducts - largestShop) / (largeShops - 1) / l.parts
}

func (l largeBuild) itemsOf(job int) int {
	if job == 0 {
		return largestJob / l.parts
	}
	return (largeItems - largestJob) / (largeJobs - 1) / l.parts
}

func (l largeBuild) shops() {
	row := 0
	for shop := range largeShops {
		l.exec("INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at, synced_at) VALUES (?, ?, 'shopify', ?, '', 'EUR', ?, ?)",
			l.shopID(shop), fmt.Sprintf("Shop %d", shop), fmt.Sprintf("shop-%d.myshopify.com", shop), l.now.UnixMilli(), l.now.UnixMilli())
		for c := range 20 {
			l.exec(`INSERT INTO collections (shop_id, id, sync_run, handle, title, description_words, product_count, image_url, description_empty, seo_title_empty,
				meta_description_empty, updated_at, read_at, description_html) VALUES (?, ?, 1, ?, ?, 0, 0, '', 1, 1, 1, 0, 0, '')`,
				l.shopID(shop), fmt.Sprintf("gid://shopify/Collection/%d", c), fmt.Sprintf("collection-%d", c), fmt.Sprintf("Collection %d", c))
		}
		n := l.productsOf(shop)
		l.each(n, `INSERT INTO products (shop_id, id, digest, handle, title, vendor, product_type, status, tags, skus, seo_title, meta_description,
			description_words, images, images_with_alt, image_url, variant_count, price_min, price_max, currency, url, options, metafields, updated_at,
			description_html, description_empty, seo_title_empty, meta_description_empty)
			VALUES (?, ?, x'00', ?, ?, ?, ?, 'active', ?, '[]', ?, NULL, ?, 1, ?, '', 1, '1.00', '1.00', 'EUR', '', '[]', '[]', ?, ?, 0, ?, 1)`,
			func(i int) []any {
				var seo any = fmt.Sprintf("Lamp %05d of oak", i)
				if i%3 == 0 {
					seo = nil
				}
				return []any{
					l.shopID(shop), productID(i), fmt.Sprintf("lamp-%05d", i), fmt.Sprintf("Lamp %05d", i), fmt.Sprintf("Vendor %d", i%300),
					fmt.Sprintf("Type %d", i%40), fmt.Sprintf(`["oak","tag %d","sale %d"]`, i%500, i%7), seo, 40 + i%300, i % 2,
					l.now.UnixMilli() - int64(i), "<p>" + prose(i, 90) + "</p>", i%3 == 0,
				}
			})
		l.exec("INSERT OR IGNORE INTO product_tags SELECT p.shop_id, t.value, p.row_id FROM products p, json_each(p.tags) t WHERE p.shop_id = ?", l.shopID(shop))
		l.each(n, `INSERT INTO collection_products (collection_row, product_id) VALUES (?, ?)`, func(i int) []any { return []any{shop*20 + i%20 + 1, productID(i)} })
		l.each(n, `INSERT INTO images (shop_id, product_row, id, position, url, alt, width, height) VALUES (?, ?, ?, 1, '', 'Lamp', 1, 1)`,
			func(i int) []any {
				return []any{l.shopID(shop), row + i + 1, fmt.Sprintf("gid://shopify/MediaImage/%d", i)}
			})
		row += n
	}
}

func productID(i int) string { return fmt.Sprintf("gid://shopify/Product/%d", 1000+i) }

// prose is a text of that many words, of which most texts share many and a few are rare.
func prose(i, words int) string {
	var text strings.Builder
	for w := range words {
		if w > 0 {
			text.WriteByte(' ')
		}
		n := uint32(i*words+w) * 2654435761
		text.WriteString(vocabulary[(n>>8)%(1<<(n>>28+1))%uint32(len(vocabulary))])
	}
	return text.String()
}

var vocabulary = func() (words []string) {
	for a := range strings.FieldsSeq("oak linen lamp shade brass warm light hand made table floor glass soft wool cord dim base height room corner") {
		for _, b := range []string{"", "s", "en", "ish", "ly", "work", "ware", "mark", "land", "stone", "side", "line", "fold", "wood", "field", "ford"} {
			words = append(words, a+b)
		}
	}
	return words
}()

// itemStates are the states of a hundred items.
func itemStates(i int) (state, publish, decision string) {
	switch n := i % 100; {
	case n < 60:
		return "generated", "unpublished", "open"
	case n < 70:
		return "generated", "unpublished", "approved"
	case n < 75:
		return "generated", "unpublished", "rejected"
	case n < 90:
		return "generated", "published", "approved"
	case n < 92:
		return "generated", "conflict", "open"
	case n < 96:
		return "skipped", "unpublished", "open"
	}
	return "failed", "unpublished", "open"
}

func (l largeBuild) jobs() {
	for job := range largeJobs {
		shop := job % largeShops
		l.exec(`INSERT INTO jobs (shop_id, name, type, field, strategy, instructions, instructions_name, only_empty, writer_kind, writer_base_url, writer_model, state,
			created_at, started_at, finished_at) VALUES (?, ?, 'bulk_generation', 'description', 'review', '', '', 0, 'openai_compatible', 'http://127.0.0.1', 'm', 'completed', ?, ?, ?)`,
			l.shopID(shop), fmt.Sprintf("Descriptions %d", job), l.now.UnixMilli(), l.now.UnixMilli(), l.now.UnixMilli())
		n, products := l.itemsOf(job), l.productsOf(shop)
		l.each(n, `INSERT INTO items (job_id, position, shop_id, field, place_id, place_handle, place_title, image_of, image_url, state, publish_state, decision, revision,
			written_by, written_at, original, score, warnings, content, content_sha256, score_total, warned, warning_count, length, off_length, error_code)
			VALUES (?, ?, ?, 'description', ?, ?, ?, '', '', ?, ?, ?, ?, 'm', ?, ?, ?, '[]', ?, 'x', ?, ?, ?, ?, 'fits', ?)`, func(i int) []any {
			state, publish, decision := itemStates(i * 37)
			at := i % products
			row := []any{job + 1, i + 1, l.shopID(shop), productID(at), fmt.Sprintf("lamp-%05d", at), fmt.Sprintf("Lamp %05d", at), state, publish, decision}
			if state != "generated" {
				code := "shop_missing"
				if state == "failed" {
					code = "model_timeout"
				}
				return append(row, 0, nil, nil, nil, "", nil, 0, 0, 0, code)
			}
			score, warned := 100-i*31%60, i%7 == 0
			return append(row, 1, l.now.UnixMilli()+int64(i)*200, "<p>"+prose(i, 40)+"</p>", fmt.Sprintf(`{"total":%d,"rules":[]}`, score),
				"<p>"+prose(i+job, 70)+"</p>", score, warned, warned, 300+i*13%200, "")
		})
	}
	l.exec(`INSERT INTO publications (id, shop_id, item_row, place_id, place_handle, place_title, image_of, field, kind, state, before_known, live_known, live, after,
		person, writer, slot, created_at, started_at, finished_at)
		SELECT 'p' || row_id, shop_id, row_id, place_id, place_handle, place_title, '', field, 'publish', 'published', 1, 1, content, content AS after, 'Ada', 'm',
		place_id || ':' || field, written_at, written_at AS started, written_at AS finished FROM items WHERE publish_state = 'published'`)
	l.exec(`INSERT OR IGNORE INTO published_texts (shop_id, place_id, field, publication_id, item_row, live)
		SELECT shop_id, place_id, field, id, item_row, live FROM publications`)
}
