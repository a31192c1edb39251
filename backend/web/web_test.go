package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

func TestMain(m *testing.M) {
	// database/sql ends its opener shortly after Close has returned.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
}

// built is an interface as the frontend's build leaves it.
var built = fstest.MapFS{
	"index.html":            {Data: []byte("<!doctype html><title>Galley</title>")},
	"icon.svg":              {Data: []byte("<svg/>")},
	"licenses.txt":          {Data: []byte("MIT License")},
	"assets/index-1a2b3.js": {Data: []byte("export {}")},
}

// bound replaces the methods that the page calls.
type bound struct{}

type pair struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

func (bound) Join(a []string, sep string) (string, error) { return strings.Join(a, sep), nil }
func (bound) Double(p pair) (pair, error)                 { return pair{p.Name, 2 * p.Count}, nil }
func (bound) Nothing() error                              { return nil }
func (bound) Version() string                             { return "1" }
func (bound) Many(...string)                              {}
func (bound) Fail(code string) (int, error) {
	return 0, bridged{galley.WrapError(errors.New("the cause"), galley.Code(code), messages.AsRecorded("The sentence."))}
}

// bridged returns an error as the JSON text that a page receives.
type bridged struct{ err error }

func (b bridged) Error() string { return `{"code":"x"}` }
func (b bridged) Unwrap() error { return b.err }

// served is a running server and its home.
type served struct {
	*wiretest.World

	server *web.Server
	url    string // with the token
	base   string // without
	stop   func() time.Duration
}

func serve(t *testing.T) served {
	t.Helper()
	world := wiretest.Open(t, wire.Options{})
	server, err := web.Listen(t.Context(), "127.0.0.1:0", false)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() {
		ended <- server.Serve(ctx, web.Site{App: bound{}, Graph: world.Graph, Files: built, Log: slog.New(slog.DiscardHandler)})
	}()
	stopped := false
	s := served{World: world, server: server, url: server.URL()}
	s.base, _, _ = strings.Cut(server.URL(), "?")
	s.stop = func() (took time.Duration) {
		if stopped {
			return 0
		}
		stopped = true
		start := time.Now()
		cancel()
		require.NoError(t, <-ended)
		took = time.Since(start)
		require.NoError(t, world.Close())
		return took
	}
	t.Cleanup(func() { s.stop() })
	return s
}

// browser is a client that keeps cookies and shows redirects.
func browser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Jar: jar, Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// signedIn is a browser that opened the printed address.
func (s served) signedIn(t *testing.T) *http.Client {
	t.Helper()
	c := browser(t)
	require.Equal(t, http.StatusSeeOther, get(t, c, s.url).status)
	return c
}

type reply struct {
	status int
	header http.Header
	body   string
}

func get(t *testing.T, c *http.Client, url string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	require.NoError(t, err)
	return do(t, c, r)
}

func call(t *testing.T, c *http.Client, url, body string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	return do(t, c, r)
}

func do(t *testing.T, c *http.Client, r *http.Request) reply {
	t.Helper()
	res, err := c.Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return reply{res.StatusCode, res.Header, string(body)}
}

// problem is the error document of a reply.
func problem(t *testing.T, r reply) (code, message, detail string) {
	t.Helper()
	var doc struct {
		Error struct{ Code, Message, Detail string }
	}
	require.NoError(t, json.Unmarshal([]byte(r.body), &doc), r.body)
	return doc.Error.Code, doc.Error.Message, doc.Error.Detail
}
