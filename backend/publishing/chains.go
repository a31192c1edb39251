package publishing

import (
	"context"

	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
)

// inChains works several publications at a time, but those for the same place
// one after the other, in order. Publications of different fields of a place
// are worked together.
func inChains(ctx context.Context, pubs []galley.Publication, work func(context.Context, []galley.Publication) error) error {
	var keys []string
	chains := map[string][]galley.Publication{}
	for _, p := range pubs {
		key := p.Slot().Key()
		if chains[key] == nil {
			keys = append(keys, key)
		}
		chains[key] = append(chains[key], p)
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(together)
	for _, key := range keys {
		g.Go(func() error {
			for _, batch := range batches(chains[key]) {
				if err := work(ctx, batch); err != nil {
					return err
				}
			}
			return nil
		})
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
