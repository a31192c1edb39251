package shopify

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/galleytest"
)

// An answer that unpacks to half a gigabyte is cut at the read limit, which
// counts unpacked bytes.
func TestLimitsUnpackedSizeOfAnswer(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(galleytest.Bomb))
	t.Cleanup(server.Close)
	c, err := New(Config{Endpoint: server.URL, Token: "shpat_x", Retries: -1})
	require.NoError(t, err)
	t.Cleanup(c.Close)

	used := galleytest.Allocated(func() { _, _, err = c.post(t.Context(), "shpat_x", parcel{body: []byte("{}")}) })
	require.ErrorIs(t, err, errTooLarge)
	require.Less(t, used, uint64(8*maxAnswer))
}
