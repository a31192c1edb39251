package web_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// send sends a request with a session, as a lured browser would.
func (s served) send(t *testing.T, c *http.Client, method, path, body string, header map[string]string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.base+path, strings.NewReader(body))
	require.NoError(t, err)
	for name, value := range header {
		if name == "Host" {
			r.Host = value
		}
		r.Header.Set(name, value)
	}
	return do(t, c, r)
}

func (s served) port() string { return s.base[strings.LastIndex(s.base, ":")+1 : len(s.base)-1] }

// A foreign name server may resolve its name to 127.0.0.1; then its page has
// the same origin as Galley except for the name.
func TestNamesThatRebindAreRefused(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for _, name := range []string{
		"evil.example", "evil.example.", "127.0.0.1.nip.io", "localhost.evil.example", "127.0.0.1.evil.example",
		"localhost.", "0.0.0.0", "127.1", "127.0.0.2", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "[::]", "169.254.169.254", "localhost@evil.example",
	} {
		for _, host := range []string{name + ":" + s.port(), name, name + ":80"} {
			for _, ask := range []struct{ method, path string }{{"GET", ""}, {"GET", "data/products"}, {"POST", "rpc/Version"}, {"GET", "?token=x"}} {
				r := s.send(t, c, ask.method, ask.path, "[]", map[string]string{"Host": host, "Content-Type": "application/json"})
				require.Contains(t, []int{http.StatusForbidden, http.StatusBadRequest}, r.status, "%s %s", host, ask.path)
				require.Empty(t, r.header.Get("Set-Cookie"))
			}
		}
	}
	for _, host := range []string{"127.0.0.1", "127.0.0.1:80", "localhost", "127.0.0.1:" + s.port() + "0"} {
		require.Equal(t, http.StatusForbidden, s.send(t, c, "GET", "", "", map[string]string{"Host": host}).status, host)
	}
}

// A page of another site, or of another port of this machine, whose requests
// carry the session. Browsers should withhold it, but nothing depends on that.
func TestForeignPagesAreRefused(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	own := "http://127.0.0.1:" + s.port()
	senders := map[string]map[string]string{
		"another site":           {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
		"another port":           {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
		"another name":           {"Origin": "http://localhost:" + s.port(), "Sec-Fetch-Site": "cross-site"},
		"another scheme":         {"Origin": "https://127.0.0.1:" + s.port(), "Sec-Fetch-Site": "cross-site"},
		"a sandboxed frame":      {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
		"a frame that lies":      {"Origin": own, "Sec-Fetch-Site": "cross-site"},
		"no word of its site":    {"Origin": "https://evil.example"},
		"an old browser's frame": {"Origin": "null"},
		"a picture":              {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"},
		"a script":               {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "script"},
	}
	for name, header := range senders {
		for _, kind := range []string{"application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""} {
			header["Content-Type"] = kind
			require.Equal(t, http.StatusForbidden, s.send(t, c, "POST", "rpc/Version", "[]", header).status, "%s, %s", name, kind)
		}
		for _, path := range []string{"data/products", "data/export?shop_id=x", "events", "rpc/Version"} {
			r := s.send(t, c, "GET", path, "", header)
			require.Equal(t, http.StatusForbidden, r.status, "%s, %s", name, path)
			require.Equal(t, "same-origin", r.header.Get("Cross-Origin-Resource-Policy"))
		}
		r := s.send(t, c, "GET", "events", "", with(header, "Upgrade", "websocket", "Connection", "Upgrade"))
		require.Equal(t, http.StatusForbidden, r.status, "there is no socket either")
	}
	link := map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
	require.Equal(t, http.StatusOK, s.send(t, c, "GET", "", "", link).status, "a link to Galley may be followed")
}

func with(header map[string]string, pairs ...string) map[string]string {
	all := maps.Clone(header)
	for i := 0; i < len(pairs); i += 2 {
		all[pairs[i]] = pairs[i+1]
	}
	return all
}

func TestForeignPagesMayNotRead(t *testing.T) {
	s := serve(t)
	for _, c := range []*http.Client{browser(t), s.signedIn(t)} {
		for _, path := range []string{"", "rpc/Version", "data/products", "events", "demo/files/1.png"} {
			r := s.send(t, c, "OPTIONS", path, "", map[string]string{
				"Origin": "https://evil.example", "Access-Control-Request-Method": "POST",
				"Access-Control-Request-Headers": "content-type", "Access-Control-Request-Private-Network": "true",
			})
			require.GreaterOrEqual(t, r.status, 400, path)
			for name := range r.header {
				require.False(t, strings.HasPrefix(name, "Access-Control-"), name)
			}
		}
	}
}

func TestOnlyAJSONPostCalls(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	own := map[string]string{"Origin": s.base[:len(s.base)-1], "Sec-Fetch-Site": "same-origin"}
	for _, method := range []string{"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"} {
		r := s.send(t, c, method, "rpc/Version", "[]", with(own, "Content-Type", "application/json"))
		require.Equal(t, http.StatusMethodNotAllowed, r.status, method)
	}
	for _, kind := range []string{"", "text/plain", "text/plain; application/json", "application/jsonp", "application/json, text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=application/json"} {
		require.Equal(t, http.StatusUnsupportedMediaType, s.send(t, c, "POST", "rpc/Version", "[]", with(own, "Content-Type", kind)).status, kind)
	}
	for _, path := range []string{"rpc/", "rpc/version", "rpc/Version/", "rpc/../Version", "rpc/%2e%2e/Version", "rpc//Version", "RPC/Version"} {
		require.NotEqual(t, http.StatusOK, s.send(t, c, "POST", path, "[]", with(own, "Content-Type", "application/json")).status, path)
	}
}

func TestSessionsCannotBeMadeUp(t *testing.T) {
	s, other := serve(t), serve(t)
	token := strings.TrimPrefix(s.url, s.base+"?token=")
	elsewhere := session(t, other)
	for _, cookie := range []string{
		"", "galley-" + s.port() + "=", "galley-" + s.port() + "=true", "galley-" + s.port() + "=" + token,
		"galley-" + other.port() + "=" + elsewhere, // of another home
		"galley-" + s.port() + "=" + elsewhere,
		"galley=x; session=x",
	} {
		r := s.send(t, browser(t), "GET", "data/products", "", map[string]string{"Cookie": cookie})
		require.Equal(t, http.StatusUnauthorized, r.status, cookie)
	}
	for _, path := range []string{"index.html?token=", "jobs/1?token=", "rpc/Version?token=", "data/products?token=", "events?token=", "demo/files/1.png?token=", "/?token="} {
		r := get(t, browser(t), s.base+path+token)
		require.NotEqual(t, http.StatusOK, r.status, path)
		require.Empty(t, r.header.Get("Set-Cookie"), path)
	}
	for _, method := range []string{"HEAD", "POST", "PUT"} {
		require.Equal(t, http.StatusUnauthorized, s.send(t, browser(t), method, "?token="+token, "", nil).status, method)
	}
	require.Equal(t, http.StatusUnauthorized, get(t, browser(t), s.base+"?token="+strings.ToLower(token)).status)
	require.Equal(t, http.StatusUnauthorized, get(t, browser(t), s.base+"?token=x&token="+token).status)
	require.Len(t, token, 26, "130 bits cannot be guessed")
}

// session returns the value of the cookie that a server gave its browser.
func session(t *testing.T, s served) string {
	t.Helper()
	r := get(t, browser(t), s.url)
	_, rest, found := strings.Cut(r.header.Get("Set-Cookie"), "=")
	require.True(t, found)
	value, _, _ := strings.Cut(rest, ";")
	return value
}

func TestPathsStayWithinTheInterface(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for _, path := range []string{
		"..%2f..%2fgalley.db", "%2e%2e/galley.db", "assets/..%2f..%2f..%2fetc/passwd.txt", "assets/%2e%2e/%2e%2e/etc/passwd.txt",
		"..%5c..%5cgalley.db", "galley.db", "keystore.json", "keystore.age", "demo-shop.db", "files/x.csv", "assets//etc/passwd.txt", "assets/%00.js",
		"demo/files/..%2f..%2fgalley.db", "demo/files/%2e%2e/1.png", "demo/admin/api/2026-10/graphql.json", "demo/files/../admin/api/2026-10/graphql.json",
		"demo/products/..%2f..%2fadmin%2fapi%2f2026-10%2fgraphql.json", "demo/oauth/authorize", "demo/products/%2e%2e%2f%2e%2e%2fstyle.css",
	} {
		r := get(t, c, s.base+path)
		require.Contains(t, []int{http.StatusNotFound, http.StatusMovedPermanently, http.StatusBadRequest, http.StatusTemporaryRedirect}, r.status, path)
		require.NotContains(t, r.body, "SQLite", path)
		if at := r.header.Get("Location"); at != "" { // a tidier path of the same server, if anything
			require.True(t, strings.HasPrefix(at, "/") && !strings.HasPrefix(at, "//"), at)
		}
	}
}

func TestCookiesAndPagesAreIsolated(t *testing.T) {
	s := serve(t)
	cookie := get(t, browser(t), s.url).header.Get("Set-Cookie")
	require.Contains(t, cookie, "; Path=/; HttpOnly; SameSite=Strict")
	require.NotContains(t, cookie, "Domain")
	require.NotContains(t, cookie, "Expires", "it ends with the browser, and with the process")
	r := get(t, browser(t), s.base)
	policy := r.header.Get("Content-Security-Policy")
	for _, rule := range []string{"default-src 'self';", "script-src 'self';", "object-src 'none';", "base-uri 'none';", "form-action 'none';", "frame-ancestors 'none';", "connect-src 'self'"} {
		require.Contains(t, policy, rule)
	}
	_, scripts, _ := strings.Cut(policy, "script-src ")
	scripts, _, _ = strings.Cut(scripts, ";")
	require.NotContains(t, scripts, "unsafe")
	require.NotContains(t, policy, "ws:")
	require.Equal(t, "same-origin", r.header.Get("Cross-Origin-Opener-Policy"))
	require.Equal(t, "no-referrer", r.header.Get("Referrer-Policy"), "the token is in the first address")
}

func TestHeaderSizeIsLimited(t *testing.T) {
	s := serve(t)
	conn := dial(t, s)
	_, err := fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n", s.port())
	require.NoError(t, err)
	line := "X-Long: " + strings.Repeat("x", 8000) + "\r\n"
	for range 100 { // the server stops reading long before
		if _, err := conn.Write([]byte(line)); err != nil {
			return
		}
	}
	answer, err := io.ReadAll(conn)
	if err == nil || len(answer) > 0 {
		require.Contains(t, string(answer), "431")
	}
}

func TestRefusesAmbiguousRequests(t *testing.T) {
	s := serve(t)
	for name, head := range map[string]string{
		"two lengths":         "Content-Length: 2\r\nContent-Length: 4\r\n",
		"length and chunks":   "Content-Length: 2\r\nTransfer-Encoding: chunked, identity\r\n",
		"two hosts":           "Host: evil.example\r\nContent-Length: 0\r\n",
		"folded header":       "X: a\r\n\tHost: evil.example\r\n : b\r\nContent-Length: 0\r\n",
		"host in the request": "",
	} {
		conn := dial(t, s)
		line := "POST /rpc/Version HTTP/1.1\r\n"
		if head == "" {
			line = "GET http://evil.example/ HTTP/1.1\r\n"
		}
		_, err := fmt.Fprintf(conn, "%sHost: 127.0.0.1:%s\r\nConnection: close\r\n%s\r\n[]", line, s.port(), head)
		require.NoError(t, err)
		status, err := bufio.NewReader(conn).ReadString('\n')
		require.NoError(t, err, name)
		require.Regexp(t, "^HTTP/1.1 (4..|501)", status, name)
	}
}

func dial(t *testing.T, s served) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", "127.0.0.1:"+s.port())
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	require.NoError(t, conn.SetDeadline(time.Now().Add(30*time.Second)))
	return conn
}

// With --allow-remote, the server accepts the address at which a request
// arrived and the machine's name, and no other name.
func TestRemoteAccessNeedsTheFlag(t *testing.T) {
	_, err := web.Listen(t.Context(), "0.0.0.0:0", false)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "--allow-remote")

	world := wiretest.Open(t, wire.Options{})
	server, err := web.Listen(t.Context(), "0.0.0.0:0", true)
	require.NoError(t, err)
	require.True(t, server.Remote())
	ctx, end := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() {
		ended <- server.Serve(ctx, web.Site{App: bound{}, Graph: world.Graph, Files: built, Log: slog.New(slog.DiscardHandler)})
	}()
	t.Cleanup(func() {
		end()
		require.NoError(t, <-ended)
	})
	base, _, _ := strings.Cut(server.URL(), "?")
	require.NotContains(t, base, "0.0.0.0", "nobody could open that")
	s := served{url: server.URL(), base: base}
	c := s.signedIn(t)
	require.Equal(t, http.StatusOK, get(t, c, s.base).status)
	for _, host := range []string{"evil.example", "127.0.0.1.nip.io", "0.0.0.0", "198.51.100.7"} {
		require.Equal(t, http.StatusForbidden, s.send(t, c, "GET", "", "", map[string]string{"Host": host + ":" + s.port()}).status, host)
	}
	stranger := browser(t)
	require.Equal(t, http.StatusUnauthorized, get(t, stranger, s.base).status)
	require.Equal(t, http.StatusUnauthorized, get(t, stranger, s.url).status, "the token was used")
	r := s.send(t, c, "POST", "rpc/Version", "[]", map[string]string{"Content-Type": "application/json", "Origin": "http://evil.example"})
	require.Equal(t, http.StatusForbidden, r.status)
}
