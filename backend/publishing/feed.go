package publishing

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
)

// rounds is how many places are looked up at once, for each that can be under way. A text that a person
// sends meanwhile waits for so many.
const rounds = 2

// feed sends what waits for one shop: as many places at a time as make the most of it, and each place
// once at a time.
type feed struct {
	*sender
	shop  galley.ShopID
	busy  map[string]bool // places under way
	ended chan string     // places that are no longer
}

// sendAll works a shop's outbox until it is empty. The first error ends it, after what is under way.
func (s *sender) sendAll(ctx context.Context, shop galley.ShopID) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g, working := errgroup.WithContext(ctx)
	f := feed{sender: s, shop: shop, busy: map[string]bool{}, ended: make(chan string)}
	err := f.run(working, g)
	if err != nil {
		cancel()
	}
	if first := g.Wait(); first != nil { // the cause, where run only saw that it was to end
		err = first
	}
	return errors.Join(err, s.synced())
}

func (f *feed) run(ctx context.Context, g *errgroup.Group) error {
	for {
		if err := f.synced(); err != nil {
			return err
		}
		if err := f.watch(ctx, f.shop); err != nil {
			return err
		}
		next, err := f.next(ctx)
		if err != nil || len(next) == 0 && len(f.busy) == 0 {
			return err
		}
		if len(next) == 0 {
			if err := f.waitUntil(ctx, len(f.busy)/2); err != nil {
				return err
			}
		}
		for _, c := range next {
			if err := f.begin(ctx, g, c); err != nil {
				return err
			}
		}
	}
}

// next lists what waits for places that are not under way.
func (f *feed) next(ctx context.Context) (found []chain, err error) {
	waiting, err := f.store.Waiting(ctx, f.shop, rounds*f.client.Concurrency()+len(f.busy))
	for _, c := range chainsOf(waiting) {
		if !f.busy[c.place] {
			found = append(found, c)
		}
	}
	return found, err
}

// begin sends a place's publications once there is room.
func (f *feed) begin(ctx context.Context, g *errgroup.Group, c chain) error {
	if err := f.waitUntil(ctx, f.client.Concurrency()-1); err != nil {
		return err
	}
	f.busy[c.place] = true
	g.Go(func() error {
		err := c.each(ctx, f.send)
		if err == nil {
			select {
			case f.ended <- c.place:
			case <-ctx.Done():
			}
		}
		return err
	})
	return nil
}

// waitUntil waits until at most that many places are under way.
func (f *feed) waitUntil(ctx context.Context, most int) error {
	for len(f.busy) > most {
		select {
		case place := <-f.ended:
			delete(f.busy, place)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
