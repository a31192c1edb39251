// Package graceful shuts down HTTP servers without delay.
package graceful

import (
	"net"
	"net/http"
	"sync"
)

// Unused are connections without a request so far. Browsers open more than they
// need, and http.Server.Shutdown waits five seconds for each as if it were
// active.
type Unused struct {
	mu    sync.Mutex
	conns map[net.Conn]bool
	ended bool
}

// Note is the server's ConnState hook.
func (u *Unused) Note(c net.Conn, state http.ConnState) {
	u.mu.Lock()
	defer u.mu.Unlock()
	switch {
	case state != http.StateNew:
		delete(u.conns, c)
		return
	case u.ended:
		_ = c.Close() // accepted at the last moment
		return
	case u.conns == nil:
		u.conns = map[net.Conn]bool{}
	}
	u.conns[c] = true
}

// Close closes them, and those still to come.
func (u *Unused) Close() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.ended = true
	for c := range u.conns {
		_ = c.Close() // unused
	}
}
