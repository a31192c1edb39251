package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// BeginSync starts a sync of the shop, or continues an interrupted one: it
// returns the sync's number and the cursor.
func (s *Store) BeginSync(ctx context.Context, shop galley.ShopID) (run int64, cursor string, err error) {
	err = s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.BeginSync(ctx, shop)
		run, cursor = row.SyncRun, row.SyncCursor
		return err
	})
	return run, cursor, err
}

// RestartSync goes back to the first page; products read so far stay read.
func (s *Store) RestartSync(ctx context.Context, shop galley.ShopID) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		_, err := q.RestartSync(ctx, shop)
		return err
	})
}

// SavePage keeps one page of a sync together with the cursor after it.
func (s *Store) SavePage(ctx context.Context, shop galley.ShopID, run int64, page galley.ProductBatch) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.SaveSyncCursor(ctx, db.SaveSyncCursorParams{ID: shop, Run: run, Cursor: page.Next, N: len(page.Products), Total: page.Total})
		if err = one(n, err, messages.SyncEnded); err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncCursor)
		if err := s.saveProducts(ctx, q, shop, run, page); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop), galley.TopicShops)
	})
}

// FinishSync ends a sync that has read its last page, and removes what the shop
// no longer has. It returns the number of removed products.
func (s *Store) FinishSync(ctx context.Context, shop galley.ShopID, run int64) (removed int, err error) {
	err = s.finishSync(ctx, shop, run, func(q *db.Queries) error {
		gone, err := q.DeleteUnseen(ctx, db.DeleteUnseenParams{ShopID: shop, Run: run})
		removed = int(gone)
		return err
	})
	return removed, err
}

// Unseen counts the products that this sync has not found on the shop, and all
// that there are in the local copy.
func (s *Store) Unseen(ctx context.Context, shop galley.ShopID, run int64) (unseen, known int, err error) {
	row, err := db.New(s.read).CountUnseen(ctx, db.CountUnseenParams{ShopID: shop, Run: run})
	return row.Unseen, row.Known, fault(err)
}

// FinishSyncKeeping ends a sync like FinishSync, but keeps the products that
// the shop did not list until a person confirms.
func (s *Store) FinishSyncKeeping(ctx context.Context, shop galley.ShopID, run int64) error {
	return s.finishSync(ctx, shop, run, func(*db.Queries) error { return nil })
}

// FinishSyncRemoving ends a sync like FinishSyncKeeping, but drops the products
// of a plan that this sync did not find either. A plan that is not that of
// Removals is CodeChanged, and nothing is dropped.
func (s *Store) FinishSyncRemoving(ctx context.Context, shop galley.ShopID, run int64, plan galley.PlanID) (removed int, err error) {
	err = s.finishSync(ctx, shop, run, func(q *db.Queries) error {
		now, err := removals(ctx, q, shop)
		if err != nil {
			return err
		}
		if now.Plan != plan {
			return galley.NewError(galley.CodeChanged, messages.MissingProductsNotConfirmed)
		}
		gone, err := q.DeleteConfirmed(ctx, db.DeleteConfirmedParams{ShopID: shop, Run: run})
		removed = int(gone)
		return err
	})
	return removed, err
}

// finishSync ends a sync. remove drops products; those that this sync did not
// find and that remain are kept as missing.
func (s *Store) finishSync(ctx context.Context, shop galley.ShopID, run int64, remove func(*db.Queries) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := remove(q); err != nil {
			return err
		}
		if err := q.DropMissing(ctx, shop); err != nil {
			return err
		}
		missing, err := q.KeepMissing(ctx, db.KeepMissingParams{ShopID: shop, Run: run})
		if err != nil {
			return err
		}
		n, err := q.FinishSync(ctx, db.FinishSyncParams{ID: shop, Run: run, Now: column.NullAt(s.clock.Now()), Missing: int(missing)})
		err = one(n, err, messages.SyncEnded)
		return touched(ctx, q, err, galley.TopicProducts(shop), galley.TopicShops)
	})
}

// Removals lists the products that the last sync did not find on the shop.
func (s *Store) Removals(ctx context.Context, shop galley.ShopID) (found galley.Removals, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err = removals(ctx, q, shop)
		return err
	})
	return found, err
}

func removals(ctx context.Context, q *db.Queries, shop galley.ShopID) (galley.Removals, error) {
	rows, err := q.MissingProducts(ctx, shop)
	found := galley.Removals{Count: len(rows), Products: []galley.ProductRef{}}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
		if i < galley.RemovalsShown {
			found.Products = append(found.Products, galley.ProductRef{ID: r.ID, Handle: r.Handle, Title: r.Title})
		}
	}
	slices.Sort(ids)
	found.Plan = galley.RemovalPlan(shop, ids)
	return found, err
}

func (s *Store) saveProducts(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, page galley.ProductBatch) error {
	readAt := s.orNow(page.ReadAt)
	products, late, err := splitOverwritten(ctx, q, shop, page.Products, readAt)
	if err != nil {
		return err
	}
	if err := saveChanged(ctx, q, shop, run, products, readAt); err != nil {
		return err
	}
	return q.MarkSeen(ctx, db.MarkSeenParams{ShopID: shop, Run: run, Ids: list(late)})
}

// splitOverwritten removes products that were written after the shop was read,
// or are being written, from the page: their local copies are newer, and the
// next sync brings the rest. It returns their ids.
func splitOverwritten(ctx context.Context, q *db.Queries, shop galley.ShopID, products []galley.Product, readAt time.Time) (current []galley.Product, late []string, err error) {
	newer, err := writtenSince(ctx, q, shop, readAt)
	if err != nil || len(newer) == 0 {
		return products, nil, err
	}
	for _, p := range products {
		if newer[p.ID] || slices.ContainsFunc(p.Images, func(img galley.Image) bool { return newer[img.ID] }) {
			late = append(late, p.ID)
			continue
		}
		current = append(current, p)
	}
	return current, late, nil
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
func saveChanged(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, products []galley.Product, readAt time.Time) error {
	ids := make([]string, len(products))
	for i, p := range products {
		ids[i] = p.ID
	}
	known, err := q.ProductDigests(ctx, db.ProductDigestsParams{ShopID: shop, Ids: list(ids)})
	if err != nil {
		return err
	}
	digests := make(map[string][]byte, len(known))
	for _, k := range known {
		digests[k.ID] = k.Digest
	}
	var changed []galley.Product
	var rows []int
	var images []imageRow
	for _, p := range products {
		p, err := keepUnread(ctx, q, shop, p)
		if err != nil {
			return err
		}
		d := digest(p)
		if bytes.Equal(digests[p.ID], d) {
			continue
		}
		row, err := saveProduct(ctx, q, shop, run, p, d)
		if err != nil {
			return err
		}
		changed, rows, images = append(changed, p), append(rows, row), append(images, imageRows(row, p.Images)...)
	}
	if err := q.DeleteImages(ctx, list(rows)); err != nil {
		return err
	}
	if err := q.InsertImages(ctx, db.InsertImagesParams{ShopID: shop, Images: list(images)}); err != nil {
		return err
	}
	if err := noteProducts(ctx, q, shop, changed, readAt); err != nil {
		return err
	}
	return q.MarkSeen(ctx, db.MarkSeenParams{ShopID: shop, Run: run, ReadAt: column.NullAt(readAt), Ids: list(ids)})
}

// digest is a hash of everything that is kept of a product.
func digest(p galley.Product) []byte {
	p.ShopID, p.ReadAt = "", nil
	sum := sha256.Sum256([]byte(list(p)))
	return sum[:]
}

func saveProduct(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, p galley.Product, digest []byte) (row int, err error) {
	columns := productColumns(p)
	columns.ShopID, columns.SyncRun, columns.Digest = shop, run, digest
	return q.UpsertProduct(ctx, columns)
}

// imageRow is one row of InsertImages.
type imageRow struct {
	ProductRow int     `json:"product_row"`
	ID         string  `json:"id"`
	Position   int     `json:"position"`
	URL        string  `json:"url"`
	Alt        *string `json:"alt"`
	AltEmpty   int     `json:"alt_empty"`
	Width      int     `json:"width"`
	Height     int     `json:"height"`
}

func imageRows(product int, images []galley.Image) []imageRow {
	rows := make([]imageRow, len(images))
	for i, img := range images {
		rows[i] = imageRow{
			ProductRow: product, ID: img.ID, Position: img.Position, URL: img.URL, Width: img.Width, Height: img.Height,
		}
		if !img.Alt.Null {
			rows[i].Alt = &img.Alt.Text
		}
		if empty(galley.FieldAltText, img.Alt) {
			rows[i].AltEmpty = 1
		}
	}
	return rows
}

func productColumns(p galley.Product) db.UpsertProductParams {
	row := db.UpsertProductParams{
		ID: p.ID, Handle: p.Handle, Title: p.Title, Vendor: p.Vendor, ProductType: p.ProductType, Status: p.Status,
		Tags: list(p.Tags), Skus: list(p.SKUs), SeoTitle: p.SEOTitle, MetaDescription: p.MetaDescription,
		DescriptionWords: words(p.DescriptionHTML), Images: len(p.Images), VariantCount: p.VariantCount,
		PriceMin: p.PriceMin, PriceMax: p.PriceMax, Currency: p.Currency, Url: p.URL, Options: list(p.Options),
		Metafields: list(p.Metafields), UpdatedAt: column.At(p.UpdatedAt), DescriptionHtml: p.DescriptionHTML,
		TitleEmpty: empty(galley.FieldTitle, galley.Text(p.Title)), DescriptionEmpty: empty(galley.FieldDescription, galley.Text(p.DescriptionHTML)),
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

// empty is stored with a text: whether markup.Empty holds for it.
func empty(f galley.Field, v galley.Value) bool { return markup.Empty(f, v) }

func words(html string) int { return markup.WordCount(markup.VisibleText(html)) }

// Product finds a product of the shop by id or handle.
func (s *Store) Product(ctx context.Context, shop galley.ShopID, idOrHandle string) (p galley.Product, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := productRow(ctx, q, shop, idOrHandle)
		if err != nil {
			return err
		}
		images, err := q.ImagesOf(ctx, row.RowID)
		if err != nil {
			return err
		}
		if p, err = product(row, images); err != nil {
			return err
		}
		if err := addSharing(ctx, q, row.RowID, p.Images); err != nil {
			return err
		}
		p.ShopFacts, err = q.FactsOf(ctx, shop)
		return err
	})
	return p, err
}

// addSharing names the other products that show the images of a product.
func addSharing(ctx context.Context, q *db.Queries, product int, images []galley.Image) error {
	shared, err := q.SharedImages(ctx, product)
	for _, other := range shared {
		i := slices.IndexFunc(images, func(img galley.Image) bool { return img.ID == other.ImageID })
		images[i].AlsoOf = append(images[i].AlsoOf, galley.ProductRef{ID: other.ID, Handle: other.Handle, Title: other.Title})
	}
	return err
}

func productRow(ctx context.Context, q *db.Queries, shop galley.ShopID, idOrHandle string) (db.Product, error) {
	row, err := q.ProductByID(ctx, db.ProductByIDParams{ShopID: shop, ID: idOrHandle})
	if errors.Is(err, sql.ErrNoRows) {
		row, err = q.ProductByHandle(ctx, db.ProductByHandleParams{ShopID: shop, Handle: idOrHandle})
	}
	if errors.Is(err, sql.ErrNoRows) {
		return row, galley.NewError(galley.CodeNotFound, messages.NoSuchProduct(idOrHandle))
	}
	return row, err
}

func product(r db.Product, images []db.Image) (galley.Product, error) {
	p := galley.Product{
		ID: r.ID, ShopID: r.ShopID, Handle: r.Handle, Title: r.Title, DescriptionHTML: r.DescriptionHtml,
		Vendor: r.Vendor, ProductType: r.ProductType, Status: r.Status, SEOTitle: r.SeoTitle,
		MetaDescription: r.MetaDescription, VariantCount: r.VariantCount, PriceMin: r.PriceMin,
		PriceMax: r.PriceMax, Currency: r.Currency, URL: r.Url, UpdatedAt: r.UpdatedAt.Time, ReadAt: r.ReadAt.Time, Images: []galley.Image{},
	}
	for _, i := range images {
		p.Images = append(p.Images, galley.Image{
			ID: i.ID, URL: i.Url, Alt: i.Alt, Position: i.Position, Width: i.Width, Height: i.Height,
		})
	}
	return p, errors.Join(
		json.Unmarshal([]byte(r.Tags), &p.Tags), json.Unmarshal([]byte(r.Skus), &p.SKUs),
		json.Unmarshal([]byte(r.Options), &p.Options), json.Unmarshal([]byte(r.Metafields), &p.Metafields))
}
