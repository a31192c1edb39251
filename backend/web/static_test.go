package web_test

import (
	"bytes"
	"compress/gzip"
	"io"
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

// A file that is kept compressed arrives as it was, whatever encodings its reader takes.
func TestServesCompressedFiles(t *testing.T) {
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, err := writer.Write([]byte("export const a = 1;"))
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	graph := wiretest.Open(t, wire.Options{}).Graph
	pages := web.Window(web.API(bound{}, graph), graph, fstest.MapFS{
		"index.html": {Data: []byte("<!doctype html>")}, "assets/a-1.js.gz": {Data: packed.Bytes()}, "assets/b-1.js.gz": {Data: []byte("not gzip")},
	})
	get := func(method, path, takes string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(method, path, nil)
		request.Header.Set("Accept-Encoding", takes)
		answer := httptest.NewRecorder()
		pages.ServeHTTP(answer, request)
		return answer
	}
	for takes, encoding := range map[string]string{
		"": "", "br": "", "gzip": "gzip", "br, gzip;q=0.8": "gzip", "gzip;q=0": "", "gzip;q=0.0, br": "", "deflate, gzip": "gzip", "x-gzip": "",
	} {
		answer := get(http.MethodGet, "/assets/a-1.js", takes)
		require.Equal(t, http.StatusOK, answer.Code)
		require.Equal(t, encoding, answer.Header().Get("Content-Encoding"), takes)
		require.Equal(t, "text/javascript; charset=utf-8", answer.Header().Get("Content-Type"))
		require.Equal(t, "Accept-Encoding", answer.Header().Get("Vary"))
		require.Equal(t, "public, max-age=31536000, immutable", answer.Header().Get("Cache-Control"))
		text := io.Reader(answer.Body)
		if encoding == "gzip" {
			text, err = gzip.NewReader(text)
			require.NoError(t, err)
		}
		content, err := io.ReadAll(text)
		require.NoError(t, err)
		require.Equal(t, "export const a = 1;", string(content), takes)
	}
	require.Empty(t, get(http.MethodHead, "/assets/a-1.js", "gzip").Body.String())
	require.Equal(t, http.StatusNotFound, get(http.MethodGet, "/assets/c-1.js", "gzip").Code)
	require.Equal(t, http.StatusInternalServerError, get(http.MethodGet, "/assets/b-1.js", "").Code)
}

func TestReportsMissingInterface(t *testing.T) {
	graph := wiretest.Open(t, wire.Options{}).Graph
	answer := httptest.NewRecorder()
	empty := fstest.MapFS{".gitkeep": {}}
	web.Window(web.API(bound{}, graph), graph, empty).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	require.Equal(t, http.StatusOK, answer.Code)
	require.Contains(t, answer.Body.String(), "The interface was not built into this binary.")
}
