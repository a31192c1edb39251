package publishing

import (
	"context"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
)

// slotWrite is one write of a place under way: the publications that it
// carries, one for each field at most.
type slotWrite struct {
	*sender
	slot  galley.Slot
	parts []*part
}

// part is one publication of a write.
type part struct {
	galley.Publication
	attempted *galley.Value   // what the shop had before an earlier attempt, nil where this is the first
	started   bool            // it is marked as being sent
	end       *galley.Settled // how it ends without a write, nil if it must be written
}

func newPlaceWrite(s *sender, pubs []galley.Publication) *slotWrite {
	w := &slotWrite{sender: s, slot: pubs[0].Slot()}
	for _, p := range pubs {
		w.parts = append(w.parts, &part{Publication: p, attempted: p.Before})
	}
	return w
}

// decide compares each publication with the shop's text and marks all of them
// as being sent, under the lease. It is called before every attempt; earlier
// decisions no longer count.
func (w *slotWrite) decide(ctx context.Context, now galley.SlotContent) (*galley.Sending, error) {
	failpoint.Reach(failpoint.ShopRead)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	ctx = context.WithoutCancel(ctx)
	values, err := w.compare(ctx, now)
	if err != nil {
		return nil, err
	}
	left, err := w.start(ctx, now, values)
	if err != nil {
		return nil, err
	}
	return w.sending(values, left), nil
}

// compare compares each publication with the shop's text, and returns the texts to be written. errStale
// means that the shop's answer is no use.
func (w *slotWrite) compare(ctx context.Context, now galley.SlotContent) (map[galley.Field]galley.Value, error) {
	own, err := w.store.LastWrites(ctx, w.parts[0].ShopID, w.slot)
	if err != nil {
		return nil, err
	}
	if w.stale(now, own) {
		return nil, errStale
	}
	values := map[galley.Field]galley.Value{}
	for _, p := range w.parts {
		p.judge(now, own, w.clock.Now())
		if p.end == nil {
			values[p.Field] = p.After
		}
	}
	return values, nil
}

// sending is what is sent of the texts: those that were not withdrawn meanwhile, nil if all were.
func (w *slotWrite) sending(values map[galley.Field]galley.Value, left time.Duration) *galley.Sending {
	for f := range values {
		if !w.has(f) {
			delete(values, f)
		}
	}
	if len(values) == 0 {
		return nil
	}
	return &galley.Sending{Values: values, Within: left}
}

func (w *slotWrite) has(f galley.Field) bool {
	for _, p := range w.parts {
		if p.Field == f {
			return true
		}
	}
	return false
}

// stale reports whether a field still has the text that Galley's last write
// replaced. If that is the wanted text, sending it does no harm.
func (w *slotWrite) stale(now galley.SlotContent, own map[galley.Field]galley.OwnWrite) bool {
	if !now.Exists {
		return false
	}
	wanted := map[galley.Field]galley.Value{}
	for _, p := range w.parts {
		wanted[p.Field] = p.After
	}
	for _, f := range w.slot.Fields() {
		last, wrote := own[f]
		value := now.Values[f]
		if after, sends := wanted[f]; sends && after == value {
			continue
		}
		if wrote && within(w.clock.Now(), last.At, staleFor) && value.Same(last.Before) && !value.Same(last.Live) {
			return true
		}
	}
	return false
}

// within reports whether at most d has passed since then, even if the clock was
// set back.
func within(now, then time.Time, d time.Duration) bool {
	passed := now.Sub(then)
	return passed > -d && passed < d
}

// judge compares one publication with the shop's text.
func (p *part) judge(now galley.SlotContent, own map[galley.Field]galley.OwnWrite, at time.Time) {
	value := now.Values[p.Field]
	p.Before, p.end = &value, nil
	last, wrote := own[p.Field]
	switch {
	case !now.Exists:
		p.Before = nil
		p.end = &galley.Settled{State: galley.PublicationFailed, Reason: missing(p.Publication)}
	case value == p.After && p.attempted != nil: // the attempt before took effect after all
		p.Before = p.attempted
		p.end = done(p.Publication, value)
		p.end.AlreadyThere = *p.attempted == p.After
	case value == p.After && wrote && !last.Live.Same(p.After) && within(at, last.At, alreadyAfter):
		p.Before = &last.Live // the answer may be older than our own write
	case value == p.After:
		p.end = done(p.Publication, value)
		p.end.AlreadyThere = true
	case !value.Same(p.Expected):
		p.end = conflict(p.Publication, value)
	}
}

// start marks the publications as being sent. Those that need no write are
// settled, and leave the write like those that were withdrawn meanwhile.
func (w *slotWrite) start(ctx context.Context, now galley.SlotContent, sent map[galley.Field]galley.Value) (time.Duration, error) {
	begun := w.clock.Now()
	started, left, err := w.store.StartPublications(ctx, w.starts(now, sent), w.held)
	if err != nil {
		return 0, err
	}
	failpoint.Reach(failpoint.SendStarted)
	return left, w.begun(started, begun)
}

// starts are the publications as they are marked as being sent.
func (w *slotWrite) starts(now galley.SlotContent, sent map[galley.Field]galley.Value) []galley.PublicationStart {
	starts := make([]galley.PublicationStart, len(w.parts))
	for i, p := range w.parts {
		starts[i] = p.starting(now, sent)
	}
	return starts
}

// begun keeps the parts that were started and are to be written.
func (w *slotWrite) begun(started map[string]bool, at time.Time) error {
	var parts []*part
	for _, p := range w.parts {
		if started[p.ID] && p.end != nil {
			if err := w.resume(); err != nil {
				return err
			}
		}
		if !started[p.ID] || p.end != nil {
			continue
		}
		if !p.started {
			p.started = true
			p.Attempts++
		}
		p.StartedAt = &at
		parts = append(parts, p)
	}
	w.parts = parts
	return nil
}

// starting is the part as it is marked as being sent: with the other field as
// it is sent along.
func (p *part) starting(now galley.SlotContent, sent map[galley.Field]galley.Value) galley.PublicationStart {
	start := galley.PublicationStart{Publication: p.Publication, Again: p.started, Before: p.Before, End: p.end}
	if other, has := p.Field.Sibling(); has && p.end == nil {
		value := now.Values[other]
		if after, ours := sent[other]; ours {
			value = after
		}
		start.Sibling = &value
	}
	return start
}

// failUnread fails publications whose place could not be read.
func (w *slotWrite) failUnread(ctx context.Context, err error) error {
	for _, p := range w.parts {
		p.Before = nil
		p.end = &galley.Settled{State: galley.PublicationFailed, Reason: galley.ReasonOf(err)}
	}
	_, err = w.start(ctx, galley.SlotContent{}, nil)
	return err
}

// note saves the shop's id of the request, and what was sent along.
func (w *slotWrite) note(receipt galley.Receipt) {
	for _, p := range w.parts {
		p.RequestID = receipt.RequestID
		if other, has := p.Field.Sibling(); has && receipt.Sent != nil {
			value := receipt.Sent[other]
			p.Sibling = &value
		}
	}
}

// settle ends the publications, all in one transaction.
func (w *slotWrite) settle(ctx context.Context) error { return w.sender.settle(ctx, w.ends()) }

// ends are the publications as they end.
func (w *slotWrite) ends() (ends []galley.Settlement) {
	for _, p := range w.parts {
		ends = append(ends, galley.Settlement{Publication: p.Publication, End: *p.end})
	}
	return ends
}

// requeue puts back what was not done.
func (w *slotWrite) requeue(ctx context.Context) error { return w.sender.requeue(ctx, []*slotWrite{w}) }

func (s *sender) requeue(ctx context.Context, writes []*slotWrite) error {
	var ends []galley.Settlement
	for _, w := range writes {
		for _, p := range w.parts {
			if p.started {
				ends = append(ends, galley.Settlement{Publication: p.Publication, End: galley.Settled{State: galley.PublicationQueued}})
			}
		}
	}
	if len(ends) == 0 {
		return nil
	}
	return s.store.Settle(ctx, ends, s.held)
}

// requeued is the publication as it is after requeue.
func (p *part) requeued() galley.Publication {
	pub := p.Publication
	pub.State = galley.PublicationQueued
	return pub
}

// settle ends publications.
func (s *sender) settle(ctx context.Context, ends []galley.Settlement) error {
	if len(ends) == 0 {
		return nil
	}
	for i := range ends {
		ends[i].End.RequestID, ends[i].End.Sibling = ends[i].RequestID, ends[i].Sibling
	}
	if err := s.store.Settle(ctx, ends, s.held); err != nil {
		return err
	}
	failpoint.Reach(failpoint.SendSettled)
	return s.resume()
}
