package products

import (
	"context"

	"galley/backend/galley"
)

// CollectionsResult is what a sync did with collections.
type CollectionsResult struct {
	galley.CollectionsFound

	// CollectionsError says why the shop's collections could not be read, nil if
	// they were. They are then unchanged.
	CollectionsError *galley.Reason `json:"collections_error"`
}

// Collections returns a window of a shop's collections, by title. A limit of 0 is
// 100; more than MaxPage is CodeInvalidInput.
func (s *Service) Collections(ctx context.Context, q galley.CollectionQuery) (galley.CollectionPage, error) {
	if err := checkWindow(&q.Limit, q.Offset); err != nil {
		return galley.CollectionPage{}, err
	}
	return s.store.Collections(ctx, q)
}

// Collection returns one collection by its id or handle, or CodeNotFound.
func (s *Service) Collection(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Collection, error) {
	return s.store.Collection(ctx, shop, idOrHandle)
}

// collections reads all pages of collections and saves each. That the shop could
// not give them does not fail the sync.
func (r *reading) collections(ctx context.Context) (result CollectionsResult, err error) {
	store := r.service.store
	run, cursor, err := store.BeginCollectionSync(ctx, r.shop.ID)
	if err != nil {
		return result, err
	}
	for resumed := cursor != ""; ; resumed = false {
		readAt := r.service.clock.Now()
		page, err := r.client.Collections(ctx, cursor)
		page.ReadAt = readAt
		switch {
		case resumed && galley.HasCode(err, galley.CodeInvalidInput):
			cursor = "" // the shop no longer knows where the last sync stopped
			continue
		case ctx.Err() != nil:
			return result, err
		case err != nil:
			result.CollectionsError = galley.ReasonOf(err)
			return result, nil
		}
		if err := store.SaveCollections(ctx, r.shop.ID, run, page); err != nil {
			return result, err
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	result.CollectionsFound, err = store.FinishCollectionSync(ctx, r.shop.ID, run)
	return result, err
}
