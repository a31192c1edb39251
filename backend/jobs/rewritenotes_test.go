package jobs_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// A written request is told with the draft that it replaced until a person decides.
func TestWrittenRequestIsTold(t *testing.T) {
	d, job, _ := written(t, 2)
	d.regenerate(job, "shorter", 1, 2)
	d.work()
	require.Equal(t, 1, d.item(job, 1).Rewrite.Revision)
	_, err := d.store.Decide(t.Context(), job.ID, []galley.ItemAt{{ID: galley.NewItemID(job.ID, 1), Revision: 2}}, galley.DecisionApproved)
	require.NoError(t, err)
	require.Nil(t, d.item(job, 1).Rewrite)
	require.NotNil(t, d.item(job, 2).Rewrite)
}

// The notes of people are kept by shop, each once, and not too many.
func TestNotesToChooseFrom(t *testing.T) {
	d, job, _ := written(t, galley.LastNotes+4)
	notes := func() galley.RewriteNotes {
		found, err := d.Notes(t.Context(), job.ShopID)
		require.NoError(t, err)
		return found
	}
	require.Equal(t, galley.RewriteNotes{Last: []string{}, House: []string{}}, notes())
	d.regenerate(job, " shorter ", 1)
	d.regenerate(job, "shorter", 2)
	d.regenerate(job, "", 3)
	require.Equal(t, []string{"shorter"}, notes().Last)
	for i := range galley.LastNotes + 1 {
		d.regenerate(job, fmt.Sprintf("note %d", i), i+4)
	}
	got := notes().Last
	require.Len(t, got, galley.LastNotes)
	require.Len(t, slices.Compact(slices.Sorted(slices.Values(got))), galley.LastNotes)

	_, err := d.Notes(t.Context(), "9999")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
