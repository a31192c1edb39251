package products

import (
	"context"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
)

// changes reads what changed since the last sync and removes what was deleted. enough is false if that cannot be the
// whole difference, or is so much of it that a person may have to be asked: then all products are read.
func (r *reading) changes(ctx context.Context, state galley.SyncState) (removed int, enough bool, err error) {
	from := state.ChangesFrom.Add(-searchLag)
	changed, err := r.lister.CountChanges(ctx, from)
	if unable(err) || err == nil && changed > mostChanges {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	if _, err := r.begin(ctx); err != nil {
		return 0, false, err
	}
	if err := r.changedPages(ctx, from); err != nil {
		if unable(err) {
			err = nil
		}
		return 0, false, err
	}
	gone, err := r.deleted(ctx, from)
	if err != nil {
		return 0, false, err
	}
	if enough, err = r.sameCount(ctx, len(gone)); err != nil || !enough {
		return 0, false, err
	}
	failpoint.Reach(failpoint.SyncAllRead)
	r.changedIDs = append(r.changedIDs, gone...)
	if err := r.service.store.FinishChanges(ctx, r.shop.ID, r.run, gone); err != nil {
		return 0, false, err
	}
	return len(gone), true, r.noteSynced(ctx, false)
}

// changedPages saves the products that changed since a time.
func (r *reading) changedPages(ctx context.Context, from time.Time) error {
	seen := galley.Cursors{}
	for cursor, done := "", 0; ; {
		readAt := r.service.clock.Now()
		page, err := r.lister.Changes(ctx, from, cursor)
		if err == nil {
			err = seen.Follow(page.Next)
		}
		if err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncRead)
		page.ReadAt = readAt
		if err := r.service.store.SavePage(ctx, r.shop.ID, r.run, page); err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncSaved)
		r.noteUnread(page.Products)
		for _, p := range page.Products {
			r.changedIDs = append(r.changedIDs, p.ID)
		}
		done += len(page.Products)
		r.show(done, done, false)
		if cursor = page.Next; cursor == "" {
			return nil
		}
	}
}

// deleted returns the products of the local copy that the shop deleted since a time. A shop that does not say has
// deleted none for all that is known: the counts tell.
func (r *reading) deleted(ctx context.Context, from time.Time) (gone []string, err error) {
	seen := galley.Cursors{}
	for cursor := ""; ; {
		ids, next, err := r.lister.Deletions(ctx, from, cursor)
		if unable(err) {
			return nil, nil
		}
		if err == nil {
			err = seen.Follow(next)
		}
		if err != nil {
			return nil, err
		}
		known, err := r.service.store.KnownAmong(ctx, r.shop.ID, ids)
		if err != nil {
			return nil, err
		}
		gone = append(gone, known...)
		if cursor = next; cursor == "" {
			return gone, nil
		}
	}
}

// sameCount reports whether the shop has as many products as the local copy without those that are gone and those
// that a person is asked about, and that no person must be asked about these.
func (r *reading) sameCount(ctx context.Context, gone int) (bool, error) {
	known, missing, err := r.service.store.CountProducts(ctx, r.shop.ID)
	if err != nil || galley.AsksBeforeRemoving(gone, known-missing) {
		return false, err
	}
	info, err := r.client.Info(ctx)
	return err == nil && info.Products == known-missing-gone, err
}
