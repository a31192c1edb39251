package galley_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// mirror is the rule as the tests of the pages read it, so that their items can
// do what the backend says and no test repeats the rule.
const mirror = "../../frontend/src/testing/can.json"

// statuses are all that an item can have: only a draft is published, and a
// write that is queued or being sent belongs to its publish state, but for
// undos, which wait while their item still counts as published or undone.
func statuses() (all []galley.ItemStatus) {
	decisions := []galley.Decision{galley.DecisionOpen, galley.DecisionApproved, galley.DecisionRejected}
	writes := map[galley.PublishState][]galley.PublicationState{
		galley.Unpublished: {""}, galley.PublishFailed: {""}, galley.PublishClash: {""},
		galley.PublishQueued: {galley.PublicationQueued}, galley.Publishing: {galley.PublicationSending},
		galley.Published:     {"", galley.PublicationQueued, galley.PublicationSending},
		galley.PublishUndone: {"", galley.PublicationQueued, galley.PublicationSending},
	}
	for state := range galley.ItemMoves {
		if state != galley.ItemGenerated {
			all = append(all,
				galley.ItemStatus{State: state, Publish: galley.Unpublished, Decision: galley.DecisionOpen},
				galley.ItemStatus{State: state, Publish: galley.Unpublished, Decision: galley.DecisionOpen, Missing: true})
			continue
		}
		for publish := range galley.PublishMoves {
			for _, d := range decisions {
				for _, w := range writes[publish] {
					all = append(all, galley.ItemStatus{State: state, Publish: publish, Decision: d, Write: w})
				}
			}
		}
	}
	return all
}

func TestPagesTestWithTheSameRule(t *testing.T) {
	rule := map[string]galley.ItemCan{}
	for _, s := range statuses() {
		if s.Missing {
			continue
		}
		rule[string(s.State)+"/"+string(s.Publish)+"/"+string(s.Decision)+"/"+string(s.Write)] = s.Can()
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
	for _, s := range statuses() {
		can := s.Can()
		reopens := s.Publish == galley.Unpublished || galley.PublishMoves.Allows(s.Publish, galley.Unpublished)
		require.True(t, !can.Edit || reopens, "edit: %v", s)
		require.True(t, !can.Publish || reopens, "publish: %v", s)
		require.True(t, !can.Undo || galley.PublishMoves.Allows(s.Publish, galley.PublishUndone), "undo: %v", s)
		require.True(t, !can.Retry || s.State == galley.ItemGenerated || galley.ItemMoves.Allows(s.State, galley.ItemPending), "retry: %v", s)
	}
}

func TestNothingIsStartedBesideAWriteUnderWay(t *testing.T) {
	for _, s := range statuses() {
		if can := s.Can(); s.Write != "" {
			require.False(t, can.Edit || can.Decide || can.Publish || can.Undo || can.Retry, "%v", s)
		}
	}
}

func TestARejectedDraftIsNeitherPublishedNorRetried(t *testing.T) {
	for _, s := range statuses() {
		if can := s.Can(); s.Decision == galley.DecisionRejected {
			require.False(t, can.Publish || can.PublishAll || can.Overwrite || can.Retry, "%v", s)
		}
	}
}

func TestAnUndoneDraftIsAsOpenAsAnUnpublishedOne(t *testing.T) {
	for _, d := range []galley.Decision{galley.DecisionOpen, galley.DecisionApproved, galley.DecisionRejected} {
		undone := galley.ItemStatus{State: galley.ItemGenerated, Publish: galley.PublishUndone, Decision: d}
		fresh := galley.ItemStatus{State: galley.ItemGenerated, Publish: galley.Unpublished, Decision: d}
		require.Equal(t, fresh.Can(), undone.Can())
	}
}
