package wire_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// Two endpoints note the keys that they are sent.
func TestEnvironmentKeyStaysWithItsEndpoint(t *testing.T) {
	note := func(keyed *atomic.Int64) *httptest.Server {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "" {
				keyed.Add(1)
			}
			http.Error(w, `{"error":{"message":"no"}}`, http.StatusForbidden)
		}))
		t.Cleanup(server.Close)
		return server
	}
	var own, other atomic.Int64
	owner, stranger := note(&own), note(&other)
	t.Setenv("GALLEY_WRITER_API_KEY", "sk-env")
	t.Setenv("GALLEY_WRITER_BASE_URL", owner.URL+"/v1")
	w := wiretest.Open(t, wire.Options{})
	try := func(address string) {
		w.Set(map[string]string{"writer.kind": "openai", "writer.model": "m", "writer.base_url": address + "/v1"})
		_, _ = w.Runner.TestWriter(t.Context(), nil) // both refuse
	}
	try(stranger.URL)
	require.Zero(t, other.Load(), "a setting that names another endpoint gets no key")
	try(owner.URL)
	require.Positive(t, own.Load())
}
