package cli_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/store"
)

// homeWithCopy is a home that has a shop, and a copy of its data file.
func homeWithCopy(t *testing.T) (home, file string) {
	t.Helper()
	home = t.TempDir()
	file = filepath.Join(home, store.FileName)
	s, err := store.Open(t.Context(), file, galley.SystemClock{})
	require.NoError(t, err)
	require.NoError(t, s.AddShop(t.Context(), galley.Shop{ID: "q", Name: "Quillmoor", Kind: galley.ShopFile, CreatedAt: time.Now()}))
	require.NoError(t, s.KeepCopy(t.Context()))
	require.NoError(t, s.Close())
	return home, file
}

func pageAt(t *testing.T, address string) (status int, body string) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	request.Header.Set("Accept", "text/html")
	answer, err := client.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(content)
}

func TestServeShowsThatTheDataFileIsMissingUntilItIsRestored(t *testing.T) {
	for name, test := range map[string]struct {
		lose  func(t *testing.T, file string)
		title string
		code  galley.Code
	}{
		"missing":    {func(t *testing.T, file string) { t.Helper(); require.NoError(t, os.Remove(file)) }, "The data file is missing", galley.CodeDataMissing},
		"zero bytes": {func(t *testing.T, file string) { t.Helper(); require.NoError(t, os.Truncate(file, 0)) }, "The data file is empty", galley.CodeDataMissing},
		"no database": {func(t *testing.T, file string) {
			t.Helper()
			require.NoError(t, os.WriteFile(file, []byte(strings.Repeat("not a database ", 1000)), 0o600))
		}, "The data file is damaged", galley.CodeStorage},
	} {
		t.Run(name, func(t *testing.T) {
			home, file := homeWithCopy(t)
			test.lose(t, file)
			serve := start(t, "serve", "--no-open", "--json", "--home", home)
			var first struct {
				URL   string
				Error galley.Reason
			}
			require.NoError(t, json.Unmarshal([]byte(serve.firstLine(t)), &first))
			require.Equal(t, test.code, first.Error.Code)

			status, body := pageAt(t, first.URL)
			require.Equal(t, http.StatusServiceUnavailable, status)
			require.Contains(t, body, test.title)
			require.Contains(t, body, "galley doctor --restore --home "+home)
			require.Contains(t, body, "galley doctor --start-empty --home "+home)
			status, body = pageAt(t, strings.Split(first.URL, "?")[0])
			require.Equal(t, http.StatusUnauthorized, status)
			require.NotContains(t, body, home, "only the printed address shows it")
			answer, err := http.Post(strings.Split(first.URL, "?")[0]+"rpc/ListShops", "application/json", strings.NewReader("[]"))
			require.NoError(t, err)
			require.NoError(t, answer.Body.Close())
			require.Equal(t, http.StatusServiceUnavailable, answer.StatusCode)

			code, _ := galleyJSON(t, "doctor", "--restore", "--home", home)
			require.Zero(t, code)
			require.Eventually(t, func() bool {
				status, body := pageAt(t, first.URL)
				return status == http.StatusOK && strings.Contains(body, "<title>Galley</title>")
			}, patience, 200*time.Millisecond, "the same address opens Galley")
			require.Zero(t, serve.stop(t))
		})
	}
}

func TestServeExitsWithOneIfDataFileStaysMissing(t *testing.T) {
	home, file := homeWithCopy(t)
	require.NoError(t, os.Remove(file))
	serve := start(t, "serve", "--no-open", "--home", home)
	require.Contains(t, serve.firstLine(t), "/?token=")
	require.Equal(t, 1, serve.stop(t))
	require.NoFileExists(t, file)
}
