package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// asBrowser are the headers of a browser in which a person opens an address.
var asBrowser = map[string]string{"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none"}

func (s served) token() string { return strings.TrimPrefix(s.url, s.base+"?token=") }

// openSession does what the page does with the token in its address.
func (s served) openSession(t *testing.T, c *http.Client) reply {
	t.Helper()
	body, err := json.Marshal(map[string]string{"token": s.token()})
	require.NoError(t, err)
	return s.send(t, c, http.MethodPost, "session", string(body), map[string]string{"Content-Type": "application/json", "Origin": s.origin(), "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"})
}

func (s served) origin() string { return strings.TrimSuffix(s.base, "/") }

func sessionOf(t *testing.T, r reply) string {
	t.Helper()
	require.Equal(t, http.StatusOK, r.status, r.body)
	var answer struct{ Session string }
	require.NoError(t, json.Unmarshal([]byte(r.body), &answer))
	require.Len(t, answer.Session, 26)
	return answer.Session
}

func TestBrowserOpensASessionWithoutACookieForTheHost(t *testing.T) {
	s := serve(t)
	c := browser(t)
	r := s.send(t, c, http.MethodGet, "?token="+s.token(), "", asBrowser)
	require.Equal(t, http.StatusOK, r.status)
	require.Contains(t, r.body, "<title>Galley</title>")
	require.Empty(t, r.header.Get("Set-Cookie"), "opening the address in a browser sets no cookie and uses no token")

	session := sessionOf(t, s.openSession(t, c))
	require.NotEqual(t, s.token(), session)
	bearer := map[string]string{"Authorization": "Bearer " + session, "Content-Type": "application/json", "Origin": s.origin(), "Sec-Fetch-Site": "same-origin"}
	require.Equal(t, http.StatusOK, s.send(t, browser(t), http.MethodPost, "rpc/Version", "[]", bearer).status)
	require.Equal(t, http.StatusUnauthorized, s.send(t, c, http.MethodPost, "rpc/Version", "[]", with(bearer, "Authorization", "")).status, "the browser's cookies open no call")

	again := s.openSession(t, browser(t))
	require.Equal(t, http.StatusUnauthorized, again.status)
	code, message, _ := problem(t, again)
	require.Equal(t, "address_used", code)
	require.Contains(t, message, "works once")
}

// Another program listens on another port of this machine, and a page of Galley
// loads a picture from there: the browser sends its cookies for 127.0.0.1.
func TestOtherLocalPortsReceiveNoCredentials(t *testing.T) {
	var received []http.Header
	hostile := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { received = append(received, r.Header.Clone()) }))
	defer hostile.Close()
	require.Contains(t, hostile.URL, "127.0.0.1")

	s := serve(t)
	c := browser(t)
	s.send(t, c, http.MethodGet, "?token="+s.token(), "", asBrowser)
	session := sessionOf(t, s.openSession(t, c))
	for _, path := range []string{"/a.png", "/", "/rpc/Version", "/data/products", "/events", "/session", "/demo/files/1.png", "/demo/../rpc/Version", "/demo/%2e%2e/rpc/x"} {
		get(t, c, hostile.URL+path)
	}
	require.Len(t, received, 9)
	for _, header := range received {
		require.Empty(t, header.Get("Authorization"))
		require.NotContains(t, header.Get("Cookie"), session)
		require.NotContains(t, header.Get("Cookie"), s.token())
		for _, ask := range []struct{ method, path string }{
			{"POST", "rpc/Version"}, {"GET", "data/products"}, {"GET", "data/ledger?format=csv"}, {"GET", "events"}, {"POST", "session"},
			{"POST", "demo/../rpc/Version"}, {"POST", "demo/%2e%2e/rpc/Version"}, {"POST", "demo/files/1.png"}, {"POST", "demo/admin/api/2026-10/graphql.json"},
		} {
			replay := map[string]string{"Content-Type": "application/json"}
			for name := range header {
				replay[name] = header.Get(name)
			}
			for value := range strings.SplitSeq(header.Get("Cookie"), "=") { // and its parts, in place of a session
				r := s.send(t, browser(t), ask.method, ask.path, "[]", with(replay, "Authorization", "Bearer "+value))
				require.NotEqual(t, http.StatusOK, r.status, "%s %s with %v", ask.method, ask.path, header)
			}
			r := s.send(t, browser(t), ask.method, ask.path, "[]", replay)
			require.NotEqual(t, http.StatusOK, r.status, "%s %s with %v", ask.method, ask.path, header)
		}
	}
}

func TestBrowserCookieOpensOnlyDemoShopPages(t *testing.T) {
	s := serve(t)
	c := browser(t)
	sessionOf(t, s.openSession(t, c))
	at, err := url.Parse(s.base)
	require.NoError(t, err)
	require.Empty(t, c.Jar.Cookies(at), "no cookie is for the whole host")
	cookies := c.Jar.Cookies(at.JoinPath("demo/files/1.png"))
	require.Len(t, cookies, 1)
	require.NotEqual(t, http.StatusUnauthorized, get(t, c, s.base+"demo/products/none").status)
	require.Equal(t, http.StatusUnauthorized, get(t, browser(t), s.base+"demo/products/none").status)
	for _, path := range []string{"data/products", "events", "rpc/Version"} {
		r := s.send(t, browser(t), http.MethodGet, path, "", map[string]string{"Cookie": cookies[0].Name + "=" + cookies[0].Value})
		require.Equal(t, http.StatusUnauthorized, r.status, path)
	}
}

// On [::1], another program can have the same port under the name localhost,
// and browsers store a page's data by name and port.
func TestPagesAreShownUnderOneName(t *testing.T) {
	s := serve(t)
	r := s.send(t, browser(t), http.MethodGet, "?token="+s.token(), "", with(asBrowser, "Host", "localhost:"+s.port()))
	require.Equal(t, http.StatusTemporaryRedirect, r.status)
	require.Equal(t, s.url, r.header.Get("Location"))
	sessionOf(t, s.openSession(t, browser(t)))
}

func TestSessionsAreOpenedByAJSONPostOfThisPage(t *testing.T) {
	s := serve(t)
	body := `{"token":"` + s.token() + `"}`
	for _, ask := range []struct {
		method, body string
		header       map[string]string
		status       int
	}{
		{"GET", "", nil, http.StatusMethodNotAllowed},
		{"HEAD", "", nil, http.StatusMethodNotAllowed},
		{"PUT", body, map[string]string{"Content-Type": "application/json"}, http.StatusMethodNotAllowed},
		{"POST", body, map[string]string{"Content-Type": "text/plain"}, http.StatusMethodNotAllowed},
		{"POST", body, map[string]string{"Content-Type": "application/json", "Origin": "https://evil.example"}, http.StatusForbidden},
		{"POST", body, map[string]string{"Content-Type": "application/json", "Sec-Fetch-Site": "same-site"}, http.StatusForbidden},
		{"POST", body, map[string]string{"Content-Type": "application/json", "Host": "evil.example"}, http.StatusForbidden},
		{"POST", `{"token":"x"}`, map[string]string{"Content-Type": "application/json"}, http.StatusUnauthorized},
		{"POST", `{}`, map[string]string{"Content-Type": "application/json"}, http.StatusUnauthorized},
		{"POST", `[`, map[string]string{"Content-Type": "application/json"}, http.StatusBadRequest},
		{"POST", `{"token":"` + strings.Repeat("x", 8<<10) + `"}`, map[string]string{"Content-Type": "application/json"}, http.StatusRequestEntityTooLarge},
	} {
		r := s.send(t, browser(t), ask.method, "session", ask.body, ask.header)
		require.Equal(t, ask.status, r.status, "%s %v", ask.method, ask.header)
		require.Empty(t, r.header.Get("Set-Cookie"))
	}
	sessionOf(t, s.openSession(t, browser(t)))
}
