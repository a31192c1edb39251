//go:build unix

package crashtest

import (
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// TestDraftsOfAHungProcessAreKept stops a process while a model answers it. The
// job is paused, and another process takes it over for long enough to put its
// items back. When the first one continues, it keeps the drafts that were paid
// for, and everything billed is booked.
func TestDraftsOfAHungProcessAreKept(t *testing.T) {
	t.Parallel()
	c := &course{galley: galley{t: t, home: t.TempDir()}, shop: openShop(t, 4, 0)}
	c.id = c.connect(c.shop)
	var asked atomic.Int32
	both, answer := make(chan struct{}), make(chan struct{})
	c.chooseModel()
	c.model = llmtest.Start(t, llmtest.Options{Write: func(r llmtest.Request) string {
		n := asked.Add(1)
		if n == 1 {
			return "ready" // it is found out how to ask
		}
		if n == 3 {
			close(both)
		}
		<-answer
		return llmtest.Draft(r)
	}})
	c.run(nil, "", "settings", "set", "writer.base_url", c.model.URL())
	c.run(nil, "", "sync", c.id)

	hung := c.start("", "job", "create", c.id, "--field", "description", "--all", "--wait")
	t.Cleanup(func() { _ = hung.Process.Kill() }) // a stopped process does not end on its own
	<-both
	c.stopBetweenTransactions(hung)
	close(answer)
	c.run(nil, "", "job", "pause", "1")
	other := c.start("", "work")
	t.Cleanup(func() { _ = other.Process.Kill() })
	generating := func() int {
		l := c.look()
		defer l.close()
		return l.number("SELECT count(*) FROM items WHERE state = 'generating'")
	}
	require.Equal(t, 4, generating(), "two are being answered, two come next")
	require.Eventually(t, func() bool { return generating() == 0 }, tooLong, time.Second, "the other process puts the items back")

	require.NoError(t, hung.Process.Signal(syscall.SIGCONT))
	c.finish(hung)
	require.NoError(t, other.Process.Signal(syscall.SIGTERM))
	c.finish(other)
	c.job = "1"
	require.Equal(t, 2, c.show().Counts.Successful)
	require.Equal(t, domain.JobPaused, c.show().State)
	l := c.look()
	defer l.close()
	require.EqualValues(t, 3, asked.Load(), "nothing is asked without the lease")
	l.paid(c.model.Bill().Cost(1, 1, 10))
	require.Zero(t, l.number("SELECT count(*) FROM items WHERE estimated > 0"), "the endpoint's own count was booked")
}
