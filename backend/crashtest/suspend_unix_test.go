//go:build unix

package crashtest

import (
	"net/http"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
)

// TestSuspendedWriteLeavesAnEditAlone stops a process while its write waits for
// the shop to accept requests, as a closed lid does. Another process takes
// over, publishes and undoes, a person edits the text, and the first process
// continues.
func TestSuspendedWriteLeavesAnEditAlone(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1)
	d.write()
	it := d.item()
	away, once := make(chan struct{}), atomic.Bool{}
	d.shop.setTurnAway(func(w http.ResponseWriter, _ string) bool {
		if once.Swap(true) {
			return false
		}
		w.Header().Set("Retry-After", "5.0")
		w.WriteHeader(http.StatusTooManyRequests)
		close(away)
		return true
	})
	suspended := d.start("", "publish", string(d.job), "--wait")
	<-away
	t.Cleanup(func() { _ = suspended.Process.Kill() }) // a stopped process does not end on its own
	d.stopBetweenTransactions(suspended)
	d.run(nil, "", work...) // takes the lease over when it has gone unrenewed for its term
	require.Equal(t, domain.Published, d.item().PublishState)
	d.run(nil, "", "undo", string(d.job), "--wait")
	d.shop.put(it.Product.ID, theirs)
	require.NoError(t, suspended.Process.Signal(syscall.SIGCONT))
	d.finish(suspended)

	require.Equal(t, theirs, d.shop.descriptions()[it.Product.ID])
	d.wrote(it.Product.ID, map[string]int{it.Product.ID + " " + it.Content: 1, it.Product.ID + " " + it.Original: 1})
	require.Equal(t, domain.PublishUndone, d.item().PublishState)
	l := d.look()
	defer l.close()
	require.Equal(t, 2, l.number("SELECT count(*) FROM ledger WHERE result = 'written'"), "the publish and the undo")
	require.Equal(t, 2, l.number("SELECT count(*) FROM ledger"))
}

// TestEditDuringSuspensionIsAConflict is the same with no other process: the
// first one compares again when it continues.
func TestEditDuringSuspensionIsAConflict(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1)
	d.write()
	it := d.item()
	away, once := make(chan struct{}), atomic.Bool{}
	d.shop.setTurnAway(func(w http.ResponseWriter, _ string) bool {
		if once.Swap(true) {
			return false
		}
		w.Header().Set("Retry-After", "2.0")
		w.WriteHeader(http.StatusTooManyRequests)
		close(away)
		return true
	})
	suspended := d.start("", "publish", string(d.job), "--wait")
	<-away
	t.Cleanup(func() { _ = suspended.Process.Kill() }) // a stopped process does not end on its own
	d.stopBetweenTransactions(suspended)
	d.shop.put(it.Product.ID, theirs)
	require.NoError(t, suspended.Process.Signal(syscall.SIGCONT))
	d.finish(suspended)
	require.Equal(t, theirs, d.shop.descriptions()[it.Product.ID])
	require.Equal(t, domain.PublishConflict, d.item().PublishState)
	require.Equal(t, domain.CodeShopChanged, d.item().Error.Code)
}
