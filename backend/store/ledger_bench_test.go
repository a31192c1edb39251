package store_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// manyEntries is what a busy agency writes in years.
const manyEntries = 1_000_000

func BenchmarkActivity(b *testing.B) {
	path := filepath.Join(b.TempDir(), store.FileName)
	s, err := store.Open(b.Context(), path, galleytest.NewClock())
	require.NoError(b, err)
	defer func() { require.NoError(b, s.Close()) }()
	_, err = raw(b, path).Exec(`WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT 1 + i FROM counted WHERE i < ?)
		INSERT INTO ledger (at, publication_id, decided_at, kind, again, undoes, result, shop_id, shop_name, shop_domain, item_id, place_id,
			place_handle, place_title, image_of, field, person, written_by, model, prompt_version, request_id, attempts, error_code,
			error_message, before_known, before, after, live_known, live)
		SELECT i, 'p' || i, 1, iif(i % 9, 'publish', 'undo'), 0, '', iif(i % 50, 'written', 'conflict'), 's', 'Shop', '', '1/' || i, 'g' || i,
			'lamp-' || i, 'Lamp ' || i, '', 'title', 'Ada', 'm', 'm', 'v', 'r', 1, '', '', 1, 'before', 'after', 1, 'after' FROM counted`, manyEntries)
	require.NoError(b, err)
	for name, q := range map[string]galley.ActivityQuery{
		"first":    {Filter: galley.ActivityAll},
		"middle":   {Filter: galley.ActivityAll, Offset: manyEntries / 2},
		"conflict": {Filter: galley.ActivityConflict, Offset: 1000},
		"search":   {Filter: galley.ActivityAll, Search: "lamp 9999"},
	} {
		q.ShopID, q.Limit = "s", 100
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				page, err := s.Activity(b.Context(), q)
				require.NoError(b, err)
				require.NotEmpty(b, page.Entries)
			}
		})
	}
}
