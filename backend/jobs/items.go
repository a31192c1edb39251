package jobs

import (
	"context"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// items is a run's task where the items of a job are written.
type items struct{ *run }

func (t items) claimItems(ctx context.Context, n int) ([]galley.Claimed, error) {
	return t.store.Claim(ctx, t.job.ID, n, t.held)
}

func (t items) request(_ context.Context, _ galley.Claimed, of galley.Subject) (galley.WriteRequest, *galley.Reason) {
	original, ok := of.Value(t.job.Field)
	switch {
	case !ok:
		return galley.WriteRequest{}, &galley.Reason{Code: galley.CodeShopMissing, Message: messages.SkippedPictureGone}
	case t.job.OnlyEmpty && !markup.Empty(t.job.Field, original):
		return galley.WriteRequest{}, &galley.Reason{Code: galley.CodeIllegalState, Message: messages.SkippedFilled}
	}
	return galley.WriteRequest{
		Subject: of, Field: t.job.Field, Instructions: t.job.Instructions, Profile: t.job.Profile, Original: original, Unseen: t.job.Unseen,
	}, nil
}

// decide applies the job's strategy to a draft.
func (t items) decide(o *galley.Outcome) {
	if t.job.Strategy != galley.StrategyPublish {
		return
	}
	if o.HeldBack = o.Draft.Report.HoldsBack(); o.HeldBack || o.Draft.Alike {
		return
	}
	o.Publish = &galley.PublishDecision{Person: t.prefs.Person}
}

func (t items) saveOutcomes(ctx context.Context, outcomes []galley.Outcome) error {
	return t.store.SaveOutcomes(ctx, t.job.ID, outcomes, t.held)
}

// settleTask leaves the job completed, paused with a reason, or as somebody
// left it.
func (t items) settleTask(ctx context.Context) error {
	t.compare(ctx)
	if t.why != nil {
		if err := t.sayWhatWaits(ctx); err != nil {
			return err
		}
		err := t.store.MoveJob(ctx, t.job.ID, galley.JobPaused, t.why)
		if galley.HasCode(err, galley.CodeIllegalState) {
			return nil // cancelled meanwhile
		}
		return err
	}
	failpoint.Reach(failpoint.JobWritten)
	_, err := t.store.CompleteJob(ctx, t.job.ID, t.held)
	t.findBatches(ctx)
	return err
}

// sayWhatWaits completes the sentence of a cap, once everything that was being
// written is saved.
func (t items) sayWhatWaits(ctx context.Context) error {
	if t.why.Code == galley.CodeWriterPrice {
		t.why.Message = messages.PausedForPrice(t.why.Message)
	}
	if t.why.Code != galley.CodeSpendCap {
		return nil
	}
	job, err := t.store.Job(ctx, t.job.ID)
	if err != nil {
		return err
	}
	t.why.Message = capWords(t.why, job, t.clock.Now())
	return nil
}

// capWords says what waits for a cap, what it is about to cost and when the job goes on.
func capWords(why *galley.Reason, job galley.Job, now time.Time) messages.Message {
	left := job.Progress.Total - job.Progress.Done
	cost := job.Usage.CostUSD / max(1, float64(job.Counts.Successful)) * float64(left)
	switch {
	case why.GoesOn.IsZero():
		return messages.PausedAtCap(why.Message, left)
	case why.GoesOn.After(galley.DayEnds(now.Local())):
		return messages.PausedTill(why.Message, left, why.GoesOn)
	case cost > 0 && job.Usage.Priced && job.Counts.Successful > 0:
		return messages.PausedTillMidnightFor(why.Message, left, cost)
	}
	return messages.PausedTillMidnight(why.Message, left)
}
