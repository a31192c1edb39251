package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// fieldPart is where the local copy has a field.
type fieldPart struct {
	text    string // the column that has it
	empty   string // the column that says whether markup.Empty holds: it is set wherever the text is
	lacking string // what holds for products where the field is empty; of pictures, any; '' for collections
	put     func(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error
}

var fieldParts = map[galley.Field]fieldPart{
	galley.FieldTitle:                     {text: "p.title", empty: "p.title_empty", lacking: "p.title_empty", put: putTitle},
	galley.FieldDescription:               {text: "p.description_html", empty: "p.description_empty", lacking: "p.description_empty", put: putDescription},
	galley.FieldSEOTitle:                  {text: "p.seo_title", empty: "p.seo_title_empty", lacking: "p.seo_title_empty", put: putSEOTitle},
	galley.FieldMetaDescription:           {text: "p.meta_description", empty: "p.meta_description_empty", lacking: "p.meta_description_empty", put: putMetaDescription},
	galley.FieldAltText:                   {text: "i.alt", empty: "i.alt_empty", lacking: "p.images_with_alt < p.images", put: putAlt},
	galley.FieldCollectionDescription:     {text: "p.description_html", empty: "p.description_empty", put: putCollectionDescription},
	galley.FieldCollectionSEOTitle:        {text: "p.seo_title", empty: "p.seo_title_empty", put: putCollectionSEOTitle},
	galley.FieldCollectionMetaDescription: {text: "p.meta_description", empty: "p.meta_description_empty", put: putCollectionMetaDescription},
}

// setLocal updates the local copy to the shop's current text.
func setLocal(ctx context.Context, q *db.Queries, shop galley.ShopID, f galley.Field, place string, v galley.Value) error {
	part, known := fieldParts[f]
	if !known {
		_, err := galley.ParseField(string(f))
		return err
	}
	if err := part.put(ctx, q, shop, place, v, empty(f, v)); err != nil {
		return err
	}
	return textChanged(ctx, q, shop, f)
}

func putTitle(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	_, err := q.SetTitle(ctx, db.SetTitleParams{ShopID: shop, ID: place, Title: v.Text, Empty: empty})
	return err
}

func putDescription(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	_, err := q.SetDescription(ctx, db.SetDescriptionParams{ShopID: shop, ID: place, Html: v.Text, Words: words(v.Text), Empty: empty})
	return err
}

func putSEOTitle(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	_, err := q.SetSEOTitle(ctx, db.SetSEOTitleParams{ShopID: shop, ID: place, Value: v, Empty: empty})
	return err
}

func putMetaDescription(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	_, err := q.SetMetaDescription(ctx, db.SetMetaDescriptionParams{ShopID: shop, ID: place, Value: v, Empty: empty})
	return err
}

func putAlt(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	if _, err := q.SetAlt(ctx, db.SetAltParams{ShopID: shop, ID: place, Alt: v, Empty: empty}); err != nil {
		return err
	}
	return q.RecountAlt(ctx, db.RecountAltParams{ShopID: shop, ImageID: place})
}

func putCollectionDescription(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	return q.SetCollectionDescription(ctx, db.SetCollectionDescriptionParams{ShopID: shop, ID: place, Html: v.Text, Words: words(v.Text), Empty: empty})
}

func putCollectionSEOTitle(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	return q.SetCollectionSEOTitle(ctx, db.SetCollectionSEOTitleParams{ShopID: shop, ID: place, Value: v, Empty: empty})
}

func putCollectionMetaDescription(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, v galley.Value, empty bool) error {
	return q.SetCollectionMetaDescription(ctx, db.SetCollectionMetaDescriptionParams{ShopID: shop, ID: place, Value: v, Empty: empty})
}

// itemSource is how the items of a job are found for one kind of place.
type itemSource struct {
	holders string // table (as p) of what a selection names
	from    string // FROM clause: these, or what they hold
	target  string // what an item writes for; an image that several products show is one
	order   string // of the items: by title, images in their place
	imageOf string // the product that an image is listed under, '' for other places
	url     string // the picture that is shown beside the item
	shownBy string // all products that show the image, as JSON
}

var itemSources = map[galley.PlaceKind]itemSource{
	galley.PlaceProduct: {
		holders: "products p", from: "products p", target: "p.id", order: "ORDER BY p.title COLLATE NOCASE, p.row_id",
		imageOf: "''", url: "p.image_url", shownBy: "'[]'",
	},
	galley.PlaceImage: {
		holders: "products p", from: "products p JOIN images i ON i.product_row = p.row_id", target: "i.id",
		order:   "ORDER BY p.title COLLATE NOCASE, p.row_id, i.position, i.id",
		imageOf: "p.id", url: "i.url", shownBy: productsOfImage,
	},
	galley.PlaceCollection: {
		holders: "collections p", from: "collections p", target: "p.id", order: "ORDER BY p.title COLLATE NOCASE, p.row_id",
		imageOf: "''", url: "p.image_url", shownBy: "'[]'",
	},
}

func sourceOf(f galley.Field) itemSource { return itemSources[f.Place()] }

// productsOfImage is all products that show the image of a row of all_items, the
// row's own first, as JSON; [] where it is the only one.
const productsOfImage = `CASE WHEN (SELECT count(*) FROM images m WHERE m.shop_id = all_items.shop_id AND m.id = place) < 2 THEN '[]' ELSE (
	SELECT json_group_array(json_object('id', id, 'handle', handle, 'title', title)) FROM (
		SELECT o.id, o.handle, o.title FROM images m JOIN products o ON o.row_id = m.product_row
		WHERE m.shop_id = all_items.shop_id AND m.id = all_items.place
		ORDER BY o.id <> all_items.image_of, o.title COLLATE NOCASE, o.row_id)) END`
