package store

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// writtenTexts are texts that a model wrote, by the ids of their places.
type writtenTexts map[string][]galley.WrittenText

// at are the texts at some places.
func (w writtenTexts) at(places ...string) (list []galley.WrittenText) {
	for _, place := range places {
		list = append(list, w[place]...)
	}
	return list
}

// writtenAt lists the texts at places that a model wrote and the shop still has,
// each with what the merchant had there before.
func writtenAt(ctx context.Context, q *db.Queries, shop galley.ShopID, places []string) (writtenTexts, error) {
	rows, err := q.WrittenTextsAt(ctx, db.WrittenTextsAtParams{ShopID: shop, Places: jsonArray(places)})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	written := writtenTexts{}
	for _, r := range rows {
		written[r.PlaceID] = append(written[r.PlaceID], galley.WrittenText{
			Target: galley.Target{Kind: r.PlaceKind, ID: r.PlaceID}, Field: r.Field, Live: r.Live, Model: r.Model,
		})
	}
	writes, err := q.WritesAt(ctx, db.WritesAtParams{ShopID: shop, Places: jsonArray(places)})
	for place, texts := range written {
		here := slices.DeleteFunc(slices.Clone(writes), func(w db.WritesAtRow) bool { return w.PlaceID != place })
		for i := range texts {
			texts[i].Earlier = earlierText(here, texts[i].Field)
		}
	}
	return written, err
}

// earlierText is the last text of a field that no model wrote: what a
// publication replaced, unless Galley had published that too.
func earlierText(writes []db.WritesAtRow, field galley.Field) galley.Value {
	earlier := galley.Null()
	byModel := map[galley.Value]bool{}
	for _, w := range writes {
		if w.Field != field {
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
