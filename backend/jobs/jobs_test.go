package jobs_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/jobs"
	"galley/backend/lease"
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
	ticket.Settle(galley.Usage{InputTokens: 100, OutputTokens: 10})
	w := galley.Draft{Content: "Draft of " + req.Product.Title, Original: req.Original, Author: galley.AuthorModel, By: "test model"}
	if d.content != nil {
		w.Content = d.content(req)
	}
	if d.warn != "" {
		w.Report.Warnings = []galley.Warning{{Rule: "claim", Severity: d.warn, Message: messages.AsRecorded("No source.")}}
	}
	return w, galley.Usage{InputTokens: 100, OutputTokens: 10}, nil
}

func (d *drafter) EstimateTokens(galley.Field, string, galley.Subject) (in, out, outMax int) {
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
type writers struct{ err error }

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

func TestJobWritesAndCountsItems(t *testing.T) {
	d := newDesk(t, 25)
	job := d.create(galley.FieldDescription, nil)
	require.Equal(t, galley.JobQueued, job.State)
	require.Equal(t, 25, job.Counts.Total)

	done := d.wait(job)
	require.Equal(t, galley.JobCompleted, done.State)
	require.Equal(t, galley.Counts{Total: 25, Successful: 25, PendingReview: 25, Unpublished: 25}, done.Counts)
	require.Equal(t, galley.NewProgress(25, 25), done.Progress)
	require.Equal(t, 2500, done.Usage.InputTokens)
	require.InDelta(t, 25*(100*1+10*10)/1e6, done.Usage.CostUSD, 1e-12)
	require.True(t, done.Usage.Priced)
	require.NotNil(t, done.FinishedAt)

	first := d.items(job, galley.FilterAll)[0]
	require.Equal(t, "Draft of Lamp 0000", first.Content)
	require.Equal(t, "<p>A table lamp of oak, model 0000.</p>", first.Original)
	require.Equal(t, galley.ItemID(string(job.ID)+"/1"), first.ID)
	require.Equal(t, 1, d.drafter.most())
}

func TestJobSelection(t *testing.T) {
	d := newDesk(t, 30)
	for name, c := range map[string]struct {
		field galley.Field
		spec  func(*galley.JobSpec)
		want  int
		label string
	}{
		"all":                  {galley.FieldTitle, nil, 30, "All products"},
		"each picture":         {galley.FieldAltText, nil, 60, "All products"},
		"pictures without alt": {galley.FieldAltText, func(s *galley.JobSpec) { s.OnlyEmpty = true }, 30, "All products, only empty"},
		"no SEO title":         {galley.FieldSEOTitle, func(s *galley.JobSpec) { s.OnlyEmpty = true }, 10, "All products, only empty"},
		"search":               {galley.FieldTitle, func(s *galley.JobSpec) { s.Selection = galley.Selection{Search: "lamp 000"} }, 10, "Search “lamp 000”"},
		"handles":              {galley.FieldTitle, func(s *galley.JobSpec) { s.Selection = galley.Selection{Handles: []string{"lamp-0003", "lamp-0004"}} }, 2, "2 products"},
		"ids": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{ProductIDs: []string{"gid://shopify/Product/1003"}}
		}, 1, "1 product"},
		"a vendor": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection.Filter = &galley.ProductFilter{Vendor: "Aldermill", Status: "active"}
		}, 30, "Vendor Aldermill, Status active"},
		"what a filter leaves of a search": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{Search: "lamp", Filter: &galley.ProductFilter{Without: galley.FieldSEOTitle}}
		}, 10, "Search “lamp”, without SEO title"},
		"a sample":        {galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 7 }, 7, "Sample of 7, All products"},
		"a sample of few": {galley.FieldTitle, func(s *galley.JobSpec) { s.Sample, s.Selection = 10, galley.Selection{Search: "lamp 0001"} }, 1, "Sample of 10, Search “lamp 0001”"},
		"all matching but some": {galley.FieldTitle, func(s *galley.JobSpec) {
			s.Selection = galley.Selection{All: true, Except: []string{"gid://shopify/Product/1003"}}
		}, 29, "All products but 1"},
	} {
		job := d.create(c.field, c.spec)
		require.Equal(t, c.want, job.Counts.Total, name)
		require.Equal(t, c.label, job.Name, name)

		spec := galley.JobSpec{ShopID: d.shop.ID, Field: c.field, Selection: galley.Selection{All: true}}
		if c.spec != nil {
			c.spec(&spec)
		}
		e, err := d.Estimate(context.Background(), spec)
		require.NoError(t, err)
		require.Equal(t, c.want, e.Items, name)
		require.Equal(t, c.want*100, e.InputTokens, name)
		require.LessOrEqual(t, e.CostUSD, e.CostMaxUSD)
		require.Len(t, e.Sample, min(3, c.want))
	}
}

func TestSampleIsSpreadOverSelection(t *testing.T) {
	d := newDesk(t, 100)
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 10 })
	var handles []string
	for _, it := range d.items(job, galley.FilterAll) {
		handles = append(handles, it.Product.Handle)
	}
	require.Equal(t, []string{
		"lamp-0000", "lamp-0010", "lamp-0020", "lamp-0030", "lamp-0040",
		"lamp-0050", "lamp-0060", "lamp-0070", "lamp-0080", "lamp-0090",
	}, handles)
	require.Equal(t, galley.NewItemID(job.ID, 1), d.items(job, galley.FilterAll)[0].ID)
}

func TestRefusesEmptyJob(t *testing.T) {
	d := newDesk(t, 3)
	for name, spec := range map[string]galley.JobSpec{
		"nothing chosen":   {ShopID: d.shop.ID, Field: galley.FieldTitle},
		"nothing matches":  {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{Search: "chair"}},
		"one is not there": {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{Handles: []string{"lamp-0001", "chair"}}},
		"unknown field":    {ShopID: d.shop.ID, Field: "subtitle", Selection: galley.Selection{All: true}},
		"unknown filter": {ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{
			All: true, Filter: &galley.ProductFilter{Without: "subtitle"},
		}},
		"unknown strategy":  {ShopID: d.shop.ID, Field: galley.FieldTitle, Strategy: "yolo", Selection: galley.Selection{All: true}},
		"long instructions": {ShopID: d.shop.ID, Field: galley.FieldTitle, Instructions: strings.Repeat("a", 8001), Selection: galley.Selection{All: true}},
	} {
		_, err := d.Create(context.Background(), spec)
		want := galley.CodeInvalidInput
		if name == "one is not there" {
			want = galley.CodeNotFound
		}
		require.Equal(t, want, galley.CodeOf(err), name)
	}
	all, err := d.List(context.Background(), "")
	require.NoError(t, err)
	require.Empty(t, all)
}

func TestLaterSettingsDoNotReachAJob(t *testing.T) {
	d := newDesk(t, 2)
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Instructions = " House voice. " })
	d.set.Strategy = galley.StrategyPublish
	d.set.Writer.Model = "another"
	job = d.wait(job)
	require.Equal(t, galley.StrategyReview, job.Strategy)
	require.Equal(t, "m", job.Writer.Model)
	require.Equal(t, "House voice.", job.Instructions)
}

func TestFailedItemsAreRetried(t *testing.T) {
	d := newDesk(t, 10)
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		if req.Product.Handle == "lamp-0003" {
			return galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Not written: answer cut short."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobCompleted, job.State, "failed items do not fail a job")
	require.Equal(t, 1, job.Counts.Failed)
	failed := d.items(job, galley.FilterFailed)
	require.Equal(t, &galley.Reason{Code: galley.CodeWriterCut, Message: messages.AsRecorded("Not written: answer cut short.")}, failed[0].Error)
	require.Equal(t, 9*100+1, job.Usage.InputTokens, "a failed try is paid for too")

	d.drafter.hook = nil
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID).Count)
	job, err := d.Get(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobQueued, job.State)
	require.Nil(t, job.FinishedAt)
	job = d.wait(job)
	require.Equal(t, 10, job.Counts.Successful)
	require.Zero(t, storetest.Retry(t, d.store, job.ID).Count)
}

func TestOneFailedItemIsRetriedAlone(t *testing.T) {
	d := newDesk(t, 3)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Not written: answer cut short."))
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, 3, job.Counts.Failed)

	d.drafter.hook = nil
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID, 2).Count)
	job = d.wait(job)
	require.Equal(t, 1, job.Counts.Successful)
	require.Equal(t, 2, job.Counts.Failed, "the others are left alone")
}

func TestWrongKeyPausesJob(t *testing.T) {
	d := newDesk(t, 40)
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		if req.Product.Handle >= "lamp-0010" {
			return galley.NewError(galley.CodeWriterKey, messages.AsRecorded("The model endpoint refused the key."))
		}
		return nil
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, &galley.Reason{Code: galley.CodeWriterKey, Message: messages.AsRecorded("The model endpoint refused the key.")}, job.Reason)
	require.LessOrEqual(t, job.Counts.Successful, 10)
	require.Zero(t, job.Counts.Failed)

	d.drafter.hook = nil
	job, err := d.Resume(context.Background(), job.ID)
	require.NoError(t, err)
	require.Nil(t, job.Reason)
	job = d.wait(job)
	require.Equal(t, 40, job.Counts.Successful)
}

func TestCapPausesJobAndKeepsDrafts(t *testing.T) {
	const draft = 0.0002 // dollars
	for name, caps := range map[string]galley.Caps{"job": {Job: 10.5 * draft}, "day": {Day: 10.5 * draft}} {
		d := newDesk(t, 60)
		d.set.Caps = caps
		job := d.wait(d.create(galley.FieldTitle, nil))
		require.Equal(t, galley.JobPaused, job.State, name)
		require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
		require.Equal(t, 10, job.Counts.Successful, "%s: the cap is for ten drafts", name)
		require.Contains(t, job.Reason.Message.String(), "50 items wait.")
		require.Empty(t, generating(d.items(job, galley.FilterAll)))

		d.set.Caps = galley.Caps{}
		_, err := d.Resume(context.Background(), job.ID)
		require.NoError(t, err)
		require.Equal(t, 60, d.wait(job).Counts.Successful, name)
	}
}

func TestUnavailableWriterPausesTheJob(t *testing.T) {
	d := newDesk(t, 2)
	job := d.create(galley.FieldTitle, nil)
	locked := writers{galley.NewError(galley.CodeVaultLocked, messages.AsRecorded("The key store is locked."))}
	r := jobs.NewRunner(d.Service, locked, d.meters(), "p1", slog.New(slog.DiscardHandler))
	job, err := r.Wait(context.Background(), job.ID, nil)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeVaultLocked, job.Reason.Code)
}

func TestPauseKeepsItemsBeingWritten(t *testing.T) {
	d := newDesk(t, 50)
	var once sync.Once
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		once.Do(func() {
			_, err := d.Pause(context.Background(), job.ID)
			require.NoError(t, err)
		})
		return nil
	}
	paused := d.wait(job)
	require.Equal(t, galley.JobPaused, paused.State)
	written := paused.Counts.Successful
	require.Positive(t, written)
	require.Less(t, written, 50)
	require.Empty(t, generating(d.items(job, galley.FilterAll)))

	_, err := d.Resume(context.Background(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 50, d.wait(job).Counts.Successful)
	require.Equal(t, 1, d.drafter.most(), "nothing was written twice")
}

func generating(items []galley.Item) (found []galley.ItemID) {
	for _, it := range items {
		if it.State == galley.ItemGenerating {
			found = append(found, it.ID)
		}
	}
	return found
}

func TestCancelKeepsWrittenDrafts(t *testing.T) {
	d := newDesk(t, 50)
	var once sync.Once
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		once.Do(func() {
			_, err := d.Cancel(context.Background(), job.ID)
			require.NoError(t, err)
		})
		return nil
	}
	job = d.wait(job)
	require.Equal(t, galley.JobCancelled, job.State)
	require.Positive(t, job.Counts.Successful)
	require.Equal(t, 50, job.Counts.Successful+job.Counts.Cancelled)
	_, err := d.Resume(context.Background(), job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))
}

func TestTakeoverOfKilledProcessWritesNothingTwice(t *testing.T) {
	d := newDesk(t, 30)
	ctx := context.Background()
	job := d.create(galley.FieldTitle, nil)

	// A process takes the job, writes some of it, claims more, and is killed:
	// its lease is never given back.
	dead := galley.Lease{Name: "job:" + string(job.ID), Holder: "dead"}
	taken, err := d.store.TakeLease(ctx, dead.Name, dead.Holder, lease.Term)
	require.NoError(t, err)
	require.True(t, taken)
	_, err = d.store.TakeJob(ctx, job.ID, dead)
	require.NoError(t, err)
	claimed, err := d.store.Claim(ctx, job.ID, 8, dead)
	require.NoError(t, err)
	var outcomes []galley.Outcome
	for _, c := range claimed[:5] {
		outcomes = append(outcomes, galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "by the dead", Author: galley.AuthorModel, By: "m"}})
	}
	require.NoError(t, d.store.SaveOutcomes(ctx, job.ID, outcomes, dead))

	worked, err := d.runner("p2").Work(ctx, job.ID)
	require.NoError(t, err)
	require.False(t, worked, "the lease still runs")

	// It is found dead.
	require.NoError(t, d.store.DropLease(ctx, dead.Name, dead.Holder))
	worked, err = d.runner("p2").Work(ctx, job.ID)
	require.NoError(t, err)
	require.True(t, worked)

	done, err := d.Get(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, done.State)
	require.Equal(t, 30, done.Counts.Successful)
	for i, it := range d.items(job, galley.FilterAll) {
		require.Equal(t, 1, it.Revision, it.ID)
		require.Equal(t, i < 5, it.Content == "by the dead", it.ID)
	}

	// The dead one wakes up: nothing of it is accepted any more.
	late := []galley.Outcome{{ID: claimed[6].ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "late", Author: galley.AuthorModel}}}
	require.Equal(t, galley.CodeBusy, galley.CodeOf(d.store.SaveOutcomes(ctx, job.ID, late, dead)))
}

func TestTwoProcessesShareAHomeWithoutWritingTwice(t *testing.T) {
	d := newDesk(t, 60)
	for range 3 {
		d.create(galley.FieldTitle, nil)
	}
	var both sync.WaitGroup
	for _, holder := range []string{"p1", "p2"} {
		both.Go(func() { require.NoError(t, d.runner(holder).RunUntilIdle(context.Background())) })
	}
	both.Wait()
	all, err := d.List(context.Background(), d.shop.ID)
	require.NoError(t, err)
	for _, job := range all {
		require.Equal(t, galley.JobCompleted, job.State)
		require.Equal(t, 60, job.Counts.Successful)
	}
	require.Equal(t, 3, d.drafter.most(), "once for each job")
}

func TestPublishStrategyHoldsBackDoubtfulDrafts(t *testing.T) {
	for severity, queued := range map[galley.Severity]bool{"": true, galley.SeverityWarn: true, galley.SeverityHold: false} {
		d := newDesk(t, 3)
		d.drafter.warn = severity
		job := d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Strategy = galley.StrategyPublish }))
		for _, it := range d.items(job, galley.FilterAll) {
			require.Equal(t, queued, it.PublishState == galley.PublishQueued, "severity %q", severity)
			require.Equal(t, !queued, it.HeldBack)
		}
		waiting, err := d.store.Waiting(context.Background(), d.shop.ID, 10)
		require.NoError(t, err)
		if queued {
			require.Len(t, waiting, 3)
			require.Equal(t, "Ada", waiting[0].Person)
			require.Equal(t, "test model", waiting[0].Writer)
			require.Equal(t, waiting[0].Product.Title, waiting[0].Expected.Text)
		} else {
			require.Empty(t, waiting)
		}
	}
}

func TestSkipsDeletedProduct(t *testing.T) {
	d := newDesk(t, 3)
	job := d.create(galley.FieldTitle, nil)
	ctx := context.Background()
	run, _, err := d.store.BeginSync(ctx, d.shop.ID)
	require.NoError(t, err)
	require.NoError(t, d.store.SavePage(ctx, d.shop.ID, run, galley.ProductBatch{Products: galleytest.Products(2)}))
	_, err = d.store.FinishSync(ctx, d.shop.ID, run)
	require.NoError(t, err)

	job = d.wait(job)
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 1, job.Counts.Skipped)
	require.Equal(t, 2, job.Counts.Successful)
	require.Equal(t, 1, job.Ready.Retry)
	page, err := d.store.Items(ctx, galley.ItemQuery{JobID: job.ID, Filter: galley.FilterSkipped, Limit: 10})
	require.NoError(t, err)
	require.Len(t, page.Items, 1, "the filter finds it")
	require.True(t, page.Items[0].Can.Retry)

	// The next sync finds it again, and then it can be written after all.
	run, _, err = d.store.BeginSync(ctx, d.shop.ID)
	require.NoError(t, err)
	require.NoError(t, d.store.SavePage(ctx, d.shop.ID, run, galley.ProductBatch{Products: galleytest.Products(3)}))
	_, err = d.store.FinishSync(ctx, d.shop.ID, run)
	require.NoError(t, err)
	require.Equal(t, 1, storetest.Retry(t, d.store, job.ID).Count)
	job = d.wait(job)
	require.Zero(t, job.Counts.Skipped)
	require.Equal(t, 3, job.Counts.Successful)
}

func TestInterruptLosesNothing(t *testing.T) {
	d := newDesk(t, 20)
	job := d.create(galley.FieldTitle, nil)
	ctx, stop := context.WithCancel(context.Background())
	var once sync.Once
	d.drafter.hook = func(ctx context.Context, _ galley.WriteRequest) error {
		once.Do(stop)
		return ctx.Err()
	}
	_, err := d.runner("p1").Work(ctx, job.ID)
	require.ErrorIs(t, err, context.Canceled)
	require.Empty(t, generating(d.items(job, galley.FilterAll)))
	lease := "job:" + string(job.ID)
	free, err := d.store.TakeLease(context.Background(), lease, "p2", time.Minute)
	require.NoError(t, err)
	require.True(t, free, "the next process need not wait")
	require.NoError(t, d.store.DropLease(context.Background(), lease, "p2"))

	d.drafter.hook = nil
	require.Equal(t, 20, d.wait(job).Counts.Successful)
}

func TestHeldLeaseIsRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s renewals
		held, err := lease.Take(context.Background(), &s, "job:1", "p1")
		require.NoError(t, err)
		time.Sleep(3*lease.Term + time.Millisecond)
		synctest.Wait()
		require.EqualValues(t, 9, s.renewed.Load())
		require.NoError(t, held.Context().Err())

		s.lost.Store(true)
		time.Sleep(lease.Term / 3)
		synctest.Wait()
		require.Equal(t, galley.CodeBusy, galley.CodeOf(context.Cause(held.Context())))
		held.Release()
		require.True(t, s.dropped.Load())
	})
}

type renewals struct {
	renewed       atomic.Int32
	lost, dropped atomic.Bool
}

func (r *renewals) TakeLease(context.Context, string, string, time.Duration) (bool, error) {
	return true, nil
}
func (r *renewals) RenewLease(context.Context, string, string, time.Duration) (bool, error) {
	r.renewed.Add(1)
	return !r.lost.Load(), nil
}
func (r *renewals) DropLease(context.Context, string, string) error {
	r.dropped.Store(true)
	return nil
}
func (r *renewals) LeaseLapsed(context.Context, string) (bool, error) { return false, nil }
