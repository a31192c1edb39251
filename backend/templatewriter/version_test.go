package templatewriter_test

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/catalogue"
	"galley/backend/galley"
	"galley/backend/templatewriter"
	"galley/backend/writing"
)

// In the ledger, a version has to mean one set of patterns. A change of the
// patterns' output for the sample catalogue needs a new version; update both
// here. A new field gets its own line.
func TestVersionChangesWithPatterns(t *testing.T) {
	sums := map[galley.Field]hash.Hash{}
	for _, p := range products(t, catalogue.Files) {
		for _, req := range requests(p) {
			sum, begun := sums[req.Field]
			if !begun {
				sum = sha256.New()
				sums[req.Field] = sum
			}
			written, _, err := writing.New(nil).Draft(context(), templatewriter.New(), req)
			if !galley.HasCode(err, galley.CodeWriterFacts) {
				require.NoError(t, err)
			}
			_, err = io.WriteString(sum, written.Content+"\x00")
			require.NoError(t, err)
		}
	}
	require.Equal(t, "templates-2026-11.3", templatewriter.Version)
	got := map[galley.Field]string{}
	for field, sum := range sums {
		got[field] = hex.EncodeToString(sum.Sum(nil))[:16]
	}
	require.Equal(t, map[galley.Field]string{
		"title": "38de670c7cc94328", "description": "7c7e11207a028d32", "seo_title": "aa7efe3db80959b6",
		"meta_description": "a6ee3eaff27a242c", "alt_text": "96cd51f3e83abdbf",
		"collection_description":      "db29c4b371fe19a1",
		"collection_seo_title":        "93bbcb800d496cdd",
		"collection_meta_description": "e42bd88f9a09c486",
	}, got)
}
