package publishing

import (
	"context"
	"time"

	"galley/backend/checks"
	"galley/backend/failpoint"
	"galley/backend/galley"
)

// sender takes single publications to one shop, under the shop's lease.
type sender struct {
	store  Store
	client galley.ShopClient
	held   galley.Lease
	clock  galley.Clock
	resume func() error // called when the shop took something: it answers again
}

// maxAttempts is how often a write whose outcome was unknown is begun anew
// after the shop said that it had not happened.
const maxAttempts = 3

// settling is how long a write whose answer was lost may still be under way on
// the shop's side. Asked sooner, the shop may truthfully answer with the text
// that is about to be replaced.
const settling = 2 * time.Second

// send compares, writes and reads back one publication. An error concerns the
// whole shop; the publication then waits on. Once it is begun it is seen
// through, whatever happens to ctx.
func (s *sender) send(ctx context.Context, p galley.Publication) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	now, err := s.current(ctx, p)
	if err != nil && !ofOne(err) {
		return err
	}
	failpoint.Reach(failpoint.ShopRead)
	ctx = context.WithoutCancel(ctx)
	began, before := s.clock.Now(), now.Value
	if p.Before != nil && now.Value == p.After { // the attempt before took effect after all
		before = *p.Before
	}
	started, startErr := s.store.StartPublication(ctx, p, before, s.held)
	if startErr != nil || !started {
		return startErr
	}
	failpoint.Reach(failpoint.SendStarted)
	p.Attempts++
	p.StartedAt, p.Before = &began, &before
	if err != nil {
		return s.failed(ctx, p, err)
	}
	return s.attempt(ctx, p, now)
}

func (s *sender) attempt(ctx context.Context, p galley.Publication, now galley.Current) error {
	switch {
	case !now.Exists:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Reason: missing(p)})
	case now.Value == p.After:
		end := done(p, now.Value)
		end.AlreadyThere = *p.Before == p.After
		return s.settle(ctx, p, end)
	case !now.Value.Same(p.Expected):
		return s.settle(ctx, p, clash(p, now.Value))
	}
	receipt, err := s.client.Write(ctx, p.Field, p.Target, p.After)
	p.RequestID = receipt.RequestID
	failpoint.Reach(failpoint.SendWritten)
	switch {
	case err == nil:
		return s.readBack(ctx, p, receipt.Value)
	case ofOne(err) || galley.HasCode(err, galley.CodeOutcomeUnknown):
		return s.failed(ctx, p, err)
	}
	// Any other error of a write means that nothing was done: the decision waits
	// on as it was, and can still be withdrawn.
	if failure := s.store.Requeue(ctx, p, s.held); failure != nil {
		return failure
	}
	return err
}

// readBack keeps what the shop made of a write: written is its answer, which is
// not always what was sent, since Shopify may normalise it. That is what the
// next comparison has to find. Where something else stands there by now,
// somebody else wrote it right after, and an undo must not take it for ours.
func (s *sender) readBack(ctx context.Context, p galley.Publication, written galley.Value) error {
	now, err := s.current(ctx, p)
	failpoint.Reach(failpoint.SendReadBack)
	switch {
	case err != nil:
		return s.failed(ctx, p, err)
	case !now.Exists:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing(p)})
	case !now.Value.Same(written):
		return s.settle(ctx, p, done(p, written))
	}
	return s.settle(ctx, p, done(p, now.Value))
}

// settleLost settles a publication whose process died or whose answer was
// lost: the shop tells whether it was written. It is never sent again blindly.
func (s *sender) settleLost(ctx context.Context, p galley.Publication) error {
	// Never longer, also where the clock was set back since.
	if err := s.clock.Sleep(ctx, min(settling, p.StartedAt.Add(settling).Sub(s.clock.Now()))); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	now, err := s.current(ctx, p)
	failpoint.Reach(failpoint.LostRead)
	switch {
	case err != nil:
		return s.failed(ctx, p, err)
	case !now.Exists:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing(p)})
	case now.Value.Same(p.After):
		return s.settle(ctx, p, done(p, now.Value))
	case !now.Value.Same(*p.Before) && p.Field.IsHTML() && checks.SameHTML(now.Value.Text, p.After.Text):
		return s.settle(ctx, p, done(p, now.Value)) // ours, as Shopify tidied it
	case !now.Value.Same(*p.Before):
		return s.settle(ctx, p, clash(p, now.Value))
	case p.Attempts >= maxAttempts:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: &galley.Reason{
			Code: galley.CodeOutcomeUnknown, Message: notDone(p) + ": the shop's answer was lost three times. The text on the shop is unchanged.",
		}})
	}
	return s.store.Requeue(ctx, p, s.held)
}

func (s *sender) current(ctx context.Context, p galley.Publication) (galley.Current, error) {
	found, err := s.client.Content(ctx, p.Field, []galley.Target{p.Target})
	if err != nil {
		return galley.Current{}, err
	}
	return found[0], nil
}

func (s *sender) settle(ctx context.Context, p galley.Publication, end galley.Settled) error {
	end.RequestID = p.RequestID
	if err := s.store.Settle(ctx, p, end, s.held); err != nil {
		return err
	}
	failpoint.Reach(failpoint.SendSettled)
	return s.resume()
}

// failed sorts a failure: of this one publication, of an answer that was lost,
// or of the whole shop.
func (s *sender) failed(ctx context.Context, p galley.Publication, err error) error {
	switch {
	case ofOne(err):
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: galley.ReasonOf(err)})
	case galley.HasCode(err, galley.CodeOutcomeUnknown):
		return s.settleLost(ctx, p)
	}
	// Something may have been written: it stays marked as being sent, and the
	// next holder of the lease asks the shop.
	return err
}

// ofOne reports whether a failure concerns one publication, and not the whole
// shop.
func ofOne(err error) bool {
	switch galley.CodeOf(err) {
	case galley.CodeShopRefused, galley.CodeShopMissing, galley.CodeInvalidInput:
		return true
	}
	return false
}

func done(p galley.Publication, live galley.Value) galley.Settled {
	return galley.Settled{State: galley.PublicationDone, Before: p.Before, Live: &live}
}

func clash(p galley.Publication, now galley.Value) galley.Settled {
	message := "Not published: the text on the shop was changed since the draft was written."
	switch {
	case p.Again:
		message = "Left alone: the text on the shop was changed since it was put back."
	case p.Kind == galley.KindUndo:
		message = "Left alone: the text on the shop was changed since it was published."
	}
	return galley.Settled{
		State: galley.PublicationClash, Before: p.Before, Live: &now,
		Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: message},
	}
}

func missing(p galley.Publication) *galley.Reason {
	return &galley.Reason{Code: galley.CodeShopMissing, Message: notDone(p) + ": the product or picture is gone from the shop."}
}

// notDone begins a sentence about a publication that ends without a write.
func notDone(p galley.Publication) string {
	if p.Kind == galley.KindUndo && !p.Again {
		return "Not put back"
	}
	return "Not published"
}
