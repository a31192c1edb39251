package galley_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// mirror is the rules as the tests of the pages read them, so that their items
// have the mark and actions that the backend says and no test repeats a rule.
const mirror = "../../frontend/src/testing/statuses.json"

type mirrored struct {
	Mark galley.ItemMark `json:"mark"`
	Can  galley.ItemCan  `json:"can"`
}

func TestPageTestsUseTheSameRulesOfItems(t *testing.T) {
	rule := map[string]mirrored{}
	for _, s := range galleytest.ItemStatuses() {
		if s.Missing || s.Alike {
			continue
		}
		key := string(s.State) + "/" + string(s.Publish) + "/" + string(s.Decision) + "/" + string(s.Write)
		if s.Rewriting {
			key += "/rewriting"
		}
		if s.Since != galley.SinceNothing {
			key += "/" + string(s.Since)
		}
		rule[key] = mirrored{s.Mark(), s.Can()}
	}
	want, err := json.MarshalIndent(rule, "", "  ")
	require.NoError(t, err)
	want = append(want, '\n')
	if os.Getenv("GALLEY_UPDATE") != "" {
		require.NoError(t, os.WriteFile(mirror, want, 0o600))
	}
	got, err := os.ReadFile(mirror)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "run GALLEY_UPDATE=1 go test ./backend/galley")
}

func TestEachPublishStateMovesOnlyWhereAnActionTakesIt(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		can := s.Can()
		reopens := s.Publish == galley.Unpublished || galley.PublishMoves.Allows(s.Publish, galley.Unpublished)
		require.True(t, !can.Edit || reopens, "edit: %v", s)
		require.True(t, !can.Publish || reopens, "publish: %v", s)
		require.True(t, !can.Undo || galley.PublishMoves.Allows(s.Publish, galley.PublishUndone), "undo: %v", s)
		require.True(t, !can.Retry || s.State == galley.ItemGenerated || galley.ItemMoves.Allows(s.State, galley.ItemPending), "retry: %v", s)
	}
}

func TestNoSecondWriteWhileOneIsUnderWay(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		if can := s.Can(); s.Write != "" {
			require.False(t, can.Edit || can.Decide || can.Publish || can.Undo || can.Retry, "%v", s)
		}
	}
}

func TestDraftIsNotPublishedDuringRegenerate(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		if can := s.Can(); s.Rewriting {
			require.False(t, can.Publish || can.PublishAll || can.Overwrite || can.Retry || can.Regenerate, "%v", s)
			require.True(t, can.CancelRegenerate && can.Edit && can.Decide, "a person may still judge it: %v", s)
		}
	}
}

func TestRejectedDraftIsNotPublishedOrRetried(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		if can := s.Can(); s.Decision == galley.DecisionRejected {
			require.False(t, can.Publish || can.PublishAll || can.Overwrite || can.Retry, "%v", s)
		}
	}
}

func TestUndoneDraftAllowsWhatAnUnpublishedOneDoes(t *testing.T) {
	for _, d := range []galley.Decision{galley.DecisionOpen, galley.DecisionApproved, galley.DecisionRejected} {
		undone := galley.ItemStatus{State: galley.ItemGenerated, Publish: galley.PublishUndone, Decision: d}
		fresh := galley.ItemStatus{State: galley.ItemGenerated, Publish: galley.Unpublished, Decision: d}
		require.Equal(t, fresh.Can(), undone.Can())
	}
}

func TestCountsAddUpInAllStates(t *testing.T) {
	for _, s := range galleytest.ItemStatuses() {
		var c galley.Counts
		c.Add(s, 2)
		require.Equal(t, 2, c.Total)
		if s.Written() {
			require.Equal(t, c.Total, c.Successful+c.Failed+c.Skipped+c.Cancelled, "%v", s)
		}
		require.Equal(t, c.Successful, c.OnShop()+c.Unpublished+c.Conflict, "each draft is in one tab: %v", s)
		require.LessOrEqual(t, c.PendingReview, c.Successful, "%v", s)
		require.Equal(t, s.Can().PublishAll, s.PendingReview() && s.Write == "" && !s.Rewriting && !s.Alike && c.Conflict == 0, "what goes along is pending review: %v", s)
	}
}
