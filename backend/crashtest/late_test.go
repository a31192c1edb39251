package crashtest

import (
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
)

// TestLateWriteIsFoundAcrossProcesses: the shop loses the answer to a write,
// Galley sends it again, it is undone, and then the shop carries out the first.
func TestLateWriteIsFoundAcrossProcesses(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1)
	d.write()
	it := d.item()
	var once atomic.Bool
	d.shop.setTurnAway(func(http.ResponseWriter, string) bool {
		if once.Swap(true) {
			return false
		}
		panic(http.ErrAbortHandler) // taken, and not answered
	})
	d.run(nil, "", "publish", string(d.job), "--wait")
	require.Equal(t, domain.Published, d.item().PublishState)
	d.run(nil, "", "undo", string(d.job), "--wait")
	require.Equal(t, domain.PublishUndone, d.item().PublishState)
	d.shop.put(it.Product.ID, it.Content)

	require.Eventually(t, func() bool {
		d.run(nil, "", work...)
		return d.item().PublishState == domain.Published
	}, tooLong, time.Second)
	require.Equal(t, domain.CodeShopLate, d.item().Error.Code)
	var entries []domain.Activity
	d.run(&entries, "", "activity")
	require.Equal(t, domain.ResultLate, entries[0].Result)
	require.True(t, entries[0].CanUndo)
	d.run(nil, "", "undo", string(d.job), "--wait")
	require.Equal(t, it.Original, d.shop.descriptions()[it.Product.ID])
}
