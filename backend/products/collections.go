package products

import (
	"context"
	"errors"
	"slices"
	"time"

	"galley/backend/galley"
)

// CollectionsResult is what a sync did with collections.
type CollectionsResult struct {
	galley.CollectionsFound

	// CollectionsError says why not all of the shop's collections could be read,
	// nil if they were. The next sync reads the rest.
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

// collections reads the collections: after a sync of changes what changed of them, where members were known before
// it, otherwise all, which may have begun beside the products. That the shop could not give them does not fail the sync.
func (r *reading) collections(ctx context.Context) (result CollectionsResult, err error) {
	if r.collecting != nil {
		return r.collecting.collected()
	}
	if r.kind == galley.SyncChanges && r.membersKnown {
		result, err = r.changedCollections(ctx)
		if !unable(err) {
			return r.ofCollections(ctx, result, err)
		}
	}
	return r.allCollections(ctx, r.began)
}

// ofCollections puts an error of the shop into the result.
func (r *reading) ofCollections(ctx context.Context, result CollectionsResult, err error) (CollectionsResult, error) {
	if _, ofShop := errors.AsType[listerError](err); ofShop && ctx.Err() == nil {
		return CollectionsResult{CollectionsError: galley.ReasonOf(err)}, nil
	}
	return result, err
}

// changedCollections reads the collections of the products that changed, then the heads of all collections, and members
// of those whose own time of change or count are not those of the local copy. A sync of these that is interrupted is
// not continued: the next one reads all collections.
func (r *reading) changedCollections(ctx context.Context) (result CollectionsResult, err error) {
	store := r.service.store
	run, _, err := store.BeginCollectionSync(ctx, r.shop.ID, r.held)
	if err != nil {
		return result, err
	}
	if err := r.memberships(ctx, run); err != nil {
		return result, err
	}
	seen := galley.Cursors{}
	for cursor := ""; ; {
		page, next, err := r.changedPage(ctx, cursor)
		if err == nil {
			err = ofLister(seen.Follow(next))
		}
		if err != nil {
			return result, err
		}
		if err := store.SaveCollections(ctx, r.shop.ID, run, page); err != nil {
			return result, err
		}
		if cursor = next; cursor == "" {
			break
		}
	}
	return r.finishCollections(ctx, run, true, r.began)
}

// membershipsAtOnce is how many products are asked for their collections before what came is saved.
const membershipsAtOnce = 500

// memberships brings the collections of the products that changed up to date. Those that are gone are in none.
func (r *reading) memberships(ctx context.Context, run galley.SyncRun) error {
	for ids := range slices.Chunk(r.changedIDs, membershipsAtOnce) {
		found, err := r.lister.CollectionsOf(ctx, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			found[id] = append([]string{}, found[id]...)
		}
		if err := r.service.store.SaveMemberships(ctx, r.shop.ID, run, found); err != nil {
			return err
		}
	}
	return nil
}

// changedPage is a page of heads, with members where these may have changed. It has no cursor that could be kept.
func (r *reading) changedPage(ctx context.Context, cursor string) (page galley.CollectionBatch, next string, err error) {
	readAt := r.service.clock.Now()
	if page, err = r.lister.CollectionHeads(ctx, cursor); err != nil {
		return page, "", err
	}
	page.ReadAt, next, page.Next = readAt, page.Next, ""
	changed, err := r.changedAmong(ctx, page.Collections)
	if err != nil {
		return page, "", err
	}
	members, err := r.lister.Members(ctx, changed)
	if err != nil {
		return page, "", err
	}
	page.Collections = slices.DeleteFunc(page.Collections, func(c galley.ListedCollection) bool {
		return slices.Contains(changed, c.ID) && members[c.ID] == nil // gone since
	})
	for i := range page.Collections {
		c := &page.Collections[i]
		if of, read := members[c.ID]; read {
			c.Members, c.ProductCount = of, len(of)
		}
	}
	return page, next, nil
}

// changedAmong are the ids of the collections that are new or have another mark than in the local copy.
func (r *reading) changedAmong(ctx context.Context, heads []galley.ListedCollection) (changed []string, err error) {
	ids := make([]string, len(heads))
	for i, c := range heads {
		ids[i] = c.ID
	}
	known, err := r.service.store.CollectionMarks(ctx, r.shop.ID, ids)
	for _, c := range heads {
		if mark, is := known[c.ID]; !is || !mark.Is(c.Collection) {
			changed = append(changed, c.ID)
		}
	}
	return changed, err
}

// allCollections reads all pages of collections with their members, and saves each. The sync began at a time before.
func (r *reading) allCollections(ctx context.Context, began time.Time) (result CollectionsResult, err error) {
	store := r.service.store
	run, cursor, err := store.BeginCollectionSync(ctx, r.shop.ID, r.held)
	if err != nil {
		return result, err
	}
	fromStart, seen := cursor == "", galley.Cursors{}
	for resumed := !fromStart; ; resumed = false {
		readAt := r.service.clock.Now()
		page, err := r.client.Collections(ctx, cursor)
		page.ReadAt = readAt
		if err == nil {
			err = seen.Follow(page.Next)
		}
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
	return r.finishCollections(ctx, run, fromStart, began)
}

// finishCollections ends a sync of collections. If it read all it had to since the sync began, members are known.
func (r *reading) finishCollections(ctx context.Context, run galley.SyncRun, known bool, began time.Time) (result CollectionsResult, err error) {
	store := r.service.store
	if result.CollectionsFound, err = store.FinishCollectionSync(ctx, r.shop.ID, run); err != nil || !known || r.lister == nil {
		return result, err
	}
	return result, store.NoteMembersKnown(ctx, r.shop.ID, run, began)
}
