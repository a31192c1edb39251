package pictures

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// gate replaces the network and records what would be requested.
type gate struct{ asked []*http.Request }

func (g *gate) RoundTrip(r *http.Request) (*http.Response, error) {
	g.asked = append(g.asked, r)
	return nil, errors.New("no network")
}

// FuzzAddress: an address from a shop is requested over HTTP or not at all.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{
		"https://cdn.example/a.png?v=1", "http://127.0.0.1:1/a", "file:///etc/passwd", "//host/a", "https:///a", "javascript:alert(1)", "http://[::1", "data:,", "HTTP://host", "https://host:port", "\x7f",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		network := &gate{}
		fetcher := New(nil)
		fetcher.client.Transport = network
		_, err := fetcher.Picture(context.Background(), address, 64)
		require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err))
		for _, r := range network.asked {
			require.Contains(t, []string{"http", "https"}, r.URL.Scheme)
			require.NotEmpty(t, r.URL.Hostname())
		}
	})
}
