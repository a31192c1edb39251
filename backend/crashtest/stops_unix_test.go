//go:build unix

package crashtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
)

const (
	tortureStops = "GALLEY_TORTURE_STOPS" // least number of stops
	shortTerm    = 2 * time.Second        // of a lease, so that a stop need not last 15 s
	stopProducts = 20                     // of a course's shop
	stopItems    = 10                     // of its job
)

// stopPoints are the points at which a process is stopped: not within a
// transaction, where it would hold the data file for all others.
var stopPoints = map[string][]failpoint.Point{
	"sync":    {failpoint.SyncRead, failpoint.SyncSaved},
	"write":   {failpoint.JobClaimed, failpoint.Reserved, failpoint.JobAnswered, failpoint.JobSaved},
	"publish": {failpoint.ShopRead, failpoint.SendStarted, failpoint.SendWritten, failpoint.SendReadBack, failpoint.SendSettled},
}

// TestStopsLoseNothingAndDoNothingTwice stops the program (SIGSTOP) for longer
// than the term of a lease, again and again, through the whole main job.
// Meanwhile another process takes over and finishes, and a person edits texts
// on the shop; then the first one continues. While texts are written, the shop
// rejects requests, loses some and holds answers back, and a person edits the
// same texts. The person's texts stay.
func TestStopsLoseNothingAndDoNothingTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-deep stops processes")
	}
	t.Parallel()
	least, runs := 1, 1 // a course
	if text := os.Getenv(tortureStops); text != "" {
		var err error
		least, err = strconv.Atoi(text)
		require.NoError(t, err, "%s is a number of stops", tortureStops)
		runs = atOnce
	}
	count := &stops{points: map[failpoint.Point]int{}}
	begun := time.Now()
	t.Run("courses", func(t *testing.T) {
		for n := range runs {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				for seed := n; ; seed += runs {
					t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) { runStops(t, uint64(seed), count) })
					if t.Failed() || count.total() >= least {
						return
					}
				}
			})
		}
	})
	t.Logf("%d stops in %d courses, %.0f s; %d texts edited by somebody else meanwhile\n%v", count.total(), count.courses, time.Since(begun).Seconds(), count.edits, count.points)
	require.Positive(t, count.edits)
}

// stops counts them.
type stops struct {
	mu             sync.Mutex
	points         map[failpoint.Point]int
	edits, courses int
}

func (s *stops) total() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, of := range s.points {
		n += of
	}
	return n
}

// stopCourse is a course in which processes are stopped and somebody else edits
// texts.
type stopCourse struct {
	*course
	count *stops

	mu    sync.Mutex
	edits map[string]string // what a person wrote, by product
}

func runStops(t *testing.T, seed uint64, count *stops) {
	c := &stopCourse{count: count, edits: map[string]string{}, course: &course{
		galley: galley{t: t, home: t.TempDir()}.with(leaseTerm + "=" + shortTerm.String()),
		shop:   openShop(t, stopProducts, 2*time.Millisecond), dice: rand.New(rand.NewPCG(seed, 1)),
	}}
	c.before = c.shop.descriptions()
	c.id = c.connect(c.shop)
	c.chooseModel()
	c.syncStopped()
	c.writeStopped()
	c.sendStopped("publish")
	c.sendStopped("undo")
	count.mu.Lock()
	defer count.mu.Unlock()
	count.courses++
	count.edits += len(c.edits)
}

func (c *stopCourse) syncStopped() {
	c.stop("sync", []string{"sync", c.id}, func() {
		// Until the lease has gone unrenewed for its term, another sync is refused.
		require.Eventually(c.t, func() bool { return c.try("", "sync", c.id).code == 0 }, tooLong, 10*tick)
	})
	c.end([]string{"sync", c.id})
	l := c.look()
	defer l.close()
	l.sound()
	require.Equal(c.t, c.before, l.texts("SELECT id, description_html FROM products"))
}

// writeStopped stops the process that writes, once while the job is paused.
func (c *stopCourse) writeStopped() {
	var job domain.Job
	c.run(&job, "", "job", "create", c.id, "--field", "description", "--all", "--sample", strconv.Itoa(stopItems))
	c.job = job.ID
	c.stop("write", work, func() {
		c.run(nil, "", "job", "pause", string(c.job))
		other := c.start("", "work")
		defer func() { _ = other.Process.Kill() }()
		require.Eventually(c.t, func() bool {
			l := c.look()
			defer l.close()
			return l.number("SELECT count(*) FROM items WHERE state = 'generating'") == 0
		}, tooLong, 10*tick, "items of a paused job are put back")
		require.NoError(c.t, other.Process.Signal(syscall.SIGTERM))
		c.finish(other)
	})
	if c.show().State == domain.JobPaused {
		c.run(nil, "", "job", "resume", string(c.job))
	}
	c.stop("write", work, func() { c.end(work) })
	c.end(work)
	require.Equal(c.t, stopItems, c.show().Counts.Successful)
	c.compare()
	require.Empty(c.t, c.shop.takeWrites())
}

// sendStopped publishes or undoes the job while the shop and other people make
// trouble, and stops the process that does it.
func (c *stopCourse) sendStopped(verb string) {
	c.disturb()
	c.run(nil, "", verb, string(c.job))
	c.stop("publish", work, func() { c.end(work); c.edit(c.somebodys()) })
	c.end(work)
	c.shop.setTurnAway(nil)
	c.shop.setDone(nil)

	want := maps.Clone(c.before)
	l := c.look()
	defer l.close()
	l.sound()
	l.legal()
	require.Zero(c.t, l.number("SELECT count(*) FROM publications WHERE state IN ('queued', 'publishing')"), "all of it has ended")
	if verb == "publish" {
		maps.Copy(want, l.texts("SELECT place_id, content FROM items"))
	}
	maps.Copy(want, c.edits)
	require.Equal(c.t, want, c.shop.descriptions(), "what people wrote stays; the rest is done")
	for what, n := range c.shop.takeWrites() {
		require.Equal(c.t, 1, n, "written twice: %s", what)
	}
}

// somebodys is a product of the job.
func (c *stopCourse) somebodys() string {
	l := c.look()
	defer l.close()
	return l.text("SELECT place_id FROM items WHERE position = ?", 1+c.dice.IntN(stopItems))
}

// edit changes a text on the shop as somebody else would.
func (c *stopCourse) edit(product string) {
	c.mu.Lock()
	text := fmt.Sprintf("<p>Edit %d by somebody else.</p>", len(c.edits))
	c.edits[product] = text
	c.mu.Unlock()
	c.shop.put(product, text)
}

// disturb has time pass inside three writes, and somebody edit the same text in
// it: the shop turns the first away for a second, loses the second, and carries
// the third out and holds its answer back.
func (c *stopCourse) disturb() {
	kinds := []string{"turned away", "lost", "held back"}
	var mu sync.Mutex
	fate := map[string]string{} // by product
	first := func(product, kind string) bool {
		mu.Lock()
		defer mu.Unlock()
		if len(kinds) > 0 && fate[product] == "" {
			fate[product], kinds = kinds[0], kinds[1:]
		}
		if fate[product] != kind {
			return false
		}
		fate[product] = "over"
		return true
	}
	c.shop.setTurnAway(func(w http.ResponseWriter, product string) bool {
		switch {
		case first(product, "turned away"):
			c.edit(product)
			w.Header().Set("Retry-After", "1.0")
			w.WriteHeader(http.StatusTooManyRequests)
			return true
		case first(product, "lost"):
			c.edit(product)
			panic(http.ErrAbortHandler)
		}
		return false
	})
	c.shop.setDone(func(product string) {
		if first(product, "held back") {
			c.edit(product)
			time.Sleep(shortTerm / 4)
		}
	})
}

// stop stops a command at one of the points of its work while something else
// runs, and then lets it finish.
func (c *stopCourse) stop(kind string, args []string, meanwhile func()) {
	c.t.Helper()
	points := stopPoints[kind]
	at := points[c.dice.IntN(len(points))]
	marker := filepath.Join(c.t.TempDir(), "hangs")
	p := c.with(fmt.Sprintf("%s=%s %d", hangAt, at, 1+c.dice.IntN(2)), hangFile+"="+marker).start("", args...)
	over := make(chan struct{})
	go func() { defer close(over); c.finish(p) }()
	hangs := func() bool { _, err := os.Stat(marker); return err == nil }
	for !hangs() {
		select {
		case <-over:
			return // it came to its end without being there
		case <-time.After(tick / 4):
		}
	}
	c.stopBetweenTransactions(p)
	meanwhile()
	require.NoError(c.t, os.Remove(marker))
	require.NoError(c.t, p.Process.Signal(syscall.SIGCONT))
	<-over
	code := p.ProcessState.ExitCode()
	require.Contains(c.t, []int{0, 1, 4}, code, "stopped at %s: %s", at, p.err.String())
	c.count.mu.Lock()
	c.count.points[at]++
	c.count.mu.Unlock()
}
