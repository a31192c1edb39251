package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// OwnDrafts lists the texts that people saved for a product with its images, or
// for a collection, and did not publish. What the shop has meanwhile is none.
func (s *Store) OwnDrafts(ctx context.Context, shop galley.ShopID, of galley.Subject) ([]galley.OwnDraft, error) {
	found := []galley.OwnDraft{}
	rows, err := db.New(s.read).OwnDraftsAt(ctx, db.OwnDraftsAtParams{ShopID: shop, Places: jsonArray(placesOf(of))})
	for _, r := range rows {
		draft := galley.OwnDraft{
			Field: r.Field, Content: r.Content, Expected: r.Expected, Revision: r.Revision, Person: r.Person, SavedAt: r.SavedAt.Time,
		}
		if r.Field.Place() == galley.PlaceImage {
			draft.ImageID = r.PlaceID
		}
		found = append(found, draft)
	}
	return found, fault(err)
}

func placesOf(of galley.Subject) []string {
	places := []string{of.Target.ID}
	for _, image := range of.Product.Images {
		places = append(places, image.ID)
	}
	return places
}

// SaveOwnDrafts keeps texts of the editor of a product or collection, all or
// none. Those in drop are forgotten. A text that was saved by somebody else
// since the person saw it is CodeChanged.
func (s *Store) SaveOwnDrafts(ctx context.Context, shop galley.ShopID, owner, person string, save, drop []galley.OwnText) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, text := range save {
			if err := s.saveOwnDraft(ctx, q, shop, owner, person, text); err != nil {
				return err
			}
		}
		for _, text := range drop {
			if _, err := seenRevision(ctx, q, shop, owner, text); err != nil {
				return err
			}
			if err := dropOwnDraft(ctx, q, shop, text.Target(owner).ID, text.Field); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
}

func (s *Store) saveOwnDraft(ctx context.Context, q *db.Queries, shop galley.ShopID, owner, person string, text galley.OwnText) error {
	revision, err := seenRevision(ctx, q, shop, owner, text)
	if err != nil {
		return err
	}
	now := s.clock.Now() // in the revision, so that none is used twice once a draft is gone
	return q.SaveOwnDraft(ctx, db.SaveOwnDraftParams{
		ShopID: shop, OwnerID: owner, PlaceID: text.Target(owner).ID, Field: text.Field, Content: text.Content, Expected: text.Expected,
		Revision: max(revision+1, int(now.UnixMilli())), Person: person, SavedAt: column.At(now),
	})
}

// seenRevision is the revision of the draft that is saved, 0 for none: the one
// that the person saw.
func seenRevision(ctx context.Context, q *db.Queries, shop galley.ShopID, owner string, text galley.OwnText) (int, error) {
	now, err := q.OwnDraft(ctx, db.OwnDraftParams{ShopID: shop, PlaceID: text.Target(owner).ID, Field: text.Field})
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil // it was published or put back since: nothing is lost
	}
	if err == nil && now.Revision != text.Revision && now.Content != text.Content {
		return 0, galley.NewError(galley.CodeChanged, messages.OwnDraftChanged(cmp.Or(now.Person, "Another window")))
	}
	return now.Revision, err
}

func dropOwnDraft(ctx context.Context, q *db.Queries, shop galley.ShopID, place string, field galley.Field) error {
	n, err := q.DropOwnDraft(ctx, db.DropOwnDraftParams{ShopID: shop, PlaceID: place, Field: field})
	if err != nil || n == 0 {
		return err
	}
	return touched(ctx, q, nil, galley.TopicProducts(shop))
}

// settleOwnDrafts forgets the drafts whose text the shop has now.
func settleOwnDrafts(ctx context.Context, q *db.Queries, shop galley.ShopID, places []string, now func(place string, f galley.Field) (galley.Value, bool)) error {
	rows, err := q.OwnDraftsAt(ctx, db.OwnDraftsAtParams{ShopID: shop, Places: jsonArray(places)})
	if err != nil {
		return err
	}
	for _, r := range rows {
		text, known := now(r.PlaceID, r.Field)
		if !known || !isPublished(r.Field, strings.TrimSpace(r.Content), text.Text) {
			continue
		}
		if err := dropOwnDraft(ctx, q, shop, r.PlaceID, r.Field); err != nil {
			return err
		}
	}
	return nil
}

// isPublished reports whether the shop has a text, perhaps with its markup written
// another way.
func isPublished(f galley.Field, content, onShop string) bool {
	return markup.SameText(f, content, onShop) || f.IsHTML() && markup.SameHTML(content, onShop)
}
