package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// drawn is everything in the job's list, as a window shows it now.
func (d *desk) drawn() galley.ItemSelection {
	d.t.Helper()
	page, err := d.Items(bg, galley.ItemQuery{JobID: d.job})
	require.NoError(d.t, err)
	return galley.ItemSelection{JobID: d.job, AsOf: page.AsOf}
}

// TestDecidesAboutAllButWhatChangedBehindTheList: another window edits and rejects while everything is selected.
func TestDecidesAboutAllButWhatChangedBehindTheList(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	sel := d.drawn()
	_, err := d.Edit(bg, d.id(2), 1, "From another window")
	require.NoError(t, err)
	_, err = d.Reject(bg, d.at(3))
	require.NoError(t, err)

	done, err := d.DecideSelected(bg, sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, []galley.ItemID{d.id(2), d.id(3)}, []galley.ItemID{done.Left[0].ItemID, done.Left[1].ItemID})
	require.Equal(t, "This draft or its product changed after the list was loaded, so it was left alone.", done.Left[0].Reason.Message.String())
	for pos, want := range map[int]galley.Decision{1: galley.DecisionApproved, 2: galley.DecisionOpen, 3: galley.DecisionRejected} {
		item, err := d.Item(bg, d.id(pos))
		require.NoError(t, err)
		require.Equal(t, want, item.Decision, "item %d", pos)
	}

	moved, err := d.UndoStep(bg, done.Steps[0])
	require.NoError(t, err)
	require.Equal(t, 1, moved.Count)
	rejected, err := d.Item(bg, d.id(3))
	require.NoError(t, err)
	require.Equal(t, galley.DecisionRejected, rejected.Decision, "the other window's stays")
}

// TestSelectedDraftsThatWereCheckedAgainAreLeftToRead: a fact that a person notes changes the warnings of other drafts.
func TestSelectedDraftsThatWereCheckedAgainAreLeftToRead(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	item, err := d.Edit(bg, d.id(1), 1, "The best lamp in the world")
	require.NoError(t, err)
	sel := d.drawn()
	_, err = d.Keep(bg, d.id(1), item.Revision, item.Warnings[0].Key(), true)
	require.NoError(t, err)
	done, err := d.DecideSelected(bg, sel, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	require.Equal(t, d.id(1), done.Left[0].ItemID)
}

func TestSelectionsThatAreNotActedOn(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	sel := d.drawn()
	for name, c := range map[string]struct {
		change   func(*galley.ItemSelection)
		decision galley.Decision
		code     galley.Code
	}{
		"no moment":      {func(s *galley.ItemSelection) { s.AsOf = 0 }, galley.DecisionApproved, galley.CodeInvalidInput},
		"no such moment": {func(s *galley.ItemSelection) { s.AsOf += 1000 }, galley.DecisionApproved, galley.CodeChanged},
		"filter":         {func(s *galley.ItemSelection) { s.Filter = "nice" }, galley.DecisionApproved, galley.CodeInvalidInput},
		"also":           {func(s *galley.ItemSelection) { s.Also = []galley.ItemFilter{"nice"} }, galley.DecisionApproved, galley.CodeInvalidInput},
		"but another's":  {func(s *galley.ItemSelection) { s.Except = []galley.ItemID{"999/1"} }, galley.DecisionApproved, galley.CodeInvalidInput},
		"job":            {func(s *galley.ItemSelection) { s.JobID = "999" }, galley.DecisionApproved, galley.CodeNotFound},
		"decision":       {func(*galley.ItemSelection) {}, "maybe", galley.CodeInvalidInput},
	} {
		bad := sel
		c.change(&bad)
		_, err := d.DecideSelected(bg, bad, c.decision)
		require.Equal(t, c.code, galley.CodeOf(err), name)
	}
	_, err := d.CountSelected(bg, galley.ItemSelection{JobID: d.job, Action: galley.ActPublish})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "a plan counts it")
}
