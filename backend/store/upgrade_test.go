package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/pressly/goose/v3"
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/store"
)

func TestUpgradesDataFileOfVersion6(t *testing.T) {
	path := dataFileOf(t, 6)
	columns, before := contents(t, path, nil)
	for table, rows := range before {
		require.NotEmpty(t, rows, table)
	}
	s := upgradedFromEarly(t, path)
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	counts := map[galley.Field]galley.Counts{}
	for _, job := range jobs {
		if job.State == galley.JobCompleted && job.Field != galley.FieldMetaDescription {
			counts[job.Field] = job.Counts
		}
	}
	require.Equal(t, map[galley.Field]galley.Counts{
		galley.FieldDescription: {Total: 8, Successful: 8, Unpublished: 8, PendingReview: 7, ToReview: 6, Approved: 1, Rejected: 1, Waiting: 1, Warned: counts[galley.FieldDescription].Warned},
		galley.FieldSEOTitle:    {Total: 8, Successful: 8, Unpublished: 8, PendingReview: 8, ToReview: 6, Waiting: 2, Warned: counts[galley.FieldSEOTitle].Warned},
		galley.FieldAltText:     {Total: 16, Successful: 16, Unpublished: 16, PendingReview: 16, ToReview: 16, Warned: counts[galley.FieldAltText].Warned},
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
	path := dataFileOf(t, 13)
	s := upgradedFromEarly(t, path)
	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	require.Len(t, jobs, 4)
	kept, err := s.Items(t.Context(), galley.ItemQuery{JobID: "3", Filter: galley.FilterAll, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, []galley.WarningKey{{Rule: "picture_not_seen"}}, kept.Items[1].Kept)
	require.Equal(t, galley.WarningKey{Rule: "picture_not_seen"}, kept.Items[2].Warnings[0].Key())
	require.Equal(t, "Written without seeing the picture.", kept.Items[2].Warnings[0].Message.String())
	require.Equal(t, "At most 125 characters", kept.Items[2].Score.Rules[0].Message.String())
}

func TestUpgradesDataFileOfVersion20(t *testing.T) {
	path := dataFileOf(t, 20)
	columns, _ := contents(t, path, nil)
	columns["products"] = slices.DeleteFunc(columns["products"], func(name string) bool { return name == `"description_words"` })
	columns["collections"] = slices.DeleteFunc(columns["collections"], func(name string) bool { return name == `"description_words"` })
	_, before := contents(t, path, columns)
	for table, rows := range before {
		require.Equal(t, table == "spend", len(rows) == 0, table)
	}

	s := opened(t, path)
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], "%s: every value is kept", table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())

	title, err := s.Items(t.Context(), galley.ItemQuery{JobID: "2", Filter: galley.FilterAll, Limit: 10})
	require.NoError(t, err)
	changed := title.Items[1].Changed
	require.NotNil(t, changed)
	require.Equal(t, galley.ItemID("2/2"), changed.ItemID)
	require.Equal(t, "A title from the shop", changed.OnShop.Text)
	written, err := s.PublicationsOf(t.Context(), changed.ItemID)
	require.NoError(t, err)
	require.Len(t, written, 1)
	require.Equal(t, changed.PublicationID, written[0].ID)
	require.Equal(t, changed.Place, written[0].Place)
}

// A file shop keeps its first file, its name and its published texts.
func TestUpgradesFileShopsOfVersion31(t *testing.T) {
	path := dataFileAt(t, 31, `INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at)
		VALUES ('f1', 'Range', 'file', 'products_export_1.csv', '', '', 1);
		INSERT INTO file_texts (shop_id, field, place_id, value) VALUES ('f1', 'title', 'gid://galley/Product/lamp', 'Oak lamp')`)
	s := upgraded(t, path)
	run, err := s.FileRun(t.Context(), "f1")
	require.NoError(t, err)
	require.Zero(t, run)
	published, err := s.FileText(t.Context(), "f1", galley.FieldTitle, "gid://galley/Product/lamp")
	require.NoError(t, err)
	require.Equal(t, galley.Text("Oak lamp"), *published)
}

// Tags and drafts of an earlier file can be filtered by.
func TestUpgradesProductListOfVersion20(t *testing.T) {
	path := dataFileAt(t, 37, "UPDATE items SET score = json_set(coalesce(score, '{}'), '$.total', 41) WHERE state = 'generated'")
	s := opened(t, path)
	shop, err := s.Shop(t.Context(), "lamps")
	require.NoError(t, err)
	all, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 100})
	require.NoError(t, err)
	facets, err := s.ProductFacets(t.Context(), galley.ProductQuery{ShopID: shop.ID})
	require.NoError(t, err)
	require.NotEmpty(t, facets.Tags)
	for _, summary := range all.Products {
		product, err := s.Product(t.Context(), shop.ID, summary.ID)
		require.NoError(t, err)
		for _, tag := range product.Tags {
			tagged, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Filter: galley.ProductFilter{Tag: galley.Choice{tag}}, Limit: 100})
			require.NoError(t, err)
			require.Contains(t, tagged.Products, summary)
		}
	}
	poor, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Filter: galley.ProductFilter{ScoreBelow: 42}, Limit: 100})
	require.NoError(t, err)
	written, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Filter: galley.ProductFilter{History: galley.HistoryWritten}, Limit: 100})
	require.NoError(t, err)
	require.NotEmpty(t, written.Products)
	require.Equal(t, written.Products, poor.Products)
}

// A migration may have a lower number than one that a data file has already.
func TestUpgradesDataFileThatLacksEarlierMigrations(t *testing.T) {
	path := dataFileOf(t, 20)
	columns, _ := contents(t, path, nil)
	columns = unchangedColumns(columns)
	_, before := contents(t, path, columns)
	names, err := filepath.Glob("migrations/*.sql")
	require.NoError(t, err)
	only := fstest.MapFS{}
	for _, name := range names {
		if number := filepath.Base(name)[:5]; number <= "00021" || number == "00027" {
			content, err := os.ReadFile(name)
			require.NoError(t, err)
			only[filepath.Base(name)] = &fstest.MapFile{Data: content}
		}
	}
	file, err := sql.Open("sqlite3_galley", "file:"+path+"?_foreign_keys=on")
	require.NoError(t, err)
	migrator, err := goose.NewProvider(goose.DialectSQLite3, file, only, goose.WithGoMigrations(store.KeyWarnings))
	require.NoError(t, err)
	_, err = migrator.Up(t.Context())
	require.NoError(t, err)
	require.NoError(t, file.Close())

	s := opened(t, path)
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], "%s: every value is kept", table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())
	require.FileExists(t, store.BackupPath(path, 27))

	shop, err := s.Shop(t.Context(), "lamps")
	require.NoError(t, err)
	require.Empty(t, shop.Unknown, "until the next sync")
	require.NoError(t, s.SaveNoted(t.Context(), shop.ID, "gid://galley/Product/oak-lamp", []galley.NotedFact{{State: galley.FactAdded, FactEdit: galley.FactEdit{Value: "Oiled"}}}, nil))
	of, err := s.Subject(t.Context(), shop.ID, galley.Listed{Target: galley.ProductTarget("oak-lamp")})
	require.NoError(t, err)
	require.Len(t, of.Noted.Facts, 1)
	require.Empty(t, of.Product.Category)
}

// Words were counted by spaces up to version 20: a dash between two was a word.
func TestUpgradeCountsWordsAsChecksDo(t *testing.T) {
	path := dataFileOf(t, 20)
	require.Equal(t, []string{"9"}, texts(t, raw(t, path), "SELECT description_words FROM products WHERE handle = 'oak-lamp'"))
	s := opened(t, path)
	for _, shop := range []string{"Demo shop", "lamps"} {
		found, err := s.Shop(t.Context(), shop)
		require.NoError(t, err)
		page, err := s.Products(t.Context(), galley.ProductQuery{ShopID: found.ID, Limit: 50})
		require.NoError(t, err)
		require.NotEmpty(t, page.Products)
		for _, summary := range page.Products {
			p, err := s.Product(t.Context(), found.ID, summary.ID)
			require.NoError(t, err)
			require.Equal(t, markup.WordCount(markup.VisibleText(p.DescriptionHTML)), summary.DescriptionWords, p.Handle)
		}
	}
	require.Equal(t, []string{"8"}, texts(t, raw(t, path), "SELECT description_words FROM products WHERE handle = 'oak-lamp'"))
}

// The registries say which fields and kinds there are, so that a new one needs
// no new table. Everything else that the tables forbid stays forbidden.
func TestTablesListNoFieldsAndKinds(t *testing.T) {
	for _, version := range []int64{6, 13} {
		path := dataFileOf(t, version)
		opened(t, path)
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

// A data file of version 16 has collections, and a plan that was not confirmed.
func TestUpgradesDataFileOfVersion16(t *testing.T) {
	path := dataFileOf(t, 13)
	migrateTo(t, path, 16, `INSERT INTO collections (row_id, shop_id, id, sync_run, handle, title, description_words, product_count, image_url,
			description_empty, seo_title_empty, meta_description_empty, updated_at, read_at, description_html)
		SELECT 1, id, 'gid://shopify/Collection/1', 1, 'lamps', 'Lamps', 2, 1, '', 0, 1, 1, 1, 1, '<p>All lamps.</p>' FROM shops WHERE kind = 'demo';
		INSERT INTO plans (id, kind, shop_id, created_at) SELECT 'plan', 'publish', id, 1 FROM shops WHERE kind = 'demo';
		INSERT INTO plan_items (plan, position, shop_id, item_row, product_id, product_handle, product_title, image_id, field)
		SELECT 'plan', row_id, shop_id, row_id, product_id, product_handle, product_title, image_id, field FROM items WHERE job_id IN (1, 3)`)
	s := upgradedFromEarly(t, path)

	file := raw(t, path)
	require.Equal(t, []string{"image", "product"}, texts(t, file, "SELECT DISTINCT place_kind FROM plan_items ORDER BY 1"))
	for _, table := range []string{"items", "publications", "ledger", "plan_items"} {
		require.Equal(t, []string{"0"}, texts(t, file, fmt.Sprintf("SELECT count(*) FROM %s WHERE (place_kind = 'image') <> (field = 'alt_text') OR (image_of <> '') <> (field = 'alt_text')", table)), table)
		require.Equal(t, []string{"0"}, texts(t, file, fmt.Sprintf("SELECT count(*) FROM %s WHERE place_kind = 'image' AND place_id NOT LIKE '%%Image/%%'", table)), table)
	}
	_, err := file.ExecContext(t.Context(), "UPDATE ledger SET place_kind = 'product'")
	require.ErrorContains(t, err, "the ledger is never edited")
	images, err := s.Items(t.Context(), galley.ItemQuery{JobID: "3", Filter: galley.FilterAll, Limit: 1})
	require.NoError(t, err)
	require.Equal(t, galley.PlaceImage, images.Items[0].Place.Kind)
	require.Equal(t, images.Items[0].Place.ID, images.Items[0].Image.ID)
	require.Contains(t, images.Items[0].Product.ID, "/Product/")
}
