package llm

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

// An answer that unpacks to half a gigabyte is cut at the read limit, which
// counts unpacked bytes.
func TestLimitsUnpackedSizeOfAnswer(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(galleytest.Bomb))
	t.Cleanup(server.Close)
	c := New(Config{BaseURL: server.URL, Model: "m"})
	t.Cleanup(c.Close)

	var err error
	used := galleytest.Allocated(func() { _, err = c.Write(galleytest.Paid(t.Context()), galley.WriteRequest{Field: galley.FieldTitle}) })
	require.Equal(t, galley.CodeWriterFailed, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "far too much")
	require.Less(t, used, uint64(16*maxAnswer))
}
