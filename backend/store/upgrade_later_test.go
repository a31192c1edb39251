package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// Prints of texts mean something else from version 36 on: they are made again,
// and groups that a person kept stay kept.
func TestUpgradeMakesPrintsAgain(t *testing.T) {
	path := dataFileAt(t, 35, `
		UPDATE jobs SET alike_checked = alike_due;
		INSERT INTO draft_prints SELECT row_id, revision, 1, x'01' FROM items WHERE state = 'generated';
		INSERT INTO text_changes SELECT id, 'title', 3, 3 FROM shops;
		INSERT INTO kept_groups SELECT 'abc', id, 'title', 'ending', '["x"]', 'Ada', 5 FROM shops WHERE name = 'lamps';`)
	s := opened(t, path)
	require.Equal(t, []string{"0"}, texts(t, raw(t, path), "SELECT count(*) FROM draft_prints"))
	due, err := s.JobsToCompare(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, due)
	shop, err := s.Shop(t.Context(), "lamps")
	require.NoError(t, err)
	kept, err := s.KeptGroups(t.Context(), shop.ID, galley.FieldTitle)
	require.NoError(t, err)
	require.Len(t, kept, 2)
	for _, g := range kept {
		require.Equal(t, []string{"x"}, g.Texts)
		require.Equal(t, "Ada", g.Person)
	}
	require.ElementsMatch(t, []galley.AlikeKind{galley.AlikeEnding, galley.AlikeClosing}, []galley.AlikeKind{kept[0].Kind, kept[1].Kind})
}

// From version 43 on, what people do can be undone; what they did before cannot.
func TestUpgradeKeepsDraftsAndRemembersWhatFollows(t *testing.T) {
	path := dataFileAt(t, 37, "")
	s := upgraded(t, path)
	all, err := s.AllUnsaved(t.Context(), 10)
	require.NoError(t, err)
	require.Empty(t, all)
	file := raw(t, path)
	open := texts(t, file, "SELECT job_id || '/' || position FROM items WHERE state = 'generated' AND publish_state = 'unpublished' AND decision = 'open' LIMIT 1")
	id := galley.ItemID(open[0])
	_, err = s.NextStep(t.Context(), id, false)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	item, err := s.Item(t.Context(), id)
	require.NoError(t, err)
	done, err := s.Decide(t.Context(), item.JobID, []galley.ItemAt{{ID: id, Revision: item.Revision}}, galley.DecisionApproved)
	require.NoError(t, err)
	step, err := s.NextStep(t.Context(), id, false)
	require.NoError(t, err)
	require.Equal(t, []galley.StepID{step}, done.Steps)
	require.NoError(t, s.SaveUnsaved(t.Context(), id, galley.UnsavedEdit{Seat: "w", Revision: item.Revision, Content: "Typed"}))
}

// From version 65 on, jobs say what most of their items failed with, also jobs from before.
func TestUpgradeSaysWhyItemsOfEarlierJobsFailed(t *testing.T) {
	path := dataFileAt(t, 51, `
		DROP TRIGGER items_state_moves;
		UPDATE items SET state = 'failed', error_code = 'writer_reply', error_message = '{"id":"no_such_publication"}' WHERE job_id = 1 AND state = 'generated' AND publish_state = 'unpublished';`)
	s := upgradedTo(t, path, 65)
	job, err := s.Job(t.Context(), "1")
	require.NoError(t, err)
	require.Positive(t, job.Counts.Failed)
	require.Equal(t, galley.CodeWriterReply, job.Failures.Common.Code)
	require.NotEmpty(t, job.Failures.Brief)
}

// From version 64 on, texts of the editor are kept; nothing of before is touched.
func TestUpgradeKeepsWhatWasThereBesideOwnDrafts(t *testing.T) {
	path := dataFileAt(t, 51, "")
	s := upgradedTo(t, path, 64)
	shops, err := s.ShopOverviews(t.Context())
	require.NoError(t, err)
	for _, shop := range shops {
		page, err := s.Products(t.Context(), galley.ProductQuery{ShopID: shop.ID, Limit: 1000, Sort: galley.SortTitle})
		require.NoError(t, err)
		for _, p := range page.Products {
			require.Zero(t, p.OwnDrafts)
		}
	}
}

// From version 68 on, what a sync found is beside the products, and tags are found without an index of their own. The
// first sync afterwards finds all products unchanged, and those that are gone.
func TestUpgradeKeepsWhatSyncsFound(t *testing.T) {
	path := dataFileAt(t, 66, "UPDATE products SET read_at = NULL WHERE handle = 'oak-lamp'")
	columns, before := contents(t, path, nil)
	tagged := "SELECT shop_id || tag || product_row FROM product_tags ORDER BY 1"
	tags := texts(t, raw(t, path), tagged)
	require.NotEmpty(t, tags)

	s := opened(t, path)
	_, after := contents(t, path, columns)
	require.Equal(t, before["products"], after["products"])
	require.Equal(t, tags, texts(t, raw(t, path), tagged))

	shops, err := s.ShopOverviews(t.Context())
	require.NoError(t, err)
	for _, shop := range shops {
		run, _, err := s.BeginSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
		require.NoError(t, err)
		unseen, known, err := s.Unseen(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.Equal(t, shop.ProductCount, known)
		require.Equal(t, known, unseen)
		removed, err := s.FinishSync(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.Equal(t, known, removed)
	}
	require.Empty(t, texts(t, raw(t, path), tagged), "tags go with their products")
	require.Empty(t, texts(t, raw(t, path), "SELECT product_row FROM product_readings"))
}

// From version 69 on, texts typed in the editor are kept. An edit of a draft that was not saved is offered as before,
// and what the same window types next takes its place.
func TestUpgradeKeepsUnsavedEdits(t *testing.T) {
	path := dataFileAt(t, 68, `INSERT INTO edits (item_row, seat, revision, content, person, typed_at)
		SELECT row_id, 'left', 1, 'Typed before', 'Ada', 1 FROM items WHERE content <> '' LIMIT 1`)
	s := upgradedTo(t, path, 69)
	found, err := s.AllUnsaved(t.Context(), 10)
	require.NoError(t, err)
	require.Len(t, found, 1)
	edit := galley.UnsavedEdit{Seat: "left", Turn: 1, Revision: 1, Content: "Typed on"}
	require.NoError(t, s.SaveUnsaved(t.Context(), found[0].ItemID, edit))
	kept, err := s.Unsaved(t.Context(), found[0].ItemID)
	require.NoError(t, err)
	require.Equal(t, "Typed on", kept[0].Content)
}

// From version 74 on, it is kept from when members of collections are known. Those of before are read once more.
func TestMembersOfBeforeAreNotKnown(t *testing.T) {
	path := dataFileAt(t, 72, `INSERT INTO shop_syncs (shop_id, kind, began_at, changes_from, whole_at)
		SELECT id, 'pages', 1, 1, 1 FROM shops WHERE true ON CONFLICT DO UPDATE SET changes_from = 1, whole_at = 1`)
	s := upgradedTo(t, path, 74)
	shops, err := s.Shops(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, shops)
	for _, shop := range shops {
		state, err := s.SyncState(t.Context(), shop.ID)
		require.NoError(t, err)
		require.NotNil(t, state.ChangesFrom)
		require.False(t, state.MembersKnown)
		run, cursor, err := s.BeginCollectionSync(t.Context(), shop.ID, storetest.SyncLease(t, s, shop.ID))
		require.NoError(t, err)
		require.Empty(t, cursor)
		_, err = s.FinishCollectionSync(t.Context(), shop.ID, run)
		require.NoError(t, err)
		require.NoError(t, s.NoteMembersKnown(t.Context(), shop.ID, run, *state.ChangesFrom))
		state, err = s.SyncState(t.Context(), shop.ID)
		require.NoError(t, err)
		require.True(t, state.MembersKnown)
	}
}
