package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// drawn is everything in the job's list, as a window shows it now.
func (d *desk) drawn() *galley.ItemSelection {
	d.t.Helper()
	page, err := d.store.Items(bg, galley.ItemQuery{JobID: d.job, Filter: galley.FilterAll, Limit: 1})
	require.NoError(d.t, err)
	return &galley.ItemSelection{JobID: d.job, AsOf: page.AsOf}
}

// TestPlanOfAllLeavesOutWhatChangedBehindTheList: a rewrite and an edit between the list and the plan, and one between
// the plan and its confirmation.
func TestPlanOfAllLeavesOutWhatChangedBehindTheList(t *testing.T) {
	d := newDesk(t, 6, galley.FieldTitle)
	_, err := d.store.Decide(bg, d.job, d.at(5), galley.DecisionRejected)
	require.NoError(t, err)
	d.shop.Put(galley.FieldTitle, d.item(6).Target(), galley.Text("The client's title"))
	d.publish(d.item(6).ID) // in conflict

	sel := d.drawn()
	sel.Except = []galley.ItemID{d.item(4).ID}
	d.edited(1, "A colleague's title")
	plan := d.plan(galley.PublishRequest{Selection: sel})
	require.Equal(t, 2, plan.Count)
	require.Equal(t, galley.Left{Changed: 1, Rejected: 1, Conflict: 1}, plan.Left)
	require.Empty(t, plan.Scopes)
	require.Equal(t, map[galley.ItemID]string{
		d.item(1).ID: "It was changed since the list was drawn. It is left as it is, for you to read.",
	}, reasons(plan.Changed))

	d.edited(2, "Another title")
	done, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	again, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.True(t, again.Again)
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(3).PublishState)
	for _, pos := range []int{1, 2, 4, 5} {
		require.Equal(t, galley.Unpublished, d.item(pos).PublishState, "item %d", pos)
	}
}

func TestSelectionIsPublishedAlone(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	for name, req := range map[string]galley.PublishRequest{
		"with named drafts": {Selection: d.drawn(), Items: d.at(1)},
		"over conflicts":    {Selection: d.drawn(), Overwrite: true},
		"with rejected":     {Selection: d.drawn(), Rejected: true},
		"approved only":     {Selection: d.drawn(), OnlyApproved: true},
		"of a scope":        {Selection: d.drawn(), Scope: galley.ScopeApproved},
		"of another job":    {Selection: &galley.ItemSelection{JobID: "999", AsOf: 1}},
		"without a moment":  {Selection: &galley.ItemSelection{JobID: d.job}},
	} {
		req.JobID = d.job
		_, err := d.Plan(bg, req)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), name)
	}
}
