package publishing_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
	"galley/backend/store"
)

// secondLook is a store that lets watches be looked at only once a second attempt is on the shop and not
// settled.
type secondLook struct {
	*store.Store

	again   bool          // the second attempt is about to be sent
	onShop  chan struct{} // it took effect
	looked  chan struct{} // and the watches were looked at since
	looking bool
}

func (s *secondLook) Waiting(ctx context.Context, shop galley.ShopID, n int) ([]galley.Publication, error) {
	if s.looking {
		close(s.looked)
		s.looking = false
	}
	found, err := s.Store.Waiting(ctx, shop, n)
	s.again = s.again || slices.ContainsFunc(found, func(p galley.Publication) bool { return p.Attempts == 1 })
	return found, err
}

func (s *secondLook) DueWatches(ctx context.Context, shop galley.ShopID, within time.Duration) ([]galley.Watch, error) {
	if s.again {
		select {
		case <-s.onShop:
			s.again, s.looking = false, true
		case <-time.After(5 * time.Second): // the first attempt still counts as under way: the second follows
		}
	}
	return s.Store.DueWatches(ctx, shop, within)
}

// A text whose answer was lost is sent again, and its watch falls due before that is settled: what the
// shop has is no late write, and the ledger has one line for it.
func TestAWatchLeavesAPlaceThatIsUnderWay(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	s := &secondLook{Store: d.store, onShop: make(chan struct{}), looked: make(chan struct{})}
	lose := first("write", lostAnswer)
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "written" {
			d.clock.(*galleytest.Clock).Advance(time.Second * 20)
			close(s.onShop)
			select {
			case <-s.looked:
			case <-time.After(time.Minute):
				t.Error("the watches were not looked at while the text was under way")
			}
		}
		return lose(call, at)
	}
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	_, err = publishing.NewDispatcher(s, d.shop, d.clock, "p1", quiet()).Dispatch(bg, d.id)
	require.NoError(t, err)
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Len(t, d.activity(galley.ActivityAll), 1)
}
