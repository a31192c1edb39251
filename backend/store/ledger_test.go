package store_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

const entryOfTest = `INTO ledger (number, at, publication_id, decided_at, kind, again, undoes, result, shop_id, shop_name, shop_domain,
	item_id, place_id, place_handle, place_title, image_of, field, person, written_by, model, prompt_version, request_id,
	attempts, error_code, error_message, before_known, live_known)
	VALUES (1, 1, 'p1', 1, 'publish', 0, '', 'written', 's1', 'Quillmoor', 'quillmoor.myshopify.com', '', 'g1', 'lamp', 'Lamp', '', 'title',
	'Ada', 'Ada', '', '', '', 1, '', '', 1, 1)`

func TestLedgerCannotBeEdited(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	db := raw(t, path)
	_, err = db.Exec("INSERT " + entryOfTest)
	require.NoError(t, err)
	before, err := s.Activity(t.Context(), galley.ActivityQuery{Filter: galley.ActivityAll, Limit: 10})
	require.NoError(t, err)
	require.Len(t, before.Entries, 1)

	for _, edit := range []string{
		"UPDATE ledger SET person = 'Nobody'", "DELETE FROM ledger", "INSERT OR REPLACE " + entryOfTest, "REPLACE " + entryOfTest,
		"UPDATE OR REPLACE ledger SET number = 2",
	} {
		_, err := db.Exec(edit)
		require.ErrorContains(t, err, "the ledger is never edited", edit)
	}
	after, err := s.Activity(t.Context(), galley.ActivityQuery{Filter: galley.ActivityAll, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, before, after)
}
