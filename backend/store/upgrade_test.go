package store_test

import (
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pressly/goose/v3"
	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store"
)

// dataFileOf makes a data file of an earlier schema version from its file in
// testdata, which says how its rows were made.
func dataFileOf(t *testing.T, version int64, path string) {
	t.Helper()
	rows, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("v%d.sql", version)))
	require.NoError(t, err)
	migrateTo(t, path, version, string(rows))
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

func TestUpgradesDataFileOfVersion6(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 6, path)
	columns, _ := contents(t, path, nil)
	columns = unchangedColumns(columns)
	_, before := contents(t, path, columns)
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

func TestUpgradesDataFileOfVersion13(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 13, path)
	columns, _ := contents(t, path, nil)
	columns = unchangedColumns(columns)
	_, before := contents(t, path, columns)

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
	require.Equal(t, []galley.WarningKey{{Rule: "picture_not_seen"}}, kept.Items[1].Kept)
	require.Equal(t, galley.WarningKey{Rule: "picture_not_seen"}, kept.Items[2].Warnings[0].Key())
	require.Equal(t, "Written without seeing the picture.", kept.Items[2].Warnings[0].Message.String())
	require.Equal(t, "At most 125 characters", kept.Items[2].Score.Rules[0].Message.String())
}

func TestUpgradesDataFileOfVersion20(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	columns, _ := contents(t, path, nil)
	columns["products"] = slices.DeleteFunc(columns["products"], func(name string) bool { return name == `"description_words"` })
	columns["collections"] = slices.DeleteFunc(columns["collections"], func(name string) bool { return name == `"description_words"` })
	_, before := contents(t, path, columns)
	for table, rows := range before {
		require.Equal(t, table == "spend", len(rows) == 0, table)
	}

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
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 31, `INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at)
		VALUES ('f1', 'Range', 'file', 'products_export_1.csv', '', '', 1);
		INSERT INTO file_texts (shop_id, field, place_id, value) VALUES ('f1', 'title', 'gid://galley/Product/lamp', 'Oak lamp')`)
	columns, before := contents(t, path, nil)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	run, err := s.FileRun(t.Context(), "f1")
	require.NoError(t, err)
	require.Zero(t, run)
	published, err := s.FileText(t.Context(), "f1", galley.FieldTitle, "gid://galley/Product/lamp")
	require.NoError(t, err)
	require.Equal(t, galley.Text("Oak lamp"), *published)
}

// Tags and drafts of an earlier file can be filtered by.
func TestUpgradesProductListOfVersion20(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 37, "UPDATE items SET score = json_set(coalesce(score, '{}'), '$.total', 41) WHERE state = 'generated'")
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
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
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
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
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	require.Equal(t, []string{"9"}, texts(t, raw(t, path), "SELECT description_words FROM products WHERE handle = 'oak-lamp'"))
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
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

// TestUpgradeKeysKeptWarnings upgrades drafts whose warnings were kept by their
// sentences, and checks them with sentences that were reworded since.
func TestUpgradeKeysKeptWarnings(t *testing.T) {
	for _, c := range []struct {
		field         galley.Field
		content, kept string
		want          galley.WarningKey
	}{
		{galley.FieldDescription, "<p>It has a 5-year warranty.</p>", "No source for “5-year warranty”: no such warranty or service in the title, options, tags, type, metafields, the shop’s text or its facts.",
			galley.WarningKey{Rule: "claim_warranty", About: "5-year warranty"}},
		{galley.FieldDescription, "<p>It has a 5-year warranty.</p>", "No source for “5-year warranty”: no such warranty or service in the title, options, tags, type, metafields or the shop’s text.",
			galley.WarningKey{Rule: "claim_warranty", About: "5-year warranty"}},
		{galley.FieldDescription, "<p>Lamp</p>", "3 links of the text on the shop would be lost.", galley.WarningKey{Rule: "lost_links", About: "3"}},
		{galley.FieldDescription, "<p>Lamp</p>", "1 embedded video or frame not in the text on the shop.", galley.WarningKey{Rule: "new_frames", About: "1"}},
		{galley.FieldDescription, "<p>Lamp</p>", "1 size chart of the text on the shop would be lost.", galley.WarningKey{Rule: "lost_size_chart"}},
		{galley.FieldDescription, "", "There is no text. The description on the shop would be emptied.", galley.WarningKey{Rule: "empty"}},
		{galley.FieldDescription, "<p>Lamp</p>", "Reading ease 61 of 100: plain English.", galley.WarningKey{Rule: "reading_ease", About: "61"}},
		{galley.FieldSEOTitle, "Lamp", "71 characters; Shopify’s counter ends at 70.", galley.WarningKey{Rule: "seo_title_counter", About: "71"}},
		{galley.FieldAltText, "See IMG_0042.jpg for the lamp.", "No file name.", galley.WarningKey{Rule: "alt_file_name", About: "IMG_0042.jpg"}},
		{galley.FieldAltText, "A lamp.", "No file name.", galley.WarningKey{About: "No file name."}},
		{galley.FieldAltText, "A lamp", "Ends with punctuation.", galley.WarningKey{Rule: "alt_end"}},
		{galley.FieldAltText, "A lamp.", "An unknown sentence.", galley.WarningKey{About: "An unknown sentence."}},
	} {
		path := filepath.Join(t.TempDir(), store.FileName)
		dataFileOf(t, 13, path)
		file := raw(t, path)
		kept, err := json.Marshal([]string{c.kept})
		require.NoError(t, err)
		_, err = file.ExecContext(t.Context(), "UPDATE items SET field = ?, content = ?, content_sha256 = ?, kept = ? WHERE job_id = 3 AND position = 2",
			c.field, c.content, fmt.Sprintf("%x", sha256.Sum256([]byte(c.content))), string(kept))
		require.NoError(t, err)

		s, err := store.Open(t.Context(), path, galleytest.NewClock())
		require.NoError(t, err)
		item, err := s.Item(t.Context(), "3/2")
		require.NoError(t, s.Close())
		require.NoError(t, err)
		require.Equal(t, []galley.WarningKey{c.want}, item.Kept, c.kept)
	}
}

func TestWarningKeptBeforeTheUpgradeStaysKeptWhenItsSentenceIsReworded(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 13, path)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	item, err := s.Item(t.Context(), "3/2")
	require.NoError(t, err)
	draft := checks.Text{Field: item.Field, Content: item.Content, Subject: galley.Subject{Product: galley.Product{Title: "Band-collar shirt, linen", Vendor: "Niñola"}}, Kept: item.Kept}
	require.Empty(t, checks.Run(draft).Warnings)

	defer messages.Reword(messages.PictureNotSeen.ID, "The writer has not looked at the picture.")()
	require.Empty(t, checks.Run(draft).Warnings)
	draft.Kept = nil
	require.Len(t, checks.Run(draft).Warnings, 1, "without what was kept it would be shown")
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

// A data file of version 16 has collections, and a plan that was not confirmed.
func TestUpgradesDataFileOfVersion16(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 13, path)
	migrateTo(t, path, 16, `INSERT INTO collections (row_id, shop_id, id, sync_run, handle, title, description_words, product_count, image_url,
			description_empty, seo_title_empty, meta_description_empty, updated_at, read_at, description_html)
		SELECT 1, id, 'gid://shopify/Collection/1', 1, 'lamps', 'Lamps', 2, 1, '', 0, 1, 1, 1, 1, '<p>All lamps.</p>' FROM shops WHERE kind = 'demo';
		INSERT INTO plans (id, kind, shop_id, created_at) SELECT 'plan', 'publish', id, 1 FROM shops WHERE kind = 'demo';
		INSERT INTO plan_items (plan, position, shop_id, item_row, product_id, product_handle, product_title, image_id, field)
		SELECT 'plan', row_id, shop_id, row_id, product_id, product_handle, product_title, image_id, field FROM items WHERE job_id IN (1, 3)`)
	columns, _ := contents(t, path, nil)
	columns = unchangedColumns(columns)
	_, before := contents(t, path, columns)

	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	for table := range before {
		require.Equal(t, before[table], after[table], table)
	}
	health, err := s.Examine(t.Context())
	require.NoError(t, err)
	require.NoError(t, health.Err())

	file := raw(t, path)
	require.Equal(t, []string{"image", "product"}, texts(t, file, "SELECT DISTINCT place_kind FROM plan_items ORDER BY 1"))
	for _, table := range []string{"items", "publications", "ledger", "plan_items"} {
		require.Equal(t, []string{"0"}, texts(t, file, fmt.Sprintf("SELECT count(*) FROM %s WHERE (place_kind = 'image') <> (field = 'alt_text') OR (image_of <> '') <> (field = 'alt_text')", table)), table)
		require.Equal(t, []string{"0"}, texts(t, file, fmt.Sprintf("SELECT count(*) FROM %s WHERE place_kind = 'image' AND place_id NOT LIKE '%%Image/%%'", table)), table)
	}
	_, err = file.ExecContext(t.Context(), "UPDATE ledger SET place_kind = 'product'")
	require.ErrorContains(t, err, "the ledger is never edited")
	images, err := s.Items(t.Context(), galley.ItemQuery{JobID: "3", Filter: galley.FilterAll, Limit: 1})
	require.NoError(t, err)
	require.Equal(t, galley.PlaceImage, images.Items[0].Place.Kind)
	require.Equal(t, images.Items[0].Place.ID, images.Items[0].Image.ID)
	require.Contains(t, images.Items[0].Product.ID, "/Product/")
}

// Prints of texts mean something else from version 36 on: they are made again,
// and groups that a person kept stay kept.
func TestUpgradeMakesPrintsAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 35, `
		UPDATE jobs SET alike_checked = alike_due;
		INSERT INTO draft_prints SELECT row_id, revision, 1, x'01' FROM items WHERE state = 'generated';
		INSERT INTO text_changes SELECT id, 'title', 3, 3 FROM shops;
		INSERT INTO kept_groups SELECT 'abc', id, 'title', 'ending', '["x"]', 'Ada', 5 FROM shops WHERE name = 'lamps';`)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.Equal(t, []string{"0"}, texts(t, raw(t, path), "SELECT count(*) FROM draft_prints"))
	due, err := s.JobsToCompare(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, due)
	shop, err := s.Shop(t.Context(), "lamps")
	require.NoError(t, err)
	kept, err := s.KeptGroups(t.Context(), shop.ID, galley.FieldTitle)
	require.NoError(t, err)
	require.Len(t, kept, 2)
	for _, g := range kept {
		require.Equal(t, []string{"x"}, g.Texts)
		require.Equal(t, "Ada", g.Person)
	}
	require.ElementsMatch(t, []galley.AlikeKind{galley.AlikeEnding, galley.AlikeClosing}, []galley.AlikeKind{kept[0].Kind, kept[1].Kind})
}

// From version 43 on, what people do can be undone; what they did before cannot.
func TestUpgradeKeepsDraftsAndRemembersWhatFollows(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 37, "")
	columns, before := contents(t, path, nil)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	all, err := s.AllUnsaved(t.Context(), 10)
	require.NoError(t, err)
	require.Empty(t, all)
	file := raw(t, path)
	open := texts(t, file, "SELECT job_id || '/' || position FROM items WHERE state = 'generated' AND publish_state = 'unpublished' AND decision = 'open' LIMIT 1")
	id := galley.ItemID(open[0])
	_, err = s.NextStep(t.Context(), id, false)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	item, err := s.Item(t.Context(), id)
	require.NoError(t, err)
	done, err := s.Decide(t.Context(), item.JobID, []galley.ItemAt{{ID: id, Revision: item.Revision}}, galley.DecisionApproved)
	require.NoError(t, err)
	step, err := s.NextStep(t.Context(), id, false)
	require.NoError(t, err)
	require.Equal(t, []galley.StepID{step}, done.Steps)
	require.NoError(t, s.SaveUnsaved(t.Context(), id, galley.UnsavedEdit{Seat: "w", Revision: item.Revision, Content: "Typed"}))
}

// From version 65 on, jobs say what most of their items failed with, also jobs from before.
func TestUpgradeSaysWhyItemsOfEarlierJobsFailed(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 51, `
		DROP TRIGGER items_state_moves;
		UPDATE items SET state = 'failed', error_code = 'writer_reply', error_message = '{"id":"no_such_publication"}' WHERE job_id = 1 AND state = 'generated' AND publish_state = 'unpublished';`)
	columns, before := contents(t, path, nil)
	migrateTo(t, path, 65, "")
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	job, err := s.Job(t.Context(), "1")
	require.NoError(t, err)
	require.Positive(t, job.Counts.Failed)
	require.Equal(t, galley.CodeWriterReply, job.Failures.Common.Code)
	require.NotEmpty(t, job.Failures.Brief)
}

// From version 64 on, texts of the editor are kept; nothing of before is touched.
func TestUpgradeKeepsWhatWasThereBesideOwnDrafts(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 51, "")
	columns, before := contents(t, path, nil)
	migrateTo(t, path, 64, "")
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	shops, err := s.ShopOverviews(t.Context())
	require.NoError(t, err)
	for _, shop := range shops {
		page, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 1000, Sort: galley.SortTitle})
		require.NoError(t, err)
		for _, p := range page.Products {
			require.Zero(t, p.OwnDrafts)
		}
	}
}

// From version 68 on, what a sync found is beside the products, and tags are found without an index of their own. The
// first sync afterwards finds all products unchanged, and those that are gone.
func TestUpgradeKeepsWhatSyncsFound(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 66, "UPDATE products SET read_at = NULL WHERE handle = 'oak-lamp'")
	columns, before := contents(t, path, nil)
	tagged := "SELECT shop_id || tag || product_row FROM product_tags ORDER BY 1"
	tags := texts(t, raw(t, path), tagged)
	require.NotEmpty(t, tags)

	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	_, after := contents(t, path, columns)
	require.Equal(t, before["products"], after["products"])
	require.Equal(t, tags, texts(t, raw(t, path), tagged))

	shops, err := s.ShopOverviews(t.Context())
	require.NoError(t, err)
	for _, shop := range shops {
		run, _, err := s.BeginSync(t.Context(), shop.ID)
		require.NoError(t, err)
		unseen, known, err := s.Unseen(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.Equal(t, shop.ProductCount, known)
		require.Equal(t, known, unseen)
		removed, err := s.FinishSync(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.Equal(t, known, removed)
	}
	require.Empty(t, texts(t, raw(t, path), tagged), "tags go with their products")
	require.Empty(t, texts(t, raw(t, path), "SELECT product_row FROM product_readings"))
}

// From version 69 on, texts typed in the editor are kept. An edit of a draft that was not saved is offered as before,
// and what the same window types next takes its place.
func TestUpgradeKeepsUnsavedEdits(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 68, `INSERT INTO edits (item_row, seat, revision, content, person, typed_at)
		SELECT row_id, 'left', 1, 'Typed before', 'Ada', 1 FROM items WHERE content <> '' LIMIT 1`)
	columns, before := contents(t, path, nil)
	migrateTo(t, path, 69, "")
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	found, err := s.AllUnsaved(t.Context(), 10)
	require.NoError(t, err)
	require.Len(t, found, 1)
	edit := galley.UnsavedEdit{Seat: "left", Turn: 1, Revision: 1, Content: "Typed on"}
	require.NoError(t, s.SaveUnsaved(t.Context(), found[0].ItemID, edit))
	kept, err := s.Unsaved(t.Context(), found[0].ItemID)
	require.NoError(t, err)
	require.Equal(t, "Typed on", kept[0].Content)
}

// From version 74 on, it is kept from when members of collections are known. Those of before are read once more.
func TestMembersOfBeforeAreNotKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	dataFileOf(t, 20, path)
	migrateTo(t, path, 72, `INSERT INTO shop_syncs (shop_id, kind, began_at, changes_from, whole_at)
		SELECT id, 'pages', 1, 1, 1 FROM shops WHERE true ON CONFLICT DO UPDATE SET changes_from = 1, whole_at = 1`)
	columns, before := contents(t, path, nil)
	migrateTo(t, path, 74, "")
	_, after := contents(t, path, columns)
	require.Equal(t, before, after)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	shops, err := s.Shops(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, shops)
	for _, shop := range shops {
		state, err := s.SyncState(t.Context(), shop.ID)
		require.NoError(t, err)
		require.NotNil(t, state.ChangesFrom)
		require.False(t, state.MembersKnown)
		run, cursor, err := s.BeginCollectionSync(t.Context(), shop.ID)
		require.NoError(t, err)
		require.Empty(t, cursor)
		_, err = s.FinishCollectionSync(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.NoError(t, s.NoteMembersKnown(t.Context(), shop.ID, run, *state.ChangesFrom))
		state, err = s.SyncState(t.Context(), shop.ID)
		require.NoError(t, err)
		require.True(t, state.MembersKnown)
	}
}
