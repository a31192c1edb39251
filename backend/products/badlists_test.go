package products_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/store"
)

// state is what is kept of the shop's syncs.
func (l *listing) state() galley.SyncState {
	l.t.Helper()
	state, err := l.store.SyncState(bg, l.shop.ID)
	require.NoError(l.t, err)
	return state
}

// interrupted begins a sync that ends while its list is read.
func (l *listing) interrupted() {
	l.t.Helper()
	l.fails("part", 1, galley.CodeOffline)
	_, err := l.Sync(bg, l.shop, nil)
	require.Equal(l.t, galley.CodeOffline, galley.CodeOf(err), err)
	l.remote.Fault = nil
}

// lackingLists is a shop whose lists lack a product, which its search finds late.
type lackingLists struct {
	*listing

	id      string
	counted int // how many products it counts besides those that it has
}

func (s *lackingLists) Client(context.Context, galley.Shop) (galley.ShopClient, error) {
	return &lackingClient{s.remote, s}, nil
}

type lackingClient struct {
	galley.ShopLister
	of *lackingLists
}

func (c *lackingClient) Info(ctx context.Context) (galley.ShopInfo, error) {
	info, err := c.ShopLister.Info(ctx)
	info.Products += c.of.counted
	return info, err
}

func (c *lackingClient) ReadList(ctx context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	return c.ShopLister.ReadList(ctx, list, from, func(part galley.ListPart) error {
		var kept []galley.Product
		for _, p := range part.Products {
			if p.ID != c.of.id {
				kept = append(kept, p)
			}
		}
		part.Products = kept
		return save(part)
	})
}

// lacking is a listing with an earlier sync whose next lists lack a product.
func lacking(t *testing.T) (*lackingLists, *products.Service) {
	l := newListing(t, 1200)
	l.sync()
	l.clock.Advance(4 * 24 * time.Hour)
	shop := &lackingLists{listing: l, id: "gid://shopify/Product/1003"}
	return shop, products.New(l.store, shop, l.clock, "p2")
}

func TestListThatLacksAProductIsFollowedByPages(t *testing.T) {
	shop, service := lacking(t)
	result, err := service.Sync(bg, shop.shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.SyncPages, result.Kind)
	require.Equal(t, messages.SyncListLacking.String(), result.ListError.Message.String())
	require.Zero(t, result.Removed)
	require.Len(t, shop.remote.Lists, 2)
	shop.matches()
}

// A shop that counts a product that it never lists: each sync says so, and the next asks for a list of its own.
func TestNoSyncIsHeldUpByTheListOfAnEarlierOne(t *testing.T) {
	shop, service := lacking(t)
	shop.remote.Remove(shop.id)
	shop.counted = 1
	for day := range 3 {
		_, err := service.Sync(bg, shop.shop, nil)
		require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err), err)
		require.Len(t, shop.remote.Lists, 2+day)
		state := shop.state()
		require.False(t, state.Open)
		require.Empty(t, state.ListID)
		require.Nil(t, state.ListAt)
		shop.clock.Advance(24 * time.Hour)
	}
	require.Equal(t, galley.SyncList, shop.sync().Kind)
	shop.matches()
}

// What was read after a list is newer: a sync that ends then does not read the list again.
func TestListIsNotReadAfterWhatChangedSince(t *testing.T) {
	shop, service := lacking(t)
	id := "gid://shopify/Product/1005"
	shop.remote.Fault = func(call string, _ galley.Target) error {
		switch call {
		case "part": // it changes after it was listed
			shop.clock.Advance(time.Minute)
			shop.remote.Change(galley.FieldTitle, id, galley.Text("Changed"))
		case "info":
			if p, err := shop.Product(bg, shop.shop.ID, id); err != nil || p.Title != "Changed" {
				return err
			}
			return galley.NewError(galley.CodeOffline, messages.ShopOffline)
		}
		return nil
	}
	_, err := service.Sync(bg, shop.shop, nil)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err), err)
	require.Empty(t, shop.state().ListID)
	shop.remote.Fault = nil
	shop.sync()
	require.Len(t, shop.remote.Lists, 3)
	shop.matches()
}

func TestOldListIsNotContinued(t *testing.T) {
	for name, test := range map[string]struct {
		after time.Duration
		lists int
	}{
		"within the hour":        {59 * time.Minute, 1},
		"later":                  {time.Hour + time.Second, 2},
		"when the clock was set": {-time.Hour, 2},
	} {
		t.Run(name, func(t *testing.T) {
			l := newListing(t, 1200)
			l.interrupted()
			l.clock.Advance(test.after)
			require.Equal(t, galley.SyncList, l.sync().Kind)
			require.Len(t, l.remote.Lists, test.lists)
			l.matches()
		})
	}
}

// One that is still written is of no use either.
func TestOldListIsCancelled(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 5
	l.fails("look", 1, galley.CodeOffline)
	_, err := l.Sync(bg, l.shop, nil)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err), err)
	l.clock.Advance(2 * time.Hour)
	l.sync()
	require.True(t, l.remote.Lists[0].Cancelled)
	require.Len(t, l.remote.Lists, 2)
	l.matches()
}

// A person who asks for all products does not get those of an earlier list or earlier pages.
func TestSyncOfAllBeginsAnew(t *testing.T) {
	l := newListing(t, 1200)
	l.interrupted()
	_, err := l.SyncWhole(bg, l.shop, nil)
	require.NoError(t, err)
	require.Len(t, l.remote.Lists, 2)
	l.matches()
}

// A product that was missing when its list was written and is back is not removed, though a person confirmed it.
func TestProductsThatAreBackAreNotRemovedByAnOldList(t *testing.T) {
	l := newListing(t, 1200)
	l.sync()
	gone := galleytest.Products(70)
	for _, p := range gone {
		l.remote.Delete(p.ID)
	}
	l.clock.Advance(4 * 24 * time.Hour)
	require.Equal(t, 70, l.sync().Missing)
	missing, err := l.Removals(bg, l.shop)
	require.NoError(t, err)
	l.clock.Advance(4 * 24 * time.Hour)
	l.interrupted()
	l.remote.Add(gone[0])
	result, err := l.SyncAndRemove(bg, l.shop, missing.Plan, nil)
	require.NoError(t, err)
	require.Equal(t, 69, result.Removed)
	l.matches()
}

// busyStore fails once with what a busy data file gives.
type busyStore struct {
	*store.Store

	call string
}

func (s *busyStore) fail(call string) error {
	if s.call != call {
		return nil
	}
	s.call = ""
	return galley.NewError(galley.CodeBusy, messages.DataFileBusy)
}

func (s *busyStore) NoteList(ctx context.Context, shop galley.ShopID, run galley.SyncRun, id string, asked time.Time) error {
	if err := s.fail("NoteList"); err != nil {
		return err
	}
	return s.Store.NoteList(ctx, shop, run, id, asked)
}

func (s *busyStore) NoteListing(ctx context.Context, shop galley.ShopID, run galley.SyncRun, listed, total int) error {
	if err := s.fail("NoteListing"); err != nil {
		return err
	}
	return s.Store.NoteListing(ctx, shop, run, listed, total)
}

func (s *busyStore) SavePage(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) error {
	if err := s.fail("SavePage"); err != nil {
		return err
	}
	return s.Store.SavePage(ctx, shop, run, page)
}

// A fault of this computer says nothing about the shop's list: it is kept for the next sync.
func TestFaultOfTheDataFileIsNoneOfTheList(t *testing.T) {
	for _, call := range []string{"NoteList", "NoteListing", "SavePage"} {
		t.Run(call, func(t *testing.T) {
			l := newListing(t, 1200)
			l.remote.Looks = 3
			service := products.New(&busyStore{l.store, call}, l.remote, l.clock, "p2")
			_, err := service.Sync(bg, l.shop, nil)
			require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
			require.Equal(t, galley.SyncList, l.sync().Kind)
			require.Len(t, l.remote.Lists, 1)
			l.matches()
		})
	}
	t.Run("while changes are read", func(t *testing.T) {
		l := newListing(t, 1200)
		l.sync()
		service := products.New(&busyStore{l.store, "SavePage"}, l.remote, l.clock, "p2")
		_, err := service.Sync(bg, l.shop, nil)
		require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
		require.Len(t, l.remote.Lists, 1)
	})
}

func TestListThatCannotBeCancelledIsContinued(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 5
	ctx, stop := context.WithCancel(bg)
	l.remote.Fault = func(call string, _ galley.Target) error {
		switch call {
		case "look":
			stop()
			return ctx.Err()
		case "cancel":
			return galley.NewError(galley.CodeOffline, messages.ShopOffline)
		}
		return nil
	}
	_, err := l.Sync(ctx, l.shop, nil)
	require.Error(t, err)
	require.Equal(t, "list/1", l.state().ListID)
	l.remote.Fault = nil
	require.Equal(t, galley.SyncList, l.sync().Kind)
	require.Len(t, l.remote.Lists, 1)
}

func TestListIsCancelledWherePagesAreReadInstead(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 5
	l.fails("look", 1, galley.CodeInternal)
	require.Equal(t, galley.SyncPages, l.sync().Kind)
	require.True(t, l.remote.Lists[0].Cancelled)
	l.matches()
}

// Changes are looked for from the time that a sync began by this computer's clock, which was wrong then.
func TestClockThatIsSetRightDuringASync(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Ahead = time.Hour
	l.remote.Fault = func(call string, _ galley.Target) error {
		if call == "look" {
			l.remote.Ahead = 0
		}
		return nil
	}
	l.sync()
	require.Equal(t, galley.SyncList, l.sync().Kind)
}

// Which products came incomplete before the interruption is not known after it.
func TestAllProductsAreReadAfterAnInterruptedSync(t *testing.T) {
	l := newListing(t, 600)
	_, err := l.Sync(bg, l.shop, func(p galley.SyncProgress) {
		if p.Done < p.Total {
			impatient, leave := context.WithCancel(bg)
			leave()
			_, err := l.Stop(impatient, l.shop)
			require.Error(t, err)
		}
	})
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), err)
	require.True(t, l.state().Open)
	require.Equal(t, galley.SyncPages, l.sync().Kind)
	require.Equal(t, galley.SyncPages, l.sync().Kind, "all of them")
	require.Equal(t, galley.SyncChanges, l.sync().Kind)
}
