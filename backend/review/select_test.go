package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestSelectsItemsForAnAction(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	got, err := d.SelectItems(bg, galley.ItemSelection{JobID: d.job, Action: galley.ActRetry})
	require.NoError(t, err)
	require.Equal(t, 4, got.Total)
	require.Len(t, got.Items, 1, "the failed one")
	for _, sel := range []galley.ItemSelection{
		{JobID: d.job, Action: "dance"},
		{JobID: d.job, Action: galley.ActDecide, Filter: "nice"},
		{JobID: d.job, Action: galley.ActDecide, Except: []galley.ItemID{"999/1"}},
	} {
		_, err := d.SelectItems(bg, sel)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
	_, err = d.SelectItems(bg, galley.ItemSelection{JobID: "999", Action: galley.ActDecide})
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
