package web_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// shopsBound is bound with the calls that a page makes first.
type shopsBound struct {
	bound

	names chan string // of the only shop, one for each time it is asked for
	asked *atomic.Int32
}

func (b shopsBound) ListShops() ([]galley.Shop, error) {
	b.asked.Add(1)
	return []galley.Shop{{Name: <-b.names}}, nil
}

func (shopsBound) GetSettings() (galley.Settings, error) {
	return galley.Settings{}, galley.NewError(galley.CodeStorage, messages.AsRecorded("The disk failed."))
}

var block = regexp.MustCompile(`^<head><script type="application/json" id="given">([^<]*)</script><script data-program="/a.js">first\(\)</script></head>$`)

func TestTheWindowsPageBringsAnswersToItsFirstCalls(t *testing.T) {
	graph := wiretest.Open(t, wire.Options{}).Graph
	app := shopsBound{names: make(chan string, 2), asked: new(atomic.Int32)}
	app.names <- `</script><!--<script>`
	pages := web.Window(web.API(app, graph), graph, fstest.MapFS{
		"index.html": {Data: []byte(`<head><script data-program="/a.js">first()</script></head>`)},
	})
	given := func() map[string]any {
		answer := httptest.NewRecorder()
		pages.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
		require.Equal(t, "no-store", answer.Header().Get("Cache-Control"))
		require.Equal(t, "text/html; charset=utf-8", answer.Header().Get("Content-Type"))
		found := block.FindSubmatch(answer.Body.Bytes())
		require.NotNil(t, found, answer.Body.String())
		var all map[string]any
		require.NoError(t, json.Unmarshal(found[1], &all))
		return all
	}
	nameIn := func(all map[string]any) any { return all["ListShops"].([]any)[0].(map[string]any)["name"] }

	first := given()
	require.Equal(t, `</script><!--<script>`, nameIn(first))
	require.NotContains(t, first, "GetSettings", "the page asks for what failed, and shows why")
	require.EqualValues(t, 1, app.asked.Load())

	app.names <- "Renamed"
	require.Equal(t, "Renamed", nameIn(given()), "a page that is loaded again has new answers")
}

// The page's first script runs by its hash alone, in the window and in a browser, whose page has no answers.
func TestThePolicyNamesTheFirstScript(t *testing.T) {
	page := `<head><script data-program="/a.js" data-styles="/a.css">first()</script></head><script>other()</script>`
	hash := sha256.Sum256([]byte("first()"))
	want := "; script-src 'self' 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; "
	graph := wiretest.Open(t, wire.Options{}).Graph
	answer := httptest.NewRecorder()
	window := web.Window(web.API(bound{}, graph), graph, fstest.MapFS{"index.html": {Data: []byte(page)}})
	window.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	require.Contains(t, answer.Header().Get("Content-Security-Policy"), want)

	s := serve(t)
	r := get(t, s.signedIn(t), s.base)
	require.Contains(t, r.header.Get("Content-Security-Policy"), "; script-src 'self'; ", "this page has no first script")
	require.NotContains(t, r.body, "given")
}
