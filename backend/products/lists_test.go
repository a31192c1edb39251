package products_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// listing is a home with a shop that writes lists.
type listing struct {
	*products.Service

	t      *testing.T
	remote *galleytest.ListingShop
	store  *store.Store
	shop   galley.Shop
	clock  *galleytest.Clock
}

func newListing(t *testing.T, count int) *listing {
	clock := galleytest.NewClock()
	w := storetest.NewUnsyncedWorld(t, clock, count)
	remote := galleytest.NewListingShop(w.Remote, clock)
	return &listing{products.New(w.Store, remote, clock, "p1"), t, remote, w.Store, w.Shop, clock}
}

func (l *listing) sync() products.SyncResult {
	l.t.Helper()
	result, err := l.Sync(bg, l.shop, nil)
	require.NoError(l.t, err)
	return result
}

// fails makes a call of the shop fail so many times.
func (l *listing) fails(call string, times int, code galley.Code) {
	l.remote.Fault = func(called string, _ galley.Target) error {
		if called != call || times == 0 {
			return nil
		}
		times--
		return galley.NewError(code, messages.ShopListGone)
	}
}

// matches requires that the local copy has exactly the products of the shop.
func (l *listing) matches() {
	l.t.Helper()
	ids, err := l.IDs(bg, galley.ProductQuery{ShopID: l.shop.ID})
	require.NoError(l.t, err)
	var want []string
	for cursor := ""; ; {
		page, err := l.remote.Products(bg, cursor)
		require.NoError(l.t, err)
		for _, p := range page.Products {
			want = append(want, p.ID)
			kept, err := l.Product(bg, l.shop.ID, p.ID)
			require.NoError(l.t, err)
			require.Equal(l.t, p.Title, kept.Title)
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	require.ElementsMatch(l.t, want, ids)
}

func TestLargeShopIsReadFromOneListAndThenOnlyChanges(t *testing.T) {
	l := newListing(t, 1200)
	result := l.sync()
	require.Equal(t, galley.SyncList, result.Kind)
	require.Equal(t, 1200, result.Products)
	require.Len(t, l.remote.Lists, 1)
	l.matches()

	l.clock.Advance(time.Hour)
	id := "gid://shopify/Product/1003"
	l.remote.Change(galley.FieldTitle, id, galley.Text("Changed"))
	l.remote.Delete("gid://shopify/Product/1004")
	l.remote.Add(galley.Product{ID: "gid://shopify/Product/9", Handle: "new", Title: "New"})
	result = l.sync()
	require.Equal(t, galley.SyncChanges, result.Kind)
	require.Equal(t, 1, result.Removed)
	require.Len(t, l.remote.Lists, 1)
	l.matches()
}

func TestSmallShopIsReadByPages(t *testing.T) {
	l := newListing(t, 20)
	for range 2 {
		require.Equal(t, galley.SyncPages, l.sync().Kind)
	}
	require.Empty(t, l.remote.Lists)
	l.matches()
}

func TestAllProductsAreReadAgain(t *testing.T) {
	for name, change := range map[string]func(*listing){
		"after some days":         func(l *listing) { l.clock.Advance(4 * 24 * time.Hour) },
		"where the clocks differ": func(l *listing) { l.remote.Ahead = time.Hour },
		"where the counts differ": func(l *listing) { l.remote.Remove("gid://shopify/Product/1003") },
		"where a new product is not found yet": func(l *listing) {
			l.remote.Add(galley.Product{ID: "p9", Handle: "p9"})
			l.remote.Hidden = []string{"p9"}
		},
		"where the shop cannot search by change": func(l *listing) { l.fails("changes", 1, galley.CodeInternal) },
		"where more changed than comes by pages": func(l *listing) {
			for i := range 1001 {
				l.remote.Change(galley.FieldTitle, fmt.Sprintf("gid://shopify/Product/%d", 1001+i), galley.Text("Changed"))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := newListing(t, 1200)
			l.sync()
			l.clock.Advance(time.Hour)
			change(l)
			require.Equal(t, galley.SyncList, l.sync().Kind)
			l.matches()
		})
	}
}

func TestASyncOfAllIsAskedFor(t *testing.T) {
	l := newListing(t, 300)
	require.Equal(t, galley.SyncPages, l.sync().Kind)
	require.Equal(t, galley.SyncChanges, l.sync().Kind)
	// A change that moves no product's time of change.
	l.remote.Put(galley.FieldTitle, galley.ProductTarget("gid://shopify/Product/1003"), galley.Text("Changed"))
	require.Equal(t, galley.SyncChanges, l.sync().Kind)
	result, err := l.SyncWhole(bg, l.shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.SyncPages, result.Kind)
	l.matches()
}

// A search that finds a change late, and one made while a sync was under way.
func TestChangesAreFoundLate(t *testing.T) {
	l := newListing(t, 300)
	l.sync()
	l.clock.Advance(time.Hour)
	id := "gid://shopify/Product/1003"
	l.remote.Change(galley.FieldTitle, id, galley.Text("Changed"))
	l.remote.Hidden = []string{id}
	l.clock.Advance(10 * time.Minute)
	require.Equal(t, galley.SyncChanges, l.sync().Kind)
	l.remote.Hidden = nil
	l.clock.Advance(time.Hour)
	require.Equal(t, galley.SyncChanges, l.sync().Kind)
	l.matches()
}

func TestManyDeletionsWaitForAPerson(t *testing.T) {
	l := newListing(t, 300)
	l.sync()
	l.clock.Advance(time.Hour)
	for i := range 20 {
		l.remote.Delete(fmt.Sprintf("gid://shopify/Product/%d", 1001+i))
	}
	result := l.sync()
	require.Equal(t, galley.SyncPages, result.Kind)
	require.Equal(t, 20, result.Missing)
	require.Zero(t, result.Removed)
	// They are still asked about where only changes are read.
	result = l.sync()
	require.Equal(t, galley.SyncChanges, result.Kind)
	require.Equal(t, 20, result.Missing)
	missing, err := l.Removals(bg, l.shop)
	require.NoError(t, err)
	result, err = l.SyncAndRemove(bg, l.shop, missing.Plan, nil)
	require.NoError(t, err)
	require.Equal(t, 20, result.Removed)
	l.matches()
}

// Whatever happens to a list, the local copy is right in the end, or the sync says why not and the next one goes on.
func TestFaultsOfLists(t *testing.T) {
	for name, test := range map[string]struct {
		call  string
		times int
		code  galley.Code
		kind  galley.SyncKind // of the sync that succeeds
		lists int             // that it asked for
		first galley.Code     // what the first sync fails with
	}{
		"the shop has too many lists":    {call: "start", times: 9, code: galley.CodeBusy, kind: galley.SyncPages},
		"the token may not":              {call: "start", times: 9, code: galley.CodeShopScope, kind: galley.SyncPages},
		"the start is refused":           {call: "start", times: 9, code: galley.CodeShopRefused, kind: galley.SyncPages},
		"the start's answer is lost":     {call: "started", times: 1, code: galley.CodeOutcomeUnknown, kind: galley.SyncList, lists: 1},
		"the shop is offline":            {call: "start", times: 1, code: galley.CodeOffline, kind: galley.SyncList, lists: 1, first: galley.CodeOffline},
		"offline while it is written":    {call: "look", times: 1, code: galley.CodeOffline, kind: galley.SyncList, lists: 1, first: galley.CodeOffline},
		"offline while it is read":       {call: "part", times: 1, code: galley.CodeOffline, kind: galley.SyncList, lists: 1, first: galley.CodeOffline},
		"the list is gone once":          {call: "list", times: 1, code: galley.CodeNotFound, kind: galley.SyncList, lists: 2},
		"the list is gone again":         {call: "list", times: 9, code: galley.CodeNotFound, kind: galley.SyncPages, lists: 2},
		"the list is broken once":        {call: "list", times: 1, code: galley.CodeInvalidFile, kind: galley.SyncList, lists: 2},
		"the list is always broken":      {call: "list", times: 9, code: galley.CodeInvalidFile, kind: galley.SyncPages, lists: 2},
		"a part of the list is broken":   {call: "part", times: 1, code: galley.CodeInvalidFile, kind: galley.SyncList, lists: 2},
		"the token is refused":           {call: "look", times: 1, code: galley.CodeShopToken, kind: galley.SyncList, lists: 1, first: galley.CodeShopToken},
		"the shop throttles all looks":   {call: "look", times: 1, code: galley.CodeRateLimited, kind: galley.SyncList, lists: 1, first: galley.CodeRateLimited},
		"the shop has an internal error": {call: "start", times: 1, code: galley.CodeShopFailed, kind: galley.SyncList, lists: 1, first: galley.CodeShopFailed},
	} {
		t.Run(name, func(t *testing.T) {
			l := newListing(t, 1200)
			l.fails(test.call, test.times, test.code)
			result, err := l.Sync(bg, l.shop, nil)
			require.Equal(t, test.first, galley.CodeOf(err), err)
			if err != nil {
				result = l.sync()
			}
			require.Equal(t, test.kind, result.Kind)
			require.Len(t, l.remote.Lists, test.lists)
			require.Equal(t, test.kind == galley.SyncPages, result.ListError != nil)
			l.matches()
		})
	}
}

func TestListThatFailsIsAskedForOnceMore(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 3
	l.remote.Fault = func(call string, _ galley.Target) error {
		if call == "look" && len(l.remote.Lists) == 1 {
			l.remote.Lists[0].State, l.remote.Lists[0].Reason = galley.ListFailed, "FAILED, TIMEOUT"
		}
		return nil
	}
	require.Equal(t, galley.SyncList, l.sync().Kind)
	require.Len(t, l.remote.Lists, 2)
	l.matches()
}

func TestStalledListIsCancelled(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 1 << 30
	result := l.sync()
	require.Equal(t, galley.SyncPages, result.Kind)
	require.Len(t, l.remote.Lists, 2)
	require.True(t, l.remote.Lists[0].Cancelled)
	require.True(t, l.remote.Lists[1].Cancelled)
	l.matches()
}

// TestClockThatIsSetMisleadsNoWait: looks are as far apart as the list takes, and it is cancelled once it has not grown for
// half an hour, by whatever the clock is set meanwhile.
func TestClockThatIsSetMisleadsNoWait(t *testing.T) {
	for _, step := range []time.Duration{-time.Hour, 31 * time.Minute} {
		for _, stalls := range []bool{false, true} {
			l := newListing(t, 1200)
			l.remote.Looks = 40
			if stalls {
				l.remote.Looks = 1 << 30
			}
			looks := 0
			l.remote.Fault = func(call string, _ galley.Target) error {
				if call == "look" {
					if looks++; looks == 2 {
						l.clock.Step(step)
					}
				}
				return nil
			}
			began := l.clock.Elapsed()
			l.sync()
			waited := l.clock.Elapsed() - began
			require.Equal(t, stalls, l.remote.Lists[0].Cancelled, step)
			if stalls {
				require.InDelta(t, 60, waited.Minutes(), 5, "two lists that do not grow, %s", step)
			} else {
				require.Greater(t, waited, 40*time.Second, step)
			}
		}
	}
}

func TestWaitingForAListShowsItAndLooksSeldom(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 40
	var preparing, saving []int
	began := l.clock.Now()
	_, err := l.Sync(bg, l.shop, func(p galley.SyncProgress) {
		if p.Preparing {
			preparing = append(preparing, p.Done)
			if len(preparing) == 1 { // later the lease has lapsed by this clock, which only looks advance
				now, err := l.store.ShopOverview(bg, l.shop.ID)
				require.NoError(t, err)
				require.Equal(t, &p, now.Sync)
			}
		} else {
			saving = append(saving, p.Done)
		}
	})
	require.NoError(t, err)
	require.Len(t, preparing, 40)
	require.IsIncreasing(t, preparing)
	require.Equal(t, []int{400, 800, 1200}, saving)
	require.Greater(t, l.clock.Now().Sub(began), 40*time.Second)
}

// stopAtLook returns the context of a sync that a person stops while the shop writes its list.
func (l *listing) stopAtLook() context.Context {
	l.remote.Looks = 5
	ctx, stop := context.WithCancel(bg)
	l.remote.Fault = func(call string, _ galley.Target) error {
		if call != "look" {
			return nil
		}
		stop()
		return ctx.Err()
	}
	return ctx
}

func TestSyncThatIsStoppedCancelsItsList(t *testing.T) {
	l := newListing(t, 1200)
	ctx := l.stopAtLook()
	_, err := l.Sync(ctx, l.shop, nil)
	require.Error(t, err)
	require.True(t, l.remote.Lists[0].Cancelled)
	l.remote.Fault = nil
	require.Equal(t, galley.SyncList, l.sync().Kind)
	require.Len(t, l.remote.Lists, 2)
	l.matches()
}

// A person stops a sync from another window of the same process, as an interrupt stops a command.
func TestStopCancelsTheListAndEndsTheSync(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 5
	under, err := l.Stop(bg, l.shop)
	require.NoError(t, err)
	require.False(t, under, "nothing is under way")
	stopped := make(chan error, 1)
	looks := 0
	l.remote.Fault = func(call string, _ galley.Target) error {
		if call != "look" {
			return nil
		}
		if looks++; looks == 1 {
			go func() {
				_, err := l.Stop(bg, l.shop)
				stopped <- err
			}()
			impatient, leave := context.WithCancel(bg)
			leave()
			_, err := l.Stop(impatient, l.shop)
			require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "it does not wait for the end")
		}
		return nil
	}
	_, err = l.Sync(bg, l.shop, nil)
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), err)
	require.ErrorContains(t, err, messages.SyncStopped(l.shop.Name).String())
	require.NoError(t, <-stopped)
	require.Equal(t, 1, looks)
	require.True(t, l.remote.Lists[0].Cancelled)
	under, err = l.Stop(bg, l.shop)
	require.NoError(t, err)
	require.False(t, under, "it has ended")
	l.remote.Fault = nil
	require.Equal(t, galley.SyncList, l.sync().Kind)
	l.matches()
}

// One that is stopped between two parts of its list is continued with the same list.
func TestStoppedSyncGoesOnWithTheListThatIsReady(t *testing.T) {
	l := newListing(t, 1200)
	_, err := l.Sync(bg, l.shop, func(p galley.SyncProgress) {
		if !p.Preparing && p.Done == 400 {
			impatient, leave := context.WithCancel(bg)
			leave()
			_, err := l.Stop(impatient, l.shop)
			require.Error(t, err)
		}
	})
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), err)
	require.False(t, l.remote.Lists[0].Cancelled)
	l.sync()
	require.Len(t, l.remote.Lists, 1)
	l.matches()
}

// What was written since a list was asked for is newer than the list (SavePage goes by ReadAt).
func TestProductsOfAListAreAsOldAsItsRequest(t *testing.T) {
	l := newListing(t, 1200)
	l.remote.Looks = 40
	asked := l.clock.Now()
	l.sync()
	require.Greater(t, l.clock.Now().Sub(asked), 40*time.Second)
	p, err := l.Product(bg, l.shop.ID, "gid://shopify/Product/1003")
	require.NoError(t, err)
	require.Equal(t, asked, *p.ReadAt)
}
