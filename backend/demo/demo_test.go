package demo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"galley/backend/demo"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		http.DefaultClient.CloseIdleConnections()
		os.Exit(code)
	}), goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener"))
}

// clock is held until a test advances it.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// Sleep returns at once and advances the clock.
func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.move(d)
	return ctx.Err()
}

// server is a demo shop on its own port, with a held clock.
type server struct {
	*demo.Server

	t     testing.TB
	clock *clock
}

func serve(t testing.TB, options demo.Options) *server {
	t.Helper()
	held := newClock()
	if options.Clock == nil {
		options.Clock = held
	}
	if options.Bucket == 0 {
		options.Bucket = 1_000_000 // tests of other things are not throttled
	}
	shop, err := demo.Open(context.Background(), options)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, shop.Close()) })
	listening, err := shop.Serve(context.Background(), "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, listening.Close()) })
	return &server{Server: listening, t: t, clock: held}
}

// small is a catalogue of two products with everything that tests look at.
const small = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Status,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price,Variant Inventory Tracker,Variant Inventory Qty,Variant Barcode,Variant Image,Image Src,Image Position,Image Alt Text,SEO Title,SEO Description,Fabric (product.metafields.custom.fabric)
blue-mug,Blue mug,"<p>For <b>tea</b> &amp; coffee.</p>
<script>alert(1)</script>",Aldermill,Mugs,"stoneware, Blue",true,active,Size,S,MUG-S,12.50,15,shopify,4,'0123,b.png,a.png,1,A blue mug,Mug for tea,,Stoneware
blue-mug,,,,,,,,,L,MUG-L,13,,shopify,0,,,b.png,2,,,,
lamp,Кружка ламп,,,Lamps,,false,,Title,Default Title,,89,,,0,,,,,,,,
`

func serveSmall(t testing.TB) *server {
	t.Helper()
	return serve(t, demo.Options{Seed: demo.Seed{Catalogues: []string{file(t, "small.csv", small)}}})
}

func file(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// answer is a whole HTTP answer.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func (a answer) text() string { return string(a.body) }

// post sends a body as it is.
func (s *server) post(path, contentType, body string, header map[string]string) answer {
	s.t.Helper()
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, s.Endpoint+path, bytes.NewBufferString(body))
	require.NoError(s.t, err)
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("X-Shopify-Access-Token", s.Token)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	return s.do(request)
}

func (s *server) do(request *http.Request) answer {
	s.t.Helper()
	response, err := http.DefaultClient.Do(request)
	require.NoError(s.t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(s.t, err)
	return answer{response.StatusCode, response.Header, body}
}

const endpoint = "/admin/api/2026-10/graphql.json"

type vars map[string]any

// send posts a request and returns the whole answer.
func (s *server) send(query string, variables vars) string {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(s.t, err)
	got := s.post(endpoint, "application/json", string(body), nil)
	require.Equal(s.t, http.StatusOK, got.status, got.text())
	return got.text()
}

// data posts a request that must succeed and returns its data as JSON.
func (s *server) data(query string, variables vars) string {
	s.t.Helper()
	var got struct{ Data, Errors json.RawMessage }
	decode(s.t, s.send(query, variables), &got)
	require.Empty(s.t, string(got.Errors))
	return string(got.Data)
}

// into reads data into a value.
func (s *server) into(to any, query string, variables vars) {
	s.t.Helper()
	decode(s.t, s.data(query, variables), to)
}

// get fetches a page or a picture.
func (s *server) get(address string) answer {
	s.t.Helper()
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address, http.NoBody)
	require.NoError(s.t, err)
	return s.do(request)
}

// decode reads JSON into a value.
func decode(t testing.TB, text string, to any) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(text), to))
}
