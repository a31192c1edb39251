package jobs

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Regenerate queues drafts to be written again by their jobs' writers, each as
// it was on screen, heeding the note. In a conflict the new draft is written for
// the shop's text, and not from the old draft. Each draft stays as it is until
// another one is saved. Those that changed since, or are on the shop or on their
// way there, are named; a single one that is not taken is an error.
func (s *Service) Regenerate(ctx context.Context, drafts []galley.ItemAt, note string) (galley.Decided, error) {
	done := galley.Decided{Left: []galley.LeftOut{}}
	note, err := checkedNote(note)
	if err != nil {
		return done, err
	}
	byJob := map[galley.JobID][]galley.ItemAt{}
	for _, draft := range drafts {
		job, _, err := draft.ID.Split()
		if err != nil {
			return done, err
		}
		byJob[job] = append(byJob[job], draft)
	}
	for _, job := range slices.Sorted(maps.Keys(byJob)) {
		some, err := s.store.QueueRewrites(ctx, job, byJob[job], galley.RewriteAsk{Note: note})
		if err != nil {
			return done, err
		}
		done.Count += some.Count
		done.Left = append(done.Left, some.Left...)
	}
	if len(drafts) == 1 && len(done.Left) == 1 {
		why := done.Left[0].Reason
		return done, galley.NewError(why.Code, why.Message)
	}
	return done, nil
}

// RegenerateSelected queues the drafts of a whole selection that can be written again. What changed since the list
// was drawn is left as it is, counted and named.
func (s *Service) RegenerateSelected(ctx context.Context, sel galley.ItemSelection, note string) (galley.Decided, error) {
	sel, err := sel.Whole()
	if err != nil {
		return galley.Decided{}, err
	}
	if note, err = checkedNote(note); err != nil {
		return galley.Decided{}, err
	}
	if _, err := s.store.Job(ctx, sel.JobID); err != nil {
		return galley.Decided{}, err
	}
	return s.store.QueueSelectedRewrites(ctx, sel, galley.RewriteAsk{Note: note})
}

func checkedNote(note string) (string, error) {
	note = strings.TrimSpace(note)
	if n := utf8.RuneCountInString(note); n > galley.MaxNote {
		return note, galley.NewError(galley.CodeInvalidInput, messages.NoteTooLong(galley.MaxNote, n))
	}
	return note, nil
}

// Notes are those to choose from where drafts of a shop are written again, or
// CodeNotFound.
func (s *Service) Notes(ctx context.Context, shop galley.ShopID) (galley.RewriteNotes, error) {
	found := galley.RewriteNotes{Last: []string{}, House: []string{}}
	profile, err := s.store.Profile(ctx, shop)
	if err != nil {
		return found, err
	}
	last, err := s.store.LastNotes(ctx, shop)
	found.Last = append(found.Last, last...)
	found.House = append(found.House, profile.Notes...)
	return found, err
}

// CancelRegenerate keeps drafts that were to be written again, and returns of
// how many. Once it has returned none of them is replaced; what a model answered
// until then is paid for.
func (s *Service) CancelRegenerate(ctx context.Context, items []galley.ItemID) (int, error) {
	byJob := map[galley.JobID][]galley.ItemID{}
	for _, id := range items {
		job, _, err := id.Split()
		if err != nil {
			return 0, err
		}
		byJob[job] = append(byJob[job], id)
	}
	kept := 0
	for job, ids := range byJob {
		n, err := s.store.CancelRewrites(ctx, job, ids)
		if err != nil {
			return kept, err
		}
		kept += n
	}
	return kept, nil
}

// rewriteLease is apart from the job's own, so that a draft that a person waits
// for is not queued behind thousands of items.
func rewriteLease(id galley.JobID) string { return "rewrite:" + string(id) }

// Rewrite writes the queued drafts of a job again. It reports false where
// another process is at them, or another call of this one.
func (r *Runner) Rewrite(ctx context.Context, id galley.JobID) (worked bool, err error) {
	return r.holding(ctx, rewriteLease(id), func(held *lease.Held) error {
		job, err := r.store.TakeRewrites(held.Context(), id, held.Lease)
		if err != nil {
			return err
		}
		run, err := r.start(held.Context(), job, held.Lease)
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return r.store.PauseRewrites(ctx, id, galley.ReasonOf(err))
		}
		run.task = rewriting{run}
		return run.do(ctx, held.Context())
	})
}

// RegenerateNow has a draft written again and returns when it is. It does the
// work itself where no other process holds it. When ctx ends, or the writer
// fails for all drafts alike, the draft is kept, and nothing is left queued.
func (r *Runner) RegenerateNow(ctx context.Context, draft galley.ItemAt, note string) error {
	if _, err := r.Regenerate(ctx, []galley.ItemAt{draft}, note); err != nil {
		return err
	}
	job, _, err := draft.ID.Split()
	if err != nil {
		return err
	}
	for {
		got, err := r.store.Rewrite(context.WithoutCancel(ctx), draft.ID)
		if err != nil || got.State == galley.RewriteDone {
			return err
		}
		if got.State == galley.RewritePaused {
			err = r.store.GiveUpRewrite(ctx, draft.ID, got.Reason)
		}
		if err != nil {
			return err
		}
		if got.State == galley.RewritePaused || !got.State.Open() {
			return notRewritten(got.Reason)
		}
		if err := r.rewriteOrCancel(ctx, job, draft.ID); err != nil {
			return err
		}
	}
}

// rewriteOrCancel has a job's drafts written again, or waits a moment for who
// is at them. When ctx has ended it keeps the draft, unless another one was
// saved just before.
func (r *Runner) rewriteOrCancel(ctx context.Context, job galley.JobID, item galley.ItemID) error {
	if ctx.Err() != nil {
		_, err := r.CancelRegenerate(context.WithoutCancel(ctx), []galley.ItemID{item})
		return err
	}
	worked, err := r.Rewrite(ctx, job)
	if err != nil && ctx.Err() == nil {
		return err
	}
	if !worked {
		_ = r.clock.Sleep(ctx, poll)
	}
	return nil
}

// notRewritten completes the sentence of a request that was not sent for its cost.
func notRewritten(why *galley.Reason) error {
	switch why.Code {
	case galley.CodeSpendCap:
		return galley.NewError(why.Code, messages.RewriteAtCap(why.Message))
	case galley.CodeWriterPrice:
		return galley.NewError(why.Code, messages.RewriteNeedsPrice(why.Message))
	}
	return galley.NewError(why.Code, why.Message)
}

// rewriting is a run's task where drafts are written again.
type rewriting struct{ *run }

func (t rewriting) claimItems(ctx context.Context, n int) ([]galley.Claimed, error) {
	return t.store.ClaimRewrites(ctx, t.job.ID, n, t.held)
}

// request skips a draft whose request was cancelled since it was claimed: the
// answer would be paid for and thrown away.
func (t rewriting) request(ctx context.Context, c galley.Claimed, of galley.Subject) (galley.WriteRequest, *galley.Reason) {
	if now, err := t.store.Rewrite(ctx, c.ID); err == nil && now.State != galley.RewriteWriting {
		return galley.WriteRequest{}, &galley.Reason{Code: galley.CodeCancelled, Message: messages.RewriteCancelled}
	}
	return galley.WriteRequest{
		Subject: of, Field: t.job.Field, Instructions: t.job.Instructions, Profile: t.job.Profile,
		Original: c.Original, Previous: c.Previous, Note: c.Note, Unlike: c.Unlike, Unseen: t.job.Unseen,
	}, nil
}

func (t rewriting) decide(*galley.Outcome) {} // a draft that is written again waits for a person

func (t rewriting) saveOutcomes(ctx context.Context, outcomes []galley.Outcome) error {
	return t.store.SaveRewrites(ctx, t.job.ID, outcomes, t.held)
}

func (t rewriting) settleTask(ctx context.Context) error {
	t.compare(ctx)
	if t.why == nil {
		return nil
	}
	return t.store.PauseRewrites(ctx, t.job.ID, t.why)
}
