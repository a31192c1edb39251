package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/google/uuid"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// QueueEdits decides texts of the product editor to the shop, all or none. A
// place that has a publication waiting or under way is CodeBusy.
func (s *Store) QueueEdits(ctx context.Context, shop galley.ShopID, product galley.ProductRef, edits []galley.TextEdit, person string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, e := range edits {
			if err := s.queueEdit(ctx, q, shop, product, e, person); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop), galley.TopicShops)
	})
}

func (s *Store) queueEdit(ctx context.Context, q *db.Queries, shop galley.ShopID, product galley.ProductRef, e galley.TextEdit, person string) error {
	open, err := openAt(ctx, q, shop, e.Field, galley.Target{ProductID: product.ID, ImageID: e.ImageID})
	if err != nil {
		return err
	}
	if open {
		return galley.Errorf(galley.CodeBusy, "The %s of %s is on its way to the shop already. Nothing was saved. Wait until it is there, then save again.", e.Field.Label(), product.Title)
	}
	if sent, err := s.queueAsDraft(ctx, q, shop, product, e, person); err != nil || sent {
		return err
	}
	return q.InsertPublication(ctx, db.InsertPublicationParams{
		ID: uuid.NewString(), ShopID: string(shop), ProductID: product.ID, ProductHandle: product.Handle,
		ProductTitle: product.Title, ImageID: e.ImageID, Field: string(e.Field), Kind: string(galley.KindPublish),
		Place:    placeKey(string(e.Field), product.ID, e.ImageID),
		Expected: column(e.Expected), After: column(e.Value), Person: person, Writer: person, CostUsd: dollars(0), CreatedAt: millis(s.clock.Now()),
	})
}

// queueAsDraft sends a text that is a draft's, word for word, as that draft, so
// that its job knows of it. False means that it is nobody's.
func (s *Store) queueAsDraft(ctx context.Context, q *db.Queries, shop galley.ShopID, product galley.ProductRef, e galley.TextEdit, person string) (bool, error) {
	item, err := q.DraftWithText(ctx, db.DraftWithTextParams{
		ShopID: string(shop), Field: string(e.Field), ProductID: product.ID, ImageID: e.ImageID, Content: e.Value.Text,
	})
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	item.Original, item.OnShopKnown = column(e.Expected), 0 // the editor showed what it replaces
	sent, err := s.queue(ctx, q, item, galley.PublishDecision{Person: person})
	return sent, touched(ctx, q, err, galley.TopicJob(jobID(item.JobID)), galley.TopicJobs)
}

// PublicationsOfProduct lists every write to a product, newest first.
func (s *Store) PublicationsOfProduct(ctx context.Context, shop galley.ShopID, product string) (found []galley.Publication, err error) {
	found = []galley.Publication{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.PublicationsOfProduct(ctx, db.PublicationsOfProductParams{ShopID: string(shop), ProductID: product})
		for _, r := range rows {
			found = append(found, publication(r.Publication, ofItem(r.JobID.Int64, r.Position.Int64)))
		}
		return err
	})
	return found, err
}

// Publication returns one write, and whether it was undone or is about to be.
func (s *Store) Publication(ctx context.Context, id string) (p galley.Publication, undone bool, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		r, err := q.Publication(ctx, id)
		if errors.Is(err, sql.ErrNoRows) {
			return galley.Errorf(galley.CodeNotFound, "There is no such publication.")
		}
		if err != nil {
			return err
		}
		p = publication(r.Publication, ofItem(r.JobID.Int64, r.Position.Int64))
		n, err := q.UndoneBy(ctx, sql.NullString{String: id, Valid: true})
		undone = n > 0
		return err
	})
	return p, undone, err
}

// DraftsOfProduct lists the newest drafts of a product over all jobs, at most n.
func (s *Store) DraftsOfProduct(ctx context.Context, shop galley.ShopID, product string, n int) (found []galley.Item, err error) {
	found = []galley.Item{}
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ItemsOfProduct(ctx, db.ItemsOfProductParams{ShopID: string(shop), ProductID: product, N: int64(n)})
		if err != nil {
			return err
		}
		for _, r := range rows {
			item, err := withChange(ctx, q, r)
			if err != nil {
				return err
			}
			found = append(found, item)
		}
		return nil
	})
	return found, err
}
