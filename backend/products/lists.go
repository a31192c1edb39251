package products

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// How a list is waited for.
const (
	firstLook  = 250 * time.Millisecond
	latestLook = 20 * time.Second
	// lookShare: looks are as far apart as this part of the time that the list has taken.
	lookShare = 10
	// stalled is how long a list may not grow; then it is cancelled.
	stalled = 30 * time.Minute
	// listsTried is how many lists one sync asks for: a second one where the first failed, is broken or gone.
	listsTried = 2
	// startedAround is how far a list's beginning by the shop's clock may be before it was asked for by this computer's.
	startedAround = clocksApart
	// cancelWithin is how long a sync waits for the shop to cancel a list.
	cancelWithin = 5 * time.Second
	// continuedFor is how long a list is continued after it was asked for. What the shop deleted, added or put back since
	// is not on it.
	continuedFor = time.Hour
)

// unable reports whether an error is about lists or changes alone: pages may still come.
func unable(err error) bool {
	return isOfLister(err, galley.CodeBusy, galley.CodeShopScope, galley.CodeShopRefused, galley.CodeNotFound, galley.CodeInvalidFile, galley.CodeInvalidInput, galley.CodeInternal)
}

// readLists reads all products from a list that the shop writes.
func (r *reading) readLists(ctx context.Context) (err error) {
	for range listsTried {
		err = r.readList(ctx)
		if !isOfLister(err, galley.CodeNotFound, galley.CodeInvalidFile) {
			return err
		}
		r.service.log.WarnContext(ctx, "a list of products could not be used", "shop", r.shop.ID, "error", err)
		if err := r.dropList(ctx); err != nil {
			return err
		}
	}
	return err
}

// dropList forgets the list: it is not read again.
func (r *reading) dropList(ctx context.Context) error {
	store := r.service.store
	return errors.Join(store.NoteList(ctx, r.shop.ID, r.run, "", time.Time{}), store.RestartSync(ctx, r.shop.ID, r.run))
}

// isOld reports whether an interrupted sync has a list that is too old to be continued.
func (r *reading) isOld(state galley.SyncState) bool {
	if state.ListAt == nil {
		return false
	}
	age := r.service.clock.Now().Sub(*state.ListAt)
	return age < 0 || age > continuedFor
}

func (r *reading) readList(ctx context.Context) error {
	cursor, err := r.begin(ctx)
	if err != nil {
		return err
	}
	list, asked, err := r.openList(ctx)
	if err != nil {
		return err
	}
	failpoint.Reach(failpoint.ListStarted)
	r.collect(ctx)
	if list, err = r.await(ctx, list); err != nil {
		return err
	}
	failpoint.Reach(failpoint.ListReady)
	from, known := partAt(cursor)
	if !known {
		if err := r.service.store.RestartSync(ctx, r.shop.ID, r.run); err != nil {
			return err
		}
	}
	done := 0
	return r.lister.ReadList(ctx, list, from, func(p galley.ListPart) error {
		failpoint.Reach(failpoint.SyncRead)
		page := galley.ProductBatch{Products: p.Products, Next: cursorAt(p.Number + 1), Total: list.Listed, ReadAt: asked}
		if err := r.service.store.SavePage(ctx, r.shop.ID, r.run, page); err != nil {
			return err
		}
		failpoint.Reach(failpoint.SyncSaved)
		done += len(p.Products)
		r.show(done, list.Listed, false)
		return nil
	})
}

// inOrder begins the cursors of lists whose parts are in the order of the list. Galley divided lists otherwise before, and
// begins again with one that was interrupted then.
const inOrder = "in-order:"

func cursorAt(part int) string { return inOrder + strconv.Itoa(part) }

// partAt is the part that a cursor stands before.
func partAt(cursor string) (part int, known bool) {
	number, known := strings.CutPrefix(cursor, inOrder)
	part, err := strconv.Atoi(number)
	if !known || err != nil || part < 0 {
		return 0, false
	}
	return part, true
}

// openList returns the list of this sync and when it was asked for: the one whose id is kept, one whose start was not
// answered, or a new one.
func (r *reading) openList(ctx context.Context) (list galley.ProductList, asked time.Time, err error) {
	store := r.service.store
	state, err := store.SyncState(ctx, r.shop.ID)
	if err != nil {
		return list, asked, err
	}
	if state.ListID != "" && state.ListAt != nil {
		list, err = r.lister.List(ctx, state.ListID)
		return list, *state.ListAt, err
	}
	if state.ListAt != nil {
		list, asked, err = r.findList(ctx, *state.ListAt)
		if !galley.HasCode(err, galley.CodeNotFound) {
			return list, asked, err
		}
	}
	asked = r.service.clock.Now()
	if err := store.NoteList(ctx, r.shop.ID, r.run, "", asked); err != nil {
		return list, asked, err
	}
	failpoint.Reach(failpoint.ListAsked)
	list, err = r.lister.StartList(ctx)
	if galley.HasCode(err, galley.CodeOutcomeUnknown) {
		return r.findList(ctx, asked)
	}
	if err != nil {
		return list, asked, err
	}
	failpoint.Reach(failpoint.ListAnswered)
	return list, asked, store.NoteList(ctx, r.shop.ID, r.run, list.ID, asked)
}

// findList looks for a list that was asked for and whose start was not answered. It may be another computer's, begun a
// little earlier.
func (r *reading) findList(ctx context.Context, asked time.Time) (galley.ProductList, time.Time, error) {
	asked = asked.Add(-startedAround)
	list, err := r.lister.FindList(ctx, asked.Add(r.lister.ClockAhead()))
	if err != nil {
		return list, asked, err
	}
	return list, asked, r.service.store.NoteList(ctx, r.shop.ID, r.run, list.ID, asked)
}

// await looks at a list until it is ready.
func (r *reading) await(ctx context.Context, list galley.ProductList) (galley.ProductList, error) {
	clock := r.service.clock
	began := galley.Elapsed(clock)
	grew := began
	for list.State == galley.ListRunning {
		r.list = list.ID
		if err := r.service.store.NoteListing(ctx, r.shop.ID, r.run, list.Listed, max(r.count, list.Listed)); err != nil {
			return list, err
		}
		r.show(list.Listed, max(r.count, list.Listed), true)
		if err := clock.Sleep(ctx, min(max((galley.Elapsed(clock)-began)/lookShare, firstLook), latestLook)); err != nil {
			return list, galley.WrapError(err, galley.CodeCancelled, messages.ShopCallStopped)
		}
		next, err := r.lister.List(ctx, list.ID)
		if err != nil {
			return list, err
		}
		if next.Lines > list.Lines {
			grew = galley.Elapsed(clock)
		}
		if list = next; list.State == galley.ListRunning && galley.Elapsed(clock)-grew > stalled {
			if _, err := r.keepList(ctx); err != nil {
				return list, err
			}
			_ = r.lister.CancelList(ctx, list.ID) // it is not read either way
			list.State, list.Reason = galley.ListFailed, "STALLED"
		}
	}
	r.list = ""
	if list.State == galley.ListFailed {
		return list, ofLister(galley.NewError(galley.CodeInvalidFile, messages.ShopListFailed(list.Reason)))
	}
	return list, nil
}

// keepList notes the list that is noted once more: a sync that another process has taken over is refused that, and cancels
// no list, which is the other's now.
func (r *reading) keepList(ctx context.Context) (id string, err error) {
	state, err := r.service.store.SyncState(ctx, r.shop.ID)
	if err != nil || state.ListID == "" || state.ListAt == nil {
		return "", err
	}
	return state.ListID, r.service.store.NoteList(ctx, r.shop.ID, r.run, state.ListID, *state.ListAt)
}

// cancelled has the shop stop writing a list for a sync that a person stopped. The list of a sync that ended otherwise
// is continued by the next.
func (r *reading) cancelled(ctx context.Context) {
	if ctx.Err() == nil || r.list == "" {
		return
	}
	ctx, end := context.WithTimeout(context.WithoutCancel(ctx), cancelWithin)
	defer end()
	_, err := r.keepList(ctx)
	if err == nil {
		err = r.lister.CancelList(ctx, r.list)
	}
	if err == nil {
		err = r.service.store.NoteList(ctx, r.shop.ID, r.run, "", time.Time{})
	}
	if err != nil {
		r.service.log.WarnContext(ctx, "the list of products was not cancelled at the shop: the next sync goes on with it", "shop", r.shop.ID, "error", err)
	}
}

// cancelNoted has the shop stop writing the list that is kept, since it is not read any more.
func (r *reading) cancelNoted(ctx context.Context) error {
	list, err := r.keepList(ctx)
	if err != nil || list == "" {
		return err
	}
	within, end := context.WithTimeout(ctx, cancelWithin)
	defer end()
	if err := r.lister.CancelList(within, list); err != nil {
		r.service.log.WarnContext(ctx, "the list of products was not cancelled at the shop, which ends it by itself", "shop", r.shop.ID, "error", err)
	}
	r.list = ""
	return ctx.Err()
}

func (r *reading) show(done, total int, preparing bool) {
	if r.progress != nil {
		r.progress(galley.SyncProgress{Progress: galley.NewProgress(done, total), Preparing: preparing})
	}
}
