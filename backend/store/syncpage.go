package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"runtime"
	"slices"
	"sync"
	"time"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// syncPage is a part of a page of a sync on its way into the local copy. What takes long is worked out before the data file is
// locked for writing.
type syncPage struct {
	shop    galley.ShopID
	run     galley.SyncRun
	readAt  time.Time
	unknown []galley.Field
	read    []*readProduct
	late    []*readProduct // left out: the local copy is newer

	// What is saved after the products.
	images  []imageOf
	phrases []derived
	tags    []tagged // of new products
}

type imageOf struct {
	id  string
	row []any
}

type derived struct{ place, phrase string }

type tagged struct {
	tag string
	key int
}

// readProduct is a product as a sync read it. Its row is worked out where the local copy has another one.
type readProduct struct {
	product galley.Product
	digest  []byte
	row     *productRow
	phrase  string // what title and type give as a guess at its keyphrase

	key   int    // of its row in the local copy, 0 where it has none
	local []byte // digest of the local copy
}

func (r *readProduct) changed() bool { return r.key == 0 || !bytes.Equal(r.local, r.digest) }

// preparePage works out what is stored of the products that the local copy has not, or has otherwise. None comes twice.
func (s *Store) preparePage(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) (*syncPage, error) {
	p := &syncPage{shop: shop, run: run, readAt: s.orNow(page.ReadAt), unknown: page.Unknown, read: make([]*readProduct, len(page.Products))}
	for i, product := range page.Products {
		p.read[i] = &readProduct{product: product}
	}
	atOnce(p.read, func(r *readProduct) { r.digest = digest(r.product, p.unknown) })
	if err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error { return p.find(ctx, q) }); err != nil {
		return nil, err
	}
	atOnce(p.read, func(r *readProduct) {
		if len(r.product.Unread) == 0 && r.changed() {
			r.work(p.unknown)
		}
	})
	return p, nil
}

// onceEach takes the last of products that a page has twice.
func onceEach(all []galley.Product) []galley.Product {
	products, at := make([]galley.Product, 0, len(all)), make(map[string]int, len(all))
	for _, p := range all {
		if i, twice := at[p.ID]; twice {
			products[i] = p
			continue
		}
		at[p.ID] = len(products)
		products = append(products, p)
	}
	return products
}

// atOnce calls f for each product, on all processors.
func atOnce(read []*readProduct, f func(*readProduct)) {
	var all sync.WaitGroup
	share := len(read)/runtime.GOMAXPROCS(0) + 1
	for some := range slices.Chunk(read, share) {
		all.Go(func() {
			for _, r := range some {
				f(r)
			}
		})
	}
	all.Wait()
}

func (r *readProduct) work(unknown []galley.Field) {
	row := rowOf(r.product, r.digest).without(unknown)
	r.row, r.phrase = &row, checks.Guess(r.product.Subject()).Text
}

// find looks the page's products up in the local copy.
func (p *syncPage) find(ctx context.Context, q *db.Queries) error {
	ids, byID := make([]string, len(p.read)), make(map[string]*readProduct, len(p.read))
	for i, r := range p.read {
		ids[i], byID[r.product.ID] = r.product.ID, r
		r.key, r.local = 0, nil
	}
	rows, err := q.ProductDigests(ctx, db.ProductDigestsParams{ShopID: p.shop, Ids: jsonArray(ids)})
	for _, row := range rows {
		byID[row.ID].key, byID[row.ID].local = row.RowID, row.Digest
	}
	return err
}

// save brings the local copy up to the page.
func (p *syncPage) save(ctx context.Context, q *db.Queries) error {
	for _, step := range []func(context.Context, *db.Queries) error{p.find, p.splitOverwritten, p.keepUnread, p.saveChanged, p.markSeen} {
		if err := step(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// markSeen notes which products the sync found. Late ones were not compared.
func (p *syncPage) markSeen(ctx context.Context, q *db.Queries) error {
	err := q.MarkSeen(ctx, db.MarkSeenParams{Run: p.run.Number, ReadAt: column.NullAt(p.readAt), ProductRows: keysOf(p.read)})
	if err != nil || len(p.late) == 0 {
		return err
	}
	return q.MarkSeen(ctx, db.MarkSeenParams{Run: p.run.Number, ProductRows: keysOf(p.late)})
}

// keysOf are the keys of products that the local copy has, for json_each.
func keysOf(read []*readProduct) string {
	keys := make([]int, 0, len(read))
	for _, r := range read {
		if r.key != 0 {
			keys = append(keys, r.key)
		}
	}
	slices.Sort(keys)
	return jsonArray(keys)
}

// splitOverwritten makes late the products that were written after the shop was
// read, or are being written: their local copies are newer, and the next sync
// brings the rest.
func (p *syncPage) splitOverwritten(ctx context.Context, q *db.Queries) error {
	newer, err := writtenSince(ctx, q, p.shop, p.readAt)
	if err != nil || len(newer) == 0 {
		return err
	}
	var current []*readProduct
	for _, r := range p.read {
		if newer[r.product.ID] || slices.ContainsFunc(r.product.Images, func(img galley.Image) bool { return newer[img.ID] }) {
			p.late = append(p.late, r)
			continue
		}
		current = append(current, r)
	}
	p.read = current
	return nil
}

// writtenSince are the ids of places that were written after the shop was read,
// or are being written.
func writtenSince(ctx context.Context, q *db.Queries, shop galley.ShopID, readAt time.Time) (map[string]bool, error) {
	written, err := q.WrittenSince(ctx, db.WrittenSinceParams{ShopID: shop, Since: column.NullAt(readAt)})
	if err != nil {
		return nil, err
	}
	underWay, err := q.BeingWritten(ctx, shop)
	newer := map[string]bool{}
	for _, place := range slices.Concat(written, underWay) {
		newer[place] = true
	}
	return newer, err
}

// saveChanged keeps the products that are not as the local copy has them.
func (p *syncPage) saveChanged(ctx context.Context, q *db.Queries) error {
	changed := p.changed()
	if len(changed) == 0 {
		return nil
	}
	if err := q.DeleteImages(ctx, keysOf(changed)); err != nil {
		return err
	}
	last, err := q.LastProductRow(ctx)
	if err != nil {
		return err
	}
	if err := q.WordsEndAt(ctx, last); err != nil {
		return err
	}
	added := []string{}
	// A context that can end costs each of these statements as much again.
	uninterrupted := context.WithoutCancel(ctx)
	for _, r := range changed {
		isNew := r.key == 0
		if isNew {
			last++
			r.key = last
			added = append(added, r.product.ID)
		}
		if err := cmp.Or(ctx.Err(), p.saveProduct(uninterrupted, q, r, isNew)); err != nil {
			return err
		}
	}
	if err := q.NoteProductsBack(ctx, db.NoteProductsBackParams{ShopID: p.shop, Products: jsonArray(added)}); err != nil {
		return err
	}
	if err := q.DropAbsentMembers(ctx, db.DropAbsentMembersParams{ShopID: p.shop, Products: jsonArray(added)}); err != nil {
		return err
	}
	return noteProducts(ctx, q, p.shop, changed, p.readAt)
}

// changed are the products that are not as the local copy has them: first those that it has, in the order of their rows,
// which is how the index of words takes them fastest.
func (p *syncPage) changed() (changed []*readProduct) {
	for _, r := range p.read {
		if r.changed() {
			changed = append(changed, r)
		}
	}
	order := func(r *readProduct) uint { return uint(r.key) - 1 } // a new one has no row yet, and comes last
	slices.SortStableFunc(changed, func(a, b *readProduct) int { return cmp.Compare(order(a), order(b)) })
	return changed
}

// saveProduct keeps one product. Its images, phrase and tags follow with those of the others.
func (p *syncPage) saveProduct(ctx context.Context, q *db.Queries, r *readProduct, isNew bool) error {
	if r.row == nil { // the local copy changed since the page was prepared
		r.work(p.unknown)
	}
	r.row.ShopID, r.row.RowID = p.shop, r.key
	for _, img := range r.product.Images {
		p.images = append(p.images, imageOf{img.ID, imageRow(p.shop, r.key, img, p.unknown)})
	}
	p.phrases = append(p.phrases, derived{r.product.ID, r.phrase})
	if !isNew {
		return q.SaveProduct(ctx, db.SaveProductParams(*r.row))
	}
	for _, tag := range r.product.Tags {
		p.tags = append(p.tags, tagged{tag, r.key})
	}
	return q.InsertProduct(ctx, db.InsertProductParams(*r.row))
}

// saveRest keeps what belongs to the saved products, each in the order of its table.
func (p *syncPage) saveRest(ctx context.Context, tx *sql.Tx) error {
	ctx = context.WithoutCancel(ctx)
	return cmp.Or(p.saveImages(ctx, tx), p.savePhrases(ctx, tx), p.saveTags(ctx, tx))
}

func (p *syncPage) saveImages(ctx context.Context, tx *sql.Tx) error {
	slices.SortStableFunc(p.images, func(a, b imageOf) int { return cmp.Compare(a.id, b.id) })
	rows := manyRows{insert: "INSERT INTO images (shop_id, product_row, id, position, url, alt, alt_empty, width, height)", columns: 9}
	for _, i := range p.images {
		if err := rows.add(ctx, tx, i.row...); err != nil {
			return err
		}
	}
	return rows.end(ctx, tx)
}

func (p *syncPage) savePhrases(ctx context.Context, tx *sql.Tx) error {
	slices.SortStableFunc(p.phrases, func(a, b derived) int { return cmp.Compare(a.place, b.place) })
	rows := manyRows{
		insert: "INSERT INTO derived_phrases (shop_id, place_kind, place_id, phrase)", columns: 4,
		conflict: " ON CONFLICT (shop_id, place_kind, place_id) DO UPDATE SET phrase = excluded.phrase WHERE phrase <> excluded.phrase",
	}
	for _, d := range p.phrases {
		if err := rows.add(ctx, tx, p.shop, galley.PlaceProduct, d.place, d.phrase); err != nil {
			return err
		}
	}
	return rows.end(ctx, tx)
}

func (p *syncPage) saveTags(ctx context.Context, tx *sql.Tx) error {
	slices.SortFunc(p.tags, func(a, b tagged) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.key, b.key)) })
	// A product may have a tag twice. To ignore that, SQLite need not keep what each page had before.
	rows := manyRows{insert: "INSERT OR IGNORE INTO product_tags (shop_id, tag, product_row)", columns: 3}
	for _, t := range p.tags {
		if t.tag == "" {
			continue
		}
		if err := rows.add(ctx, tx, p.shop, t.tag, t.key); err != nil {
			return err
		}
	}
	return rows.end(ctx, tx)
}

func imageRow(shop galley.ShopID, product int, img galley.Image, unknown []galley.Field) []any {
	altEmpty := empty(galley.FieldAltText, img.Alt) && !slices.Contains(unknown, galley.FieldAltText)
	return []any{shop, product, img.ID, img.Position, img.URL, img.Alt, altEmpty, img.Width, img.Height}
}

// digest is a hash of everything that is kept of a product.
func digest(p galley.Product, unknown []galley.Field) []byte {
	p.ShopID, p.ReadAt = "", nil
	sum := sha256.New()
	sum.Write(jsonBytes(p))
	if len(unknown) > 0 {
		sum.Write(jsonBytes(unknown))
	}
	return sum.Sum(nil)
}

// productRow is what is stored of a product.
type productRow db.SaveProductParams

func rowOf(p galley.Product, digest []byte) productRow {
	visible := markup.VisibleText(p.DescriptionHTML)
	row := productRow{
		ID: p.ID, Digest: digest, Handle: p.Handle, Title: p.Title, Vendor: p.Vendor, ProductType: p.ProductType, Status: p.Status,
		Tags: jsonArray(p.Tags), Skus: jsonArray(p.SKUs), SeoTitle: p.SEOTitle, MetaDescription: p.MetaDescription,
		DescriptionWords: markup.WordCount(visible), Images: len(p.Images), VariantCount: p.VariantCount,
		PriceMin: p.PriceMin, PriceMax: p.PriceMax, Currency: p.Currency, Url: p.URL, Options: jsonArray(p.Options),
		Metafields: jsonArray(p.Metafields), Category: p.Category, UpdatedAt: column.At(p.UpdatedAt), DescriptionHtml: p.DescriptionHTML,
		TitleEmpty: empty(galley.FieldTitle, galley.Text(p.Title)), DescriptionEmpty: markup.EmptyHTML(p.DescriptionHTML, visible),
		SeoTitleEmpty: empty(galley.FieldSEOTitle, p.SEOTitle), MetaDescriptionEmpty: empty(galley.FieldMetaDescription, p.MetaDescription),
	}
	for i, img := range p.Images {
		if i == 0 {
			row.ImageUrl = img.URL
		}
		if !markup.Empty(galley.FieldAltText, img.Alt) {
			row.ImagesWithAlt++
		}
	}
	return row
}

// without marks no field as empty that is unknown: its texts are neither missing
// nor there.
func (r productRow) without(unknown []galley.Field) productRow {
	for _, f := range unknown {
		switch f {
		case galley.FieldTitle:
			r.TitleEmpty = false
		case galley.FieldDescription:
			r.DescriptionEmpty = false
		case galley.FieldSEOTitle:
			r.SeoTitleEmpty = false
		case galley.FieldMetaDescription:
			r.MetaDescriptionEmpty = false
		case galley.FieldAltText:
			r.ImagesWithAlt = r.Images
		case galley.FieldCollectionDescription, galley.FieldCollectionSEOTitle, galley.FieldCollectionMetaDescription:
		}
	}
	return r
}
