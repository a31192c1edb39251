package shopify

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
)

// contentMost is how many targets one request reads: at two points each, well below the most that one
// request may cost.
const contentMost = 100

// Content reads one field of the targets, in their order. More than 100 are read in several requests.
func (c *Client) Content(ctx context.Context, field galley.Field, targets []galley.Target) ([]galley.Current, error) {
	if _, err := galley.ParseField(string(field)); err != nil {
		return nil, err
	}
	all := make([]galley.Current, 0, len(targets))
	for start := 0; start < len(targets); start += contentMost {
		some := targets[start:min(start+contentMost, len(targets))]
		current, err := c.contentOf(ctx, field, some)
		if err != nil {
			return nil, err
		}
		all = append(all, current...)
	}
	return all, nil
}

// holder is a product, an image or a collection with the requested fields.
type holder struct {
	Kind            string  `json:"__typename"` // asked of images only, whose alt text may be null
	ID              string  `json:"id"`
	Title           *string `json:"title"`
	DescriptionHTML *string `json:"descriptionHtml"`
	SEO             *seo    `json:"seo"`
	Alt             *string `json:"alt"`
	FileStatus      string  `json:"fileStatus"` // of images
}

type seo struct {
	Title       *string `json:"title"`
	Description *string `json:"description"`
}

func (c *Client) contentOf(ctx context.Context, field galley.Field, targets []galley.Target) ([]galley.Current, error) {
	ids := make([]string, len(targets))
	for i, target := range targets {
		ids[i] = target.ID
	}
	found, err := holders(ctx, c.read(len(ids), readGuess(len(ids))), reading{nodes: partOf(field).nodes}, ids)
	if err != nil {
		return nil, err
	}
	current := make([]galley.Current, len(targets))
	for i, target := range targets {
		current[i].Target = target
		if found[i] != nil {
			current[i].Value, current[i].Exists = found[i].value(field)
		}
	}
	return current, nil
}

// Slot reads every field of a slot.
func (c *Client) Slot(ctx context.Context, slot galley.Slot) (galley.SlotContent, error) {
	return slotContent(ctx, c.read(1, readGuess(1)), slot)
}

func slotContent(ctx context.Context, call graphql.Client, slot galley.Slot) (galley.SlotContent, error) {
	if _, err := galley.ParseField(string(slot.Lead())); err != nil {
		return galley.SlotContent{}, err
	}
	found, err := slotContents(ctx, call, []galley.Slot{slot})
	if err != nil {
		return galley.SlotContent{}, err
	}
	return found[0].SlotContent, nil
}

// holders reads places, in their order; what is gone is nil. An answer about another place is none.
func holders(ctx context.Context, call graphql.Client, query reading, ids []string) ([]*holder, error) {
	nodes, err := query.nodes(ctx, call, ids)
	if err != nil {
		return nil, err
	}
	if len(nodes) != len(ids) {
		return nil, misfit(fmt.Errorf("asked for %d nodes, got %d", len(ids), len(nodes)))
	}
	found := make([]*holder, len(ids))
	for i, node := range nodes {
		if err := json.Unmarshal(node, &found[i]); err != nil {
			return nil, misfit(err)
		}
		if found[i] != nil && found[i].ID != ids[i] {
			return nil, misfit(fmt.Errorf("asked for %s, got %s", ids[i], found[i].ID))
		}
	}
	return found, nil
}

// readGuess is the cost of reading that many texts, until the shop has reported
// it.
func readGuess(n int) float64 { return float64(2*n + 2) }

// value is the field's; ok is false for a node of another kind, for example a file that is
// no image.
func (h *holder) value(field galley.Field) (v galley.Value, ok bool) {
	if part := partOf(field); part.value != nil {
		return part.value(h)
	}
	return galley.Value{}, false
}
