package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

func (s *Store) saveProducts(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, page galley.ProductBatch) error {
	readAt := s.orNow(page.ReadAt)
	products, late, err := splitOverwritten(ctx, q, shop, page.Products, readAt)
	if err != nil {
		return err
	}
	if products, err = keepUnread(ctx, q, shop, products); err != nil {
		return err
	}
	if err := saveChanged(ctx, q, shop, run, galley.ProductBatch{Products: products, Unknown: page.Unknown}, readAt); err != nil {
		return err
	}
	return q.MarkSeen(ctx, db.MarkSeenParams{ShopID: shop, Run: run, Ids: jsonArray(late)})
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
func saveChanged(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, page galley.ProductBatch, readAt time.Time) error {
	products := page.Products
	ids := make([]string, len(products))
	for i, p := range products {
		ids[i] = p.ID
	}
	known, err := q.ProductDigests(ctx, db.ProductDigestsParams{ShopID: shop, Ids: jsonArray(ids)})
	if err != nil {
		return err
	}
	digests := make(map[string][]byte, len(known))
	for _, k := range known {
		digests[k.ID] = k.Digest
	}
	var changed []galley.Product
	var rows []productRow
	for _, p := range products {
		if d := digest(p, page.Unknown); !bytes.Equal(digests[p.ID], d) {
			changed, rows = append(changed, p), append(rows, rowOf(p, d).without(page.Unknown))
		}
	}
	saved, err := q.UpsertProducts(ctx, db.UpsertProductsParams{ShopID: shop, SyncRun: run, Products: jsonArray(rows)})
	if err != nil {
		return err
	}
	if err := saveImages(ctx, q, shop, saved, changed, page.Unknown); err != nil {
		return err
	}
	if err := noteProducts(ctx, q, shop, changed, readAt); err != nil {
		return err
	}
	if err := saveDerived(ctx, q, shop, galley.PlaceProduct, subjectsOf(changed)); err != nil {
		return err
	}
	return q.MarkSeen(ctx, db.MarkSeenParams{ShopID: shop, Run: run, ReadAt: column.NullAt(readAt), Ids: jsonArray(ids)})
}

// saveImages puts the images of products in the place of those that they had.
func saveImages(ctx context.Context, q *db.Queries, shop galley.ShopID, saved []db.UpsertProductsRow, products []galley.Product, unknown []galley.Field) error {
	keys := make(map[string]int, len(saved))
	for _, r := range saved {
		keys[r.ID] = r.RowID
	}
	var images []imageRow
	for _, p := range products {
		images = append(images, imageRows(keys[p.ID], p.Images, unknown)...)
	}
	if err := q.DeleteImages(ctx, jsonArray(slices.Collect(maps.Values(keys)))); err != nil {
		return err
	}
	return q.InsertImages(ctx, db.InsertImagesParams{ShopID: shop, Images: jsonArray(images)})
}

func subjectsOf(products []galley.Product) []galley.Subject {
	subjects := make([]galley.Subject, len(products))
	for i, p := range products {
		subjects[i] = p.Subject()
	}
	return subjects
}

// digest is a hash of everything that is kept of a product.
func digest(p galley.Product, unknown []galley.Field) []byte {
	p.ShopID, p.ReadAt = "", nil
	kept := jsonArray(p)
	if len(unknown) > 0 {
		kept += jsonArray(unknown)
	}
	sum := sha256.Sum256([]byte(kept))
	return sum[:]
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

func imageRows(product int, images []galley.Image, unknown []galley.Field) []imageRow {
	rows := make([]imageRow, len(images))
	for i, img := range images {
		rows[i] = imageRow{
			ProductRow: product, ID: img.ID, Position: img.Position, URL: img.URL, Width: img.Width, Height: img.Height,
		}
		if !img.Alt.Null {
			rows[i].Alt = &img.Alt.Text
		}
		if empty(galley.FieldAltText, img.Alt) && !slices.Contains(unknown, galley.FieldAltText) {
			rows[i].AltEmpty = 1
		}
	}
	return rows
}

// productRow is one row of UpsertProducts.
type productRow struct {
	ID                   string  `json:"id"`
	Digest               string  `json:"digest"` // hexadecimal
	Handle               string  `json:"handle"`
	Title                string  `json:"title"`
	Vendor               string  `json:"vendor"`
	ProductType          string  `json:"product_type"`
	Status               string  `json:"status"`
	Tags                 string  `json:"tags"`
	SKUs                 string  `json:"skus"`
	SEOTitle             *string `json:"seo_title"`
	MetaDescription      *string `json:"meta_description"`
	DescriptionWords     int     `json:"description_words"`
	Images               int     `json:"images"`
	ImagesWithAlt        int     `json:"images_with_alt"`
	ImageURL             string  `json:"image_url"`
	VariantCount         int     `json:"variant_count"`
	PriceMin             string  `json:"price_min"`
	PriceMax             string  `json:"price_max"`
	Currency             string  `json:"currency"`
	URL                  string  `json:"url"`
	Options              string  `json:"options"`
	Metafields           string  `json:"metafields"`
	Category             string  `json:"category"`
	UpdatedAt            int64   `json:"updated_at"`
	DescriptionHTML      string  `json:"description_html"`
	TitleEmpty           bool    `json:"title_empty"`
	DescriptionEmpty     bool    `json:"description_empty"`
	SEOTitleEmpty        bool    `json:"seo_title_empty"`
	MetaDescriptionEmpty bool    `json:"meta_description_empty"`
}

func rowOf(p galley.Product, digest []byte) productRow {
	row := productRow{
		ID: p.ID, Digest: hex.EncodeToString(digest), Handle: p.Handle, Title: p.Title, Vendor: p.Vendor, ProductType: p.ProductType, Status: p.Status,
		Tags: jsonArray(p.Tags), SKUs: jsonArray(p.SKUs), SEOTitle: orNull(p.SEOTitle), MetaDescription: orNull(p.MetaDescription),
		DescriptionWords: words(p.DescriptionHTML), Images: len(p.Images), VariantCount: p.VariantCount,
		PriceMin: p.PriceMin, PriceMax: p.PriceMax, Currency: p.Currency, URL: p.URL, Options: jsonArray(p.Options),
		Metafields: jsonArray(p.Metafields), Category: p.Category, UpdatedAt: p.UpdatedAt.UnixMilli(), DescriptionHTML: p.DescriptionHTML,
		TitleEmpty: empty(galley.FieldTitle, galley.Text(p.Title)), DescriptionEmpty: empty(galley.FieldDescription, galley.Text(p.DescriptionHTML)),
		SEOTitleEmpty: empty(galley.FieldSEOTitle, p.SEOTitle), MetaDescriptionEmpty: empty(galley.FieldMetaDescription, p.MetaDescription),
	}
	for i, img := range p.Images {
		if i == 0 {
			row.ImageURL = img.URL
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
			r.SEOTitleEmpty = false
		case galley.FieldMetaDescription:
			r.MetaDescriptionEmpty = false
		case galley.FieldAltText:
			r.ImagesWithAlt = r.Images
		case galley.FieldCollectionDescription, galley.FieldCollectionSEOTitle, galley.FieldCollectionMetaDescription:
		}
	}
	return r
}

// orNull is a value in JSON: null where the field was never set.
func orNull(v galley.Value) *string {
	if v.Null {
		return nil
	}
	return &v.Text
}
