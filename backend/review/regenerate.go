package review

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Rewritten tells what became of drafts that were to be written again.
type Rewritten struct {
	Written int            `json:"written"`
	Failed  int            `json:"failed"` // the drafts of these stand as they did
	Reason  *galley.Reason `json:"reason"` // why the first of them failed
}

// RegenerateAll has many drafts written again, as many at once as the settings
// allow. Where the writer fails for all alike, or a cap is reached, no further
// one is begun. run names the request, so that CancelRegenerate can end it; ""
// where nothing will.
func (s *Service) RegenerateAll(ctx context.Context, run string, drafts []galley.ItemAt, note string) (Rewritten, error) {
	ctx, end := s.rewritings.begin(ctx, run)
	defer end()
	set, err := s.settings.Get(ctx)
	if err != nil {
		return Rewritten{}, err
	}
	var written atomic.Int64
	var first error
	var failing sync.Once
	work, begun := errgroup.WithContext(ctx)
	work.SetLimit(max(1, set.Writer.Concurrency))
	for _, draft := range drafts {
		work.Go(func() error {
			if begun.Err() != nil { // the writer failed for all alike
				return begun.Err()
			}
			_, err := s.Regenerate(ctx, draft, note)
			switch {
			case err == nil:
				written.Add(1)
			case galley.PausesJob(galley.CodeOf(err)):
				return err
			default:
				failing.Do(func() { first = err })
			}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		first = err
	}
	done := int(written.Load())
	return Rewritten{Written: done, Failed: len(drafts) - done, Reason: galley.ReasonOf(first)}, nil
}

// Regenerate has the draft written again with the job's writer, heeding the
// note, as its next revision. In a conflict it is written from the shop's text,
// which is then what the draft is for, and not from the draft before. A cap on
// spending that has no room is CodeSpendCap, a price that caps want and that is
// not known CodeWriterPrice; a draft that changed since it was on screen is
// CodeChanged.
func (s *Service) Regenerate(ctx context.Context, draft galley.ItemAt, note string) (galley.Item, error) {
	item, err := s.store.Item(ctx, draft.ID)
	if err != nil {
		return item, err
	}
	switch {
	case item.Revision != draft.Revision:
		return item, onScreen(item, draft.Revision)
	case item.State != galley.ItemGenerated:
		return item, galley.NewError(galley.CodeIllegalState, messages.NoDraftToRewrite(string(item.ID)))
	case !item.Can.Regenerate: // asked before any money is spent
		return item, galley.NewError(galley.CodeIllegalState, messages.DraftOnShop(string(item.ID)))
	}
	job, err := s.store.Job(ctx, item.JobID)
	if err != nil {
		return item, err
	}
	of, err := s.store.Subject(ctx, item.ShopID, item.Listed())
	if err != nil {
		return item, err
	}
	original, err := s.ground(ctx, item)
	if err != nil {
		return item, err
	}
	req := galley.DraftRequest{
		Subject: of, Field: item.Field, Instructions: job.Instructions, Original: original,
		Previous: item.Content, Note: strings.TrimSpace(note),
	}
	if item.OnShop != nil {
		req.Previous = ""
	}
	return s.rewrite(ctx, job, item, req)
}

func (s *Service) rewrite(ctx context.Context, job galley.Job, item galley.Item, req galley.DraftRequest) (galley.Item, error) {
	writer, err := s.writers.Writer(ctx, job.Writer)
	if err != nil {
		return item, err
	}
	paid := galley.WithMeter(ctx, s.meters.Meter(galley.Charge{JobID: job.ID, ItemID: item.ID, Writer: job.Writer}))
	text, _, err := s.drafter.Draft(paid, writer, req)
	switch {
	case ctx.Err() != nil:
		return item, cancelled()
	case err != nil:
		return item, notRewritten(err)
	}
	text.Note, text.At = req.Note, s.clock.Now()
	err = unlessCancelled(ctx, func() error { return s.store.ReplaceDraft(ctx, item.ID, item.Revision, text) })
	if err != nil {
		return item, err
	}
	return s.store.Item(ctx, item.ID)
}

// notRewritten completes the sentence of a request that was not sent for its cost.
func notRewritten(err error) error {
	switch code := galley.CodeOf(err); code {
	case galley.CodeSpendCap:
		return galley.WrapError(err, code, messages.RewriteAtCap(galley.ReasonOf(err).Message))
	case galley.CodeWriterPrice:
		return galley.WrapError(err, code, messages.RewriteNeedsPrice(galley.ReasonOf(err).Message))
	}
	return err
}
