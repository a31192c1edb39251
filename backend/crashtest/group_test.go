package crashtest

import (
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
)

const (
	// allAtOnce is how many writes are under way at once at most, in groups of ten.
	allAtOnce = 380
	// many is more than that, so that some wait.
	many = 450
)

// held holds the answers of product updates: of every second product it is carried out before, of the
// others it is not carried out at all.
type held struct {
	arrived  atomic.Int32
	gathered chan struct{} // closed once all that can be under way is
	release  chan struct{}
}

func (h *held) arrive() {
	if h.arrived.Add(1) == allAtOnce {
		close(h.gathered)
	}
	<-h.release
}

func carriedOut(product string) bool {
	n, err := strconv.Atoi(product[strings.LastIndex(product, "/")+1:])
	return err == nil && n%2 == 0
}

// TestKillWithAllWritesUnderWay kills the program while as many writes as there can be are under way:
// some were carried out, of others the shop never heard, and no answer has arrived. Nothing is lost,
// and nothing is sent twice.
func TestKillWithAllWritesUnderWay(t *testing.T) {
	t.Parallel()
	d := &desk{galley: galley{t: t, home: t.TempDir()}, shop: openShop(t, many, 100*time.Millisecond)}
	d.id = d.connect(d.shop)
	d.run(nil, "", "sync", d.id)
	d.write()
	before := d.shop.descriptions()

	h := &held{gathered: make(chan struct{}), release: make(chan struct{})}
	d.shop.setTurnAway(func(w http.ResponseWriter, product string) bool {
		if carriedOut(product) {
			return false
		}
		h.arrive()
		http.Error(w, "gone", http.StatusInternalServerError)
		return true
	})
	d.shop.setDone(func(string) { h.arrive() })
	p := d.start("", "publish", string(d.job), "--wait")
	select {
	case <-h.gathered:
	case <-time.After(tooLong):
		require.Fail(t, "too few writes came together", "%d of %d", h.arrived.Load(), allAtOnce)
	}
	require.NoError(t, p.Process.Kill())
	require.True(t, d.finish(p).killed())
	d.shop.setTurnAway(nil)
	d.shop.setDone(nil)
	close(h.release)

	l := d.look()
	require.Equal(t, allAtOnce, l.number("SELECT count(*) FROM publications WHERE state = 'publishing'"), "each is on record")
	require.Zero(t, l.number("SELECT count(*) FROM publications WHERE state = 'publishing' AND before_known = 0"), "with the text that it replaces")
	require.Equal(t, many-allAtOnce, l.number("SELECT count(*) FROM publications WHERE state = 'queued'"))
	l.close()

	require.Zero(t, d.try("", work...).code)
	var job domain.Job
	d.run(&job, "", "job", "show", string(d.job))
	require.Equal(t, many, job.Counts.Published)
	once(t, d.shop.takeWrites(), many)
	l = d.look()
	l.sound()
	l.legal()
	require.Equal(t, many, l.number("SELECT count(*) FROM ledger"))
	l.close()

	d.run(nil, "", "undo", string(d.job), "--wait")
	require.Equal(t, before, d.shop.descriptions(), "byte for byte")
	once(t, d.shop.takeWrites(), many)
}
