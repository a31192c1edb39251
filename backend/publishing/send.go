package publishing

import (
	"context"
	"time"

	"galley/backend/galley"
)

// sender takes single publications to one shop, under the shop's lease.
type sender struct {
	store  Store
	client galley.ShopClient
	held   galley.Lease
	clock  galley.Clock
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
	switch galley.CodeOf(err) {
	case "", galley.CodeShopRefused, galley.CodeShopMissing, galley.CodeInvalidInput: // of this publication alone
	default:
		return err
	}
	ctx = context.WithoutCancel(ctx)
	began := s.clock.Now()
	started, startErr := s.store.StartPublication(ctx, p, now.Value, s.held)
	if startErr != nil || !started {
		return startErr
	}
	p.Attempts++
	p.StartedAt, p.Before = &began, &now.Value
	if err != nil {
		return s.failed(ctx, p, err)
	}
	return s.attempt(ctx, p, now)
}

func (s *sender) attempt(ctx context.Context, p galley.Publication, now galley.Current) error {
	switch {
	case !now.Exists:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Reason: missing()})
	case now.Value == p.After: // there already, so nothing is written
		return s.settle(ctx, p, done(p, now.Value))
	case !now.Value.Same(p.Expected):
		return s.settle(ctx, p, clash(p, now.Value))
	}
	if _, err := s.client.Write(ctx, p.Field, p.Target, p.After); err != nil {
		return s.failed(ctx, p, err)
	}
	return s.readBack(ctx, p)
}

// readBack keeps what stands on the shop after a write. Where that is not what
// was written, Shopify has normalised it; what is live is then what the next
// comparison has to find.
func (s *sender) readBack(ctx context.Context, p galley.Publication) error {
	now, err := s.current(ctx, p)
	if err != nil {
		return s.failed(ctx, p, err)
	}
	if !now.Exists {
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing()})
	}
	return s.settle(ctx, p, done(p, now.Value))
}

// settleLost settles a publication whose process died or whose answer was
// lost: the shop tells whether it was written. It is never sent again blindly.
func (s *sender) settleLost(ctx context.Context, p galley.Publication) error {
	if err := s.clock.Sleep(ctx, p.StartedAt.Add(settling).Sub(s.clock.Now())); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	now, err := s.current(ctx, p)
	switch {
	case err != nil:
		return s.failed(ctx, p, err)
	case !now.Exists:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing()})
	case now.Value.Same(p.After):
		return s.settle(ctx, p, done(p, now.Value))
	case !now.Value.Same(*p.Before):
		return s.settle(ctx, p, clash(p, now.Value))
	case p.Attempts >= maxAttempts:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: &galley.Reason{
			Code: galley.CodeOutcomeUnknown, Message: "Not published: the shop's answer was lost three times. The text on the shop is unchanged.",
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
	return s.store.Settle(ctx, p, end, s.held)
}

// failed sorts a failure: of this one publication, of an answer that was lost,
// or of the whole shop.
func (s *sender) failed(ctx context.Context, p galley.Publication, err error) error {
	switch galley.CodeOf(err) {
	case galley.CodeShopRefused, galley.CodeShopMissing, galley.CodeInvalidInput:
		return s.settle(ctx, p, galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: galley.ReasonOf(err)})
	case galley.CodeOutcomeUnknown:
		return s.settleLost(ctx, p)
	}
	// Something may have been written: it stays marked as being sent, and the
	// next holder of the lease asks the shop.
	return err
}

func done(p galley.Publication, live galley.Value) galley.Settled {
	return galley.Settled{State: galley.PublicationDone, Before: p.Before, Live: &live}
}

func clash(p galley.Publication, now galley.Value) galley.Settled {
	message := "Not published: the text on the shop was changed since the draft was written."
	if p.Kind == galley.KindUndo {
		message = "Left alone: the text on the shop was changed since it was published."
	}
	return galley.Settled{
		State: galley.PublicationClash, Before: p.Before, Live: &now,
		Reason: &galley.Reason{Code: galley.CodeShopChanged, Message: message},
	}
}

func missing() *galley.Reason {
	return &galley.Reason{Code: galley.CodeShopMissing, Message: "Not published: the product or picture is gone from the shop."}
}
