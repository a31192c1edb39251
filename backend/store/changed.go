package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// ChangedText returns the changed text that a publication wrote. One that is
// not changed, or no longer the last at its place, is CodeChanged.
func (s *Store) ChangedText(ctx context.Context, publication string) (found galley.ChangedText, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		r, err := q.ChangedByPublication(ctx, publication)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		found = changedText(r)
		return err
	})
	return found, err
}

func changedAgain() error {
	return galley.NewError(galley.CodeShopChanged, messages.ShopTextChangedAgain)
}

func noLongerChanged() error {
	return galley.NewError(galley.CodeIllegalState, messages.NotMarkedChanged)
}

// changesOf are the changes of items' published texts on the shop, by item.
func changesOf(ctx context.Context, q *db.Queries, items []db.Item) (map[galley.ItemID]*galley.ChangedText, error) {
	var changed []db.Item
	for _, item := range items {
		if item.Since == galley.SinceChanged && item.PublishState == galley.Published {
			changed = append(changed, item)
		}
	}
	rows, err := q.ChangedOfItems(ctx, jsonArray(rowIDs(changed)))
	found := make(map[galley.ItemID]*galley.ChangedText, len(rows))
	for _, r := range rows {
		c := changedText(r)
		found[c.ItemID] = &c
	}
	return found, err
}

// ChangedTexts lists the changed texts of a product and its images, or of a
// collection.
func (s *Store) ChangedTexts(ctx context.Context, shop galley.ShopID, of galley.Subject) (found []galley.ChangedText, err error) {
	places := []string{of.Target.ID}
	for _, img := range of.Product.Images {
		places = append(places, img.ID)
	}
	found = []galley.ChangedText{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ChangedAt(ctx, db.ChangedAtParams{ShopID: shop, Places: jsonArray(places)})
		for _, r := range rows {
			found = append(found, changedText(r))
		}
		return err
	})
	return found, err
}

func changedText(r db.ChangedText) galley.ChangedText {
	place := galley.PlaceRef{Kind: r.PlaceKind, ID: r.PlaceID, Handle: r.PlaceHandle, Title: r.PlaceTitle}
	return galley.ChangedText{
		PublicationID: r.PublicationID, ShopID: r.ShopID, ItemID: ofItem(r.JobID, r.Position), Field: r.Field,
		Place: place, Product: place.Product(r.ImageOf),
		Published: r.Live, PublishedAt: r.FinishedAt.OrZero(), Person: r.Person,
		OnShop: r.OnShop, SeenAt: r.SeenAt.OrZero(),
	}
}

// TakeOver makes the text that the shop has the published one, as a revision of
// the draft by that person. Nothing is written to the shop. A shop that was seen
// with another text since is CodeChanged.
func (s *Store) TakeOver(ctx context.Context, seen galley.SeenChange, report galley.Report, person string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err := q.ChangedByPublication(ctx, seen.PublicationID)
		if errors.Is(err, sql.ErrNoRows) {
			return noLongerChanged()
		}
		if err != nil {
			return err
		}
		if err := refuseWhileOpen(ctx, q, found); err != nil {
			return err
		}
		n, err := q.TakeOverText(ctx, db.TakeOverTextParams{PublicationID: seen.PublicationID, SeenAt: column.NullAt(seen.SeenAt)})
		if err == nil && n == 0 {
			err = changedAgain()
		}
		if err != nil {
			return err
		}
		if found.ItemRow != 0 {
			if err := s.takeOverDraft(ctx, q, found, report, person); err != nil {
				return err
			}
		}
		return touchText(ctx, q, found.ShopID, found.ItemRow)
	})
}

func (s *Store) takeOverDraft(ctx context.Context, q *db.Queries, text db.ChangedText, report galley.Report, person string) error {
	revision, err := q.TakeOverDraft(ctx, db.TakeOverDraftParams{
		RowID: text.ItemRow, Content: text.OnShop.Text, ContentSha256: checksum(text.OnShop.Text), Length: length(text.Field, text.OnShop.Text), Score: scoreColumn(report.Score),
		Warnings: warningsColumn(report.Warnings), Warned: warned(report), WrittenBy: person, WrittenAt: column.NullAt(s.clock.Now()),
	})
	if err != nil {
		return err
	}
	return s.addRevision(ctx, q, text.ItemRow, revision, galley.Draft{
		Content: text.OnShop.Text, Author: galley.AuthorPerson, By: person, Note: "Taken over from the shop", At: s.clock.Now(),
	})
}

// reopenChanged starts another draft from a changed text: the published text is no
// longer the item's, and the draft replaces the shop's. seen is the change that the
// person saw.
func reopenChanged(ctx context.Context, q *db.Queries, id galley.ItemID, revision int, seen galley.SeenChange) error {
	item, err := itemRow(ctx, q, id)
	if err != nil {
		return err
	}
	found, err := q.ChangedByItem(ctx, item.RowID)
	if errors.Is(err, sql.ErrNoRows) {
		return noLongerChanged()
	}
	if err != nil {
		return err
	}
	if changedText(found).Seen() != seen {
		return changedAgain()
	}
	n, err := q.ReopenChanged(ctx, db.ReopenChangedParams{RowID: item.RowID, Revision: revision})
	if err = expectOneRow(n, err, messages.DraftNotSaved); err != nil {
		return err
	}
	return q.DropPublishedTextOf(ctx, found.PublicationID)
}
