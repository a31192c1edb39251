package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// RenameShop gives a shop another name. One that another shop has is
// CodeInvalidInput.
func (s *Store) RenameShop(ctx context.Context, id galley.ShopID, name string) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := refuseTakenName(ctx, q, id, name); err != nil {
			return err
		}
		n, err := q.RenameShop(ctx, db.RenameShopParams{ID: id, Name: name})
		return touched(ctx, q, expectOneRow(n, err, messages.ShopGone), galley.TopicShops, galley.TopicJobs)
	})
}

// FileRun says which of the files that a file shop was given is the present
// one, from 0.
func (s *Store) FileRun(ctx context.Context, id galley.ShopID) (run int, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.ShopRow(ctx, id)
		run = row.FileRun
		return err
	})
	return run, err
}

// PictureAddresses are the addresses of a shop's pictures in the local copy, by
// product and then by picture, in their order.
func (s *Store) PictureAddresses(ctx context.Context, id galley.ShopID) (map[string][]galley.Image, error) {
	found := map[string][]galley.Image{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.PictureAddresses(ctx, id)
		for _, r := range rows {
			found[r.Product] = append(found[r.Product], galley.Image{ID: r.ID, URL: r.Url})
		}
		return err
	})
	return found, err
}

// DraftsToReview counts the drafts of a shop that wait for a decision or for
// publishing, by product.
func (s *Store) DraftsToReview(ctx context.Context, id galley.ShopID) (map[string]int, error) {
	found := map[string]int{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.DraftsToReview(ctx, id)
		for _, r := range rows {
			found[r.Product] = r.Drafts
		}
		return err
	})
	return found, err
}

// ReplaceFile makes the next file of a file shop its present one, under the
// leases of its outbox and its sync, which no one else works then. Published
// texts that the change settles are not exported any more, and products that
// the file does not have leave the local copy; the next sync brings the rest. A
// shop that has another file by now is CodeChanged, and a write of unknown
// outcome CodeBusy.
func (s *Store) ReplaceFile(ctx context.Context, id galley.ShopID, fileName string, change galley.FileChange, leases ...galley.Lease) error {
	gone := make([]string, len(change.Gone))
	for i, p := range change.Gone {
		gone[i] = p.ID
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, l := range leases {
			if err := fence(ctx, q, l); err != nil {
				return err
			}
		}
		if sending, err := q.CountSending(ctx, id); err != nil || sending > 0 {
			return firstError(err, galley.NewError(galley.CodeBusy, messages.ReplaceWhilePublishing))
		}
		n, err := q.TakeNextFile(ctx, db.TakeNextFileParams{ID: id, Run: change.Run, Domain: fileName})
		if err != nil || n == 0 {
			return firstError(err, galley.NewError(galley.CodeChanged, messages.ReplacementChanged))
		}
		if err := q.DropFileTexts(ctx, db.DropFileTextsParams{ShopID: id, Places: jsonArray(change.Settled)}); err != nil {
			return err
		}
		if err := q.DropProducts(ctx, db.DropProductsParams{ShopID: id, Ids: jsonArray(gone)}); err != nil {
			return err
		}
		err = q.DropMissing(ctx, id)
		return touched(ctx, q, err, galley.TopicProducts(id), galley.TopicShops, galley.TopicJobs)
	})
}

func firstError(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
