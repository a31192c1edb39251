package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestCanAnswerButNotUndoChangedText(t *testing.T) {
	published := galley.ItemStatus{State: galley.ItemGenerated, Publish: galley.Published, Decision: galley.DecisionOpen}
	for since, want := range map[galley.Since]struct{ answer, undo bool }{
		galley.SinceNothing:   {false, true},
		galley.SinceChanged:   {true, false},
		galley.SinceTakenOver: {false, false},
	} {
		status := published
		status.Since = since
		can := status.Can()
		require.Equal(t, want.answer, can.TakeOver, since)
		require.Equal(t, want.answer, can.PutBack, since)
		require.Equal(t, want.answer, can.EditChanged, since)
		require.Equal(t, want.undo, can.Undo, since)
		status.Write = galley.PublicationQueued
		can = status.Can()
		require.False(t, can.TakeOver || can.PutBack || can.EditChanged || can.Undo, "another write is queued")
	}
}
