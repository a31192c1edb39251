package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// writtenAt lists the texts of a product with its images, or of a collection,
// that a model wrote, each with what the merchant had there before.
func writtenAt(ctx context.Context, q *db.Queries, shop galley.ShopID, of galley.Subject) ([]galley.WrittenText, error) {
	places := []string{of.Product.ID}
	if of.Collection != nil {
		places = []string{of.Collection.ID}
	}
	for _, img := range of.Product.Images {
		places = append(places, img.ID)
	}
	rows, err := q.WrittenTextsAt(ctx, db.WrittenTextsAtParams{ShopID: shop, Places: jsonArray(places)})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	writes, err := q.WritesAt(ctx, db.WritesAtParams{ShopID: shop, Places: jsonArray(places)})
	list := make([]galley.WrittenText, len(rows))
	for i, r := range rows {
		list[i] = galley.WrittenText{
			Target: galley.Target{Kind: r.PlaceKind, ID: r.PlaceID}, Field: r.Field, Live: r.Live, Model: r.Model,
			Earlier: earlierText(writes, r.PlaceID, r.Field),
		}
	}
	return list, err
}

// earlierText is the last text at a place that no model wrote: what a
// publication replaced, unless Galley had published that too.
func earlierText(writes []db.WritesAtRow, place string, field galley.Field) galley.Value {
	earlier := galley.Null()
	byModel := map[galley.Value]bool{}
	for _, w := range writes {
		if w.PlaceID != place || w.Field != field {
			continue
		}
		if !byModel[w.Before] {
			earlier = w.Before
		}
		if w.Model != "" && (w.Kind == galley.KindPublish || w.Again) {
			byModel[w.Live] = true
		}
	}
	return earlier
}
