// Package llmtest is a model endpoint for tests: it speaks enough of the OpenAI
// API to be written against, and can be told to misbehave in every way that
// real ones do.
package llmtest

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"galley/backend/galley"
)

// Model is the model that a Server has unless its options name others.
const Model = "test-model"

// Options say what kind of endpoint a Server is. The zero value is a good one:
// no key, no limits, and every parameter is taken.
type Options struct {
	Key    string   // asked for where it is set
	Models []string // what /models lists; Model where there are none
	NoList bool     // /models is not there

	NoSchema      bool // refuses response_format json_schema
	NoObject      bool // refuses response_format json_object
	IgnoresFormat bool // takes every response_format and answers in plain text
	Vague         bool // names no parameter when it refuses one
	NoMaxTokens   bool // refuses max_tokens
	NoTemperature bool // refuses temperature
	Blind         bool // refuses pictures
	// Capabilities makes it an Ollama: its own API shows them.
	Capabilities []string

	RPM     int           // chat requests in any minute; more get 429
	Slots   int           // requests at once; more get 503
	Latency time.Duration // before each answer
	Lingers time.Duration // for so long after its answer a request still takes a slot

	Batches bool // it has files and batches

	NoUsage bool // answers do not say what they took
	Caches  bool // reports what of a request it has read before, as endpoints with a cache of prefixes do

	// Write replaces Draft as what the model says.
	Write func(Request) string
	// Answer replaces everything about the answers that are not scripted.
	Answer func(Request) Reply
	Clock  galley.Clock // nil for the system's
}

// Server is an endpoint. It keeps what it was asked.
type Server struct {
	options Options

	mu       sync.Mutex
	url      string
	script   []Reply
	requests []Request
	served   []time.Time // of the last minute
	busy     int
	mostBusy int
	bill     Bill
	seen     []string // requests, where it caches

	batching  batching
	batchBill Bill
}

// New returns a server that is not listening: use it as a handler, or through
// Client.
func New(options Options) *Server {
	if len(options.Models) == 0 {
		options.Models = []string{Model}
	}
	if options.Clock == nil {
		options.Clock = galley.SystemClock{}
	}
	if options.Write == nil {
		options.Write = Draft
	}
	return &Server{options: options, url: "http://llm.test"}
}

// Start returns a server that listens on a loopback port until the test ends.
func Start(tb testing.TB, options Options) *Server {
	tb.Helper()
	s := New(options)
	listening := httptest.NewServer(s)
	tb.Cleanup(listening.Close)
	s.url = listening.URL
	return s
}

// URL is the base URL of the API.
func (s *Server) URL() string { return s.url + "/v1" }

// Next sets what the next chat requests get, in their order; those after get
// ordinary answers.
func (s *Server) Next(replies ...Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script = append(s.script, replies...)
}

// Forget drops what is left of the script, and the requests so far.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script, s.requests, s.mostBusy = nil, nil, 0
}

// Requests are the chat requests so far, in their order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// SetSlots changes how many requests it takes at once from now on.
func (s *Server) SetSlots(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.options.Slots = n
}

// MostAtOnce is the most chat requests that were under way at once.
func (s *Server) MostAtOnce() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mostBusy
}

// ServeHTTP answers the calls that a client makes.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.options.Key != "" && r.Header.Get("Authorization") != "Bearer "+s.options.Key {
		Refuse(http.StatusUnauthorized, "invalid_api_key", "Incorrect API key provided: "+r.Header.Get("Authorization")).write(w, r)
		return
	}
	switch r.Method + " " + r.URL.Path {
	case "GET /v1/models":
		s.list(w, r)
	case "POST /api/show":
		s.show(w, r)
	case "POST /v1/chat/completions":
		s.chat(w, r)
	default:
		s.serveBatches(w, r)
	}
}

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	if s.options.NoList {
		http.NotFound(w, r)
		return
	}
	type model struct {
		ID     string `json:"id"`
		Object string `json:"object"`
	}
	var list struct {
		Object string  `json:"object"`
		Data   []model `json:"data"`
	}
	list.Object = "list"
	for _, id := range s.options.Models {
		list.Data = append(list.Data, model{ID: id, Object: "model"})
	}
	writeJSON(w, http.StatusOK, list)
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	if s.options.Capabilities == nil {
		http.NotFound(w, r)
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"capabilities": s.options.Capabilities})
}
