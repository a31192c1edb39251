package jobs

import (
	"context"
	"errors"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Batches are looked at calmly: after a tenth of the time that they are there,
// within these bounds.
const (
	soonestLook = 5 * time.Second
	latestLook  = 5 * time.Minute
	ofItsAge    = 10
)

// missesBefore is how often an endpoint's list does not have a batch before
// another one is made of the file: lists may be late.
const missesBefore = 2

// looksAtOverdue is how often an overdue batch is looked at, five minutes apart,
// before it is given up: cancelling takes ten minutes, and then what was answered
// is there.
const looksAtOverdue = 14

// look looks at the batches of a job whose time has come.
func (b *batchRun) look(ctx context.Context) error {
	open, err := b.store.OpenBatches(ctx, b.job.ID)
	if err != nil {
		return err
	}
	for i, batch := range open {
		stop := b.job.State == galley.JobCancelled && !batch.Stopping && batch.Stage == galley.BatchOpen
		if batch.LookAt.After(b.clock.Now()) && !stop {
			continue
		}
		if err := b.lookAt(ctx, batch, len(open)-i > 1 || i > 0); err != nil {
			return err
		}
	}
	return nil
}

// lookAt looks at one batch. others says that the job has more with the
// endpoint.
func (b *batchRun) lookAt(ctx context.Context, batch galley.Batch, others bool) error {
	batch.LookAt = b.nextLook(batch)
	if batch.Stage == galley.BatchSent {
		return b.find(ctx, batch)
	}
	state, err := b.ask(ctx, &batch)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case galley.HasCode(err, galley.CodeNotFound) && b.job.State == galley.JobCancelled:
		return b.end(ctx, batch, galley.BatchState{}, galley.BatchEnd{Lost: true}, others)
	case galley.HasCode(err, galley.CodeNotFound): // perhaps the key is another one's
		return b.unfound(ctx, batch)
	case err != nil:
		return b.later(ctx, batch, err)
	}
	state.Latest = b.latest(batch, state)
	return b.goOn(ctx, batch, state, others)
}

// goOn does what is due by what the endpoint says of a batch.
func (b *batchRun) goOn(ctx context.Context, batch galley.Batch, state galley.BatchState, others bool) error {
	overdue, patience := b.clock.Now().After(state.Latest.Add(afterItsTime)), missesBefore
	if overdue {
		patience = looksAtOverdue
	}
	switch {
	case state.Ended && state.Answered > 0 && len(state.Results) == 0 && batch.Missed < patience:
		batch.Missed++ // its results are about to be there
		return b.store.NoteLook(ctx, batch, state, b.held)
	case !state.Ended && overdue:
		return b.giveUp(ctx, batch, state, others)
	case !state.Ended:
		return b.store.NoteLook(ctx, batch, state, b.held)
	}
	return b.take(ctx, batch, state, others)
}

// ask asks the endpoint how far a batch is, after cancelling that of a cancelled
// job.
func (b *batchRun) ask(ctx context.Context, batch *galley.Batch) (galley.BatchState, error) {
	if b.job.State == galley.JobCancelled && !batch.Stopping {
		b.stop(ctx, batch)
	}
	return b.writer.LookAtBatch(ctx, batch.BatchID)
}

// stop has the endpoint cancel a batch. Where that fails, the next look tries
// again.
func (b *batchRun) stop(ctx context.Context, batch *galley.Batch) {
	err := b.writer.CancelBatch(ctx, batch.BatchID)
	failpoint.Reach(failpoint.BatchStopped)
	if err != nil {
		b.log.Warn("a batch could not be cancelled", "job", b.job.ID, "error", err)
		return
	}
	batch.Stopping, batch.Missed = true, 0
}

// afterItsTime is how long an endpoint is waited for beyond the time that it
// names.
const afterItsTime = 24 * time.Hour

// latest is when a batch ends at the latest. What the endpoint says of it is not
// believed where it cannot be: before the time that was asked for, or long after
// a batch that was made now; nor, once one was believed, another: it may move with each
// look, and never come.
func (b *batchRun) latest(batch galley.Batch, state galley.BatchState) time.Time {
	soonest, said := batch.MadeAt.Add(galley.BatchWindow), state.Latest
	if !batch.Latest.Before(soonest) {
		said = batch.Latest
	}
	switch {
	case said.Before(soonest):
		return soonest
	case said.After(b.clock.Now().Add(2 * galley.BatchWindow)):
		return soonest.Add(galley.BatchWindow)
	}
	return said
}

// giveUp cancels a batch that the endpoint does not end, and ends it where it has
// not ended after many looks. What it may bill is booked.
func (b *batchRun) giveUp(ctx context.Context, batch galley.Batch, state galley.BatchState, others bool) error {
	if !batch.Stopping {
		b.stop(ctx, &batch)
	}
	if batch.Missed < looksAtOverdue {
		batch.Missed++
		return b.store.NoteLook(ctx, batch, state, b.held)
	}
	if _, err := b.read(ctx, batch, state); err != nil {
		return b.later(ctx, batch, err)
	}
	return b.end(ctx, batch, state, galley.BatchEnd{Lost: true}, others)
}

// take keeps what a batch that has ended was answered with.
func (b *batchRun) take(ctx context.Context, batch galley.Batch, state galley.BatchState, others bool) error {
	lost, err := b.read(ctx, batch, state)
	if err != nil {
		return b.later(ctx, batch, err)
	}
	how := galley.BatchEnd{Unmade: state.Full, Lost: lost || state.Answered > 0 && len(state.Results) == 0}
	if err := b.end(ctx, batch, state, how, others); err != nil {
		return err
	}
	failpoint.Reach(failpoint.BatchEnded)
	b.writer.DeleteFiles(ctx, "", append(state.Results, batch.FileID)...)
	return nil
}

// nextLook is when a batch is looked at again.
func (b *batchRun) nextLook(batch galley.Batch) time.Time {
	now := b.clock.Now()
	return now.Add(min(max(now.Sub(batch.MadeAt)/ofItsAge, soonestLook), latestLook))
}

// later looks again another time, and pauses a running job for what a person has
// to mend.
func (b *batchRun) later(ctx context.Context, batch galley.Batch, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	b.log.Warn("a batch could not be looked at", "job", b.job.ID, "code", galley.CodeOf(err), "error", err)
	switch code := galley.CodeOf(err); {
	case code == galley.CodeOffline, code == galley.CodeRateLimited, code == galley.CodeTimeout, !galley.PausesJob(code):
	case b.why == nil:
		b.why = galley.ReasonOf(err)
	}
	return b.store.NoteLook(ctx, batch, galley.BatchState{}, b.held)
}

// find finds out whether the endpoint has a batch of a file: the answer that
// said so was lost, or the process died before it was kept.
func (b *batchRun) find(ctx context.Context, batch galley.Batch) error {
	state, found, err := b.writer.FindBatch(ctx, batch.Key, batch.FileID)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case galley.HasCode(err, galley.CodeNotFound):
		return b.unfound(ctx, batch)
	case err != nil:
		return b.later(ctx, batch, err)
	case found:
		return b.opened(ctx, batch, state)
	}
	batch.Missed++
	batch.LookAt = b.clock.Now().Add(time.Minute)
	if batch.Missed < missesBefore {
		return b.store.NoteLook(ctx, batch, state, b.held)
	}
	if b.job.State != galley.JobRunning {
		if _, err := b.store.EndBatch(ctx, batch, galley.BatchEnd{Unmade: true}, b.held); err != nil {
			return err
		}
		b.writer.DeleteFiles(ctx, "", batch.FileID)
		return nil
	}
	return b.create(ctx, batch)
}

// unfound pauses the job: the endpoint does not say whether it has a batch.
func (b *batchRun) unfound(ctx context.Context, batch galley.Batch) error {
	if b.why == nil {
		b.why = &galley.Reason{Code: galley.CodeWriterFailed, Message: messages.BatchNotFound(batch.Requests)}
	}
	return b.store.NoteLook(ctx, batch, galley.BatchState{}, b.held)
}

// create has the endpoint make a batch of an uploaded file. What it refuses is
// left; where its answer is lost, the batch is looked for.
func (b *batchRun) create(ctx context.Context, batch galley.Batch) error {
	state, err := b.writer.CreateBatch(ctx, batch.Key, batch.FileID)
	failpoint.Reach(failpoint.BatchMade)
	switch {
	case err == nil:
		return b.opened(ctx, batch, state)
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case !errors.Is(err, galley.ErrRefused): // it may have made one
		if code := galley.CodeOf(err); b.why == nil && batch.Missed > 0 && code != galley.CodeOffline && code != galley.CodeTimeout {
			b.why = galley.ReasonOf(err) // again
			b.why.Message = messages.BatchNotMade(batch.Requests, b.why.Message)
		}
		batch.Missed, batch.LookAt = 0, b.clock.Now().Add(soonestLook)
		return b.store.NoteLook(ctx, batch, galley.BatchState{}, b.held)
	}
	if _, ended := b.store.EndBatch(ctx, batch, galley.BatchEnd{Unmade: true}, b.held); ended != nil {
		return ended
	}
	b.writer.DeleteFiles(ctx, "", batch.FileID)
	if b.why == nil {
		b.why = galley.ReasonOf(err)
		b.why.Message = messages.BatchNotHandedOver(b.why.Message)
	}
	return nil
}

// opened keeps which batch of the endpoint it is.
func (b *batchRun) opened(ctx context.Context, batch galley.Batch, state galley.BatchState) error {
	state.Latest = b.latest(batch, state)
	err := b.store.OpenBatch(ctx, batch.Key, state, b.nextLook(batch), b.held)
	failpoint.Reach(failpoint.BatchOpened)
	return err
}

// read keeps the answers of a batch that has ended. It reports whether the endpoint
// no longer has a file of them.
func (b *batchRun) read(ctx context.Context, batch galley.Batch, state galley.BatchState) (lost bool, err error) {
	var lines []galley.BatchLine
	keep := func() error {
		err := b.store.RecordLines(ctx, batch.Key, lines, b.held)
		failpoint.Reach(failpoint.BatchKept)
		lines = lines[:0]
		return err
	}
	for _, file := range state.Results {
		err := b.writer.EachLine(ctx, file, func(line galley.BatchLine) error {
			if lines = append(lines, line); len(lines) < saveBatch {
				return nil
			}
			return keep()
		})
		if err != nil && !galley.HasCode(err, galley.CodeNotFound) {
			return lost, err
		}
		lost = lost || err != nil
	}
	return lost, keep()
}

// end ends a batch: what was not answered is left for a person to decide, or
// waits for room in the endpoint's queue.
func (b *batchRun) end(ctx context.Context, batch galley.Batch, state galley.BatchState, how galley.BatchEnd, others bool) error {
	left, err := b.store.EndBatch(ctx, batch, how, b.held)
	switch {
	case err != nil || left == 0 || !b.job.InBatches: // else a person decided already to write the rest now
		return err
	case state.Full && others:
		b.full = true
		return b.store.NoteBatchesFull(ctx, b.job.ID, b.held)
	case how.Lost:
		b.left = &galley.Reason{Code: galley.CodeWriterFailed, Message: messages.BatchLost(left)}
	case state.Said != "":
		b.left = &galley.Reason{Code: galley.CodeWriterFailed, Message: messages.BatchFailed(left, state.Said)}
	default:
		b.left = &galley.Reason{Code: galley.CodeWriterFailed, Message: messages.BatchLeft(left, batch.Requests)}
	}
	return nil
}
