package publishing_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func TestPublicationsStayQueuedWhileShopIsUnreachable(t *testing.T) {
	d := newDesk(t, 5, galley.FieldTitle)
	away := true
	d.shop.Fault = func(string, galley.Target) error {
		if away {
			return galley.NewError(galley.CodeOffline, messages.AsRecorded("The shop cannot be reached."))
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, galley.CodeOffline, galley.CodeOf(d.send()))
	require.Equal(t, 5, d.counts().Waiting)
	shop, err := d.store.ShopOverview(bg, d.id)
	require.NoError(t, err)
	require.Equal(t, 5, shop.Waiting)
	require.Equal(t, galley.CodeOffline, shop.Halted.Code)

	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 5, n)
	require.Equal(t, galley.Unpublished, d.item(1).PublishState)

	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	away = false
	require.NoError(t, d.send())
	require.Equal(t, 5, d.counts().Published)
	shop, err = d.store.ShopOverview(bg, d.id)
	require.NoError(t, err)
	require.Nil(t, shop.Halted)
}

func TestShopClosedMidwayKeepsPublicationsQueued(t *testing.T) {
	d := newDesk(t, 5, galley.FieldTitle)
	var writes int
	var counting sync.Mutex
	d.shop.Fault = func(call string, _ galley.Target) error {
		counting.Lock()
		defer counting.Unlock()
		if call != "write" {
			return nil
		}
		if writes++; writes > 2 {
			return galley.NewError(galley.CodeShopToken, messages.AsRecorded("The shop refused the token. Nothing was changed."))
		}
		return nil
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	for range 4 { // however often it is tried
		require.Equal(t, galley.CodeShopToken, galley.CodeOf(d.send()))
	}
	require.Equal(t, 2, d.counts().Published)
	require.Equal(t, 3, d.counts().Waiting)
	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 3, n, "what was certainly not written can be withdrawn")
	require.Len(t, d.shop.Writes(), 2)
}
