package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/web"
)

func TestPrintedAddressSignsOneScriptIn(t *testing.T) {
	s := serve(t)

	first := browser(t)
	r := get(t, first, s.url)
	require.Equal(t, http.StatusSeeOther, r.status)
	require.Equal(t, "/", r.header.Get("Location"))
	cookie := r.header.Get("Set-Cookie")
	require.Contains(t, cookie, "; HttpOnly")
	require.Contains(t, cookie, "; SameSite=Strict")
	require.NotContains(t, cookie, strings.TrimPrefix(s.url, s.base+"?token="), "the session is not the token")
	require.Equal(t, http.StatusOK, get(t, first, s.base).status)
	require.Equal(t, http.StatusSeeOther, get(t, first, s.url).status, "the same browser may open it again")

	second := browser(t)
	r = get(t, second, s.url)
	require.Equal(t, http.StatusUnauthorized, r.status)
	require.Contains(t, r.body, "it works once")
	require.Empty(t, r.header.Get("Set-Cookie"))
	require.Equal(t, http.StatusUnauthorized, get(t, second, s.base).status)
}

func TestRequestsWithoutSessionAreRefused(t *testing.T) {
	s := serve(t)
	stranger := browser(t)
	for _, path := range []string{"", "icon.svg", "assets/index-1a2b3.js", "demo/files/1.png", "?token=guessed", "?token="} {
		r := get(t, stranger, s.base+path)
		require.Equal(t, http.StatusUnauthorized, r.status, path)
		require.Contains(t, r.header.Get("Content-Type"), "text/html", path)
	}
	for _, path := range []string{"data/products", "events", "rpc/Version"} {
		r := get(t, stranger, s.base+path)
		require.Equal(t, http.StatusUnauthorized, r.status, path)
		code, message, _ := problem(t, r)
		require.Equal(t, "signed_out", code)
		require.Contains(t, message, "galley serve")
	}
	require.Equal(t, http.StatusUnauthorized, call(t, stranger, s.base+"rpc/Version", "[]").status)
	require.Equal(t, http.StatusSeeOther, get(t, stranger, s.url).status, "guesses do not use the token up")
}

func TestForeignHostsAndOriginsAreRefused(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	port := s.base[strings.LastIndex(s.base, ":") : len(s.base)-1]
	for name, test := range map[string]struct {
		method, host string
		header       map[string]string
		status       int
	}{
		"its own address":         {method: "GET", status: 200},
		"localhost":               {method: "GET", host: "localhost" + port, status: 401}, // cookies belong to the other name
		"a name that rebinds":     {method: "GET", host: "evil.example" + port, status: 403},
		"another port":            {method: "GET", host: "127.0.0.1:1", status: 403},
		"its own page":            {method: "POST", header: map[string]string{"Origin": s.base[:len(s.base)-1], "Sec-Fetch-Site": "same-origin"}, status: 200},
		"another site":            {method: "POST", header: map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, status: 403},
		"another port's page":     {method: "POST", header: map[string]string{"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"}, status: 403},
		"an old browser's origin": {method: "POST", header: map[string]string{"Origin": "http://127.0.0.1:1"}, status: 403},
		"an origin without name":  {method: "POST", header: map[string]string{"Origin": "null"}, status: 403},
	} {
		t.Run(name, func(t *testing.T) {
			path := ""
			if test.method == "POST" {
				path = "rpc/Version"
			}
			r, err := http.NewRequestWithContext(t.Context(), test.method, s.base+path, strings.NewReader("[]"))
			require.NoError(t, err)
			r.Host = test.host
			r.Header.Set("Content-Type", "application/json")
			for name, value := range test.header {
				r.Header.Set(name, value)
			}
			client := c
			if test.host != "" { // a browser would send no cookie to another name
				client = browser(t)
			}
			got := do(t, client, r)
			require.Equal(t, test.status, got.status)
			require.Empty(t, got.header.Get("Access-Control-Allow-Origin"))
		})
	}
}

func TestEveryAnswerCarriesThePolicy(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for _, path := range []string{"", "icon.svg", "data/nothing", "rpc/None"} {
		h := get(t, c, s.base+path).header
		require.Contains(t, h.Get("Content-Security-Policy"), "script-src 'self';", path)
		require.Contains(t, h.Get("Content-Security-Policy"), "frame-ancestors 'none'", path)
		require.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), path)
		require.Equal(t, "no-referrer", h.Get("Referrer-Policy"), path)
	}
}

func TestOnlyThisMachineIsListenedOn(t *testing.T) {
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "example.org:0", "127.0.0.1", ""} {
		_, err := web.Listen(t.Context(), address, false)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), address)
	}
	server, err := web.Listen(t.Context(), "localhost:0", false)
	require.NoError(t, err)
	address, _, found := strings.Cut(server.URL(), "/?")
	require.True(t, found)
	taken := strings.TrimPrefix(address, "http://")
	_, err = web.Listen(t.Context(), taken, false)
	require.Equal(t, galley.CodeCannotRun, galley.CodeOf(err))
	require.NoError(t, server.Close())
}
