package store_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// TestUpgradeMeasuresDrafts: drafts from before version 44 are measured once, by
// the profile of their job, and nothing else of them changes.
func TestUpgradeMeasuresDrafts(t *testing.T) {
	path := dataFileAt(t, 37, `UPDATE jobs SET profile = '{"lengths":[{"field":"title","min":0,"max":3}]}' WHERE field = 'title'`)
	s := upgraded(t, path)

	jobs, err := s.Jobs(t.Context(), "")
	require.NoError(t, err)
	drafts := 0
	for _, job := range jobs {
		for filter, verdict := range map[galley.ItemFilter]galley.OffLength{galley.FilterShort: galley.LengthShort, galley.FilterLong: galley.LengthLong} {
			page, err := s.Items(t.Context(), galley.ItemQuery{JobID: job.ID, Filter: filter, Limit: 100})
			require.NoError(t, err)
			for _, item := range page.Items {
				drafts++
				require.Equal(t, verdict, checks.OfLength(job.Profile, job.Field, item.Content), string(item.ID))
			}
		}
		short, long, err := s.OffLength(t.Context(), job.ID)
		require.NoError(t, err)
		require.Equal(t, texts(t, raw(t, path), "SELECT count(*) FROM items WHERE off_length IN ('short', 'long') AND job_id = "+string(job.ID))[0], strconv.Itoa(short+long))
	}
	require.Positive(t, drafts)
	require.Equal(t, []string{"0"}, texts(t, raw(t, path), "SELECT count(*) FROM items WHERE state = 'generated' AND off_length IS NULL"))
}

// Up to version 65, a meta description that was too wide counted as too long.
func TestUpgradeMeasuresLongMetaDescriptionsAgain(t *testing.T) {
	path := dataFileAt(t, 65, "UPDATE items SET field = 'meta_description', off_length = 'long' WHERE field = 'title' AND state = 'generated'")
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
	of := " FROM items WHERE field = 'meta_description' AND state = 'generated' ORDER BY row_id"
	lengths := texts(t, raw(t, path), "SELECT off_length"+of)
	require.NotEmpty(t, lengths)
	for i, content := range texts(t, raw(t, path), "SELECT content"+of) {
		require.Equal(t, string(checks.OfLength(galley.Profile{}, galley.FieldMetaDescription, content)), lengths[i])
	}
	require.NotContains(t, lengths, string(galley.LengthLong))
}
