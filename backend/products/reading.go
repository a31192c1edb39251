package products

import (
	"context"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// reading reads a shop's products and collections into the local copy for one sync.
type reading struct {
	service  *Service
	client   galley.ShopClient
	lister   galley.ShopLister // the same client; nil if it is none
	shop     galley.Shop
	how      how
	progress func(galley.SyncProgress)
	held     galley.Lease

	kind         galley.SyncKind
	run          galley.SyncRun
	began        time.Time
	sound        bool            // began is this reading's, by a clock that agreed with the shop's: changes since can be read
	count        int             // products on the shop, as it said at the start
	unread       map[string]bool // products that came without some of their parts
	list         string          // the id of a list that the shop is writing for this sync
	changedIDs   []string        // products that changed or are gone, in a sync of changes
	membersKnown bool            // members of collections were known when the changes begin
	collecting   *collecting     // reads collections beside a list of products

	listError *galley.Reason // why products came by pages, where a list was tried
}

// Which products a sync reads, and how.
const (
	// changesFrom is how many products a shop must have before a sync reads only what changed. A smaller one is read in
	// a few pages, which also show what moves no product's time of change.
	changesFrom = 250
	// listFrom is how many it must have before it writes a list of all. A list takes the shop some seconds at least, and
	// costs 11 points and one for each look; pages of 1,000 products cost about 4,000, 40 seconds of a Standard shop.
	listFrom = 1000
	// mostChanges is how many changed products are read by pages: more come cheaper with all the others, in a list.
	mostChanges = listFrom
	// wholeEvery is how long only changes are read. What moves no product's time of change is found after that at the
	// latest: names of entries that metafields refer to, and what Shopify does not count as a change of the product.
	wholeEvery = 3 * 24 * time.Hour
	// searchLag is how far changes are looked for before the last sync began: a search finds changes late, seconds as a
	// rule and minutes on a busy day, and the two clocks may be clocksApart.
	searchLag = 15 * time.Minute
	// clocksApart is how far the shop's clock may be from this computer's: if it is further, all products are read.
	clocksApart = 5 * time.Minute
)

// products reads what the sync has to, and removes what the shop no longer has.
func (r *reading) products(ctx context.Context) (removed int, err error) {
	state, err := r.choose(ctx)
	if err != nil {
		return 0, err
	}
	if r.kind == galley.SyncChanges {
		removed, enough, err := r.changes(ctx, state)
		if err != nil || enough {
			return removed, err
		}
		r.kind = r.kindOfWhole()
	}
	if err := r.all(ctx); err != nil {
		return 0, err
	}
	failpoint.Reach(failpoint.SyncAllRead)
	if removed, err = r.how.finish(ctx, r); err != nil {
		return removed, err
	}
	return removed, r.noteSynced(ctx, true)
}

// choose decides how the products are read. A sync that was interrupted is continued as it was begun, unless a person
// asked for all products as they are now, or its list is old.
func (r *reading) choose(ctx context.Context) (state galley.SyncState, err error) {
	r.kind = galley.SyncPages
	if state, err = r.service.store.SyncState(ctx, r.shop.ID); err != nil {
		return state, err
	}
	r.membersKnown = state.MembersKnown
	if r.how.whole || r.isOld(state) {
		if err := r.abandon(ctx); err != nil {
			return state, err
		}
		state.Open = false
	}
	if r.lister == nil {
		return state, nil
	}
	if state.Open && state.Kind != galley.SyncChanges {
		r.kind = state.Kind
		return state, nil
	}
	info, err := r.client.Info(ctx)
	if err != nil {
		return state, err
	}
	r.sound = r.clocksAgree()
	if r.count = info.Products; r.count >= changesFrom && !r.how.whole && r.knowsChanges(state) {
		r.kind = galley.SyncChanges
	} else {
		r.kind = r.kindOfWhole()
	}
	return state, nil
}

func (r *reading) kindOfWhole() galley.SyncKind {
	if r.count >= listFrom {
		return galley.SyncList
	}
	return galley.SyncPages
}

// knowsChanges reports whether what changed since the last sync is enough.
func (r *reading) knowsChanges(state galley.SyncState) bool {
	now := r.service.clock.Now()
	return state.ChangesFrom != nil && state.WholeAt != nil && !state.ChangesFrom.After(now) &&
		now.Sub(*state.WholeAt) < wholeEvery && r.clocksAgree()
}

func (r *reading) clocksAgree() bool { return r.lister.ClockAhead().Abs() <= clocksApart }

// all reads all products.
func (r *reading) all(ctx context.Context) error {
	if r.kind == galley.SyncList {
		err := r.readLists(ctx)
		if !unable(err) {
			return err
		}
		r.listError = galley.ReasonOf(err)
		r.service.log.WarnContext(ctx, "the products are read by pages, since the shop gave no list of them", "shop", r.shop.ID, "error", err)
		if err := r.cancelNoted(ctx); err != nil {
			return err
		}
	}
	return r.byPages(ctx)
}

// byPages reads all products by pages.
func (r *reading) byPages(ctx context.Context) error {
	r.kind = galley.SyncPages
	cursor, err := r.begin(ctx)
	if err != nil {
		return err
	}
	return r.pages(ctx, cursor)
}

// abandon ends a sync that was interrupted: this one begins anew.
func (r *reading) abandon(ctx context.Context) error {
	if err := r.cancelNoted(ctx); err != nil {
		return err
	}
	return r.service.store.AbandonSync(ctx, r.shop.ID, r.run)
}

// begin begins a sync of the reading's kind, or continues it at the cursor.
func (r *reading) begin(ctx context.Context) (cursor string, err error) {
	store := r.service.store
	if r.lister == nil {
		r.run, cursor, err = store.BeginSync(ctx, r.shop.ID, r.held)
		return cursor, err
	}
	r.run, cursor, err = store.BeginSyncOf(ctx, r.shop.ID, r.held, r.kind)
	if err != nil {
		return "", err
	}
	r.sound = r.sound && cursor == ""
	state, err := store.SyncState(ctx, r.shop.ID)
	r.began = state.Began
	return cursor, err
}

// noteSynced keeps where the next sync begins. After one that did not get all it asked for, that was interrupted, or
// whose clock was wrong, the next reads all products.
func (r *reading) noteSynced(ctx context.Context, whole bool) error {
	if r.lister == nil {
		return nil
	}
	return r.service.store.NoteSynced(ctx, r.shop.ID, r.run, r.began, whole, len(r.unread) == 0 && r.sound && r.clocksAgree())
}

// mustAsk reports whether a person is asked before products are removed. First the shop is asked for its count; if it
// listed fewer, it is read again, and if that does not help, nothing is removed and the next sync begins anew.
func (r *reading) mustAsk(ctx context.Context) (bool, error) {
	found, err := r.compare(ctx)
	for _, again := range r.waysAgain() {
		if err == nil && found.lacks() {
			if err = again(ctx); err == nil {
				found, err = r.compare(ctx)
			}
		}
	}
	if err != nil || !found.lacks() {
		return err == nil && galley.AsksBeforeRemoving(found.unseen, found.known), err
	}
	if err := r.service.store.AbandonSync(ctx, r.shop.ID, r.run); err != nil {
		return false, err
	}
	return false, galley.NewError(galley.CodeShopFailed, messages.SyncIncomplete(r.shop.Name, found.counted, found.known-found.unseen))
}

// comparison is how many products the local copy has, how many of them this sync did not find, and, where there are
// such, how many the shop counts.
type comparison struct{ known, unseen, counted int }

// lacks reports whether the shop counts more products than the sync found.
func (c comparison) lacks() bool { return c.counted > c.known-c.unseen }

func (r *reading) compare(ctx context.Context) (c comparison, err error) {
	c.unseen, c.known, err = r.service.store.Unseen(ctx, r.shop.ID, r.run)
	if err != nil || c.unseen == 0 {
		return c, err
	}
	info, err := r.client.Info(ctx)
	c.counted = info.Products
	return c, err
}

// waysAgain are the ways to read once more: after a list, which takes the shop minutes, what changed since, and then
// pages; after pages all of them.
func (r *reading) waysAgain() []func(context.Context) error {
	if r.kind == galley.SyncList {
		return []func(context.Context) error{r.sinceList, r.insteadOfList}
	}
	return []func(context.Context) error{func(ctx context.Context) error {
		if err := r.service.store.RestartSync(ctx, r.shop.ID, r.run); err != nil {
			return err
		}
		return r.pages(ctx, "")
	}}
}

// sinceList reads what changed since the list. The list, which is older, is not read after it.
func (r *reading) sinceList(ctx context.Context) error {
	if err := r.dropList(ctx); err != nil {
		return err
	}
	if err := r.changedPages(ctx, r.began.Add(-searchLag)); !unable(err) {
		return err
	}
	return nil
}

// insteadOfList reads pages, since the list lacks products.
func (r *reading) insteadOfList(ctx context.Context) error {
	lacking := galley.NewError(galley.CodeInvalidFile, messages.SyncListLacking)
	r.service.log.WarnContext(ctx, "the products are read by pages", "shop", r.shop.ID, "error", lacking)
	r.listError = galley.ReasonOf(lacking)
	return r.byPages(ctx)
}

// pages reads all pages from the cursor on and saves each.
func (r *reading) pages(ctx context.Context, cursor string) error {
	s, done, seen := r.service, 0, galley.Cursors{}
	for resumed := cursor != ""; ; resumed = false {
		readAt := s.clock.Now()
		page, err := r.client.Products(ctx, cursor)
		page.ReadAt = readAt
		if resumed && galley.HasCode(err, galley.CodeInvalidInput) {
			// The shop no longer knows the cursor of the last sync.
			if err := s.store.RestartSync(ctx, r.shop.ID, r.run); err != nil {
				return err
			}
			cursor = ""
			continue
		}
		if err == nil {
			err = seen.Follow(page.Next)
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
			r.progress(galley.SyncProgress{Progress: galley.NewProgress(done, max(page.Total, done))})
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
