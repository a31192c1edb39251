package publishing

import (
	"context"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/markup"
)

// settleLost settles publications of one place whose process died or whose
// answer was lost: reading the shop shows whether they were written. They are
// never sent again blindly, and what the shop may still carry out is watched.
func (s *sender) settleLost(ctx context.Context, pubs []galley.Publication) error {
	if len(pubs) == 0 {
		return nil
	}
	for _, p := range pubs {
		// Never longer, even if the clock was set back since.
		if err := s.clock.Sleep(ctx, min(settling, p.StartedAt.Add(settling).Sub(s.clock.Now()))); err != nil {
			return err
		}
	}
	ctx = context.WithoutCancel(ctx)
	now, err := s.client.Slot(ctx, pubs[0].Slot())
	failpoint.Reach(failpoint.LostRead)
	if err != nil && !ofOne(err) {
		// Something may have been written: it stays marked as being sent, and the
		// next holder of the lease reads the shop.
		return err
	}
	var ends []galley.Settlement
	for _, p := range pubs {
		end := judgeLost(p, now)
		if err != nil {
			end = &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: galley.ReasonOf(err)}
		}
		// One attempt that is found on the shop is done. Of several, another may
		// still come.
		end.Watch = end.State != galley.PublicationDone || p.Attempts > 1
		ends = append(ends, galley.Settlement{Publication: p, End: *end})
	}
	return s.settle(ctx, ends)
}

func judgeLost(p galley.Publication, now galley.SlotContent) *galley.Settled {
	value := now.Values[p.Field]
	unchanged := p.Before != nil && value.Same(*p.Before)
	switch {
	case !now.Exists:
		return &galley.Settled{State: galley.PublicationFailed, Before: p.Before, Reason: missing(p)}
	case value.Same(p.After):
		return done(p, value)
	case !unchanged && p.Field.IsHTML() && markup.SameHTML(value.Text, p.After.Text):
		return done(p, value) // ours, as Shopify tidied it
	case !unchanged:
		return conflict(p, value)
	case p.Attempts >= maxAttempts:
		return givenUp(p)
	}
	return &galley.Settled{State: galley.PublicationQueued}
}
