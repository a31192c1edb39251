package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// empty is stored with a text: whether markup.Empty holds for it.
func empty(f galley.Field, v galley.Value) bool { return markup.Empty(f, v) }

func words(html string) int { return markup.WordCount(markup.VisibleText(html)) }

// length is how many characters of a field's text people see.
func length(f galley.Field, text string) int {
	if f.IsHTML() {
		text = markup.VisibleText(text)
	}
	return utf8.RuneCountInString(text)
}

// Product returns a product of the shop by id or handle with its images, or
// CodeNotFound.
func (s *Store) Product(ctx context.Context, shop galley.ShopID, idOrHandle string) (p galley.Product, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := findProduct(ctx, q, shop, idOrHandle)
		if err != nil {
			return err
		}
		products, err := productsOf(ctx, q, shop, []db.Product{row})
		if err == nil {
			p = products[0]
		}
		return err
	})
	return p, err
}

// productsOf are the products of rows, with their images and the shop's facts.
func productsOf(ctx context.Context, q *db.Queries, shop galley.ShopID, rows []db.Product) ([]galley.Product, error) {
	keys := make([]int, len(rows))
	for i, row := range rows {
		keys[i] = row.RowID
	}
	images, err := q.ImagesOfProducts(ctx, jsonArray(keys))
	if err != nil {
		return nil, err
	}
	shared, err := q.SharedImages(ctx, jsonArray(keys))
	if err != nil {
		return nil, err
	}
	known, err := q.KnownOf(ctx, shop)
	if err != nil {
		return nil, err
	}
	readings, err := readTimes(ctx, q, keys)
	if err != nil {
		return nil, err
	}
	own := map[int][]db.Image{}
	for _, img := range images {
		own[img.ProductRow] = append(own[img.ProductRow], img)
	}
	products := make([]galley.Product, len(rows))
	for i, row := range rows {
		if products[i], err = product(row, own[row.RowID]); err != nil {
			return nil, err
		}
		addSharing(products[i].Images, row.RowID, shared)
		products[i].ReadAt = readings[row.RowID].Time
		products[i].ShopFacts, products[i].Unknown = known.Facts, unknownFields(known.UnknownFields)
	}
	return products, nil
}

// readTimes are when products were last compared with the shop, by their rows.
func readTimes(ctx context.Context, q *db.Queries, keys []int) (map[int]column.NullTime, error) {
	rows, err := q.ReadTimes(ctx, jsonArray(keys))
	times := make(map[int]column.NullTime, len(rows))
	for _, r := range rows {
		times[r.ProductRow] = r.ReadAt
	}
	return times, err
}

// addSharing names the other products that show the images of a product.
func addSharing(images []galley.Image, product int, shared []db.SharedImagesRow) {
	for _, other := range shared {
		if other.ProductRow != product {
			continue
		}
		i := slices.IndexFunc(images, func(img galley.Image) bool { return img.ID == other.ImageID })
		images[i].AlsoOf = append(images[i].AlsoOf, galley.ProductRef{ID: other.ID, Handle: other.Handle, Title: other.Title})
	}
}

func findProduct(ctx context.Context, q *db.Queries, shop galley.ShopID, idOrHandle string) (db.Product, error) {
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
		Vendor: r.Vendor, ProductType: r.ProductType, Category: r.Category, Status: r.Status, SEOTitle: r.SeoTitle,
		MetaDescription: r.MetaDescription, VariantCount: r.VariantCount, PriceMin: r.PriceMin,
		PriceMax: r.PriceMax, Currency: r.Currency, URL: r.Url, UpdatedAt: r.UpdatedAt.Time, Images: []galley.Image{},
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
