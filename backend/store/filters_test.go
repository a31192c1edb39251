package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// TestFiltersSelectWhatTheRuleSays holds each condition in SQL against the rule
// in the domain, over a job that has an item of every status.
func TestFiltersSelectWhatTheRuleSays(t *testing.T) {
	ctx := context.Background()
	var statuses []galley.ItemStatus
	for _, s := range galleytest.ItemStatuses() {
		statuses = append(statuses, s)
		s.Warned = true
		for _, length := range []galley.OffLength{galley.LengthFits, galley.LengthShort, galley.LengthLong} {
			s.OffLength = length
			statuses = append(statuses, s)
		}
	}
	clock := galleytest.NewClock()
	s := storetest.Open(t, clock)
	shop := storetest.WithProducts(t, s, clock, galleytest.Products(len(statuses)))
	spec := galley.JobSpec{ShopID: shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	job, err := s.CreateJob(ctx, galley.Job{
		ShopID: shop.ID, Type: galley.JobBulkGeneration, Field: spec.Field, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: time.Now(),
	}, spec)
	require.NoError(t, err)
	storetest.Exec(t, s, "DROP TRIGGER items_state_moves")
	storetest.Exec(t, s, "DROP TRIGGER items_publish_state_moves")
	var counts galley.Counts
	toReview, pending := 0, 0
	for i, st := range statuses {
		storetest.Exec(t, s, "UPDATE items SET state = ?, publish_state = ?, decision = ?, since = ?, warned = ?, off_length = nullif(?, ''), alike = ?, rewrite = CASE WHEN ? THEN 'open' ELSE '' END, revision = 1 WHERE position = ?",
			st.State, st.Publish, st.Decision, st.Since, st.Warned, string(st.OffLength), st.Alike, st.Rewriting, i+1)
		counts.Add(st, 1)
		if st.PendingReview() {
			pending++
		}
		if st.ToReview() {
			toReview++
		}
	}

	for f := range galley.ItemFilters() {
		t.Run(string(f), func(t *testing.T) {
			var want, got []galley.ItemID
			for i, st := range statuses {
				if f.Holds(st) {
					want = append(want, galley.NewItemID(job, i+1))
				}
			}
			page, err := s.Items(ctx, galley.ItemQuery{JobID: job, Filter: f, Limit: 1000})
			require.NoError(t, err)
			for _, it := range page.Items {
				got = append(got, it.ID)
			}
			require.NotEmpty(t, want)
			require.Equal(t, want, got)
			require.Equal(t, len(want), page.Total)
		})
	}
	found, err := s.Job(ctx, job)
	require.NoError(t, err)
	require.Equal(t, counts, found.Counts)
	overview, err := s.ShopOverview(ctx, shop.ID)
	require.NoError(t, err)
	require.Equal(t, toReview, overview.ToReview)
	require.Equal(t, pending, overview.PendingReview)
	inbox, err := s.Inbox(ctx, galley.InboxQuery{})
	require.NoError(t, err)
	require.Equal(t, toReview, inbox.Left)
}
