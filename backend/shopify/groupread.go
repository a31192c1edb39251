package shopify

import (
	"context"
	"encoding/json"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// Names of operations. A write of texts without SEO costs a point less.
const (
	productUpdate = "ProductUpdate"
	textUpdate    = "ProductTextUpdate"
)

// operationOf names the mutation that writes slots of one place together.
func operationOf(slots []galley.Slot) string {
	for _, slot := range slots {
		if name := part(slot).write; name != textUpdate {
			return name
		}
	}
	return textUpdate
}

// reading is the query that reads some slots.
type reading struct {
	name  string
	nodes func(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error)
}

// readingOf is the query for slots of places of one kind: that of their field, or of all fields of the
// kind if they are different ones.
func readingOf(slots []galley.Slot) reading {
	own := part(slots[0])
	for _, slot := range slots {
		if slot.Name == slots[0].Name {
			continue
		}
		if slots[0].Lead().Place() == galley.PlaceCollection {
			return reading{name: "CollectionTexts", nodes: collectionTexts}
		}
		return reading{name: "ProductTexts", nodes: productTexts}
	}
	return reading{name: own.read, nodes: own.nodes}
}

func productTexts(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.ProductTexts(ctx, call, ids)
	return answer.Nodes, err
}

func collectionTexts(ctx context.Context, call graphql.Client, ids []string) ([]json.RawMessage, error) {
	answer, err := adminapi.CollectionTexts(ctx, call, ids)
	return answer.Nodes, err
}

// placesOf are the ids of the slots' places, each once, in order.
func placesOf(slots []galley.Slot) (ids []string) {
	seen := map[string]bool{}
	for _, slot := range slots {
		if !seen[slot.Target.ID] {
			seen[slot.Target.ID] = true
			ids = append(ids, slot.Target.ID)
		}
	}
	return ids
}

// slotFound is a slot as it was read.
type slotFound struct {
	galley.SlotContent

	unready bool // a file that the shop is still at work on
}

// Slots implements galley.GroupWriter.
func (c *Client) Slots(ctx context.Context, slots []galley.Slot) ([]galley.SlotContent, error) {
	k := c.read(len(slots), readGuess(len(slots)))
	k.grouped = true
	found, err := slotContents(ctx, k, slots)
	contents := make([]galley.SlotContent, len(found))
	for i, one := range found {
		contents[i] = one.SlotContent
	}
	return contents, err
}

// slotContents reads slots of places of one kind with one request.
func slotContents(ctx context.Context, call graphql.Client, slots []galley.Slot) ([]slotFound, error) {
	ids := placesOf(slots)
	read, err := holders(ctx, call, readingOf(slots), ids)
	if err != nil {
		return nil, err
	}
	places := map[string]*holder{}
	for i, place := range read {
		places[ids[i]] = place
	}
	found := make([]slotFound, len(slots))
	for i, slot := range slots {
		found[i] = places[slot.Target.ID].slot(slot)
	}
	return found, nil
}

// slot is what a place has in a slot; a place that is gone is nil.
func (h *holder) slot(slot galley.Slot) slotFound {
	now := slotFound{SlotContent: galley.SlotContent{Exists: h != nil, Values: map[galley.Field]galley.Value{}}}
	if h == nil {
		return now
	}
	for _, f := range slot.Fields() {
		if now.Exists {
			now.Values[f], now.Exists = h.value(f)
		}
	}
	now.unready = h.FileStatus != "" && h.FileStatus != "READY"
	return now
}
