package products_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/store/storetest"
)

// sleepy is the store of a process that sleeps before it saves something.
type sleepy struct {
	products.Store

	meanwhile map[string]func() // by what is saved
}

func (s *sleepy) wakes(before string) {
	if do := s.meanwhile[before]; do != nil {
		delete(s.meanwhile, before)
		do()
	}
}

func (s *sleepy) SaveMemberships(ctx context.Context, shop galley.ShopID, run int64, collections map[string][]string) error {
	s.wakes("memberships")
	return s.Store.SaveMemberships(context.WithoutCancel(ctx), shop, run, collections)
}

func (s *sleepy) NoteMembersKnown(ctx context.Context, shop galley.ShopID, run int64, from time.Time) error {
	s.wakes("members known")
	return s.Store.NoteMembersKnown(context.WithoutCancel(ctx), shop, run, from)
}

// A process sleeps before it saves what it read of collections, and another one takes its lease and syncs meanwhile. What
// the first one then saves is older, and is refused.
func TestWhatAnEndedSyncReadOfCollectionsIsRefused(t *testing.T) {
	for _, before := range []string{"memberships", "members known"} {
		t.Run(before, func(t *testing.T) {
			c := newCollected(t)
			c.change(1001)
			c.change(1005)
			sleeping := &sleepy{Store: c.store}
			sleeping.meanwhile = map[string]func(){before: func() {
				c.clock.Advance(time.Hour)
				c.change(1001)
				c.change(1005)
				c.edit(3, false, swaps)
				storetest.Exec(t, c.store, "DELETE FROM leases")
				_, err := products.New(c.store, c.remote, c.clock, "p2").Sync(bg, c.shop, nil)
				require.NoError(t, err)
			}}
			_, err := products.New(sleeping, c.remote, c.clock, "p1").Sync(bg, c.shop, nil)
			require.Empty(t, sleeping.meanwhile)
			require.Empty(t, c.differing())
			require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), err)
			c.count()
			require.Equal(t, galley.SyncChanges, c.sync().Kind)
			require.Zero(t, c.asked["collections"], "members are known since the second sync")
		})
	}
}
