package jobs

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// run is one stretch of work on a job, under a lease.
type run struct {
	*Runner
	task   task
	job    galley.Job
	held   galley.Lease
	writer galley.Writer
	prefs  galley.Settings

	pause  sync.Once
	why    *galley.Reason // set once, when the writer fails for all items alike
	halt   context.CancelFunc
	outage outage

	// counter takes the requests of an item in place of the endpoint, nil where they
	// are sent at once.
	counter func(galley.ItemID) galley.Counter
	noticed noticed
	same    sameTexts
}

// task is what a run writes: the items of a job, or drafts that are to be
// written again.
type task interface {
	// claimItems takes up to n of them; none are left where it gives none.
	claimItems(ctx context.Context, n int) ([]galley.Claimed, error)
	// request is what one is written from, or why it is skipped.
	request(ctx context.Context, c galley.Claimed, of galley.Subject) (galley.WriteRequest, *galley.Reason)
	// decide says what is to happen with a draft that was written.
	decide(o *galley.Outcome)
	saveOutcomes(ctx context.Context, outcomes []galley.Outcome) error
	// settleTask is called after the last one, with why set where the writer
	// failed for all alike.
	settleTask(ctx context.Context) error
}

// do claims items, has them written by several goroutines at once, and saves
// the results, until nothing is left or the job stops. Items being written are
// finished even if the lease is lost, and saving outlives ctx: what was paid
// for is kept.
func (r *run) do(ctx, leased context.Context) error {
	work, halt := context.WithCancel(leased)
	defer halt()
	r.halt = halt

	claimed := make(chan toWrite)
	results := make(chan galley.Outcome)
	var writers sync.WaitGroup
	for range r.width() {
		writers.Go(func() {
			for c := range claimed {
				r.settle(r.write(ctx, work, c), results)
			}
		})
	}
	saved := make(chan error, 1)
	go func() { saved <- r.save(context.WithoutCancel(ctx), results) }()

	err := r.claim(work, claimed)
	writers.Wait()
	for _, o := range r.outage.rest() {
		results <- o
	}
	close(results)
	if saveErr := <-saved; saveErr != nil {
		return saveErr
	}
	if err != nil && work.Err() == nil {
		return err
	}
	return r.finish(leased)
}

// width is how many items are written at once.
func (r *run) width() int {
	if r.counter != nil {
		return runtime.GOMAXPROCS(0) // nothing waits for the endpoint
	}
	if r.job.Writer.Kind.Traits().Local {
		return runtime.GOMAXPROCS(0)
	}
	return r.prefs.Writer.Concurrency
}

// claims is how many items are claimed together. Models are slow, so that
// their items are claimed as they come up; the template writer is not.
func (r *run) claims() int {
	if r.counter != nil || r.job.Writer.Kind.Traits().Local {
		return saveBatch
	}
	return r.width()
}

// claim hands out items until there are none. Another process may pause or
// cancel the job at any time; the store then gives none.
func (r *run) claim(ctx context.Context, claimed chan<- toWrite) error {
	defer close(claimed)
	for {
		failpoint.Reach(failpoint.JobClaim)
		batch, err := r.task.claimItems(ctx, r.claims())
		if err != nil || len(batch) == 0 {
			return err
		}
		failpoint.Reach(failpoint.JobClaimed)
		for _, c := range r.withSubjects(ctx, batch) {
			claimed <- c // the writers drain it in any case, so that nothing stays half claimed
		}
	}
}

// finish settles what was worked, after its last item.
func (r *run) finish(ctx context.Context) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return r.task.settleTask(ctx)
}

// write has one item written. Once work is halted, items go back to pending
// without being begun.
func (r *run) write(ctx, work context.Context, c toWrite) galley.Outcome {
	o := galley.Outcome{ID: c.ID, State: galley.ItemPending}
	if work.Err() != nil {
		return o
	}
	of, err := r.subject(ctx, c)
	if err != nil {
		return r.failed(ctx, o, err)
	}
	req, skip := r.task.request(ctx, c.Claimed, of)
	if skip != nil {
		o.State, o.Reason = galley.ItemSkipped, skip
		return o
	}
	paid := galley.WithWaitNotice(galley.WithMeter(ctx, r.meter(work, c.ID)), r.noticed.noter(ctx, r))
	if r.counter != nil {
		paid = galley.WithCounter(paid, r.counter(c.ID))
	}
	text, _, err := r.drafter.Draft(paid, r.writer, req)
	failpoint.Reach(failpoint.JobAnswered)
	if errors.Is(err, galley.ErrAskedLater) {
		o.State = galley.ItemGenerating
		return o
	}
	if err != nil {
		return r.failed(ctx, o, err)
	}
	text.Note, text.At = req.Note, r.clock.Now()
	r.checkSame(ctx, c.Place.ID, of.Title(), &text)
	o.State, o.Draft = galley.ItemGenerated, &text
	r.task.decide(&o)
	return o
}

// goneMessage says that the product or collection is no longer on the shop.
func goneMessage(f galley.Field) messages.Message {
	if f.Owner() == galley.PlaceCollection {
		return messages.SkippedCollectionGone
	}
	return messages.SkippedProductGone
}

func (r *run) failed(ctx context.Context, o galley.Outcome, err error) galley.Outcome {
	code := galley.CodeOf(err)
	switch {
	case ctx.Err() != nil, code == galley.CodeCancelled, code == galley.CodeBusy:
		return o // stopped, or the lease was lost: not the item's fault
	case galley.PausesJob(code):
		r.stopFor(err)
		return o
	case code == galley.CodeNotFound:
		o.State, o.Reason = galley.ItemSkipped, &galley.Reason{Code: galley.CodeShopMissing, Message: goneMessage(r.job.Field)}
		return o
	}
	o.State, o.Reason = galley.ItemFailed, galley.ReasonOf(err)
	if code == galley.CodeInternal {
		r.log.Error("an item failed inside Galley", "item", o.ID, "error", err)
	}
	return o
}

// stopFor pauses the job for a reason that concerns every item alike.
func (r *run) stopFor(err error) {
	r.pause.Do(func() {
		r.why = galley.ReasonOf(err)
		r.halt()
	})
}

// Results are saved together where they come together: at most saveBatch in
// one transaction, and none waits longer than saveDelay, which also keeps
// progress to about ten events a second.
const (
	saveBatch = 200
	saveDelay = 100 * time.Millisecond
)

// save keeps outcomes until the channel is closed, and returns the first error.
// It goes on after an error: drafts that were paid for are kept also when the
// lease is lost, and what could not be saved is tried again with what comes next.
func (r *run) save(ctx context.Context, results <-chan galley.Outcome) (first error) {
	var batch []galley.Outcome
	flush := func() {
		if len(batch) == 0 {
			return
		}
		err := r.task.saveOutcomes(ctx, batch)
		failpoint.Reach(failpoint.JobSaved)
		if err != nil {
			first = cmp.Or(first, err)
			r.halt()
		}
		if err == nil || galley.HasCode(err, galley.CodeBusy) { // the drafts are saved either way
			batch = batch[:0]
		}
	}
	timer := time.NewTicker(saveDelay)
	defer timer.Stop()
	for {
		select {
		case o, open := <-results:
			if !open {
				flush()
				return first
			}
			if batch = append(batch, o); len(batch) >= saveBatch {
				flush()
			}
		case <-timer.C:
			flush()
		}
	}
}
