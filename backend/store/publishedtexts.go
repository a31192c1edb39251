package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// textAt is the place of a text on a shop.
type textAt struct {
	shop   galley.ShopID
	field  galley.Field
	target galley.Target
}

func textOf(p galley.Publication) textAt {
	return textAt{shop: p.ShopID, field: p.Field, target: p.Target()}
}

// trackText records the text that the end of a publication leaves published at
// its place.
func (s *Store) trackText(ctx context.Context, q *db.Queries, p galley.Publication, end galley.Settled) error {
	switch {
	case end.Live == nil:
		return nil
	case end.State != galley.PublicationDone:
		return s.noteSeen(ctx, q, textOf(p), *end.Live, s.clock.Now())
	case p.Kind.Removes(p.Again):
		return forgetText(ctx, q, p, *end.Live)
	}
	return keepText(ctx, q, p, *end.Live)
}

// keepText makes a publication the one whose text is published at its place.
func keepText(ctx context.Context, q *db.Queries, p galley.Publication, live galley.Value) error {
	stored, err := q.Publication(ctx, p.ID)
	if err != nil {
		return err
	}
	before, err := q.PublishedText(ctx, db.PublishedTextParams{ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field})
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	item := stored.ItemRow
	if before.ItemRow != 0 && before.ItemRow != item {
		if err := setSince(ctx, q, before.ItemRow, galley.SinceReplaced); err != nil {
			return err
		}
	}
	err = q.PutPublishedText(ctx, db.PutPublishedTextParams{
		ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field, PublicationID: p.ID, ItemRow: item, Live: live,
	})
	if err != nil {
		return err
	}
	return setSince(ctx, q, item, galley.SinceNothing)
}

// forgetText removes the text that was undone. If the shop now has the text of
// an earlier publication again, that one is published.
func forgetText(ctx context.Context, q *db.Queries, p galley.Publication, live galley.Value) error {
	of, err := q.Publication(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := setSince(ctx, q, of.ItemRow, galley.SinceNothing); err != nil {
		return err
	}
	earlier, err := q.EarlierPublished(ctx, db.EarlierPublishedParams{
		ShopID: p.ShopID, Field: p.Field, PlaceID: p.Place.ID,
		Live: live, Seq: of.Seq,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return q.DropPublishedText(ctx, db.DropPublishedTextParams{ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field})
	}
	if err != nil {
		return err
	}
	err = q.PutPublishedText(ctx, db.PutPublishedTextParams{
		ShopID: p.ShopID, PlaceID: p.Place.ID, Field: p.Field, PublicationID: earlier.ID, ItemRow: earlier.ItemRow, Live: live,
	})
	if err != nil {
		return err
	}
	return setSince(ctx, q, earlier.ItemRow, galley.SinceNothing)
}

func setSince(ctx context.Context, q *db.Queries, item column.RowID, since galley.Since) error {
	if item == 0 {
		return nil
	}
	return q.SetSince(ctx, db.SetSinceParams{RowID: item, Since: since})
}

// noteSeen compares the shop's text at a place with the one published there.
func (s *Store) noteSeen(ctx context.Context, q *db.Queries, at textAt, now galley.Value, seenAt time.Time) error {
	text, err := q.PublishedText(ctx, db.PublishedTextParams{ShopID: at.shop, PlaceID: at.target.ID, Field: at.field})
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return noteText(ctx, q, text, now, seenAt)
}

// noteText marks a published text as changed if the shop has another one, and
// clears the mark if it has the published one again. A known change keeps the
// time when it was first seen.
func noteText(ctx context.Context, q *db.Queries, text db.PublishedText, now galley.Value, seenAt time.Time) error {
	same := sameText(text.Field, text.Live, now)
	known := text.Changed
	if same && !known || !same && known && text.OnShop == now {
		return nil
	}
	mark := db.MarkPublishedTextParams{ShopID: text.ShopID, PlaceID: text.PlaceID, Field: text.Field}
	since := galley.SinceChanged
	switch {
	case !same:
		mark.Changed, mark.OnShop, mark.SeenAt = true, now, column.NullAt(seenAt)
	case text.TakenOver:
		since = galley.SinceTakenOver
	default:
		since = galley.SinceNothing
	}
	if err := q.MarkPublishedText(ctx, mark); err != nil {
		return err
	}
	if err := setSince(ctx, q, text.ItemRow, since); err != nil {
		return err
	}
	return touchText(ctx, q, text.ShopID, text.ItemRow)
}

// touchText reports the change of a published text, and of its item if it has
// one, to the pages that show it.
func touchText(ctx context.Context, q *db.Queries, shop galley.ShopID, item column.RowID) error {
	topics := []string{galley.TopicProducts(shop), galley.TopicShops}
	if item != 0 {
		job, err := q.JobOfItem(ctx, item)
		if err != nil {
			return err
		}
		topics = append(topics, galley.TopicJob(job), galley.TopicJobs)
	}
	return touched(ctx, q, nil, topics...)
}

// sameText reports whether the shop still has a published text. Markup that
// Shopify only tidied is the same text.
func sameText(f galley.Field, published, now galley.Value) bool {
	return published.Same(now) || f.IsHTML() && markup.SameHTML(published.Text, now.Text)
}

// noteProducts compares products as a sync read them with the texts published
// at their places.
func noteProducts(ctx context.Context, q *db.Queries, shop galley.ShopID, products []*readProduct, seenAt time.Time) error {
	at := make(map[string]*galley.Product, 3*len(products))
	for _, r := range products {
		at[r.product.ID] = &r.product
		for _, img := range r.product.Images {
			at[img.ID] = &r.product
		}
	}
	return notePlaces(ctx, q, shop, slices.Collect(maps.Keys(at)), func(place string, f galley.Field) (galley.Value, bool) {
		p := at[place]
		if place == p.ID {
			return p.Value(f, galley.ProductTarget(place))
		}
		return p.Value(f, galley.ImageTarget(place))
	}, seenAt)
}

// noteSubjects compares places as a sync read them with the texts published
// there.
func noteSubjects(ctx context.Context, q *db.Queries, shop galley.ShopID, subjects []galley.Subject, seenAt time.Time) error {
	places, byPlace := make([]string, len(subjects)), make(map[string]galley.Subject, len(subjects))
	for i, at := range subjects {
		places[i], byPlace[at.Target.ID] = at.Target.ID, at
	}
	return notePlaces(ctx, q, shop, places, func(place string, f galley.Field) (galley.Value, bool) { return byPlace[place].Value(f) }, seenAt)
}

// notePlaces compares the texts that places have now with those published, or written and not published, there. A shop that
// is synced for the first time has neither.
func notePlaces(ctx context.Context, q *db.Queries, shop galley.ShopID, places []string, now func(place string, f galley.Field) (galley.Value, bool), seenAt time.Time) error {
	some, err := q.HasTextsToCompare(ctx, shop)
	if err != nil || !some || len(places) == 0 {
		return err
	}
	if err := settleOwnDrafts(ctx, q, shop, places, now); err != nil {
		return err
	}
	texts, err := q.PublishedTextsAt(ctx, db.PublishedTextsAtParams{ShopID: shop, Places: jsonArray(places)})
	if err != nil {
		return err
	}
	for _, text := range texts {
		current, ok := now(text.PlaceID, text.Field)
		if !ok {
			continue
		}
		if err := noteText(ctx, q, text, current, seenAt); err != nil {
			return err
		}
	}
	return nil
}
