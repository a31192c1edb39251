package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// overwriteRevisions damages a page that nothing reads when the file is opened.
func overwriteRevisions(t *testing.T, path string) {
	t.Helper()
	var page, size int64
	require.NoError(t, raw(t, path).QueryRowContext(t.Context(), "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'revisions'").Scan(&page, &size))
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	require.NoError(t, err)
	_, err = file.WriteAt(make([]byte, size), (page-1)*size)
	require.NoError(t, err)
	require.NoError(t, file.Close())
}

func TestExamineFindsWhatIsDamaged(t *testing.T) {
	for name, test := range map[string]struct {
		harm  func(t *testing.T, path string)
		fault string
	}{
		"nothing": {harm: func(*testing.T, string) {}},
		"a row without its shop": {
			harm: func(t *testing.T, path string) {
				t.Helper()
				_, err := raw(t, path).Exec("INSERT INTO images (shop_id, product_row, id, position, url, width, height) VALUES ('s', 99, 'i', 1, '', 0, 0)")
				require.NoError(t, err)
			},
			fault: "a row of images belongs to none of products",
		},
		"a page that was overwritten": {
			harm: func(t *testing.T, path string) {
				t.Helper()
				overwriteRevisions(t, path)
			},
			fault: "is damaged",
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), store.FileName)
			s, err := store.Open(t.Context(), path, galleytest.NewClock())
			require.NoError(t, err)
			require.NoError(t, s.Close())
			test.harm(t, path)

			s, err = store.Open(t.Context(), path, galleytest.NewClock())
			require.NoError(t, err)
			defer func() { require.NoError(t, s.Close()) }()
			health, err := s.Examine(t.Context())
			if err == nil {
				require.Positive(t, health.Version)
				err = health.Err()
			}
			if test.fault == "" {
				require.NoError(t, err)
				return
			}
			require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
			require.Contains(t, err.Error(), test.fault)
		})
	}
}
