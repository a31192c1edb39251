package products

import (
	"context"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// reading reads a shop's pages into the local copy for one sync.
type reading struct {
	service  *Service
	client   galley.ShopClient
	shop     galley.Shop
	run      int64
	progress func(galley.Progress)
	unread   map[string]bool // products that came without some of their parts
}

// mustAsk reports whether a person is asked before products are removed. First
// the shop is asked for its count; if it listed fewer, it is read again, and if
// that does not help, nothing is removed.
func (r *reading) mustAsk(ctx context.Context) (bool, error) {
	store := r.service.store
	unseen, known, err := store.Unseen(ctx, r.shop.ID, r.run)
	if err != nil || unseen == 0 {
		return false, err
	}
	info, err := r.client.Info(ctx)
	if err != nil {
		return false, err
	}
	if info.Products > known-unseen {
		if err := store.RestartSync(ctx, r.shop.ID); err != nil {
			return false, err
		}
		if err := r.pages(ctx, ""); err != nil {
			return false, err
		}
		if unseen, known, err = store.Unseen(ctx, r.shop.ID, r.run); err != nil {
			return false, err
		}
		if unseen > 0 && info.Products > known-unseen {
			return false, galley.NewError(galley.CodeShopFailed, messages.SyncIncomplete(r.shop.Name, info.Products, known-unseen))
		}
	}
	return galley.AsksBeforeRemoving(unseen, known), nil
}

// pages reads all pages from the cursor on and saves each.
func (r *reading) pages(ctx context.Context, cursor string) error {
	s, done := r.service, 0
	for resumed := cursor != ""; ; resumed = false {
		readAt := s.clock.Now()
		page, err := r.client.Products(ctx, cursor)
		page.ReadAt = readAt
		if resumed && galley.HasCode(err, galley.CodeInvalidInput) {
			// The shop no longer knows the cursor of the last sync.
			if err := s.store.RestartSync(ctx, r.shop.ID); err != nil {
				return err
			}
			cursor = ""
			continue
		}
		if err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncRead)
		if err := s.store.SavePage(ctx, r.shop.ID, r.run, page); err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncSaved)
		r.noteUnread(page.Products)
		if done += len(page.Products); r.progress != nil {
			r.progress(galley.NewProgress(done, max(page.Total, done)))
		}
		if page.Next == "" {
			return nil
		}
		cursor = page.Next
	}
}

// noteUnread records which products came without some of their parts. Parts
// that a second reading brought are no longer missing.
func (r *reading) noteUnread(products []galley.Product) {
	for _, p := range products {
		if len(p.Unread) > 0 {
			r.unread[p.ID] = true
		} else {
			delete(r.unread, p.ID)
		}
	}
}
