package crashtest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
)

// TestDoesNotRemoveShopWithUnsettledWrite kills the program around a write
// and removes the shop: first the write is settled and in the ledger.
func TestDoesNotRemoveShopWithUnsettledWrite(t *testing.T) {
	t.Parallel()
	for _, point := range []failpoint.Point{failpoint.SendStarted, failpoint.SendWritten, failpoint.SendReadBack} {
		t.Run(string(point), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 10)
			before := d.shop.descriptions()
			d.write()
			d.run(nil, "", "publish", string(d.job))
			require.True(t, d.dies(death{at: point, nth: 1}, work...))

			d.says("its outcome is not known yet, so the shop was not removed", "shop", "remove", d.id)
			var shops []domain.Shop
			d.run(&shops, "", "shop", "list")
			require.Len(t, shops, 1)
			d.run(nil, "", work...)
			var removed domain.ShopRemoved
			d.run(&removed, "", "shop", "remove", d.id)
			var entries []domain.Entry
			d.run(&entries, "", "activity", "--limit", "0")

			// Every text that the shop has and did not have is in the ledger, with the one from before.
			live := map[string]string{}
			for _, e := range entries {
				if e.Result == domain.ResultWritten || e.Result == domain.ResultAlreadyThere {
					live[e.Product.ID] = e.After.Text
					require.NotNil(t, e.Before)
				}
			}
			for id, text := range d.shop.descriptions() {
				if text != before[id] {
					require.Equal(t, live[id], text, id)
				}
			}
			require.Equal(t, domain.ShopID(d.id), removed.ID)
		})
	}
}

// TestAbandonsAShopThatIsClosedForGood: the write was begun, and the shop
// answers no more. A person decides to remove it all the same.
func TestAbandonsAShopThatIsClosedForGood(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 10)
	before := d.shop.descriptions()
	d.write()
	d.run(nil, "", "publish", string(d.job))
	require.True(t, d.dies(death{at: failpoint.SendWritten, nth: 1}, work...))
	d.shop.server.Close()

	d.says("galley shop remove --abandon", "shop", "remove", d.id)
	var removed domain.ShopRemoved
	d.run(&removed, "", "shop", "remove", d.id, "--abandon")
	require.Positive(t, removed.Abandoned)
	var entries []domain.Entry
	d.run(&entries, "", "activity", "--limit", "0")
	unknown := 0
	for _, e := range entries {
		if e.Error == nil || e.Error.Code != domain.CodeOutcomeUnknown {
			continue
		}
		unknown++
		require.Equal(t, domain.ResultFailed, e.Result)
		require.NotNil(t, e.Before, "the text from before is kept")
		require.Equal(t, before[e.Product.ID], e.Before.Text)
		require.NotEmpty(t, e.After.Text)
	}
	require.Equal(t, removed.Abandoned, unknown)
	var shops []domain.Shop
	d.run(&shops, "", "shop", "list")
	require.Empty(t, shops)
	d.run(nil, "", "doctor")
}

// TestRemovingAShopWithdrawsWhatIsQueued: none of it is sent any more.
func TestRemovingAShopWithdrawsWhatIsQueued(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 10)
	d.write()
	d.run(nil, "", "publish", string(d.job))
	d.run(nil, "", "job", "create", d.id, "--field", "title", "--all", "--strategy", "publish")
	var removed domain.ShopRemoved
	d.run(&removed, "", "shop", "remove", d.id)
	require.Equal(t, 10, removed.Withdrawn)
	require.Equal(t, 1, removed.Cancelled)
	require.Zero(t, removed.Written)
	d.run(nil, "", work...)
	require.Empty(t, d.shop.takeWrites())
}
