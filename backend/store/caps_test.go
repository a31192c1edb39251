package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// till holds a world's clock at a time of this computer's place.
func till(w *storetest.World, at time.Time) { w.Clock.(*galleytest.Clock).Step(at.Sub(w.Clock.Now())) }

// dollar is a request that costs one dollar at most, for a shop.
func dollar(shop galley.ShopID, caps, own galley.Caps) galley.Reserve {
	return galley.Reserve{
		Charge: galley.Charge{ShopID: shop, Writer: galley.WriterSpec{BaseURL: "https://llm.example/v1", Model: "m"}},
		Most:   galley.Usage{InputTokens: 1_000_000}, Price: &galley.Price{Input: 1}, Caps: caps, ShopCaps: own, Unproven: true,
	}
}

var spentDollar = &galley.Usage{InputTokens: 1_000_000}

func ask(t *testing.T, w *storetest.World, r galley.Reserve) galley.Reserved {
	t.Helper()
	got, err := w.Store.Reserve(t.Context(), r)
	require.NoError(t, err)
	return got
}

func TestMonthCapCountsRequestsUnderWayOnBothSidesOfItsTurn(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	till(w, time.Date(2026, 11, 30, 23, 59, 0, 0, time.Local))
	r := dollar(w.Shop.ID, galley.Caps{Month: 1.5}, galley.Caps{})
	first := ask(t, w, r)
	require.NotZero(t, first.ID)
	require.Equal(t, galley.CapMonth, ask(t, w, r).Cap)

	till(w, time.Date(2026, 12, 1, 0, 1, 0, 0, time.Local))
	held := ask(t, w, r)
	require.Equal(t, galley.CapMonth, held.Cap, "it may be billed in December")
	require.True(t, held.Wait)

	require.NoError(t, w.Store.SettleReservation(t.Context(), first.ID, spentDollar))
	second := ask(t, w, r)
	require.NotZero(t, second.ID, "it was sent in November, and counts there")
	require.NoError(t, w.Store.SettleReservation(t.Context(), second.ID, spentDollar))

	till(w, time.Date(2026, 11, 30, 22, 0, 0, 0, time.Local))
	back := ask(t, w, r)
	require.Equal(t, galley.CapMonth, back.Cap, "a clock that goes back, or a flight west, makes no room")
	require.False(t, back.Wait)
	require.InDelta(t, 2, back.Spend.BookedUSD, 1e-9)
}

func TestShopsOwnCapCountsThatShopAlone(t *testing.T) {
	w := storetest.NewUnsyncedWorld(t, galleytest.NewClock(), 1)
	other := galley.Shop{ID: "other"}
	storetest.Exec(t, w.Store, "INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at) VALUES ('other', 'Other', 'demo', '', '', 'GBP', 0)")
	till(w, time.Date(2026, 11, 10, 12, 0, 0, 0, time.Local))
	spend := func(shop galley.ShopID) {
		t.Helper()
		got := ask(t, w, dollar(shop, galley.Caps{Day: 10}, galley.Caps{}))
		require.NotZero(t, got.ID)
		require.NoError(t, w.Store.SettleReservation(t.Context(), got.ID, spentDollar))
	}
	spend(other.ID)
	spend(other.ID)
	spend(w.Shop.ID)
	own := galley.Caps{Day: 1.5, Month: 2.5}
	require.Equal(t, galley.CapShopDay, ask(t, w, dollar(w.Shop.ID, galley.Caps{Day: 10}, own)).Cap)
	require.Equal(t, galley.CapDay, ask(t, w, dollar(w.Shop.ID, galley.Caps{Day: 3.5}, own)).Cap, "all together go first")

	till(w, time.Date(2026, 11, 11, 12, 0, 0, 0, time.Local))
	got := ask(t, w, dollar(w.Shop.ID, galley.Caps{Day: 10}, own))
	require.NotZero(t, got.ID, "a new day")
	require.NoError(t, w.Store.SettleReservation(t.Context(), got.ID, spentDollar))
	till(w, time.Date(2026, 11, 12, 12, 0, 0, 0, time.Local))
	require.Equal(t, galley.CapShopMonth, ask(t, w, dollar(w.Shop.ID, galley.Caps{Day: 10}, own)).Cap)

	of, err := w.Store.Spending(t.Context(), w.Shop.ID)
	require.NoError(t, err)
	require.InDelta(t, 0, of.Day.TotalUSD, 1e-9)
	require.InDelta(t, 2, of.Month.TotalUSD, 1e-9)
	all, err := w.Store.Spending(t.Context(), "")
	require.NoError(t, err)
	require.InDelta(t, 4, all.Month.TotalUSD, 1e-9)
	require.NoError(t, w.Store.RemoveShop(t.Context(), w.Shop.ID))
	all, err = w.Store.Spending(t.Context(), "")
	require.NoError(t, err)
	require.InDelta(t, 4, all.Month.TotalUSD, 1e-9, "a shop that goes gives no money back")
}

// TestUpgradeCountsEarlierJobsForTheirShops: what jobs of the version before cost
// counts for their shop, and nothing else changes.
func TestUpgradeCountsEarlierJobsForTheirShops(t *testing.T) {
	path := dataFileAt(t, 37, "UPDATE jobs SET cost_usd = 1.25, finished_at = 1793620800000")
	s := upgraded(t, path)

	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	require.NotEmpty(t, jobs)
	of, err := s.Spending(t.Context(), jobs[0].ShopID)
	require.NoError(t, err)
	require.Positive(t, of.Month.BookedUSD)
}
