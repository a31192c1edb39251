package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"galley/backend/web"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

func TestServesBuiltInterface(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	index := string(built["index.html"].Data)
	for path, want := range map[string]struct {
		status      int
		cache, body string
	}{
		"":                      {200, "no-cache", index},
		"index.html":            {200, "no-cache", index},
		"jobs/431":              {200, "no-cache", index},
		"icon.svg":              {200, "no-cache", "<svg/>"},
		"licenses.txt":          {200, "no-cache", "MIT License"},
		"assets/index-1a2b3.js": {200, "public, max-age=31536000, immutable", "export {}"},
		"assets/gone.js":        {404, "", "404 page not found\n"},
		"gone.png":              {404, "", "404 page not found\n"},
	} {
		r := get(t, c, s.base+path)
		require.Equal(t, want.status, r.status, path)
		require.Equal(t, want.cache, r.header.Get("Cache-Control"), path)
		require.Equal(t, want.body, r.body, path)
	}
	require.Equal(t, "text/plain; charset=utf-8", get(t, c, s.base+"licenses.txt").header.Get("Content-Type"))
	require.Equal(t, http.StatusMethodNotAllowed, call(t, c, s.base, "").status)
}

func TestReportsMissingInterface(t *testing.T) {
	graph := wiretest.Open(t, wire.Options{}).Graph
	answer := httptest.NewRecorder()
	empty := fstest.MapFS{".gitkeep": {}}
	web.Window(web.API(bound{}, graph), graph, empty).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	require.Equal(t, http.StatusOK, answer.Code)
	require.Contains(t, answer.Body.String(), "The interface was not built into this binary.")
}
