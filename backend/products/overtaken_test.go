package products_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/store/storetest"
)

// theirs is how far another process is that took over a sync and goes on with it.
const theirs = `UPDATE leases SET holder = 'p2/1', renewals = renewals + 1;
	UPDATE shops SET sync_open = 1, sync_cursor = 'theirs', sync_done = 7, sync_total = 9;
	INSERT INTO shop_syncs (shop_id, kind, began_at) SELECT id, 'list', 5 FROM shops WHERE true ON CONFLICT DO NOTHING;
	UPDATE shop_syncs SET kind = 'list', began_at = 5, list_id = 'theirs', list_at = 6, changes_from = 7, whole_at = 8`

// A process sleeps before it saves something of its sync, and another takes the sync over and is in the middle of it when
// the first wakes. The first is told, and changes nothing.
func TestAnOvertakenSyncChangesNothing(t *testing.T) {
	pages := func(t *testing.T) *listing { return newListing(t, 300) }
	list := func(t *testing.T) *listing { return newListing(t, 1200) }
	interrupted := func(count int) func(t *testing.T) *listing {
		return func(t *testing.T) *listing {
			l := newListing(t, count)
			l.fails(map[bool]string{true: "products", false: "part"}[count < 1000], 1, galley.CodeOffline)
			_, err := l.Sync(bg, l.shop, nil)
			require.Equal(t, galley.CodeOffline, galley.CodeOf(err), err)
			l.remote.Fault = nil
			return l
		}
	}
	synced := func(t *testing.T) *listing {
		l := newListing(t, 300)
		l.sync()
		l.clock.Advance(time.Hour)
		return l
	}
	withCollections := func(t *testing.T) *listing {
		l := newListing(t, 300)
		l.remote.PutCollections(collections(5)...)
		return l
	}
	lacking := func(t *testing.T) *listing {
		l := newListing(t, 40)
		l.sync()
		for _, p := range galleytest.Products(20) {
			l.remote.Remove(p.ID)
		}
		l.clock.Advance(time.Hour)
		return l
	}
	const stopped = "that its list is cancelled"
	read := func(s *products.Service, l *listing) error {
		_, err := s.Sync(bg, l.shop, nil)
		return err
	}
	for name, test := range map[string]struct {
		shop   func(t *testing.T) *listing
		before string
		sync   func(s *products.Service, l *listing) error
	}{
		"a page":                         {pages, "page", read},
		"the begin":                      {pages, "begin", read},
		"the end":                        {pages, "finish", read},
		"what was synced":                {pages, "synced", read},
		"that it asks for a list":        {list, "list", read},
		"the count of a list":            {list, "listing", read},
		"a part of a list":               {list, "page", read},
		"the end of an interrupted sync": {interrupted(1200), "abandon", func(s *products.Service, l *listing) error { _, err := s.SyncWhole(bg, l.shop, nil); return err }},
		"that it begins with the first page": {interrupted(1200), "restart", func(s *products.Service, l *listing) error {
			l.fails("part", 1, galley.CodeInvalidFile)
			return read(s, l)
		}},
		"the end of changes":          {synced, "changes", read},
		"collections":                 {withCollections, "collections", read},
		"the end of collections":      {withCollections, "the end of collections", read},
		"the end that keeps products": {lacking, "keeping", read},
		"the end that removes products": {lacking, "removing", func(s *products.Service, l *listing) error {
			l.sync()
			found, err := l.Removals(bg, l.shop)
			require.NoError(l.t, err)
			_, err = s.SyncAndRemove(bg, l.shop, found.Plan, nil)
			return err
		}},
		stopped: {list, "list once more", func(s *products.Service, l *listing) error {
			ctx := l.stopAtLook()
			_, err := s.Sync(ctx, l.shop, nil)
			require.False(l.t, l.remote.Lists[0].Cancelled, "it is the other's list")
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			l := test.shop(t)
			var after []string
			sleeping := &sleepy{Store: l.store}
			sleeping.meanwhile = map[string]func(){test.before: func() {
				storetest.Exec(t, l.store, theirs)
				after = storetest.Rows(t, l.store, "shops", "shop_syncs", "products", "collections", "leases")
			}}
			err := test.sync(products.New(sleeping, l.remote, l.clock, "p1"), l)
			require.Empty(t, sleeping.meanwhile, "it did not get there")
			require.Equal(t, after, storetest.Rows(t, l.store, "shops", "shop_syncs", "products", "collections", "leases"))
			if name == stopped {
				require.Equal(t, galley.CodeCancelled, galley.CodeOf(err), "a person stopped it: %v", err)
				return
			}
			require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
			require.ErrorContains(t, err, messages.SyncOvertaken.String())
		})
	}
}
