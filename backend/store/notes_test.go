package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// The notes that a data file of the version before has are there to choose from.
func TestUpgradeKeepsTheNotesOfPeople(t *testing.T) {
	path := dataFileAt(t, 44, `UPDATE revisions SET note = 'Shorter', created_at = 5000
WHERE item_row = (SELECT min(item_row) FROM revisions) AND number = 1;`)
	s := opened(t, path)
	file := raw(t, path)
	shop := texts(t, file, "SELECT j.shop_id FROM jobs j JOIN items i ON i.job_id = j.id WHERE i.row_id = (SELECT min(item_row) FROM revisions)")
	require.NotEmpty(t, shop)
	notes, err := s.LastNotes(t.Context(), galley.ShopID(shop[0]))
	require.NoError(t, err)
	require.Contains(t, notes, "Shorter")
}
