package publishing

import (
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
)

// chain is all that waits for one place, in order.
type chain struct {
	place string
	pubs  []galley.Publication
}

func (c chain) urgent() bool {
	return slices.ContainsFunc(c.pubs, func(p galley.Publication) bool { return p.Urgent })
}

// chainsOf sorts publications by place: places with urgent ones first, then the place of the first one.
func chainsOf(pubs []galley.Publication) (found []chain) {
	at := map[string]int{}
	for _, p := range pubs {
		key := p.Slot().Key()
		n, known := at[key]
		if !known {
			n = len(found)
			at[key] = n
			found = append(found, chain{place: key})
		}
		found[n].pubs = append(found[n].pubs, p)
	}
	slices.SortStableFunc(found, func(a, b chain) int {
		switch {
		case a.urgent() == b.urgent():
			return 0
		case a.urgent():
			return -1
		}
		return 1
	})
	return found
}

// each works a chain in order. Publications of different fields of a place are worked together.
func (c chain) each(ctx context.Context, work func(context.Context, []galley.Publication) error) error {
	for _, batch := range batches(c.pubs) {
		if err := work(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

// settleAll settles publications without an answer, as many places at a time as make the most of the
// shop.
func (s *sender) settleAll(ctx context.Context, pubs []galley.Publication) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(s.client.Concurrency())
	for _, c := range chainsOf(pubs) {
		g.Go(func() error { return c.each(ctx, s.settleLost) })
	}
	return g.Wait()
}

// batches splits the publications of one place into writes: the first of each
// field go together, then the second of each, and so on.
func batches(chain []galley.Publication) (found [][]galley.Publication) {
	nth := map[galley.Field]int{}
	for _, p := range chain {
		n := nth[p.Field]
		nth[p.Field]++
		if n == len(found) {
			found = append(found, nil)
		}
		found[n] = append(found[n], p)
	}
	return found
}
