package llm

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// An answer that unpacks to half a gigabyte is cut at the bound of what is
// read, which counts what is unpacked.
func TestAnAnswerThatUnpacksToMuchMoreIsCut(t *testing.T) {
	var part bytes.Buffer
	pack := gzip.NewWriter(&part)
	_, err := pack.Write(bytes.Repeat([]byte(" "), 1<<20))
	require.NoError(t, err)
	require.NoError(t, pack.Close())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "gzip")
		for range 512 {
			if _, err := w.Write(part.Bytes()); err != nil {
				return // nobody reads on
			}
		}
	}))
	t.Cleanup(server.Close)
	c := New(Config{BaseURL: server.URL, Model: "m"})
	t.Cleanup(c.Close)

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = c.Write(t.Context(), galley.WriteRequest{Field: galley.FieldTitle})
	runtime.ReadMemStats(&after)
	require.Equal(t, galley.CodeWriterFailed, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "far too much")
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(16*maxAnswer))
}
