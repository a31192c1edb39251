package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// errKilled is what a test panics with in place of a kill.
const errKilled = "killed"

// TestKillDuringTheRotationOfCopiesLosesNone kills the program at every step of
// the rotation. Until the next try no copy is lost; after it there are the
// newest three, each of a day of its own and with what belongs to it.
func TestKillDuringTheRotationOfCopiesLosesNone(t *testing.T) {
	for _, days := range []int{1, 2, 3} {
		for nth := 1; ; nth++ {
			r := newRotation(t, days)
			if !r.killed(nth) {
				require.Greater(t, nth, 2*days, "each copy is moved in two steps")
				break
			}
			t.Run(fmt.Sprintf("%d copies, step %d", days, nth), func(t *testing.T) {
				r.t = t
				before := r.copies()
				require.GreaterOrEqual(t, len(before), days, "no fewer than before")
				for day := 1; day <= days; day++ {
					require.Contains(t, before, day)
				}
				require.NoError(t, r.store.KeepCopy(t.Context()))
				after := r.copies()
				require.Len(t, after, min(3, days+1))
				for day := days + 1; day > days+1-len(after); day-- {
					require.Equal(t, fmt.Sprint("keys of day ", day), after[day], "what belongs to the copy of day %d", day)
				}
			})
		}
	}
}

// rotation is a home on the day after its last copies.
type rotation struct {
	t     *testing.T
	store *store.Store
	home  string
	start time.Time
}

func newRotation(t *testing.T, days int) *rotation {
	clock := galleytest.NewClock()
	r := &rotation{t: t, home: t.TempDir(), start: clock.Now()}
	var err error
	r.store, err = store.Open(t.Context(), filepath.Join(r.home, store.FileName), clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, r.store.Close()) })
	for day := 1; day <= days+1; day++ {
		require.NoError(t, os.WriteFile(filepath.Join(r.home, "keystore.age"), fmt.Append(nil, "keys of day ", day), 0o600))
		if day <= days {
			require.NoError(t, r.store.KeepCopy(t.Context()))
			clock.Advance(25 * time.Hour)
		}
	}
	return r
}

// killed makes the copy of the day until the nth step. It reports false where
// there are fewer steps.
func (r *rotation) killed(nth int) (killed bool) {
	failpoint.Watch(func(p failpoint.Point) {
		if p == failpoint.CopyWritten || p == failpoint.CopyMoving || p == failpoint.CopyRotating {
			if nth--; nth == 0 {
				panic(errKilled)
			}
		}
	})
	defer failpoint.Watch(nil)
	defer func() {
		if p := recover(); p != nil {
			require.Equal(r.t, errKilled, p)
			killed = true
		}
	}()
	require.NoError(r.t, r.store.KeepCopy(r.t.Context()))
	return false
}

// copies are the daily copies by their day, with the key store that belongs to
// each. It fails where two are of one day.
func (r *rotation) copies() map[int]string {
	found := map[int]string{}
	for _, c := range store.Copies(filepath.Join(r.home, store.FileName)) {
		require.Equal(r.t, galley.CopyDaily, c.Kind)
		day := 1 + int(c.Made.Sub(r.start).Hours())/25
		require.NotContains(r.t, found, day, "two copies of one day")
		keys, _ := os.ReadFile(filepath.Join(c.Path+".home", "keystore.age")) // compared by the caller
		found[day] = string(keys)
	}
	return found
}
