package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestEachItemHasOneMark(t *testing.T) {
	draft := func(p galley.PublishState, d galley.Decision) galley.ItemStatus {
		return galley.ItemStatus{State: galley.ItemGenerated, Publish: p, Decision: d}
	}
	again := draft(galley.Unpublished, galley.DecisionRejected)
	again.Rewriting = true
	changed := draft(galley.Published, galley.DecisionApproved)
	changed.Since = galley.SinceChanged
	for _, c := range []struct {
		status galley.ItemStatus
		want   galley.ItemMark
	}{
		{galley.ItemStatus{State: galley.ItemPending, Publish: galley.Unpublished}, galley.ItemMarkPending},
		{galley.ItemStatus{State: galley.ItemGenerating, Publish: galley.Unpublished}, galley.ItemMarkGenerating},
		{galley.ItemStatus{State: galley.ItemFailed, Publish: galley.Unpublished}, galley.ItemMarkFailed},
		{galley.ItemStatus{State: galley.ItemSkipped, Publish: galley.Unpublished}, galley.ItemMarkSkipped},
		{galley.ItemStatus{State: galley.ItemCancelled, Publish: galley.Unpublished}, galley.ItemMarkCancelled},
		{draft(galley.Unpublished, galley.DecisionOpen), galley.ItemMarkUnpublished},
		{draft(galley.Unpublished, galley.DecisionApproved), galley.ItemMarkUnpublished},
		{draft(galley.Unpublished, galley.DecisionRejected), galley.ItemMarkRejected},
		{draft(galley.PublishUndone, galley.DecisionOpen), galley.ItemMarkUnpublished},
		{draft(galley.PublishUndone, galley.DecisionRejected), galley.ItemMarkRejected},
		{draft(galley.PublishQueued, galley.DecisionOpen), galley.ItemMarkQueued},
		{draft(galley.Publishing, galley.DecisionOpen), galley.ItemMarkPublishing},
		{draft(galley.Published, galley.DecisionRejected), galley.ItemMarkPublished},
		{changed, galley.ItemMarkChanged},
		{draft(galley.PublishFailed, galley.DecisionRejected), galley.ItemMarkFailed},
		{draft(galley.PublishConflict, galley.DecisionOpen), galley.ItemMarkConflict},
		{draft(galley.PublishConflict, galley.DecisionRejected), galley.ItemMarkRejected},
		{again, galley.ItemMarkRewriting},
	} {
		require.Equal(t, c.want, c.status.Mark(), "%+v", c.status)
	}
}

func TestMarksAgreeWithWhatMayBeDone(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		mark, can := s.Mark(), s.Can()
		require.NotEmpty(t, mark, "%+v", s)
		require.Equal(t, can.CancelRegenerate, mark == galley.ItemMarkRewriting, "%+v", s)
		require.True(t, !can.Overwrite || mark == galley.ItemMarkConflict, "%+v", s)
		require.True(t, !can.PublishAll || mark == galley.ItemMarkUnpublished, "%+v", s)
		require.True(t, !can.TakeOver || mark == galley.ItemMarkChanged, "%+v", s)
	}
}
