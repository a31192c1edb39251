package publishing

import (
	"context"
	"errors"
	"slices"

	"golang.org/x/sync/errgroup"

	"galley/backend/galley"
)

// rounds is how many places are looked up at once, for each that can be under way.
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
	if err := f.meet(ctx); err != nil {
		return err
	}
	for {
		if err := f.synced(); err != nil {
			return err
		}
		if err := f.watch(ctx, f.shop, f.busy); err != nil {
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
		if err := f.beginAll(ctx, g, next); err != nil {
			return err
		}
	}
}

// meet reads one place of a shop that has not answered yet, if much waits for it: how much can go
// together is then known before the first text goes.
func (f *feed) meet(ctx context.Context) error {
	if f.groups == nil || f.groups.GroupMost(galley.PlaceProduct) > 1 {
		return nil
	}
	waiting, err := f.store.Waiting(ctx, f.shop, galley.UrgentTexts+1)
	if err != nil || len(waiting) <= galley.UrgentTexts {
		return err
	}
	_, err = f.client.Slot(ctx, waiting[0].Slot())
	if ofOne(err) {
		return nil
	}
	return err
}

// next lists what waits for places that are not under way, in bundles.
func (f *feed) next(ctx context.Context) ([]bundle, error) {
	var found []chain
	waiting, err := f.store.Waiting(ctx, f.shop, rounds*min(f.most(), f.share())+len(f.busy))
	for _, c := range chainsOf(waiting) {
		if !f.busy[c.place] {
			found = append(found, c)
		}
	}
	// Half of the share, so that a second group can wait for its points.
	return bundlesOf(found, f.groups, f.share()/2), err
}

// most is how many texts may be under way.
func (f *feed) most() int {
	most := f.client.Concurrency()
	if f.groups != nil {
		most = max(most, f.groups.GroupMost(galley.PlaceImage))
	}
	return most
}

// beginAll sends bundles, each once there is room, until something urgent has come in between.
func (f *feed) beginAll(ctx context.Context, g *errgroup.Group, next []bundle) error {
	for _, b := range next {
		if err := f.waitUntil(ctx, max(f.room(b)-len(b), 0)); err != nil {
			return err
		}
		overtaken, err := f.overtaken(ctx, b)
		if err != nil || overtaken {
			return err
		}
		f.begin(ctx, g, b)
	}
	return nil
}

// overtaken reports whether something urgent waits that is to go before the bundle.
func (f *feed) overtaken(ctx context.Context, b bundle) (bool, error) {
	if b.urgent() {
		return false, nil
	}
	urgent, err := f.store.UrgentSlots(ctx, f.shop)
	return slices.ContainsFunc(urgent, func(slot string) bool { return !f.busy[slot] }), err
}

// begin sends a bundle.
func (f *feed) begin(ctx context.Context, g *errgroup.Group, b bundle) {
	for _, c := range b {
		f.busy[c.place] = true
	}
	if b.urgent() {
		ctx = galley.Hurry(ctx)
	}
	g.Go(func() error { return b.send(ctx, f.sender, func(place string) { f.end(ctx, place) }) })
}

// room is how many texts may be under way with the bundle, within the shop's share: of groups two, for one
// of them waits for its points while the other goes out. What is urgent finds room beside what is not.
func (f *feed) room(b bundle) int {
	room := f.client.Concurrency()
	if len(b) > 1 {
		room = max(room, 2*len(b))
	}
	room = min(room, f.share())
	if b.urgent() {
		room += galley.UrgentTexts
	}
	return room
}

func (f *feed) end(ctx context.Context, place string) {
	select {
	case f.ended <- place:
	case <-ctx.Done():
	}
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
