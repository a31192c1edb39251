package spend_test

import (
	"context"
	"database/sql"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/lease"
	"galley/backend/spend"
	"galley/backend/store"
)

var bg = context.Background()

// capped has a price for the model under a cap that has room for one request.
type capped struct{ galley.Settings }

func (c capped) Get(context.Context) (galley.Settings, error) { return c.Settings, nil }

func (c capped) For(context.Context, galley.ShopID) (galley.Settings, error) { return c.Settings, nil }

var model = galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: "https://models.example/v1", Model: "m"}

func preferences() capped {
	return capped{galley.Settings{Caps: galley.Caps{Day: 10, Chosen: true}, Prices: []galley.Price{{Model: "m", Input: 1}}}}
}

// process is one Galley on a home, with its own clock.
type process struct {
	store *store.Store
	clock *eventClock
	meter galley.Meter
}

// eventClock calls f at each sleep.
type eventClock struct {
	*galleytest.Clock

	f func()
}

// Sleep implements galley.Clock.
func (c *eventClock) Sleep(ctx context.Context, d time.Duration) error {
	if c.f != nil {
		c.f()
	}
	return c.Clock.Sleep(ctx, d)
}

func open(t *testing.T, home string, set galley.SettingsSource, to galley.Charge) *process {
	t.Helper()
	p := &process{clock: &eventClock{Clock: galleytest.NewClock()}}
	var err error
	p.store, err = store.Open(bg, filepath.Join(home, store.FileName), p.clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, p.store.Close()) })
	p.meter = spend.New(p.store, set, p.clock, slog.New(slog.DiscardHandler)).Meter(to)
	return p
}

// one is the most that a request uses: a dollar.
var one = galley.Usage{InputTokens: 1_000_000}

// TestWaitsForRequestOfStoppedProcessUpToALease: the first
// request to a model is made outside of any job, and its process stops: its
// lease is not renewed while the other one watches.
func TestWaitsForRequestOfStoppedProcessUpToALease(t *testing.T) {
	home := t.TempDir()
	charge := galley.Charge{JobID: "1", Writer: model}
	stopped, waiting := open(t, home, preferences(), charge), open(t, home, preferences(), charge)
	first, err := stopped.meter.Reserve(bg, one)
	require.NoError(t, err)

	second, err := waiting.meter.Reserve(bg, one)
	require.NoError(t, err)
	require.Greater(t, waiting.clock.Elapsed(), lease.Term-time.Second, "a living one would be waited for")
	require.LessOrEqual(t, waiting.clock.Elapsed(), lease.Term+5*time.Second)
	spent, err := waiting.store.Spend(bg)
	require.NoError(t, err)
	require.InDelta(t, 2.0, spent.ReservedUSD, 1e-9, "the money of both stays reserved")
	require.InDelta(t, 2.0, spent.TotalUSD, 1e-9, "and caps count it")

	second.Settle(one)
	first.Settle(galley.Usage{InputTokens: 500_000}) // it goes on
	spent, err = waiting.store.Spend(bg)
	require.NoError(t, err)
	require.InDelta(t, 1.5, spent.BookedUSD, 1e-9, "each books what it used")
	require.InDelta(t, 1.5, spent.TotalUSD, 1e-9)
	require.Zero(t, spent.ReservedUSD)
}

// TestWaitsForRequestOfLivingProcess: its lease is renewed meanwhile.
func TestWaitsForRequestOfLivingProcess(t *testing.T) {
	home := t.TempDir()
	charge := galley.Charge{JobID: "1", Writer: model}
	living, waiting := open(t, home, preferences(), charge), open(t, home, preferences(), charge)
	first, err := living.meter.Reserve(bg, one)
	require.NoError(t, err)
	waiting.clock.f = func() {
		renewAll(t, home)
		if waiting.clock.Elapsed() >= time.Minute {
			first.Settle(one)
			waiting.clock.f = nil
		}
	}
	_, err = waiting.meter.Reserve(bg, one)
	require.NoError(t, err)
	require.GreaterOrEqual(t, waiting.clock.Elapsed(), time.Minute)
}

// renewAll renews all leases of a home, as their living holders do.
func renewAll(t *testing.T, home string) {
	t.Helper()
	file, err := sql.Open("sqlite3", filepath.Join(home, store.FileName)+"?_busy_timeout=10000")
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	_, err = file.ExecContext(bg, "UPDATE leases SET renewals = renewals + 1")
	require.NoError(t, err)
}

// TestConnectionTestWithoutPriceIsBookedAsEstimate: a test is allowed without
// a price, and costs something all the same.
func TestConnectionTestWithoutPriceIsBookedAsEstimate(t *testing.T) {
	for address, free := range map[string]bool{"https://models.example/v1": false, "http://localhost:11434/v1": true} {
		t.Run(address, func(t *testing.T) {
			unknown := galley.WriterSpec{Kind: galley.WriterOpenAI, BaseURL: address, Model: "without a price"}
			set := preferences()
			p := open(t, t.TempDir(), set, galley.Charge{Writer: unknown})
			ticket, err := p.meter.Reserve(bg, galley.Usage{InputTokens: 200, OutputTokens: 20})
			require.NoError(t, err)
			used := galley.Usage{InputTokens: 100, OutputTokens: 10}
			ticket.Settle(used)

			spent, err := p.store.Spend(bg)
			require.NoError(t, err)
			told := set.PricedTest(used, unknown)
			require.Equal(t, !free, spent.Estimated)
			require.Equal(t, !free, spent.BookedUSD > 0)
			require.InDelta(t, spent.BookedUSD, told.CostUSD, 1e-12, "what is said is what was booked")
			require.Equal(t, spent.Estimated, told.Estimated)
			require.False(t, told.Priced)

			job := spend.New(p.store, set, p.clock, slog.New(slog.DiscardHandler)).Meter(galley.Charge{JobID: "1", Writer: unknown})
			_, err = job.Reserve(bg, used)
			require.Equal(t, galley.CodeWriterPrice, galley.CodeOf(err), "only a test is allowed without a price")
		})
	}
}
