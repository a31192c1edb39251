package galley_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// A draft to review waits for nothing but a reader: no action is under way, and
// every one that reading ends with is allowed.
func TestDraftsToReviewCanBeDecided(t *testing.T) {
	some := false
	for _, s := range galleytest.ItemStatuses() {
		if !s.ToReview() {
			continue
		}
		some = true
		require.Equal(t, galley.DecisionOpen, s.Decision)
		require.True(t, s.PendingReview())
		require.False(t, s.Rewriting)
		if s.Write == "" { // an undo may be under way
			require.True(t, s.Can().Decide, "%+v", s)
			require.True(t, s.Can().Publish, "%+v", s)
		}
		for _, f := range []galley.ItemFilter{galley.FilterFailed, galley.FilterConflict, galley.FilterPublished, galley.FilterWaiting, galley.FilterApproved, galley.FilterRejected} {
			require.False(t, f.Holds(s), "%s %+v", f, s)
		}
	}
	require.True(t, some)
}

func TestParsesWhatTheInboxIsAskedFor(t *testing.T) {
	for _, tab := range galley.ReviewTabs() {
		got, err := galley.ParseReviewTab(string(tab))
		require.NoError(t, err)
		require.Equal(t, tab, got)
	}
	for _, order := range galley.ItemOrders() {
		got, err := galley.ParseItemOrder(string(order))
		require.NoError(t, err)
		require.Equal(t, order, got)
	}
	all, err := galley.ParseReviewTab("all")
	require.NoError(t, err)
	require.Equal(t, galley.ReviewAll, all)
	hyphened, err := galley.ParseItemFilter("to-review")
	require.NoError(t, err)
	require.Equal(t, galley.FilterToReview, hyphened)
	_, noTab := galley.ParseReviewTab("nice")
	_, noOrder := galley.ParseItemOrder("-review")
	_, noShops := galley.ParseShopOrder("size")
	for _, err := range []error{noTab, noOrder, noShops} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
}

func TestPaceIsTheMedianOfWhatWasReadInOneGo(t *testing.T) {
	start := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		gaps []time.Duration // between decisions, oldest first
		want time.Duration
	}{
		"nothing decided":     {nil, 0},
		"too few":             {slices.Repeat([]time.Duration{8 * time.Second}, 9), 0},
		"enough":              {slices.Repeat([]time.Duration{8 * time.Second}, 10), 8 * time.Second},
		"a break in between":  {append(slices.Repeat([]time.Duration{8 * time.Second}, 10), 3*time.Hour), 8 * time.Second},
		"a script in between": {append(slices.Repeat([]time.Duration{8 * time.Second}, 10), slices.Repeat([]time.Duration{time.Millisecond}, 50)...), 8 * time.Second},
		"one slow page":       {append(slices.Repeat([]time.Duration{8 * time.Second}, 10), 4*time.Minute), 8 * time.Second},
		"a clock set back":    {append(slices.Repeat([]time.Duration{8 * time.Second}, 9), -time.Hour), 0},
	} {
		t.Run(name, func(t *testing.T) {
			at := []time.Time{start}
			for _, gap := range c.gaps {
				at = append(at, at[len(at)-1].Add(gap))
			}
			slices.Reverse(at)
			require.Equal(t, c.want, galley.Pace(at))
		})
	}
}
