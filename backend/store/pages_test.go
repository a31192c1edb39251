package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// withPublished is a job of 200 drafts: 50 on their way to the shop, 50
// published and changed there since, 100 that wait for review.
func withPublished(t *testing.T) (*storetest.World, galley.JobID) {
	t.Helper()
	w := storetest.NewWorld(t, galleytest.NewClock(), 200)
	id := w.Job(galley.FieldTitle, galley.WriterSpec{Kind: galley.WriterTemplate}, func(_ int, c galley.Claimed) galley.Outcome {
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Written: &galley.Written{Content: "A draft.", Author: galley.AuthorModel}}
	})
	storetest.Exec(t, w.Store, `UPDATE items SET publish_state = CASE WHEN position <= 50 THEN 'queued' ELSE 'published' END,
		since = CASE WHEN position <= 50 THEN '' ELSE 'changed' END WHERE position <= 100`)
	storetest.Exec(t, w.Store, `INSERT INTO publications (id, shop_id, item_row, place_id, place_handle, place_title, image_of, field, slot, kind, state,
		before_known, live_known, live, person, writer, created_at, finished_at)
		SELECT 'write ' || position, shop_id, row_id, place_id, place_handle, place_title, '', field, field || ' ' || place_id, 'publish',
			CASE WHEN position <= 50 THEN 'queued' ELSE 'published' END, 1, 1, content, 'Ada', 'template', 1, 2 FROM items WHERE position <= 100`)
	storetest.Exec(t, w.Store, `INSERT INTO published_texts (shop_id, place_id, field, publication_id, item_row, live, changed, on_shop, seen_at)
		SELECT shop_id, place_id, field, 'write ' || position, row_id, content, 1, 'Another text', 3 FROM items WHERE position BETWEEN 51 AND 100`)
	return w, id
}

func TestAPageOfItemsTakesAsManyQueriesWhateverItsLength(t *testing.T) {
	w, job := withPublished(t)
	reads := w.Store.CountReads(t)
	page := func(limit, offset int) (page galley.ItemPage, queries int64) {
		queries = reads.Of(func() {
			var err error
			page, err = w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Limit: limit, Offset: offset})
			require.NoError(t, err)
		})
		return page, queries
	}
	one, few := page(1, 60)
	require.Len(t, one.Items, 1)
	require.NotNil(t, one.Items[0].Changed)
	all, many := page(200, 0)
	require.Len(t, all.Items, 200)
	require.Equal(t, few, many)
	require.LessOrEqual(t, many, int64(6))

	for i, item := range all.Items {
		alone, err := w.Store.Item(t.Context(), item.ID)
		require.NoError(t, err)
		require.Equal(t, alone, item)
		require.Equal(t, i < 50, item.Can.Withdraw, "position %d", i+1)
		require.Equal(t, i >= 50 && i < 100, item.Changed != nil, "position %d", i+1)
	}
}

func TestTheWritesToAProductTakeAsManyQueriesHoweverManyTheyAre(t *testing.T) {
	w, _ := withPublished(t)
	reads := w.Store.CountReads(t)
	published := func(product string) (found []galley.Publication, queries int64) {
		queries = reads.Of(func() {
			var err error
			found, err = w.Store.PublicationsAt(t.Context(), w.Shop.ID, product)
			require.NoError(t, err)
		})
		return found, queries
	}
	product := galleytest.Products(60)[59].ID
	found, few := published(product)
	require.Len(t, found, 1)
	require.True(t, found[0].CanUndo)
	storetest.Exec(t, w.Store, `UPDATE publications SET place_id = ? WHERE state = 'published'`, product)
	found, many := published(product)
	require.Len(t, found, 50)
	require.Equal(t, few, many)
}
