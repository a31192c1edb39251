package jobs_test

import (
	"context"
	"log/slog"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/jobs"
	"galley/backend/spend"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

// desk is a home with a shop, and a drafter that tests steer.
type desk struct {
	*jobs.Service
	t       *testing.T
	store   *store.Store
	shop    galley.Shop
	set     *galleytest.Settings
	drafter *drafter
	clock   galley.Clock
}

// drafter writes "Draft of TITLE" and counts the requests for each.
type drafter struct {
	mu    sync.Mutex
	calls map[string]int
	// hook, where set, may fail a draft or hold it up.
	hook func(ctx context.Context, req galley.WriteRequest) error
	// content, where set, writes something else.
	content func(req galley.WriteRequest) string
	warn    galley.Severity
	// uses, where set, is what a draft takes instead of 100 tokens in and 10 out.
	uses galley.Usage
}

func (d *drafter) Draft(ctx context.Context, _ galley.Writer, req galley.WriteRequest) (galley.Draft, galley.Usage, error) {
	meter, err := galley.MeterOf(ctx)
	if err != nil {
		return galley.Draft{}, galley.Usage{}, err
	}
	ticket, err := meter.Reserve(ctx, galley.Usage{InputTokens: 100, OutputTokens: 10})
	if err != nil {
		return galley.Draft{}, galley.Usage{}, err
	}
	d.mu.Lock()
	d.calls[req.Target.ID]++
	d.mu.Unlock()
	if d.hook != nil {
		if err := d.hook(ctx, req); err != nil {
			ticket.Settle(galley.Usage{InputTokens: 1})
			return galley.Draft{}, galley.Usage{InputTokens: 1}, err
		}
	}
	used := d.uses
	if used == (galley.Usage{}) {
		used = galley.Usage{InputTokens: 100, OutputTokens: 10}
	}
	ticket.Settle(used)
	w := galley.Draft{Content: "Draft of " + req.Product.Title, Original: req.Original, Author: galley.AuthorModel, By: "test model"}
	if d.content != nil {
		w.Content = d.content(req)
	}
	if d.warn != "" {
		w.Report.Warnings = []galley.Warning{{Rule: "claim", Severity: d.warn, Message: messages.AsRecorded("No source.")}}
	}
	return w, used, nil
}

func (d *drafter) Prompt(galley.WriteRequest) galley.Prompt { return galley.Prompt{} }

func (d *drafter) EstimateTokens(galley.WriteRequest) (in, out, outMax int) {
	return 100, 10, 50
}

func (d *drafter) most() (n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, calls := range d.calls {
		n = max(n, calls)
	}
	return n
}

// writers has no writer to give: the drafter does the writing.
type writers struct {
	galley.WriterFactory
	err error
}

func (w writers) Writer(context.Context, galley.WriterSpec) (galley.Writer, error) { return nil, w.err }

func newDesk(t *testing.T, products int) *desk {
	w := storetest.NewWorld(t, galley.SystemClock{}, products)
	d := &desk{
		t: t, store: w.Store, clock: w.Clock, shop: w.Shop,
		set:     w.Settings,
		drafter: &drafter{calls: map[string]int{}},
	}
	w.Settings.Settings = galley.Settings{
		Strategy: galley.StrategyReview,
		Writer:   galley.WriterSettings{Kind: galley.WriterOpenAI, BaseURL: "http://127.0.0.1:1/v1", Model: "m", Concurrency: 4},
		Prices:   []galley.Price{{Model: "m", Input: 1, Output: 10}},
		Person:   "Ada",
	}
	d.Service = jobs.New(d.store, d.set, d.drafter, w.Clock)
	return d
}

func (d *desk) runner(holder string) *jobs.Runner {
	return jobs.NewRunner(d.Service, writers{}, d.meters(), holder, slog.New(slog.DiscardHandler))
}

func (d *desk) meters() galley.Meters {
	return spend.New(d.store, d.set, d.clock, slog.New(slog.DiscardHandler))
}

func (d *desk) create(f galley.Field, change func(*galley.JobSpec)) galley.Job {
	d.t.Helper()
	spec := galley.JobSpec{ShopID: d.shop.ID, Field: f, Selection: galley.Selection{All: true}}
	if change != nil {
		change(&spec)
	}
	job, err := d.Create(context.Background(), spec)
	require.NoError(d.t, err)
	return job
}

func (d *desk) wait(job galley.Job) galley.Job {
	d.t.Helper()
	done, err := d.runner("p1").Wait(context.Background(), job.ID, nil)
	require.NoError(d.t, err)
	return done
}

func (d *desk) items(job galley.Job, f galley.ItemFilter) []galley.Item {
	d.t.Helper()
	page, err := d.store.Items(context.Background(), galley.ItemQuery{JobID: job.ID, Filter: f, Limit: 1000})
	require.NoError(d.t, err)
	return page.Items
}
