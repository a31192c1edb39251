package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

var itemActions = []galley.ItemAction{
	galley.ActDecide, galley.ActPublish, galley.ActOverwrite, galley.ActUndo, galley.ActRegenerate, galley.ActRetry, galley.ActWithdraw,
}

// TestSelectedItemsAreThoseOfTheListThatTakeTheAction compares what is selected
// with the pages of the same list.
func TestSelectedItemsAreThoseOfTheListThatTakeTheAction(t *testing.T) {
	w, job := withPublished(t)
	for pos, state := range map[int]string{150: "conflict", 160: "failed"} {
		_, err := w.Store.Decide(t.Context(), job, []galley.ItemAt{{ID: galley.NewItemID(job, pos+1), Revision: 1}}, galley.DecisionRejected)
		require.NoError(t, err)
		for _, step := range []string{"queued", "publishing", state} {
			storetest.Exec(t, w.Store, `UPDATE items SET publish_state = ?,
				on_shop = 'Theirs', on_shop_known = CASE ? WHEN 'conflict' THEN 1 ELSE 0 END WHERE position = ?`, step, step, pos)
		}
	}
	except := galley.NewItemID(job, 120)
	for _, filter := range []galley.ItemFilter{galley.FilterAll, galley.FilterWaiting, galley.FilterConflict, galley.FilterRejected} {
		page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: filter, Limit: 200})
		require.NoError(t, err)
		for _, action := range itemActions {
			want, total := []galley.SelectedItem{}, 0
			for _, it := range page.Items {
				if it.ID == except {
					continue
				}
				total++
				if it.Can.Allows(action) {
					at := galley.ItemAt{ID: it.ID, Revision: it.Revision, OnShop: it.OnShop}
					want = append(want, galley.SelectedItem{ItemAt: at, Decision: it.Decision})
				}
			}
			got, err := w.Store.SelectItems(t.Context(), galley.ItemSelection{
				JobID: job, Filter: filter, Except: []galley.ItemID{except}, Action: action,
			})
			require.NoError(t, err)
			require.Equal(t, galley.SelectedItems{Total: total, Items: want}, got, "%s, %s", filter, action)
		}
	}
}

func TestSelectionFollowsSearch(t *testing.T) {
	w, job := withPublished(t)
	page, err := w.Store.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: galley.FilterAll, Search: "nothing like it", Limit: 10})
	require.NoError(t, err)
	require.Zero(t, page.Total)
	got, err := w.Store.SelectItems(t.Context(), galley.ItemSelection{JobID: job, Filter: galley.FilterAll, Search: "nothing like it", Action: galley.ActDecide})
	require.NoError(t, err)
	require.Zero(t, got.Total)
	require.Empty(t, got.Items)
}
