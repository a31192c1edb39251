package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// An import that was done before other searches were kept is there as before, and
// can be taken back.
func TestUpgradeKeepsImportsOfKeyphrases(t *testing.T) {
	path := filepath.Join(t.TempDir(), store.FileName)
	migrateTo(t, path, 37, `INSERT INTO shops (id, name, kind, domain, endpoint, currency, created_at)
		VALUES ('s1', 'Shop', 'demo', 'demo', '', 'EUR', 1);
		INSERT INTO keyphrases (shop_id, place_kind, place_id, language, phrase, source, person, set_at, clicks, impressions, place)
		VALUES ('s1', 'product', 'p1', '', 'oak lamp', 'imported', 'old.csv', 1, 4, 9, 2.5);
		INSERT INTO keyphrase_imports (id, shop_id, file, person, created_at, taken) VALUES (7, 's1', 'old.csv', 'Ada', 1, 1);
		INSERT INTO keyphrase_import_changes (import_id, place_kind, place_id, language, phrase, earlier)
		VALUES (7, 'product', 'p1', '', 'oak lamp', '');`)
	s, err := store.Open(context.Background(), path, galleytest.NewClock())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	latest, err := s.LatestKeyphraseImport(t.Context(), "s1")
	require.NoError(t, err)
	require.Equal(t, int64(7), latest.ID)
	require.Empty(t, latest.Unknown)
	found, err := s.KeyphraseQueries(t.Context(), "s1", galley.PlaceProduct, []string{"p1"}, "")
	require.NoError(t, err)
	require.Empty(t, found)
	done, err := s.TakeBackKeyphraseImport(t.Context(), "s1", 7)
	require.NoError(t, err)
	require.Len(t, done.Restored, 1)
}
