package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
)

const (
	// heartbeat keeps a silent stream alive through proxies.
	heartbeat = 15 * time.Second
	// backlog is how many announcements a slow page may be behind. One that is
	// further behind is cut off; it reconnects and requests everything again.
	backlog = 64
)

// Feed calls f with each change until ctx ends.
type Feed func(ctx context.Context, f func(galley.Change))

// Numbered numbers the changes of a feed without gaps, so that a reader notices
// a lost one. (The data file counts topics, of which one change may have
// several.)
func Numbered(feed Feed) Feed {
	return func(ctx context.Context, f func(galley.Change)) {
		var seq int64
		feed(ctx, func(c galley.Change) {
			seq++
			f(galley.Change{Seq: seq, Topics: c.Topics})
		})
	}
}

// events sends the events of one stream to every page that listens.
type events struct {
	mu      sync.Mutex
	readers map[chan []byte]bool
}

func newEvents() *events { return &events{readers: map[chan []byte]bool{}} }

// run follows a stream until ctx ends, and then ends it for all readers.
func (e *events) run(ctx context.Context, stream contract.Endpoint) {
	stream.Follow(ctx, e.publish)
	e.mu.Lock()
	defer e.mu.Unlock()
	for reader := range e.readers {
		e.cut(reader)
	}
	e.readers = nil
}

func (e *events) publish(event any) {
	message, err := json.Marshal(event)
	if err != nil {
		return // events are plain values, which always encode
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for reader := range e.readers {
		select {
		case reader <- message:
		default:
			e.cut(reader)
		}
	}
}

// cut ends a reader's stream. The caller holds the lock.
func (e *events) cut(reader chan []byte) {
	if e.readers[reader] {
		delete(e.readers, reader)
		close(reader)
	}
}

// subscribe returns nil once the feed has ended.
func (e *events) subscribe() chan []byte {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.readers == nil {
		return nil
	}
	reader := make(chan []byte, backlog)
	e.readers[reader] = true
	return reader
}

func (e *events) unsubscribe(reader chan []byte) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.cut(reader)
}

func (e *events) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	reader := e.subscribe()
	if reader == nil {
		http.Error(w, "Galley is ending.", http.StatusServiceUnavailable)
		return
	}
	defer e.unsubscribe(reader)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if send(w, ": open\n\n") != nil {
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case message, open := <-reader:
			if !open || send(w, "data: %s\n\n", message) != nil {
				return
			}
		case <-beat.C:
			if send(w, ": still here\n\n") != nil {
				return
			}
		}
	}
}

func send(w http.ResponseWriter, format string, args ...any) error {
	if _, err := fmt.Fprintf(w, format, args...); err != nil {
		return err
	}
	return http.NewResponseController(w).Flush()
}
