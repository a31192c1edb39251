package publishing

import (
	"context"
	"errors"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// sender sends publications to one shop, under the shop's lease.
type sender struct {
	store  Store
	client galley.ShopClient
	groups galley.GroupWriter // the same client, nil if it writes one place at a time
	held   galley.Lease
	clock  galley.Clock
	share  func() int   // how many texts this process may have under way for one shop
	resume func() error // called when the shop accepted a write: it answers again
	synced func() error // has the disk keep what was settled
}

const (
	// maxAttempts is how often a write of unknown outcome is begun again after
	// the shop showed that it had not happened.
	maxAttempts = 3
	// settling is how long a write whose answer was lost may still be under way on
	// the shop's side. Read sooner, the shop may truthfully answer with the text
	// that is about to be replaced.
	settling = 2 * time.Second
	// staleFor is how long after Galley's own write an answer that still has the
	// replaced text counts as stale, and the place is read again.
	staleFor = 15 * time.Second
	// alreadyAfter is how long after Galley wrote another text a place is written
	// although it seems to have the wanted text already: the answer may be stale,
	// and writing the wanted text does no harm.
	alreadyAfter = 10 * time.Minute
	// rereadAfter is the wait between two readings of a place whose answer is
	// stale.
	rereadAfter = time.Second
)

// errStale ends a write whose reading is older than Galley's own last write.
var errStale = errors.New("the shop's answer is older than the last write of this place")

// send writes publications of one slot, of different fields. An error concerns
// the whole shop; what was not written stays queued.
func (s *sender) send(ctx context.Context, pubs []galley.Publication) error {
	return newPlaceWrite(s, pubs).alone(ctx)
}

// alone writes a slot by itself.
func (w *slotWrite) alone(ctx context.Context) error {
	if ctx.Err() != nil {
		return errors.Join(ctx.Err(), w.requeue(context.WithoutCancel(ctx)))
	}
	receipt, err := w.client.Write(ctx, w.slot, w.decide)
	for errors.Is(err, errStale) {
		if err := w.clock.Sleep(ctx, rereadAfter); err != nil {
			return errors.Join(err, w.requeue(context.WithoutCancel(ctx)))
		}
		receipt, err = w.client.Write(ctx, w.slot, w.decide)
	}
	ctx = context.WithoutCancel(ctx)
	if receipt.Sent != nil {
		failpoint.Reach(failpoint.SendWritten)
	}
	return w.conclude(ctx, receipt, err)
}

// conclude ends a write by its answer.
func (w *slotWrite) conclude(ctx context.Context, receipt galley.Receipt, err error) error {
	w.note(receipt)
	switch {
	case err == nil && receipt.Sent == nil:
		return nil // all of it ended without a write
	case err == nil:
		return w.readBack(ctx, receipt)
	case galley.HasCode(err, galley.CodeOutcomeUnknown):
		return w.lost(ctx)
	case ofOne(err):
		return w.refused(ctx, err)
	}
	// Any other error of a write means that nothing was done: the publication
	// stays queued, and can still be withdrawn.
	if failure := w.requeue(ctx); failure != nil {
		return failure
	}
	return err
}

// lost settles what was sent without an answer.
func (w *slotWrite) lost(ctx context.Context) error {
	var sent []galley.Publication
	for _, p := range w.parts {
		if p.started {
			sent = append(sent, p.Publication)
		}
	}
	return w.settleLost(ctx, sent)
}

// refused fails the publication that the shop refused. If two were sent
// together, each is sent alone, to find out which one it is.
func (w *slotWrite) refused(ctx context.Context, err error) error {
	switch {
	case len(w.parts) == 0:
		return nil
	case !w.parts[0].started:
		return w.failUnread(ctx, err)
	case len(w.parts) == 1:
		p := w.parts[0]
		p.end = &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: galley.ReasonOf(err)}
		return w.settle(ctx)
	}
	parts := w.parts
	if failure := w.requeue(ctx); failure != nil {
		return failure
	}
	for _, p := range parts {
		if err := w.send(ctx, []galley.Publication{p.requeued()}); err != nil {
			return err
		}
	}
	return nil
}

// readBack saves the shop's version of a write, which may be normalised. The
// next comparison must find that version. If the shop has something else by now,
// somebody else wrote it right after, and an undo must not take it for ours.
func (w *slotWrite) readBack(ctx context.Context, receipt galley.Receipt) error {
	now, err := w.client.Slot(ctx, w.slot)
	failpoint.Reach(failpoint.SendReadBack)
	w.judgeReadBack(receipt, now, err)
	if failure := w.settle(ctx); failure != nil {
		return failure
	}
	if err != nil && !ofOne(err) {
		return err
	}
	return nil
}

// judgeReadBack says how the publications end by the shop's answer, and by what was read back unless
// that failed.
func (w *slotWrite) judgeReadBack(receipt galley.Receipt, now galley.SlotContent, err error) {
	for _, p := range w.parts {
		answer := receipt.Values[p.Field]
		switch {
		case err == nil && !now.Exists:
			p.end = &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing(p.Publication)}
		case !kept(p.Field, p.After, answer):
			p.end = readBackConflict(p.Publication, answer)
		case err == nil && now.Values[p.Field].Same(answer):
			p.end = done(p.Publication, now.Values[p.Field])
		default:
			p.end = done(p.Publication, answer)
		}
		p.noteSibling(receipt)
	}
}

// noteSibling notes on the draft that the shop answered with another sibling
// text than was sent along.
func (p *part) noteSibling(receipt galley.Receipt) {
	other, has := p.Field.Sibling()
	if !has || p.end.State != galley.PublicationDone || kept(other, receipt.Sent[other], receipt.Values[other]) {
		return
	}
	p.end.Reason = &galley.Reason{Code: galley.CodeShopReadback, Message: messages.SiblingReadBack(string(other))}
}

// kept reports whether a shop's answer to a write is the text that was sent:
// markup apart from Shopify's tidying, other texts apart from blanks at their
// ends.
func kept(f galley.Field, sent, answer galley.Value) bool {
	if sent.Same(answer) {
		return true
	}
	if f.IsHTML() {
		return markup.SameHTML(answer.Text, sent.Text)
	}
	return trimmed(sent) == trimmed(answer)
}

// ofOne reports whether a failure concerns one publication rather than the
// whole shop.
func ofOne(err error) bool {
	switch galley.CodeOf(err) {
	case galley.CodeShopRefused, galley.CodeShopMissing, galley.CodeInvalidInput:
		return true
	}
	return false
}
