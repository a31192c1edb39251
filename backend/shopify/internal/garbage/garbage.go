// Package garbage has the process collect garbage less often while it makes much of it, within a bound.
package garbage

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// While a list is read, the heap may grow to several times what is in use before it is collected. Near the limit it is
// collected as often as it takes. It is far below what Galley takes at its start, and where more is in use already, so
// much is added, since a limit below what is in use would have the process do little but collect.
const (
	percent = 400
	limit   = 120 << 20
	room    = 80 << 20
)

// Rarely is a process's setting. Several may ask for it at once: it is put back when the last of them has ended.
type Rarely struct {
	mu    sync.Mutex
	users int
	back  func()
}

// OfProcess is the setting of this process.
var OfProcess Rarely

// Begin has garbage collected rarely until end is called. What the user set in the environment stays.
func (r *Rarely) Begin() (end func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.users++; r.users == 1 {
		r.back = collectRarely()
	}
	return sync.OnceFunc(r.end)
}

func (r *Rarely) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.users--; r.users == 0 {
		r.back()
	}
}

func collectRarely() (back func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percentBefore, limitBefore := debug.SetGCPercent(percent), debug.SetMemoryLimit(max(limit, inUse()+room))
	return func() {
		debug.SetGCPercent(percentBefore)
		debug.SetMemoryLimit(limitBefore)
	}
}

// inUse is what the last collection found in use, in bytes.
func inUse() int64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return int64(live[0].Value.Uint64())
}
