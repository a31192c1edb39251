package llm

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

func TestLocalAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.8.9.1": true, "::1": true, "10.1.2.3": true, "172.16.0.1": true, "192.168.1.7": true, "fd00::1": true,
		"169.254.1.1": true, "fe80::1%eth0": true, "100.101.102.103": true, "::ffff:10.0.0.1": true, "0.0.0.0": true,
		"203.0.113.7": false, "8.8.8.8": false, "172.32.0.1": false, "100.128.0.1": false, "::ffff:8.8.8.8": false,
		"2001:db8::1": false, "2002:0a00:0001::1": false, "64:ff9b::808:808": false,
	} {
		require.Equal(t, want, isLocal(netip.MustParseAddr(address)), address)
		require.Equal(t, want, isLocalName(address), address)
	}
	for name, want := range map[string]bool{"localhost": true, "a.localhost": true, "mac.local": true, "LOCALHOST.": true, "llm.example": false, "local": false, "localhost.evil.example": false} {
		require.Equal(t, want, isLocalName(name), name)
	}
}

// The refusal comes before a connection is made, so none of these is reached.
func TestPlainHTTPToAPublicAddressIsRefused(t *testing.T) {
	for _, address := range []string{"http://203.0.113.7/v1", "http://203.0.113.7:8080", "http://[2001:db8::1]/v1"} {
		_, err := New(Config{BaseURL: address, Model: "m", Key: testKey}).Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.Equal(t, galley.CodeWriterModel, galley.CodeOf(err), address)
		require.Contains(t, galley.MessageOf(err), "https://")
		require.NotContains(t, err.Error(), testKey)
	}
}

func TestPlainHTTPOnThisMachineIsSent(t *testing.T) {
	server := httptest.NewServer(llmtest.New(llmtest.Options{}))
	defer server.Close()
	c := New(Config{BaseURL: server.URL, Model: llmtest.Model, Key: testKey})
	defer c.Close()
	_, err := c.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(t, err)
}

func TestProxyIsSentNoPlainRequestForAPublicName(t *testing.T) {
	asked := 0
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	require.NoError(t, err)
	client := newHTTPClient(nil, 1)
	defer client.CloseIdleConnections()
	reading, ok := client.Transport.(readingTransport)
	require.True(t, ok)
	counting, ok := reading.next.(counterTransport)
	require.True(t, ok)
	bounded, ok := counting.next.(boundedTransport)
	require.True(t, ok)
	within, ok := bounded.next.(*plainWithin)
	require.True(t, ok)
	within.proxy = func(*http.Request) (*url.URL, error) { return at, nil }
	for address, refused := range map[string]bool{"http://llm.example/v1": true, "http://model.local/v1": false} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		require.NoError(t, err)
		answer, err := client.Do(req)
		if refused {
			require.ErrorIs(t, err, errPlainPublic)
			continue
		}
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
	}
	require.Equal(t, 1, asked)
}
