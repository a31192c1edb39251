package publishing

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"galley/backend/failpoint"
	"galley/backend/galley"
)

// group is a write of several places together. Each of its texts is compared, recorded and settled as if
// it were alone; only requests and transactions are shared.
type group struct {
	*sender
	writes []*slotWrite
	again  map[*slotWrite]bool // those that were left out, or that the shop turned away
	ended  func(*slotWrite)    // called once for each write of which nothing is left to do
}

// sendGroup writes places together. What the shop turned away goes again in halves, and at last alone:
// one that fails does not hold up the others.
func (s *sender) sendGroup(ctx context.Context, writes []*slotWrite, ended func(*slotWrite)) error {
	if len(writes) == 1 {
		err := writes[0].alone(ctx)
		if err == nil {
			ended(writes[0])
		}
		return err
	}
	g := &group{sender: s, writes: writes, again: map[*slotWrite]bool{}, ended: ended}
	slots := make([]galley.Slot, len(writes))
	for i, w := range writes {
		slots[i] = w.slot
	}
	ends, err := s.groups.WriteGroup(ctx, slots, g.decide)
	settling := context.WithoutCancel(ctx)
	if err != nil {
		return s.unread(ctx, err, writes, ended)
	}
	if slices.ContainsFunc(ends, func(e galley.GroupEnd) bool { return e.Sent != nil }) {
		failpoint.Reach(failpoint.SendWritten)
	}
	err = g.conclude(settling, ends)
	left := g.left()
	if err == nil && len(left) > 0 {
		err = ctx.Err()
	}
	if err != nil {
		return errors.Join(err, s.requeue(settling, left))
	}
	return s.sendHalves(ctx, left, ended)
}

// unread goes on where places could not be read together: perhaps one of them is at fault.
func (s *sender) unread(ctx context.Context, err error, writes []*slotWrite, ended func(*slotWrite)) error {
	switch {
	case ctx.Err() != nil:
	case galley.HasCode(err, galley.CodeShopFailed):
		return s.sendEach(ctx, writes, ended)
	case ofOne(err):
		return s.sendHalves(ctx, writes, ended)
	}
	return errors.Join(err, s.requeue(context.WithoutCancel(ctx), writes))
}

// left are the writes that go again, in order.
func (g *group) left() (left []*slotWrite) {
	for _, w := range g.writes {
		if g.again[w] {
			left = append(left, w)
		}
	}
	return left
}

func (s *sender) sendHalves(ctx context.Context, writes []*slotWrite, ended func(*slotWrite)) error {
	half := (len(writes) + 1) / 2
	g, ctx := errgroup.WithContext(ctx)
	for _, some := range [][]*slotWrite{writes[:half], writes[half:]} {
		if len(some) > 0 {
			g.Go(func() error { return s.sendGroup(ctx, some, ended) })
		}
	}
	return g.Wait()
}

// sendEach writes places one after the other, those too that come after a failure. A second failure is the shop's, not
// that of one place: the rest waits.
func (s *sender) sendEach(ctx context.Context, writes []*slotWrite, ended func(*slotWrite)) error {
	var failed error
	for i, w := range writes {
		err := s.sendGroup(ctx, []*slotWrite{w}, ended)
		if err != nil && failed != nil {
			return errors.Join(failed, err, s.requeue(context.WithoutCancel(ctx), writes[i+1:]))
		}
		failed = cmp.Or(failed, err)
	}
	return failed
}

// mayBeOfOne reports whether a failure to read places together may be the fault of one.
func mayBeOfOne(err error) bool { return ofOne(err) || galley.HasCode(err, galley.CodeShopFailed) }

// decide compares all publications with the shop's texts and marks them as being sent, in one
// transaction. A place whose reading is stale is left out.
func (g *group) decide(ctx context.Context, now []galley.SlotContent) ([]*galley.Sending, error) {
	failpoint.Reach(failpoint.ShopRead)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	ctx = context.WithoutCancel(ctx)
	values := make([]map[galley.Field]galley.Value, len(g.writes))
	var starts []galley.PublicationStart
	for i, w := range g.writes {
		var err error
		values[i], err = w.compare(ctx, now[i])
		g.again[w] = errors.Is(err, errStale)
		if g.again[w] {
			continue
		}
		if err != nil {
			return nil, err
		}
		starts = append(starts, w.starts(now[i], values[i])...)
	}
	left, err := g.start(ctx, starts)
	if err != nil {
		return nil, err
	}
	sendings := make([]*galley.Sending, len(g.writes))
	for i, w := range g.writes {
		if !g.again[w] {
			sendings[i] = w.sending(values[i], left)
		}
	}
	return sendings, nil
}

func (g *group) start(ctx context.Context, starts []galley.PublicationStart) (time.Duration, error) {
	at := g.clock.Now()
	started, left, err := g.store.StartPublications(ctx, starts, g.held)
	if err != nil {
		return 0, err
	}
	failpoint.Reach(failpoint.SendStarted)
	for _, w := range g.writes {
		if g.again[w] {
			continue
		}
		if err := w.begun(started, at); err != nil {
			return 0, err
		}
	}
	return left, nil
}

// conclude ends each write by its own outcome. An error concerns the whole shop.
func (g *group) conclude(ctx context.Context, ends []galley.GroupEnd) error {
	var written []int
	var closed error
	var rest errgroup.Group
	for i, w := range g.writes {
		if g.again[w] {
			continue
		}
		end := ends[i]
		w.note(end.Receipt)
		switch {
		case end.Err == nil && end.Sent != nil:
			written = append(written, i)
		case end.Err != nil && end.Again:
			g.again[w] = true
		case end.Err == nil, ofOne(end.Err), galley.HasCode(end.Err, galley.CodeOutcomeUnknown):
			rest.Go(func() error {
				err := w.conclude(ctx, end.Receipt, end.Err)
				if err == nil {
					g.ended(w)
				}
				return err
			})
		default:
			g.again[w] = true // to be put back
			closed = errors.Join(closed, end.Err)
		}
	}
	err := g.readBack(ctx, written, ends)
	return errors.Join(err, rest.Wait(), closed)
}

// readBack settles what was written by reading all of it at once.
func (g *group) readBack(ctx context.Context, written []int, ends []galley.GroupEnd) error {
	if len(written) == 0 {
		return nil
	}
	slots := make([]galley.Slot, len(written))
	for n, i := range written {
		slots[n] = g.writes[i].slot
	}
	now, err := g.groups.Slots(ctx, slots)
	failpoint.Reach(failpoint.SendReadBack)
	if err != nil {
		now = make([]galley.SlotContent, len(written))
	}
	var settled []galley.Settlement
	for n, i := range written {
		w := g.writes[i]
		w.judgeReadBack(ends[i].Receipt, now[n], err)
		settled = append(settled, w.ends()...)
	}
	if failure := g.settle(ctx, settled); failure != nil {
		return failure
	}
	for _, i := range written {
		g.ended(g.writes[i])
	}
	if err != nil && !ofOne(err) {
		return err
	}
	return nil
}
