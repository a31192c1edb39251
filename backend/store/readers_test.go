package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// TestReadersDoNotWaitForAWriter reads every list while this store, and another as another process has it, hold the file
// for writing. One that waited would wait for itself, and fail with CodeBusy. It sees what was there before.
func TestReadersDoNotWaitForAWriter(t *testing.T) {
	w := storetest.NewWorld(t, galleytest.NewClock(), 6)
	job := w.Drafted(galley.FieldTitle, draftOf)
	other, err := store.Open(t.Context(), storetest.Path(t, w.Store), w.Clock)
	require.NoError(t, err)
	defer func() { require.NoError(t, other.Close()) }()
	read := func(s *store.Store) {
		for _, order := range galley.ItemOrders() {
			page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterToReview, Order: order, Limit: 10})
			require.NoError(t, err)
			require.Len(t, page.Items, 6)
		}
		for _, search := range []string{"lamp", "lamp 0003"} {
			_, err = s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: search, Limit: 10})
			require.NoError(t, err)
			_, err = s.Inbox(t.Context(), galley.InboxQuery{Search: search})
			require.NoError(t, err)
		}
		jobs, err := s.Jobs(t.Context(), "")
		require.NoError(t, err)
		require.Len(t, jobs, 1)
		_, err = s.ShopOverviews(t.Context())
		require.NoError(t, err)
		_, err = s.Products(t.Context(), galley.ProductQuery{ShopID: w.Shop.ID, Search: "lamp", Limit: 10})
		require.NoError(t, err)
		_, err = s.ProductFacets(t.Context(), galley.ProductQuery{ShopID: w.Shop.ID})
		require.NoError(t, err)
		n, err := s.CountSelected(t.Context(), galley.ItemSelection{JobID: job, Filter: galley.FilterToReview, Action: galley.ActDecide})
		require.NoError(t, err)
		require.Equal(t, 6, n.Takes)
	}
	err = w.Store.InWrite(t.Context(), func(context.Context) error {
		read(w.Store)
		read(other)
		return nil
	})
	require.NoError(t, err)
}
