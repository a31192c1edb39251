package review_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

// edit saves a text, and returns the step of it.
func (d *desk) edit(pos int, text string) galley.StepID {
	d.t.Helper()
	item, err := d.Edit(bg, d.id(pos), 0, text)
	require.NoError(d.t, err)
	step, err := d.StepThatLeft(bg, galley.ItemAt{ID: item.ID, Revision: item.Revision}, galley.StepEdit)
	require.NoError(d.t, err)
	return step
}

func (d *desk) item(pos int) galley.Item {
	d.t.Helper()
	item, err := d.Item(bg, d.id(pos))
	require.NoError(d.t, err)
	return item
}

func (d *desk) undo(step galley.StepID) galley.Moved {
	d.t.Helper()
	moved, err := d.UndoStep(bg, step)
	require.NoError(d.t, err)
	return moved
}

func (d *desk) redo(step galley.StepID) galley.Moved {
	d.t.Helper()
	moved, err := d.RedoStep(bg, step)
	require.NoError(d.t, err)
	return moved
}

func TestEditsAreUndoneAndRedone(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	first := d.item(1).Content
	_, err := d.Approve(bg, d.at(1))
	require.NoError(t, err)
	one := d.edit(1, "One")
	two := d.edit(1, "Two")

	moved := d.undo(two)
	require.Equal(t, galley.Moved{
		ID: two, Kind: galley.StepEdit, Count: 1, JobID: d.job, ItemID: d.id(1), Title: "Lamp 0000", Left: []galley.LeftOut{},
	}, moved)
	require.Equal(t, "One", d.item(1).Content)
	d.undo(one)
	require.Equal(t, first, d.item(1).Content)
	require.Equal(t, galley.DecisionApproved, d.item(1).Decision, "the decision that the edit took away")
	d.redo(one)
	require.Equal(t, "One", d.item(1).Content)
	require.Equal(t, galley.DecisionOpen, d.item(1).Decision)
	d.redo(two)
	require.Equal(t, "Two", d.item(1).Content)
	proof, err := d.Proof(bg, d.id(1))
	require.NoError(t, err)
	require.Len(t, proof.Revisions, 7, "every text stays among the revisions")
}

func TestDecisionsOfManyAreUndoneAndRedone(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	_, err := d.Reject(bg, d.at(2))
	require.NoError(t, err)
	done, err := d.Approve(bg, d.at(1, 2, 3))
	require.NoError(t, err)
	require.Len(t, done.Steps, 1)
	_, err = d.Reject(bg, d.at(3))
	require.NoError(t, err)

	moved := d.undo(done.Steps[0])
	require.Equal(t, 2, moved.Count)
	require.Equal(t, galley.DecisionApproved, moved.Decision)
	require.Equal(t, d.id(3), moved.Left[0].ItemID, "it was decided otherwise since")
	require.Equal(t, galley.CodeChanged, moved.Left[0].Reason.Code)
	require.Equal(t, []galley.Decision{"open", "rejected", "rejected"}, decisions(d))
	moved = d.redo(done.Steps[0])
	require.Equal(t, 2, moved.Count, "only what was undone")
	require.Empty(t, moved.Left)
	require.Equal(t, []galley.Decision{"approved", "approved", "rejected"}, decisions(d))

	again, err := d.Approve(bg, d.at(1, 2))
	require.NoError(t, err)
	require.Empty(t, again.Steps, "nothing changed")
}

func decisions(d *desk) (list []galley.Decision) {
	for _, item := range d.items() {
		list = append(list, item.Decision)
	}
	return list
}

func TestKeptWarningIsUndoneAndRedone(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.edit(1, "The best lamp in the world")
	key := d.item(1).Warnings[0].Key()
	item, err := d.Keep(bg, d.id(1), 2, key, true)
	require.NoError(t, err)
	step, err := d.StepThatLeft(bg, galley.ItemAt{ID: item.ID, Revision: 2}, galley.StepKeep)
	require.NoError(t, err)
	d.undo(step)
	require.Empty(t, d.item(1).Kept)
	require.Equal(t, 2, d.item(1).Revision, "the text is the same")
	d.redo(step)
	require.Equal(t, []galley.WarningKey{key}, d.item(1).Kept)
}

func TestUndoNeverOverwritesWhatCameLater(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	one := d.edit(1, "One")
	d.edit(1, "Somebody else's")
	moved := d.undo(one)
	require.Zero(t, moved.Count)
	require.Equal(t, galley.CodeChanged, moved.Left[0].Reason.Code)
	require.Equal(t, "Somebody else's", d.item(1).Content)
	for step, code := range map[galley.StepID]galley.Code{9999: galley.CodeNotFound, one: galley.CodeIllegalState} {
		_, err := d.RedoStep(bg, step)
		require.Equal(t, code, galley.CodeOf(err))
	}
}

func TestUndoLeavesTextsOnTheirWayAlone(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	step := d.edit(1, "One")
	done, err := d.Approve(bg, d.at(1))
	require.NoError(t, err)
	d.conflict(1, galley.Text("Theirs"))
	_, err = d.Edit(bg, d.id(1), 0, "Both")
	require.NoError(t, err)
	_, err = d.StepThatLeft(bg, d.at(1)[0], galley.StepEdit)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), "the conflict would not come back")
	require.Zero(t, d.undo(done.Steps[0]).Count)
	require.Zero(t, d.undo(step).Count)
	require.Equal(t, "Both", d.item(1).Content)
}

func TestNextStepOfADraft(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	next := func(redo bool) galley.StepID {
		step, err := d.NextStep(bg, d.id(1), redo)
		if err != nil {
			require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
		}
		return step
	}
	require.Zero(t, next(false))
	one, two := d.edit(1, "One"), d.edit(1, "Two")
	require.Equal(t, two, next(false))
	require.Zero(t, next(true))
	d.undo(two)
	d.undo(one)
	require.Equal(t, one, next(true))
	require.Zero(t, next(false))
	d.redo(one)
	require.Equal(t, two, next(true))
	d.edit(1, "Three")
	require.Zero(t, next(true), "something else was done since")
}

// Undoing all of it backwards gives what was there, and
// redoing all of it gives what was done.
func TestUndoAndRedoAreInverse(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	state := func() (list []any) {
		for _, item := range d.items() {
			list = append(list, item.Content, item.Decision)
		}
		return list
	}
	rapid.Check(t, func(rt *rapid.T) {
		before := state()
		var steps []galley.StepID
		for range rapid.IntRange(1, 5).Draw(rt, "steps") {
			pos := rapid.IntRange(1, 3).Draw(rt, "draft")
			if rapid.Bool().Draw(rt, "edit") {
				steps = append(steps, d.edit(pos, rapid.StringMatching(`[A-C]`).Draw(rt, "text")))
				continue
			}
			decide := rapid.SampledFrom([]func([]galley.ItemAt) (galley.Decided, error){
				func(at []galley.ItemAt) (galley.Decided, error) { return d.Approve(bg, at) },
				func(at []galley.ItemAt) (galley.Decided, error) { return d.Reject(bg, at) },
				func(at []galley.ItemAt) (galley.Decided, error) { return d.Reopen(bg, at) },
			}).Draw(rt, "decision")
			done, err := decide(d.at(pos, pos%3+1))
			require.NoError(rt, err)
			steps = append(steps, done.Steps...)
		}
		after := state()
		for _, step := range slices.Backward(steps) {
			require.Empty(rt, d.undo(step).Left)
		}
		require.Equal(rt, before, state())
		for _, step := range steps {
			require.Empty(rt, d.redo(step).Left)
		}
		require.Equal(rt, after, state())
	})
}
