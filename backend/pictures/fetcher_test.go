package pictures

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"galley/backend/galley"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newFetcher treats every test server as a shop's.
func newFetcher(t *testing.T) *Fetcher {
	return fetcherFor(t, func(_ context.Context, host string) bool { return strings.HasPrefix(host, "127.0.0.1:") })
}

func fetcherFor(t *testing.T, named func(context.Context, string) bool) *Fetcher {
	f := New(named)
	t.Cleanup(f.Close)
	return f
}

func serve(t *testing.T, handler http.HandlerFunc) string {
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return s.URL
}

func TestPictureIsFetched(t *testing.T) {
	data := encodePNG(t, solid(300, 200, red))
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/moved" {
			http.Redirect(w, r, "/shoe.png", http.StatusFound)
			return
		}
		_, _ = w.Write(data)
	})
	for _, path := range []string{"/shoe.png", "/moved"} {
		picture, err := newFetcher(t).Picture(t.Context(), address+path, 100)
		require.NoError(t, err)
		require.Equal(t, "image/jpeg", picture.MIME)
		require.NotEmpty(t, picture.Data)
	}
}

func TestPictureUnavailable(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			http.NotFound(w, r)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/elsewhere":
			http.Redirect(w, r, "ftp://127.0.0.1/a.png", http.StatusFound)
		case "/large":
			_, _ = w.Write(make([]byte, MaxBytes+1))
		case "/cut":
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write([]byte("\x89PNG"))
			panic(http.ErrAbortHandler)
		case "/page":
			_, _ = w.Write([]byte("<html><body>hello</body></html>"))
		}
	})
	cases := []struct{ name, address, says string }{
		{"no address", "", "no web address"},
		{"a path", "/a.png", "no web address"},
		{"a file", "file:///etc/passwd", "no web address"},
		{"data", "data:image/png;base64,AAAA", "no web address"},
		{"control characters", "http://a\x7f.example/a.png", "no web address"},
		{"not there", address + "/gone", "HTTP 404"},
		{"redirects without end", address + "/round", "cannot be fetched"},
		{"redirects to another scheme", address + "/elsewhere", "cannot be fetched"},
		{"too large", address + "/large", "larger than 10 MB"},
		{"cut short", address + "/cut", "cannot be fetched"},
		{"a web page", address + "/page", "not a JPEG"},
		{"nobody there", "http://127.0.0.1:1/a.png", "cannot be fetched"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := newFetcher(t).Picture(t.Context(), c.address, 100)
			require.Equal(t, galley.CodeWriterPicture, galley.CodeOf(err), "%v", err)
			require.Contains(t, galley.MessageOf(err), c.says)
		})
	}
}

func TestPictureRequestIsCancelled(t *testing.T) {
	asked := make(chan struct{})
	address := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		close(asked)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-asked
		cancel()
	}()
	_, err := newFetcher(t).Picture(ctx, address, 100)
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
	require.ErrorIs(t, err, context.Canceled)
}

func TestConcurrentPictureRequests(t *testing.T) {
	var served atomic.Int32
	data := encodePNG(t, solid(50, 50, red))
	address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		served.Add(1)
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		_, _ = w.Write(data)
	})
	f := newFetcher(t)
	errs := make(chan error)
	const many = 16
	for range many {
		go func() {
			_, err := f.Picture(t.Context(), address+"/a.png", 32)
			errs <- err
		}()
	}
	for range many {
		require.NoError(t, <-errs)
	}
	require.EqualValues(t, many, served.Load())
}

func TestErrorsAreShort(t *testing.T) {
	_, err := newFetcher(t).Picture(t.Context(), "http://127.0.0.1:1/"+strings.Repeat("x", 5000), 100)
	require.Less(t, len(galley.MessageOf(err)), 100, "it has to fit a row")
	_, err = newFetcher(t).Picture(t.Context(), "http://127.0.0.1:1/a", 0)
	require.Equal(t, galley.CodeInternal, galley.CodeOf(err))
}
