package jobs

import (
	"context"
	"errors"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// batchRun is a run that writes in batches. It makes drafts of what was
// answered, and puts what is asked then, and what was not asked yet, into files
// of which each becomes a batch.
type batchRun struct {
	items

	writer galley.BatchWriter
	file   *batchFile
	after  int // the last item whose answers were taken
	known  answersByItem

	originals originals
	left      *galley.Reason // why some requests came back without an answer
	full      bool           // the endpoint's queue has no room
}

// inBatches works a job for once: it looks at the batches that are with the
// endpoint, makes drafts of what came back, and hands over what is to be asked.
// Of a paused job only answers are kept; of a cancelled one drafts are made of
// them too, and nothing more is asked.
func (r *Runner) inBatches(ctx, leased context.Context, of *run) error {
	writer, ok := of.writer.(galley.BatchWriter)
	if !ok {
		return galley.NewError(galley.CodeInvalidInput, messages.BatchesNotOffered(of.job.Writer.Name()))
	}
	b := &batchRun{items: items{of}, writer: writer}
	of.task, of.counter = b, b.counterOf
	if err := b.clear(leased); err != nil {
		return err
	}
	if err := b.look(leased); err != nil || of.job.State == galley.JobPaused {
		return err
	}
	if err := b.mayAsk(leased); err != nil {
		return err
	}
	if err := b.fill(ctx, leased); err != nil {
		return err
	}
	if of.job.State != galley.JobRunning {
		b.compare(leased)
		return nil
	}
	if b.why == nil {
		b.why = b.left
	}
	return b.items.settleTask(leased)
}

// mayAsk finds out whether anything more is to be asked.
func (b *batchRun) mayAsk(ctx context.Context) error {
	if b.job.State != galley.JobRunning || !b.job.InBatches || b.left != nil {
		return nil
	}
	if b.why != nil {
		b.left = b.why
		return nil
	}
	takes, err := b.writer.Batches(ctx)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case err != nil:
		b.left = galley.ReasonOf(err)
	case !takes:
		b.left = &galley.Reason{Code: galley.CodeWriterModel, Message: messages.BatchesGone(b.job.Writer.Name())}
	}
	return nil
}

// clear drops batches that were being filled when a process was killed: nothing
// of them was asked. Their files are deleted where they were uploaded.
func (b *batchRun) clear(ctx context.Context) error {
	keys, err := b.store.DropFilling(ctx, b.job.ID, b.held)
	for _, key := range keys {
		b.writer.DeleteFiles(ctx, key)
	}
	return err
}

// fill works items into files until none are left or the job stops, and hands
// over each file.
func (b *batchRun) fill(ctx, leased context.Context) error {
	for {
		file, err := newBatchFile(b.MostInBatch)
		if err != nil {
			return err
		}
		b.file, b.after = file, 0
		err = b.fillOne(ctx, leased)
		file.remove()
		if err != nil || !file.full || b.why != nil || leased.Err() != nil {
			return err
		}
	}
}

func (b *batchRun) fillOne(ctx, leased context.Context) error {
	err := b.do(ctx, leased)
	if err == nil && b.file.count > 0 {
		return b.handOver(leased)
	}
	if b.file.begun == nil {
		return err
	}
	_, dropped := b.store.DropFilling(context.WithoutCancel(ctx), b.job.ID, b.held)
	return errors.Join(err, dropped)
}

// handOver uploads a file and makes a batch of it. Its id at the endpoint is
// kept before a batch is made, and a batch whose answer is lost is looked for.
func (b *batchRun) handOver(ctx context.Context) error {
	failpoint.Reach(failpoint.BatchFilled)
	content, err := b.file.rewind()
	if err != nil {
		return err
	}
	id, err := b.writer.UploadBatch(ctx, b.file.key, content, b.file.size)
	if err != nil {
		return b.notHandedOver(ctx, err)
	}
	failpoint.Reach(failpoint.BatchUploaded)
	sent, err := b.store.SendBatch(ctx, b.file.key, id, b.held)
	if err != nil {
		return err
	}
	if !sent { // paused or cancelled meanwhile
		return b.clear(ctx)
	}
	failpoint.Reach(failpoint.BatchSent)
	batch := galley.Batch{Key: b.file.key, JobID: b.job.ID, Stage: galley.BatchSent, Requests: b.file.count, FileID: id, MadeAt: b.clock.Now()}
	return b.create(ctx, batch)
}

// notHandedOver pauses the job: nothing of its file was asked.
func (b *batchRun) notHandedOver(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := b.clear(ctx); err != nil {
		return err
	}
	if b.why == nil {
		b.why = galley.ReasonOf(err)
		b.why.Message = messages.BatchNotHandedOver(b.why.Message)
	}
	return nil
}

// claimItems takes items whose answers came, then in a running job those that
// were not asked for yet.
func (b *batchRun) claimItems(ctx context.Context, n int) ([]galley.Claimed, error) {
	if b.file.isFull() {
		return nil, nil
	}
	answered, err := b.store.AnsweredItems(ctx, b.job.ID, b.after, n, b.held)
	if err != nil {
		return nil, err
	}
	claimed := make([]galley.Claimed, len(answered))
	for i, a := range answered {
		claimed[i] = a.Claimed
		b.known.put(a.ID, a.Answers)
		_, b.after, err = a.ID.Split()
		if err != nil {
			return nil, err
		}
	}
	if len(claimed) > 0 || b.job.State != galley.JobRunning || !b.job.InBatches || b.left != nil || b.full {
		return claimed, nil
	}
	return b.store.Claim(ctx, b.job.ID, n, b.held)
}

func (b *batchRun) saveOutcomes(ctx context.Context, outcomes []galley.Outcome) error {
	var asks []galley.BatchAsk
	done := outcomes[:0:0]
	for _, o := range outcomes {
		if o.State != galley.ItemGenerating {
			done = append(done, o)
		} else if ask, ok := b.file.askOf(o.ID); ok {
			ask.Original = b.originals.of(o.ID)
			asks = append(asks, ask)
		}
	}
	return b.store.SaveBatched(ctx, b.job.ID, done, asks, b.held)
}

// settleTask leaves the job as it is: inBatches settles it.
func (*batchRun) settleTask(context.Context) error { return nil }
