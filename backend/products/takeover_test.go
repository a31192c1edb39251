package products_test

import (
	"context"
	"sync"
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

	mu        sync.Mutex
	meanwhile map[string]func() // by what is saved
	noted     string            // the last list
}

func (s *sleepy) wakes(before string) {
	s.mu.Lock()
	do := s.meanwhile[before]
	delete(s.meanwhile, before)
	s.mu.Unlock()
	if do != nil {
		do()
	}
}

func (s *sleepy) SaveMemberships(ctx context.Context, shop galley.ShopID, run galley.SyncRun, collections map[string][]string) error {
	s.wakes("memberships")
	return s.Store.SaveMemberships(context.WithoutCancel(ctx), shop, run, collections)
}

func (s *sleepy) NoteMembersKnown(ctx context.Context, shop galley.ShopID, run galley.SyncRun, from time.Time) error {
	s.wakes("members known")
	return s.Store.NoteMembersKnown(context.WithoutCancel(ctx), shop, run, from)
}

func (s *sleepy) BeginSyncOf(ctx context.Context, shop galley.ShopID, held galley.Lease, kind galley.SyncKind) (galley.SyncRun, string, error) {
	s.wakes("begin")
	return s.Store.BeginSyncOf(context.WithoutCancel(ctx), shop, held, kind)
}

func (s *sleepy) AbandonSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	s.wakes("abandon")
	return s.Store.AbandonSync(context.WithoutCancel(ctx), shop, run)
}

func (s *sleepy) RestartSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	s.wakes("restart")
	return s.Store.RestartSync(context.WithoutCancel(ctx), shop, run)
}

func (s *sleepy) NoteList(ctx context.Context, shop galley.ShopID, run galley.SyncRun, id string, asked time.Time) error {
	switch {
	case asked.IsZero():
		s.wakes("list without id")
	case id != "" && id == s.noted:
		s.wakes("list once more")
	default:
		s.wakes("list")
	}
	s.noted = id
	return s.Store.NoteList(context.WithoutCancel(ctx), shop, run, id, asked)
}

func (s *sleepy) NoteListing(ctx context.Context, shop galley.ShopID, run galley.SyncRun, listed, total int) error {
	s.wakes("listing")
	return s.Store.NoteListing(context.WithoutCancel(ctx), shop, run, listed, total)
}

func (s *sleepy) SavePage(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) error {
	s.wakes("page")
	return s.Store.SavePage(context.WithoutCancel(ctx), shop, run, page)
}

func (s *sleepy) FinishSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (int, error) {
	s.wakes("finish")
	return s.Store.FinishSync(context.WithoutCancel(ctx), shop, run)
}

func (s *sleepy) FinishSyncKeeping(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	s.wakes("keeping")
	return s.Store.FinishSyncKeeping(context.WithoutCancel(ctx), shop, run)
}

func (s *sleepy) FinishSyncRemoving(ctx context.Context, shop galley.ShopID, run galley.SyncRun, plan galley.PlanID) (int, error) {
	s.wakes("removing")
	return s.Store.FinishSyncRemoving(context.WithoutCancel(ctx), shop, run, plan)
}

func (s *sleepy) FinishChanges(ctx context.Context, shop galley.ShopID, run galley.SyncRun, gone []string) error {
	s.wakes("changes")
	return s.Store.FinishChanges(context.WithoutCancel(ctx), shop, run, gone)
}

func (s *sleepy) SaveCollections(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.CollectionBatch) error {
	s.wakes("collections")
	return s.Store.SaveCollections(context.WithoutCancel(ctx), shop, run, page)
}

func (s *sleepy) FinishCollectionSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (galley.CollectionsFound, error) {
	s.wakes("the end of collections")
	return s.Store.FinishCollectionSync(context.WithoutCancel(ctx), shop, run)
}

func (s *sleepy) NoteSynced(ctx context.Context, shop galley.ShopID, run galley.SyncRun, began time.Time, whole, resume bool) error {
	s.wakes("synced")
	return s.Store.NoteSynced(context.WithoutCancel(ctx), shop, run, began, whole, resume)
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
			require.Equal(t, galley.CodeBusy, galley.CodeOf(err), err)
			c.count()
			require.Equal(t, galley.SyncChanges, c.sync().Kind)
			require.Zero(t, c.asked["collections"], "members are known since the second sync")
		})
	}
}
