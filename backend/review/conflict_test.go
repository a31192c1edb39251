package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// conflict has the draft at the position in conflict with a text of the shop.
func (d *desk) conflict(pos int, theirs galley.Value) {
	d.t.Helper()
	storetest.Conflict(d.t, d.store, d.shop.ID, d.job, pos, theirs)
}

// expects is what the shop must have for the draft to be published.
func (d *desk) expects(pos int) galley.Value {
	d.t.Helper()
	original, err := d.store.Original(bg, d.id(pos))
	require.NoError(d.t, err)
	return original
}

func TestEditTogetherReplacesTheirText(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	theirs := galley.Text("Theirs")
	d.conflict(1, theirs)
	require.Equal(t, galley.Text("Before"), d.expects(1))
	item, err := d.Edit(bg, d.id(1), 0, "Theirs and mine")
	require.NoError(t, err)
	require.Equal(t, galley.Unpublished, item.PublishState)
	require.Nil(t, item.OnShop)
	require.Equal(t, theirs, d.expects(1))
}

func TestKeepTheirsSettlesConflictsAndNamesOtherDrafts(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.conflict(1, galley.Text("Theirs"))
	both, err := d.AtCurrent(bg, []galley.ItemAt{{ID: d.id(1)}, {ID: d.id(2)}})
	require.NoError(t, err)
	done, err := d.KeepTheirs(bg, both)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Len(t, done.Left, 1)
	require.Equal(t, d.id(2), done.Left[0].ItemID)
	for pos, decision := range map[int]galley.Decision{1: galley.DecisionRejected, 2: galley.DecisionOpen} {
		item, err := d.store.Item(bg, d.id(pos))
		require.NoError(t, err)
		require.Equal(t, decision, item.Decision)
	}
	none, err := d.KeepTheirs(bg, both[1:])
	require.NoError(t, err)
	require.Zero(t, none.Count)
	require.Len(t, none.Left, 1)
}

func TestKeepTheirsLeavesTheConflictAndTheShop(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.conflict(1, galley.Text("Theirs"))
	d.conflict(2, galley.Text("Theirs too"))
	done, err := d.Reject(bg, d.at(1, 2))
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Zero(t, job.Counts.Conflict, "nothing is left to be decided")
	require.Equal(t, 2, job.Counts.Rejected)
	_, err = d.Reopen(bg, d.at(1))
	require.NoError(t, err)
	job, err = d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 1, job.Counts.Conflict)
}
