package cli_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// modelEndpoint is a model endpoint whose way can be changed while it runs:
//
//	writes   a draft
//	refuses  the key
//	hangs    never answers, until the caller gives up
//	stalls   writes ten drafts, and then hangs; model -hangs waits for it
//	garbles  writes nothing about salt pigs
//	page     answers with a web page
//	524      answers with that status, as a proxy does
type modelEndpoint struct {
	*httptest.Server

	mu      sync.Mutex
	way     string
	written int
}

// stallsAfter is how many requests are answered before the endpoint hangs.
const stallsAfter = 10

func startModel(way string) *modelEndpoint {
	m := &modelEndpoint{way: way}
	m.Server = httptest.NewServer(http.HandlerFunc(m.serve))
	return m
}

// nextWay returns the way in which to answer this request.
func (m *modelEndpoint) nextWay() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.written++
	if m.way == "stalls" && m.written > stallsAfter {
		return "hangs"
	}
	return m.way
}

func (m *modelEndpoint) change(way string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.way = way
}

// awaitHang waits until a request hangs that came after the drafts.
func (m *modelEndpoint) awaitHang(ts *testscript.TestScript) {
	for limit := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		m.mu.Lock()
		hangs := m.written > stallsAfter
		m.mu.Unlock()
		if hangs {
			return
		}
		if time.Now().After(limit) {
			ts.Fatalf("no request hangs")
		}
	}
}

// endpointKey is where a script keeps its endpoint.
type endpointKey struct{}

// model starts the endpoint of a script, or changes its way.
func model(ts *testscript.TestScript, _ bool, args []string) {
	kept, ok := ts.Value(endpointKey{}).(*modelEndpoint)
	if !ok || len(args) != 1 {
		ts.Fatalf("usage: model WAY")
	}
	if args[0] == "-hangs" {
		kept.awaitHang(ts)
		return
	}
	kept.change(args[0])
	if kept.Server == nil {
		kept.Server = httptest.NewServer(http.HandlerFunc(kept.serve))
		ts.Defer(kept.Close)
		ts.Setenv("MODEL", kept.URL+"/v1")
	}
}

// turn is one message of a chat.
type turn struct{ Content string }

var (
	titleLine = regexp.MustCompile(`(?m)^Title: (.+)$`)
	beginWith = regexp.MustCompile(`Begin with (\w+)\.`)
)

// plainText is an answer about the product that the request names. It heeds
// instructions on how to begin.
func plainText(turns []turn) string {
	title := "this one"
	for _, t := range turns {
		if m := titleLine.FindStringSubmatch(t.Content); m != nil {
			title = m[1]
		}
	}
	start := "A plain"
	if m := beginWith.FindStringSubmatch(turns[0].Content); m != nil {
		start = m[1]
	}
	answer, err := json.Marshal(map[string]string{"content": start + " text for " + title[:min(len(title), 80)]})
	if err != nil {
		panic(err) // strings can always be marshalled
	}
	return string(answer)
}

func (m *modelEndpoint) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	var ask struct {
		Messages []turn `json:"messages"`
	}
	_ = json.NewDecoder(r.Body).Decode(&ask)
	if strings.HasSuffix(r.URL.Path, "/models") {
		_, _ = w.Write([]byte(`{"object":"list","data":[{"id":"test-model","object":"model"}]}`))
		return
	}
	content := ""
	if len(ask.Messages) > 0 {
		content = plainText(ask.Messages)
	}
	switch m.nextWay() {
	case "refuses":
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write([]byte(`{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}`))
		return
	case "page":
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<html>Please sign in</html>"))
		return
	case "524":
		w.WriteHeader(524)
		return
	case "hangs":
		<-r.Context().Done()
		return
	case "garbles":
		if n := len(ask.Messages); n > 0 && strings.Contains(ask.Messages[n-1].Content, "Salt pig") {
			content = ""
		}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{
		"id": "1", "object": "chat.completion", "model": "test-model",
		"choices": []any{map[string]any{"index": 0, "finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": content}}},
		"usage":   map[string]any{"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
	})
}
