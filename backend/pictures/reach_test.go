package pictures

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func noOne(context.Context, string) bool { return false }

// insider is a server that a shop must not make Galley request.
func insider(t *testing.T) (port string, asked *atomic.Int32) {
	asked = &atomic.Int32{}
	address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		_, _ = w.Write(encodePNG(t, solid(8, 8, red)))
	})
	return address[strings.LastIndex(address, ":"):], asked
}

func TestPictureOfShopCannotReachPrivateAddress(t *testing.T) {
	port, asked := insider(t)
	f := fetcherFor(t, noOne)
	for _, host := range []string{
		"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::]", "127.0.0.53",
		"10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "[::ffff:169.254.169.254]", "[fe80::1]", "[fd00:ec2::254]", "100.100.100.200", "224.0.0.1", "255.255.255.255",
	} {
		_, err := f.Picture(t.Context(), "http://"+host+port+"/latest/meta-data.png", 100)
		require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err), host)
	}
	_, err := f.Picture(t.Context(), "http://127.0.0.1"+port+"/a.png", 100)
	require.Contains(t, galley.MessageOf(err), "inside this network")
	require.Zero(t, asked.Load())
}

func TestShopAddressMayBePrivateButRedirectsMayNot(t *testing.T) {
	port, asked := insider(t)
	shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/lured.png" {
			http.Redirect(w, r, "http://127.0.0.1"+port+"/a.png", http.StatusFound)
			return
		}
		_, _ = w.Write(encodePNG(t, solid(8, 8, red)))
	}))
	t.Cleanup(shop.Close)
	own := strings.TrimPrefix(shop.URL, "http://")
	f := fetcherFor(t, func(_ context.Context, host string) bool { return host == own })
	_, err := f.Picture(t.Context(), shop.URL+"/shoe.png", 100)
	require.NoError(t, err)
	_, err = f.Picture(t.Context(), shop.URL+"/lured.png", 100)
	require.Contains(t, galley.MessageOf(err), "inside this network")
	require.Zero(t, asked.Load())
}

// Behind a proxy, Galley resolves no names but still checks addresses.
func TestProxyDoesNotReachPrivateAddresses(t *testing.T) {
	port, asked := insider(t)
	proxy, err := url.Parse("http://127.0.0.1" + port)
	require.NoError(t, err)
	r := newReach(noOne)
	t.Cleanup(r.CloseIdleConnections)
	r.proxy = func(*http.Request) (*url.URL, error) { return proxy, nil }
	ask := func(address string) error {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		require.NoError(t, err)
		resp, err := r.RoundTrip(req)
		if err == nil {
			require.NoError(t, resp.Body.Close())
		}
		return err
	}
	require.ErrorIs(t, ask("http://169.254.169.254/latest"), errInside)
	require.ErrorIs(t, ask("http://[::ffff:10.0.0.1]/a.png"), errInside)
	require.Zero(t, asked.Load())
	require.NoError(t, ask("http://pictures.example/a.png"))
	require.EqualValues(t, 1, asked.Load(), "the proxy itself may be inside")
}

func TestPublicAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"23.227.38.32": true, "8.8.8.8": true, "2606:4700::1": true, "172.32.0.1": true, "100.63.0.1": true, "192.169.0.1": true,
		"0.1.2.3": false, "10.1.2.3": false, "100.64.0.1": false, "127.9.9.9": false, "169.254.1.1": false, "172.31.255.255": false, "192.0.0.8": false,
		"192.168.0.1": false, "198.18.0.1": false, "224.0.0.251": false, "240.0.0.1": false, "255.255.255.255": false,
		"::": false, "::1": false, "fe80::1%eth0": false, "fc00::1": false, "ff02::1": false, "::ffff:192.168.0.1": false,
		"64:ff9b::a9fe:a9fe": false, "2002:7f00:1::": false, "2001:0:1::": false,
	} {
		require.Equal(t, want, isPublic(netip.MustParseAddr(address)), address)
	}
}
