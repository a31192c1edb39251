package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// A sync reads a page of collections, a text is published, and only then is the
// page saved: the local copy keeps what was published.
func TestCollectionsReadBeforeAWriteDoNotReplaceItsText(t *testing.T) {
	for _, f := range galley.Fields() {
		if f.Place() != galley.PlaceCollection {
			continue
		}
		d := newDesk(t, 2, f)
		run, cursor, err := d.store.BeginCollectionSync(bg, d.id, storetest.SyncLease(t, d.store, d.id))
		require.NoError(t, err)
		page, err := d.shop.Collections(bg, cursor)
		require.NoError(t, err)
		page.ReadAt = d.clock.Now()
		require.NoError(t, d.clock.Sleep(bg, 1e9))
		d.publish()
		require.NoError(t, d.store.SaveCollections(bg, d.id, run, page))
		found, err := d.store.FinishCollectionSync(bg, d.id, run)
		require.NoError(t, err)
		require.Zero(t, found.RemovedCollections+found.MissingCollections)

		it := d.item(1)
		local, err := d.store.Subject(bg, d.id, it.Listed())
		require.NoError(t, err)
		now, _ := local.Value(f)
		require.Equal(t, it.Content, now.Text, f)
		require.Empty(t, it.Since, "the old text is no change on the shop")
	}
}
