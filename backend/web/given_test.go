package web_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

var block = regexp.MustCompile(`^<head><script type="application/json" id="given">([^<]*)</script><script data-program="/a.js">first\(\)</script></head>$`)

func TestTheWindowsPageBringsAnswersToItsFirstCalls(t *testing.T) {
	world := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(1)})
	world.AddDemo()
	rename := func(name string) {
		_, err := world.Shops.Rename(t.Context(), string(world.Shop.ID), name)
		require.NoError(t, err)
	}
	rename(`</script><!--<script>`)
	pages := web.Window(web.API(bound{}, world.Graph), world.Graph, fstest.MapFS{
		"index.html": {Data: []byte(`<head><script data-program="/a.js">first()</script></head>`)},
	})
	given := func(ctx context.Context) map[string]any {
		answer := httptest.NewRecorder()
		pages.ServeHTTP(answer, httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil))
		require.Equal(t, "no-store", answer.Header().Get("Cache-Control"))
		require.Equal(t, "text/html; charset=utf-8", answer.Header().Get("Content-Type"))
		found := block.FindSubmatch(answer.Body.Bytes())
		require.NotNil(t, found, answer.Body.String())
		var all map[string]any
		require.NoError(t, json.Unmarshal(found[1], &all))
		return all
	}
	nameIn := func(all map[string]any) any { return all["ListShops"].([]any)[0].(map[string]any)["name"] }

	require.Equal(t, `</script><!--<script>`, nameIn(given(t.Context())))
	rename("Renamed")
	require.Equal(t, "Renamed", nameIn(given(t.Context())), "a page that is loaded again has new answers")
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	require.Empty(t, given(gone), "the page asks for what failed, and shows why")
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

// A fault in what is read before the window asks for anything does not end the program.
func TestTheWindowsPageComesWithoutAnswersWhereReadingThemPanics(t *testing.T) {
	pages := web.Window(web.API(bound{}, &wire.Graph{}), &wire.Graph{}, fstest.MapFS{
		"index.html": {Data: []byte(`<head><script data-program="/a.js">first()</script></head>`)},
	})
	answer := httptest.NewRecorder()
	pages.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	require.Equal(t, "{}", string(block.FindSubmatch(answer.Body.Bytes())[1]))
}
