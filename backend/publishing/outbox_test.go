package publishing_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
)

func (d *desk) shopNow() galley.ShopOverview {
	d.t.Helper()
	shop, err := d.store.ShopOverview(bg, d.id)
	require.NoError(d.t, err)
	return shop
}

// away makes the shop unreachable while the flag is set.
func (d *desk) away() *atomic.Bool {
	var away atomic.Bool
	away.Store(true)
	d.shop.Fault = func(string, galley.Target) error {
		if away.Load() {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
		}
		return nil
	}
	return &away
}

func (d *desk) decide(ids ...galley.ItemID) {
	d.t.Helper()
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: ids})
	require.NoError(d.t, err)
}

func TestUnreachableShopIsRetriedAfterAPauseOrOnRequest(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 2, galley.FieldTitle)
	d.away()
	d.decide()
	tried := func() bool {
		ids, err := d.store.ShopsToTry(bg, 10*time.Second)
		require.NoError(t, err)
		return len(ids) == 1
	}
	require.True(t, tried())
	require.Error(t, d.send())
	require.False(t, tried())
	since := d.shopNow().HaltedAt
	require.Equal(t, clock.Now(), *since)
	require.Equal(t, clock.Now().Add(10*time.Second), *d.shopNow().TryAt)

	require.NoError(t, d.TryNow(bg, d.id))
	require.Nil(t, d.shopNow().TryAt, "pages say that it is being tried")
	require.True(t, tried())
	clock.Advance(time.Minute)
	require.Error(t, d.send())
	require.Equal(t, since, d.shopNow().HaltedAt, "it waits since the first time")
	require.False(t, tried())
	clock.Advance(10 * time.Second)
	require.True(t, tried())
	clock.Advance(-time.Hour)
	require.True(t, tried(), "a clock that was set back delays the next try by no hour")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.TryNow(bg, "nobody")))
}

func TestFailureDecidesWhenTheShopIsTriedAgain(t *testing.T) {
	for code, want := range map[galley.Code]time.Duration{
		galley.CodeOffline: 10 * time.Second, galley.CodeTimeout: 10 * time.Second, galley.CodeShopFailed: 10 * time.Second,
		galley.CodeRateLimited: 10 * time.Second,
		galley.CodeShopClosed:  3 * time.Minute, galley.CodeShopScope: 3 * time.Minute,
		galley.CodeShopToken: 0, // only when a person asks
	} {
		t.Run(string(code), func(t *testing.T) {
			clock := galleytest.NewClock()
			d := newDeskAt(t, clock, 2, galley.FieldTitle)
			d.shop.Fault = func(string, galley.Target) error {
				return galley.NewError(code, messages.AsRecorded("The shop refuses."))
			}
			d.decide()
			require.Error(t, d.send())
			tried := func() bool {
				ids, err := d.store.ShopsToTry(bg, 3*time.Minute)
				require.NoError(t, err)
				return len(ids) == 1
			}
			for range 24 * 60 {
				require.False(t, tried())
				if want > 0 {
					break
				}
				clock.Advance(time.Minute)
			}
			if want > 0 {
				clock.Advance(want - time.Second)
				require.False(t, tried())
				clock.Advance(time.Second)
				require.True(t, tried(), "after %s", want)
			}
			require.NoError(t, d.TryNow(bg, d.id))
			require.True(t, tried(), "a person can have it tried at any time")
			d.shop.Fault = nil
			require.NoError(t, d.send())
			require.Equal(t, 2, d.counts().Published, "what was decided is published once the shop answers")
		})
	}
}

// The two dispatchers sleep in the time of the bubble, which passes only while
// neither is at work: a lease never runs out on a slow machine.
func TestQueuedPublicationsAreSentWhenTheShopAnswersAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDeskAt(t, galley.SystemClock{}, 5, galley.FieldTitle)
		away := d.away()
		d.decide()
		ctx, stop := context.WithCancel(bg)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		for _, holder := range []string{"p1", "p2"} {
			running.Go(func() { d.dispatcher(holder).Run(ctx) })
		}
		time.Sleep(time.Minute)
		require.NotNil(t, d.shopNow().Halted)
		require.Equal(t, 5, d.shopNow().Waiting)
		d.shop.Put(galley.FieldTitle, d.item(3).Target(), galley.Text("Changed while Galley was offline"))
		away.Store(false)
		time.Sleep(backoffAndPoll)
		require.Zero(t, d.shopNow().Waiting)
		require.Equal(t, 4, d.counts().Published)
		require.Equal(t, galley.PublishConflict, d.item(3).PublishState, "each is compared first")
		require.Len(t, d.shop.Writes(), 4)
		require.Nil(t, d.shopNow().Halted)
	})
}

// backoffAndPoll is how long a dispatcher leaves a shop alone that did not
// answer, and the time until its next look.
const backoffAndPoll = 11 * time.Second

func TestShopThatAnswersAgainIsNotReportedOffline(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	away := d.away()
	d.decide()
	require.Error(t, d.send())
	away.Store(false)
	second := d.item(2).Target()
	var seen *galley.Reason
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "content" && at != second {
			return nil
		}
		for limit := time.Now().Add(time.Minute); call == "content" && d.shopNow().Halted != nil && time.Now().Before(limit); {
			time.Sleep(time.Millisecond) // until one of the others is there
		}
		if call == "written" && at == second {
			seen = d.shopNow().Halted
		}
		return nil
	}
	require.NoError(t, d.send())
	require.Nil(t, seen)
	require.Equal(t, 3, d.counts().Published)
}

func TestOutboxContentsAndWithdrawals(t *testing.T) {
	d := newDesk(t, 4, galley.FieldTitle)
	d.publish(d.item(1).ID)
	first := d.job
	second := d.written(galley.FieldDescription)
	d.away()
	d.decide(d.item(2).ID, d.item(3).ID, d.item(4).ID)
	_, _, err := d.UndoNow(bg, galley.UndoRequest{JobID: first})
	require.NoError(t, err)
	d.job = second
	d.decide()
	p := d.product("lamp-0003")
	_, err = d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{{Field: galley.FieldSEOTitle, Expected: p.SEOTitle, Value: galley.Text("Orla")}})
	require.NoError(t, err)
	require.Error(t, d.send())

	parts, err := d.Outbox(bg, d.id)
	require.NoError(t, err)
	require.Len(t, parts, 3)
	require.Equal(t, galley.OutboxPart{JobID: first, JobName: parts[0].JobName, Field: galley.FieldTitle, Waiting: 4, Undos: 1}, parts[0])
	require.Equal(t, 4, parts[1].Waiting)
	require.Equal(t, galley.OutboxPart{Waiting: 1}, parts[2], "of the product editor")
	require.Equal(t, 9, d.shopNow().Waiting)

	withdraw := func(req galley.WithdrawRequest) int {
		n, err := d.Withdraw(bg, req)
		require.NoError(t, err)
		return n
	}
	d.job = first
	require.Equal(t, 1, withdraw(galley.WithdrawRequest{JobID: first, ItemIDs: []galley.ItemID{d.item(2).ID}}))
	require.Equal(t, galley.Unpublished, d.item(2).PublishState)
	require.Equal(t, galley.PublishQueued, d.item(3).PublishState)
	require.Equal(t, 4, withdraw(galley.WithdrawRequest{JobID: second}))
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.NotNil(t, d.shopNow().Halted)
	require.Equal(t, 4, withdraw(galley.WithdrawRequest{ShopID: d.id}))
	require.Equal(t, galley.Published, d.item(1).PublishState, "an undo that was withdrawn leaves the text there")
	require.Nil(t, d.shopNow().Halted, "nothing waits for the shop any more")
	require.Len(t, d.shop.Writes(), 1)

	for _, bad := range []galley.WithdrawRequest{{}, {ShopID: "nobody"}, {JobID: "99"}, {JobID: first, ItemIDs: []galley.ItemID{"99/1"}}} {
		_, err := d.Withdraw(bg, bad)
		require.Error(t, err, "%v", bad)
	}
	_, err = d.Outbox(bg, "nobody")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestUnreachableShopDoesNotDelayOthers(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.away()
	d.decide()
	err := d.dispatcher("p1").RunUntilIdle(bg)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(err))
	require.Equal(t, 2, d.shopNow().Waiting)
}
