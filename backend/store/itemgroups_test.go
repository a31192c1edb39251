package store_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// TestWindowsAreTheSameWithGroups holds windows, which are put together of groups of items with the same status, against
// one sort of the whole job, for every filter and order, at each end and across the borders of ranks.
func TestWindowsAreTheSameWithGroups(t *testing.T) {
	statuses := slices.Repeat(galleytest.ItemStatuses(), 3)
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	job := freely(t, s, clock, "Lamps", len(statuses))
	other := freely(t, s, clock, "Chairs", 40)
	allowAllMoves(t, s)
	for i := range statuses {
		st := &statuses[i]
		st.Warned = i%7 == 0
		rewrite := ""
		switch {
		case st.Rewriting:
			rewrite = "open"
		case st.State == galley.ItemGenerated && i%5 == 0:
			rewrite = "written"
		}
		storetest.Exec(t, s, `UPDATE items SET state = ?, publish_state = ?, decision = ?, since = ?, warned = ?, off_length = CASE ? % 3 WHEN 0 THEN 'short' WHEN 1 THEN 'long' END,
			alike = ?, rewrite = ?, revision = 1, score_total = ? % 40 + 60, warning_count = ? % 4, length = ? % 90, written_at = ? WHERE job_id = ? AND position = ?`,
			st.State, st.Publish, st.Decision, st.Since, st.Warned, i, st.Alike, rewrite, i*37, i, i*29, 1_000_000-int64(i)*7_000_000%999_999, job, i*53%len(statuses)+1)
	}
	file := raw(t, storetest.Path(t, s))
	for filter := range galley.ItemFilters() {
		t.Run(string(filter), func(t *testing.T) {
			all, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: filter, Limit: len(statuses)})
			require.NoError(t, err)
			require.NotEmpty(t, all.Items)
			in := "[" + strings.Join(positionsOf(t, all), ",") + "]"
			for _, order := range galley.ItemOrders() {
				want := texts(t, file, fmt.Sprintf("SELECT position FROM items WHERE job_id = %s AND position IN (SELECT value FROM json_each('%s')) ORDER BY %s", job, in, store.OrderBy(order)))
				for _, offset := range []int{0, 1, len(want) / 3, len(want) / 2, len(want)*2/3 + 1, len(want) - 3, len(want) - 1, len(want)} {
					offset = max(offset, 0)
					page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job, Filter: filter, Order: order, Offset: offset, Limit: 11})
					require.NoError(t, err)
					require.Equal(t, len(want), page.Total)
					require.Equal(t, want[offset:min(offset+11, len(want))], positionsOf(t, page), "%s from %d", order, offset)
				}
			}
		})
	}
	untouched, err := s.Items(t.Context(), galley.ItemQuery{JobID: other, Filter: galley.FilterAll, Order: galley.OrderState, Limit: 100})
	require.NoError(t, err)
	require.Len(t, untouched.Items, 40)
}

func positionsOf(t *testing.T, page galley.ItemPage) []string {
	t.Helper()
	positions := make([]string, len(page.Items))
	for i, it := range page.Items {
		_, position, err := it.ID.Split()
		require.NoError(t, err)
		positions[i] = strconv.Itoa(position)
	}
	return positions
}
