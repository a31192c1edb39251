package storetest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store"
)

// Conflict has the draft at the position in conflict with a text of the shop.
func Conflict(t testing.TB, s *store.Store, shop galley.ShopID, job galley.JobID, position int, theirs galley.Value) {
	t.Helper()
	held := galley.Lease{Name: "outbox:" + string(shop), Holder: "p"}
	_, err := s.TakeLease(t.Context(), held.Name, held.Holder, time.Minute)
	require.NoError(t, err)
	Queue(t, s, job, position)
	waiting, err := s.Waiting(t.Context(), shop, 1)
	require.NoError(t, err)
	_, _, err = s.StartPublications(t.Context(), []galley.PublicationStart{{Publication: waiting[0], Before: &theirs}}, held)
	require.NoError(t, err)
	require.NoError(t, s.Settle(t.Context(), []galley.Settlement{{Publication: waiting[0], End: galley.Settled{
		State: galley.PublicationConflict, Before: &theirs, Live: &theirs, Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: messages.PublishMetChange},
	}}}, held))
}
