package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"galley/backend/web"
)

// The window test waits for the log's first bound call: it must be one that the page has made.
func TestTheWindowsPageHasTheBoundMethodsAnswersWithoutCallingThem(t *testing.T) {
	d := openDesk(t)
	d.AddDemo()
	app := newApp(t.Context(), d.Graph)
	var log strings.Builder
	d.Log = slog.New(slog.NewTextHandler(&log, nil))
	files := fstest.MapFS{"index.html": {Data: []byte(`<script data-program="/a.js">first()</script>`)}}
	pages := web.Window(web.API(app, d.Graph), d.Graph, files)
	answer := httptest.NewRecorder()
	pages.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	require.NotContains(t, log.String(), "first bound call answered")

	found := regexp.MustCompile(`id="given">([^<]*)<`).FindStringSubmatch(answer.Body.String())
	require.NotNil(t, found, answer.Body.String())
	var given map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(found[1]), &given))
	require.Len(t, given, 2)
	for name, text := range given {
		require.JSONEq(t, string(must[json.RawMessage](d, name)), string(text), name)
	}
}
