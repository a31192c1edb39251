package garbage

import (
	"math"
	"runtime"
	"runtime/debug"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// setting reads what is set.
func setting() (percentage int, bytes int64) {
	percentage = debug.SetGCPercent(100)
	debug.SetGCPercent(percentage)
	return percentage, debug.SetMemoryLimit(-1)
}

// plainly sets what a process begins with, without an environment of its own.
func plainly(t *testing.T) {
	t.Helper()
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	percentage, bytes := debug.SetGCPercent(100), debug.SetMemoryLimit(math.MaxInt64)
	t.Cleanup(func() {
		debug.SetGCPercent(percentage)
		debug.SetMemoryLimit(bytes)
	})
}

func requireSetting(t *testing.T, percentage int, bytes int64) {
	t.Helper()
	p, b := setting()
	require.Equal(t, percentage, p)
	require.Equal(t, bytes, b)
}

func TestTheLastOfSeveralPutsBack(t *testing.T) {
	plainly(t)
	var r Rarely
	first, second := r.Begin(), r.Begin()
	requireSetting(t, percent, limit)
	first()
	first() // once more does nothing
	requireSetting(t, percent, limit)
	second()
	requireSetting(t, 100, math.MaxInt64)
	r.Begin()()
	requireSetting(t, 100, math.MaxInt64)
}

func TestManyAtOnceLeaveNothing(t *testing.T) {
	plainly(t)
	var r Rarely
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			end := r.Begin()
			runtime.Gosched()
			end()
		})
	}
	all.Wait()
	require.Zero(t, r.users)
	requireSetting(t, 100, math.MaxInt64)
}

func TestAPanicPutsBack(t *testing.T) {
	plainly(t)
	var r Rarely
	require.Panics(t, func() {
		defer r.Begin()()
		panic("over what the shop sent")
	})
	requireSetting(t, 100, math.MaxInt64)
}

func TestWhatTheUserSetStays(t *testing.T) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		plainly(t)
		t.Setenv(name, "300")
		debug.SetGCPercent(300)
		var r Rarely
		end := r.Begin()
		requireSetting(t, 300, math.MaxInt64)
		end()
		requireSetting(t, 300, math.MaxInt64)
	}
}

// A limit below what is in use would have the process do little but collect.
func TestTheLimitIsAboveWhatIsInUse(t *testing.T) {
	plainly(t)
	held := make([]byte, 200<<20)
	runtime.GC()
	var r Rarely
	end := r.Begin()
	defer end()
	_, bytes := setting()
	require.GreaterOrEqual(t, bytes, int64(len(held)+room))
	runtime.KeepAlive(held)
}
