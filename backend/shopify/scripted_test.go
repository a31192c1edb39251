package shopify_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"galley/backend/shopify"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// token is the token of every test; none may reveal it.
const token = "shpat_0123456789abcdef0123456789abcdef"

// asked is one request as the shop got it.
type asked struct {
	Operation string          `json:"operationName"`
	Query     string          `json:"query"`
	Variables json.RawMessage `json:"variables"`
	body      string
	header    http.Header
	path      string
}

// script is a shop that answers each request with the next of its answers, the last one over and over.
type script struct {
	t       *testing.T
	server  *httptest.Server
	mu      sync.Mutex
	answers []http.HandlerFunc
	asked   []asked
	place   http.HandlerFunc // answers the reading that goes before each write, unrecorded; nil: as any other request
}

// standing is a product and an image as the reading before a write finds them.
const standing = `{"nodes":[{"__typename":"MediaImage","id":"gid://shopify/Product/1","title":"Old","descriptionHtml":"<p>Old</p>",` +
	`"seo":{"title":"Old title","description":null},"alt":"Old"}]}`

// whileStanding has the script answer writes alone: their readings find the place as it is.
func (s *script) whileStanding() *script {
	s.place = func(w http.ResponseWriter, r *http.Request) {
		var request struct{ Variables struct{ IDs []string } }
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil || len(request.Variables.IDs) != 1 {
			s.t.Errorf("a reading of one place was expected: %v", err)
			return
		}
		data(strings.Replace(standing, target.ID, request.Variables.IDs[0], 1))(w, r)
	}
	return s
}

func readsPlace(operation string) bool {
	switch operation {
	case "ProductTitles", "ProductDescriptions", "ProductSEO", "ImageAltTexts":
		return true
	}
	return false
}

func newScript(t *testing.T, answers ...http.HandlerFunc) *script {
	t.Helper()
	s := &script{t: t, answers: answers}
	s.server = httptest.NewServer(s)
	t.Cleanup(s.server.Close)
	return s
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet { // a file
		s.answers[0](w, r)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	request := asked{body: string(body), header: r.Header, path: r.URL.Path}
	if err := json.Unmarshal(body, &request); err != nil {
		s.t.Errorf("the request is not JSON: %v", err)
	}
	r.Body = io.NopCloser(bytes.NewReader(body)) // for answers that depend on it
	if s.place != nil && readsPlace(request.Operation) {
		s.place(w, r)
		return
	}
	s.mu.Lock()
	answer := s.answers[min(len(s.asked), len(s.answers)-1)]
	s.asked = append(s.asked, request)
	s.mu.Unlock()
	answer(w, r)
}

func (s *script) requests() []asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]asked(nil), s.asked...)
}

// client is a client of the scripted shop that does not wait between tries.
func (s *script) client(options ...func(*shopify.Config)) *shopify.Client {
	s.t.Helper()
	cfg := shopify.Config{
		Endpoint: s.server.URL,
		Token:    token,
		Clock:    &heldClock{now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)},
		Logger:   slog.New(slog.DiscardHandler),
	}
	for _, option := range options {
		option(&cfg)
	}
	client, err := shopify.New(cfg)
	require.NoError(s.t, err)
	s.t.Cleanup(client.Close)
	return client
}

// data answers with the data of an operation and its cost.
func data(text string) http.HandlerFunc {
	return respond(http.StatusOK, `{"data":`+text+`,"extensions":{"cost":{"requestedQueryCost":10,"actualQueryCost":10,`+
		`"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1990,"restoreRate":100.0}}}}`)
}

// respond answers with a status, a body and headers in pairs.
func respond(status int, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}
