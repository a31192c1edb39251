package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// alterations change a text behind Galley's back, as a failing disk or another
// program does.
var alterations = map[string]struct{ change, found string }{
	"a draft":                     {"UPDATE items SET content = content || '!', content_sha256 = upper(content_sha256) WHERE job_id = 1 AND position = 1", "the draft 1/1 is not the text that was saved"},
	"a revision":                  {"UPDATE revisions SET content = 'another' WHERE item_row = (SELECT row_id FROM items WHERE job_id = 1 AND position = 2)", "the revision 1 of draft 1/2 is not the text that was saved"},
	"the ledger's text":           {"DROP TRIGGER ledger_no_update; UPDATE ledger SET after = 'another' WHERE number = 1", "the text of ledger entry 1 is not the text that was saved"},
	"the ledger's earlier text":   {"DROP TRIGGER ledger_no_update; UPDATE ledger SET before = 'another' WHERE number = (SELECT min(number) FROM ledger WHERE before_sha256 <> '')", "the earlier text of ledger entry"},
	"what an undo would put back": {"UPDATE publications SET before = 'another' WHERE id = (SELECT min(publication_id) FROM ledger WHERE before_sha256 <> '')", "the earlier text of publication"},
	"a text that was taken out":   {"DROP TRIGGER ledger_no_update; UPDATE ledger SET after = NULL WHERE number = 1", "the text of ledger entry 1 is not the text that was saved"},
}

func TestFindsTextsThatWereAltered(t *testing.T) {
	for name, alteration := range alterations {
		t.Run(name, func(t *testing.T) {
			path := dataFileOf(t, 6)
			s := opened(t, path)
			health, err := s.Examine(t.Context())
			require.NoError(t, err)
			require.NoError(t, health.Err())
			require.Equal(t, []string{"0"}, texts(t, raw(t, path), "SELECT (SELECT count(*) FROM items WHERE content_sha256 IS NULL AND content <> '') + (SELECT count(*) FROM revisions WHERE content_sha256 IS NULL)"),
				"texts from before there were checksums have theirs")

			file := raw(t, path)
			_, err = file.ExecContext(t.Context(), alteration.change)
			require.NoError(t, err)
			health, err = s.Examine(t.Context())
			require.NoError(t, err)
			require.Equal(t, galley.CodeStorage, galley.CodeOf(health.Err()))
			require.Contains(t, health.Err().Error(), alteration.found)
		})
	}
}

func TestRefusesATextWithoutItsChecksum(t *testing.T) {
	path := dataFileOf(t, 6)
	s, err := store.Open(t.Context(), path, galleytest.NewClock())
	require.NoError(t, err)
	require.NoError(t, s.Close())
	_, err = raw(t, path).ExecContext(t.Context(), "UPDATE items SET content = 'another' WHERE job_id = 1 AND position = 1")
	require.ErrorContains(t, err, "a text was changed without its checksum")
}
