package publishing

import (
	"context"

	"galley/backend/galley"
)

// bundle are chains that are sent together: of places of one kind, each with one write. A chain with
// more is a bundle of its own.
type bundle []chain

// bundleKey is what the chains of a bundle have in common.
type bundleKey struct {
	kind   galley.PlaceKind
	urgent bool
}

// open is a bundle that is being filled.
type open struct {
	bundle

	places map[string]bool
}

// bundlesOf splits chains into bundles, in the order of the first chain of each. All that waits for one
// place of a kind goes together, with other places as the client takes them, and until there are that many texts.
func bundlesOf(chains []chain, client galley.GroupWriter, texts int) (bundles []bundle) {
	filling := map[bundleKey]*open{}
	var opened []*open
	for _, c := range byPlace(chains) {
		p := c.pubs[0]
		key := bundleKey{kind: p.Place.Kind, urgent: c.urgent()}
		b := filling[key]
		if client == nil || len(batches(c.pubs)) > 1 {
			opened = append(opened, &open{bundle: bundle{c}})
			continue
		}
		if b == nil || !b.places[p.Place.ID] && (len(b.places) >= client.GroupMost(key.kind) || len(b.bundle) >= texts) {
			b = &open{places: map[string]bool{}}
			filling[key] = b
			opened = append(opened, b)
		}
		b.bundle = append(b.bundle, c)
		b.places[p.Place.ID] = true
	}
	for _, o := range opened {
		bundles = append(bundles, o.bundle)
	}
	return bundles
}

// byPlace brings the chains of each place together, where the first of them is. What is urgent stays
// before what is not.
func byPlace(chains []chain) (sorted []chain) {
	type spot struct {
		place  string
		urgent bool
	}
	of := map[spot][]chain{}
	var order []spot
	for _, c := range chains {
		at := spot{place: c.pubs[0].Place.ID, urgent: c.urgent()}
		if of[at] == nil {
			order = append(order, at)
		}
		of[at] = append(of[at], c)
	}
	for _, at := range order {
		sorted = append(sorted, of[at]...)
	}
	return sorted
}

func (b bundle) urgent() bool { return b[0].urgent() }

// send sends a bundle, and says of each place when it is no longer under way.
func (b bundle) send(ctx context.Context, s *sender, ended func(place string)) error {
	if len(b) == 1 {
		err := b[0].each(ctx, s.send)
		if err == nil {
			ended(b[0].place)
		}
		return err
	}
	writes := make([]*slotWrite, len(b))
	for i, c := range b {
		writes[i] = newPlaceWrite(s, c.pubs)
	}
	return s.sendGroup(ctx, writes, func(w *slotWrite) { ended(w.slot.Key()) })
}
