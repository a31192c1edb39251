package templatewriter_test

import (
	"crypto/sha256"
	"encoding/hex"
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
// here.
func TestAVersionIsOneSetOfPatterns(t *testing.T) {
	sum := sha256.New()
	for _, p := range products(t, catalogue.Files) {
		for _, req := range requests(p) {
			written, _, err := writing.New(nil).Draft(context(), templatewriter.New(), req)
			if !galley.HasCode(err, galley.CodeWriterFacts) {
				require.NoError(t, err)
			}
			_, err = io.WriteString(sum, written.Content+"\x00")
			require.NoError(t, err)
		}
	}
	require.Equal(t, "templates-2026-11.2 c63631552877ad87", templatewriter.Version+" "+hex.EncodeToString(sum.Sum(nil))[:16])
}
