package store_test

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

const (
	leaseTerm  = 15 * time.Second
	leaseRenew = leaseTerm / 3
	leaseLook  = 300 * time.Millisecond
)

// twoProcesses are two open stores on one home, each with its own clock.
type twoProcesses struct {
	t                       *testing.T
	path                    string
	holder, other           *store.Store
	holderClock, otherClock *galleytest.Clock
}

func openTwo(t *testing.T) *twoProcesses {
	t.Helper()
	p := &twoProcesses{t: t, holderClock: galleytest.NewClock(), otherClock: galleytest.NewClock()}
	p.path = filepath.Join(t.TempDir(), store.FileName)
	for _, side := range []struct {
		store **store.Store
		clock *galleytest.Clock
	}{{&p.holder, p.holderClock}, {&p.other, p.otherClock}} {
		s, err := store.Open(context.Background(), p.path, side.clock)
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, s.Close()) })
		*side.store = s
	}
	require.True(t, p.take(p.holder))
	return p
}

func (p *twoProcesses) take(s *store.Store) bool {
	p.t.Helper()
	taken, err := s.TakeLease(context.Background(), "job:1", s.Holder()+"/1", leaseTerm)
	require.NoError(p.t, err)
	return taken
}

func (p *twoProcesses) renew() bool {
	p.t.Helper()
	held, err := p.holder.RenewLease(context.Background(), "job:1", p.holder.Holder()+"/1", leaseTerm)
	require.NoError(p.t, err)
	return held
}

// pass lets time pass for both and has the other process look at the lease as
// the runner does. It returns after how long the lease was taken, or 0.
func (p *twoProcesses) pass(d time.Duration, renews bool) time.Duration {
	p.t.Helper()
	var renewed time.Duration
	for at := leaseLook; at <= d; at += leaseLook {
		p.holderClock.Advance(leaseLook)
		p.otherClock.Advance(leaseLook)
		if renews && at-renewed >= leaseRenew {
			renewed = at
			require.True(p.t, p.renew(), "the holder lives")
		}
		if p.take(p.other) {
			return at
		}
	}
	return 0
}

// A stopped holder is taken over after the term and one look, independent of
// how long it held the lease before and of the machine's speed.
func TestTakeoverTakesLeaseTermAndOneCheck(t *testing.T) {
	for _, before := range []time.Duration{0, time.Second, leaseRenew, 2 * time.Minute} {
		p := openTwo(t)
		require.Zero(t, p.pass(before, true), "a living holder keeps it")
		taken := p.pass(time.Minute, false)
		require.GreaterOrEqual(t, taken, leaseTerm-leaseRenew)
		require.LessOrEqual(t, taken, leaseTerm+2*leaseLook)
		require.Less(t, taken, 30*time.Second)
		require.False(t, p.renew(), "the holder finds it gone")
	}
}

func TestLeaseSurvivesClockSteps(t *testing.T) {
	for name, step := range map[string]func(*twoProcesses){
		"both forward 15 s":       func(p *twoProcesses) { p.holderClock.Step(15 * time.Second); p.otherClock.Step(15 * time.Second) },
		"both forward a day":      func(p *twoProcesses) { p.holderClock.Step(24 * time.Hour); p.otherClock.Step(24 * time.Hour) },
		"both back a day":         func(p *twoProcesses) { p.holderClock.Step(-24 * time.Hour); p.otherClock.Step(-24 * time.Hour) },
		"only the holder's back":  func(p *twoProcesses) { p.holderClock.Step(-time.Hour) },
		"only the other's ahead":  func(p *twoProcesses) { p.otherClock.Step(time.Hour) },
		"only the holder's ahead": func(p *twoProcesses) { p.holderClock.Step(time.Hour) },
	} {
		t.Run(name, func(t *testing.T) {
			p := openTwo(t)
			require.Zero(t, p.pass(20*time.Second, true))
			step(p)
			require.False(t, p.take(p.other), "a step takes nothing from a living holder")
			require.NoError(t, p.holder.Fence(context.Background(), galley.Lease{Name: "job:1", Holder: p.holder.Holder() + "/1"}), "nor do its results get lost")
			require.Zero(t, p.pass(time.Minute, true))

			taken := p.pass(time.Minute, false) // now it hangs
			require.NotZero(t, taken)
			require.LessOrEqual(t, taken, 30*time.Second)
			require.GreaterOrEqual(t, taken, leaseTerm-leaseRenew)
			require.False(t, p.renew(), "it finds its lease gone")
			require.Error(t, p.holder.Fence(context.Background(), galley.Lease{Name: "job:1", Holder: p.holder.Holder() + "/1"}))
		})
	}
}

// A watcher that was stopped together with the holder (a frozen session, a
// stopped terminal) has watched nothing in between.
func TestLeaseSurvivesStopOfHolderAndWatcher(t *testing.T) {
	p := openTwo(t)
	require.Zero(t, p.pass(3*time.Second, true))
	p.holderClock.Advance(time.Hour)
	p.otherClock.Advance(time.Hour)
	require.False(t, p.take(p.other))
	require.True(t, p.renew())
	require.Zero(t, p.pass(time.Minute, true))
}

func TestLeaseOfOwnProcessIsNotTakenTwice(t *testing.T) {
	p := openTwo(t)
	taken, err := p.holder.TakeLease(context.Background(), "job:1", p.holder.Holder()+"/2", leaseTerm)
	require.NoError(t, err)
	require.False(t, taken)
}

// renewing is the other process of the next test: it takes a lease, renews it,
// and prints each time.
func renewing(path string) {
	s, err := store.Open(context.Background(), path, galley.SystemClock{})
	if err != nil {
		panic(err)
	}
	if taken, err := s.TakeLease(context.Background(), "job:1", s.Holder()+"/1", stopTerm); err != nil || !taken {
		panic("not taken")
	}
	var stop atomic.Bool
	go func() {
		_, _ = os.Stdin.Read(make([]byte, 1))
		stop.Store(true)
	}()
	for {
		if stop.Swap(false) { // between two transactions: a process stopped within one holds the data file
			stopSelf()
			time.Sleep(stopTerm / 10) // until the signal has arrived
		}
		held, err := s.RenewLease(context.Background(), "job:1", s.Holder()+"/1", stopTerm)
		if err != nil {
			panic(err)
		}
		if !held {
			_, _ = os.Stdout.WriteString("lost\n")
			return
		}
		_, _ = os.Stdout.WriteString("renewed\n")
		time.Sleep(stopTerm / 10)
	}
}

// stopTerm keeps the test with a real process short.
const stopTerm = time.Second

func TestStoppedProcessLosesItsLeaseAndLearnsIt(t *testing.T) {
	skipWithoutStop(t)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), store.FileName)
	s, err := store.Open(ctx, path, galley.SystemClock{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()

	holder := exec.Command(os.Args[0])
	holder.Env = append(os.Environ(), takeAndRenew+"="+path)
	out, err := holder.StdoutPipe()
	require.NoError(t, err)
	tell, err := holder.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, holder.Start())
	defer func() { _ = holder.Process.Kill(); _ = holder.Wait() }()
	lines := bufio.NewScanner(out)
	require.True(t, lines.Scan())

	_, err = tell.Write([]byte("x"))
	require.NoError(t, err)
	require.Eventually(t, func() bool {
		taken, err := s.TakeLease(ctx, "job:1", s.Holder()+"/1", stopTerm)
		return err == nil && taken
	}, 2*time.Minute, stopTerm/20, "a stopped process keeps its lock file, and is taken over all the same")
	continueProcess(t, holder.Process)
	said, err := io.ReadAll(out)
	require.NoError(t, err)
	require.Contains(t, string(said), "lost\n", "once it goes on, it finds its lease gone")
}
