package web

import (
	"net"
	"net/http"
	"sync"
)

// unused are the connections on which nothing was asked yet. A browser dials
// more of them than it needs, and http.Server.Shutdown waits five seconds for
// each, as if it were at work.
type unused struct {
	mu    sync.Mutex
	conns map[net.Conn]bool
	ended bool
}

// note is the server's ConnState hook.
func (u *unused) note(c net.Conn, state http.ConnState) {
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

func (u *unused) close() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.ended = true
	for c := range u.conns {
		_ = c.Close() // nobody uses it
	}
}
