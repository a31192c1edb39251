package main

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"galley/backend/llm/llmtest"
)

// load is a model's limits, and how many texts are written against them.
type load struct {
	name     string
	rpm, tpm int
	texts    int
}

// endpoint is a model behind real HTTP: it thinks, takes 0.5 to 4 s for an answer, and counts the last
// minute strictly.
type endpoint struct {
	*llmtest.Server

	address string // of the API
	meter   *llmtest.Meter
	close   func() error

	mu          sync.Mutex
	first, last time.Time      // the first request, and the end of the last answer
	answered    map[string]int // how often each text was written, and so paid for
	bodies      map[string][]byte
}

func startEndpoint(ctx context.Context, l load) (*endpoint, error) {
	e := &endpoint{meter: &llmtest.Meter{TPM: l.tpm}, answered: map[string]int{}, bodies: map[string][]byte{}}
	e.Server = llmtest.New(llmtest.Options{RPM: l.rpm, Answer: e.answer})
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: http.HandlerFunc(e.serve), ReadHeaderTimeout: 10 * time.Second}
	e.address, e.close = "http://"+listener.Addr().String()+"/v1", server.Close
	go server.Serve(listener) //nolint:errcheck // always ends with ErrServerClosed
	return e, nil
}

func (e *endpoint) answer(r llmtest.Request) llmtest.Reply {
	reply := e.meter.Answer(r)
	if reply.Status == 0 {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.answered[r.User()]++
		e.bodies[r.User()] = r.Body
	}
	return reply
}

func (e *endpoint) serve(w http.ResponseWriter, r *http.Request) {
	if !strings.HasSuffix(r.URL.Path, "/chat/completions") {
		e.ServeHTTP(w, r)
		return
	}
	e.mu.Lock()
	if e.first.IsZero() {
		e.first = time.Now()
	}
	e.mu.Unlock()
	e.ServeHTTP(w, r)
	e.mu.Lock()
	e.last = time.Now()
	e.mu.Unlock()
}

// forget drops what was asked before the work began.
func (e *endpoint) forget() {
	e.Forget()
	e.mu.Lock()
	defer e.mu.Unlock()
	clear(e.answered)
	clear(e.bodies)
	e.first, e.last, e.meter.Used = time.Time{}, time.Time{}, 0
}

// writing is what a client made of an endpoint.
type writing struct {
	took              time.Duration
	requests, answers int
	twice             int // answers to what had been answered before
	tokens            int
}

func (e *endpoint) written() writing {
	e.mu.Lock()
	defer e.mu.Unlock()
	w := writing{took: e.last.Sub(e.first), requests: len(e.Requests()), tokens: e.meter.Used}
	for _, times := range e.answered {
		w.answers += times
		w.twice += times - 1
	}
	return w
}

// ideal is the least time in which the limits allow so much: a minute's worth at once, then their rate.
func (l load) ideal(w writing) time.Duration {
	minutes := 0.0
	if l.rpm > 0 {
		minutes = float64(w.answers-l.rpm) / float64(l.rpm)
	}
	if l.tpm > 0 {
		minutes = max(minutes, float64(w.tokens-l.tpm)/float64(l.tpm))
	}
	return time.Duration(max(0, minutes) * float64(time.Minute))
}
