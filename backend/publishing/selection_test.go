package publishing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store/storetest"
)

// drawn is everything in the job's list, as a window shows it now.
func (d *desk) drawn() *galley.ItemSelection { return d.drawnIn(galley.FilterAll) }

func (d *desk) drawnIn(filter galley.ItemFilter) *galley.ItemSelection {
	d.t.Helper()
	page, err := d.store.Items(bg, galley.ItemQuery{JobID: d.job, Filter: filter, Limit: 1})
	require.NoError(d.t, err)
	return &galley.ItemSelection{JobID: d.job, Filter: filter, AsOf: page.AsOf}
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
		d.item(1).ID: "This draft or its product changed after the list was loaded, so it was left alone.",
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

// TestPlanOfAllHoldsWhatThePlanOfTheJobHolds: drafts that are alike and failed ones are held, but in the list that shows
// them for that. What only became alike as the plan was made was not shown as such.
func TestPlanOfAllHoldsWhatThePlanOfTheJobHolds(t *testing.T) {
	d := newDesk(t, 4, galley.FieldTitle)
	d.job = d.world.Drafted(galley.FieldTitle, func(id galley.ItemID) string {
		if strings.HasSuffix(string(id), "/4") {
			return "Bone china cup with saucer"
		}
		return "Solid oak table for the living room"
	})
	before := d.drawn()
	for _, state := range []galley.PublishState{galley.PublishQueued, galley.Publishing, galley.PublishFailed} {
		storetest.Exec(t, d.store, "UPDATE items SET publish_state = ? WHERE position IN (1, 4) AND job_id = ?", state, d.job)
	}
	whole := galley.Left{Alike: 2, Failed: 2}
	require.Equal(t, whole, d.plan(galley.PublishRequest{}).Left)
	for name, want := range map[string]struct {
		of    *galley.ItemSelection
		count int
		left  galley.Left
	}{
		"drawn before they were compared": {before, 0, galley.Left{Changed: 4}},
		"all":                             {d.drawn(), 0, whole},
		"alike":                           {d.drawnIn(galley.FilterAlike), 2, galley.Left{}},
		"failed":                          {d.drawnIn(galley.FilterFailed), 1, galley.Left{Alike: 1}},
		"to review, and alike":            {&galley.ItemSelection{JobID: d.job, Filter: galley.FilterToReview, Also: []galley.ItemFilter{galley.FilterAlike}, AsOf: d.drawn().AsOf}, 2, galley.Left{}},
	} {
		plan := d.plan(galley.PublishRequest{Selection: want.of})
		require.Equal(t, want.count, plan.Count, name)
		require.Equal(t, want.left, plan.Left, name)
	}
}

// TestPlanOfAllLeavesOutWhatPublishingBroughtIntoTheList: the list has products that Galley published a text of.
func TestPlanOfAllLeavesOutWhatPublishingBroughtIntoTheList(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	titles, pictures := d.job, d.written(galley.FieldAltText)
	d.publish(d.item(1).ID)
	d.job = d.written(galley.FieldDescription)
	sel := d.drawn()
	sel.Product.History = galley.HistoryPublished
	require.Equal(t, 1, d.plan(galley.PublishRequest{Selection: sel}).Count)

	d.job = titles
	d.publish(d.item(2).ID)
	d.job = pictures
	d.publish(d.item(5).ID) // of the third product
	d.job = sel.JobID
	plan := d.plan(galley.PublishRequest{Selection: sel})
	require.Equal(t, 1, plan.Count)
	require.Equal(t, galley.Left{Changed: 2}, plan.Left)
}
