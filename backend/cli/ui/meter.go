package ui

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// between is how long a pipe waits between two lines of progress: a log is
// read later, and not all of it.
const between = 2 * time.Second

// Meter shows progress: one line that changes on a terminal, plain lines now
// and then elsewhere.
type Meter struct {
	w    io.Writer
	live bool

	mu    sync.Mutex
	last  string
	shown time.Time
	drawn bool
}

// NewMeter shows progress on w.
func NewMeter(w io.Writer) *Meter {
	file, ok := w.(*os.File)
	return &Meter{w: w, live: ok && term.IsTerminal(int(file.Fd()))}
}

// Show reports progress.
func (m *Meter) Show(line string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if line == m.last {
		return
	}
	m.last = line
	switch {
	case m.live:
		fmt.Fprintf(m.w, "\r\x1b[K%s", line)
		m.drawn = true
	case time.Since(m.shown) >= between:
		m.shown = time.Now()
		fmt.Fprintln(m.w, line)
	}
}

// End leaves the last line standing. The meter can be used again.
func (m *Meter) End() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.drawn {
		fmt.Fprintln(m.w)
	}
	m.last, m.drawn, m.shown = "", false, time.Time{}
}
