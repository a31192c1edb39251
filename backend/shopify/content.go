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
	nodes, err := nodes(ctx, c.read(len(ids), readGuess(len(ids))), field, ids)
	if err != nil {
		return nil, err
	}
	if len(nodes) != len(targets) {
		return nil, misfit(fmt.Errorf("asked for %d nodes, got %d", len(targets), len(nodes)))
	}
	current := make([]galley.Current, len(targets))
	for i, node := range nodes {
		var found *holder
		if err := json.Unmarshal(node, &found); err != nil {
			return nil, misfit(err)
		}
		current[i].Target = targets[i]
		if found != nil {
			current[i].Value, current[i].Exists = found.value(field)
		}
	}
	return current, nil
}

// Slot reads every field of a slot.
func (c *Client) Slot(ctx context.Context, slot galley.Slot) (galley.SlotContent, error) {
	return slotContent(ctx, c.read(1, readGuess(1)), slot)
}

func slotContent(ctx context.Context, call graphql.Client, slot galley.Slot) (galley.SlotContent, error) {
	now := galley.SlotContent{Values: map[galley.Field]galley.Value{}}
	found, err := nodes(ctx, call, slot.Lead(), []string{slot.Target.ID})
	if err != nil {
		return now, err
	}
	if len(found) != 1 {
		return now, misfit(fmt.Errorf("asked for 1 node, got %d", len(found)))
	}
	var node *holder
	if err := json.Unmarshal(found[0], &node); err != nil {
		return now, misfit(err)
	}
	return node.slot(slot).SlotContent, nil
}

// readGuess is the cost of reading that many texts, until the shop has reported
// it.
func readGuess(n int) float64 { return float64(2*n + 2) }

// nodes requests one field of places. What is gone is null.
func nodes(ctx context.Context, call graphql.Client, field galley.Field, ids []string) ([]json.RawMessage, error) {
	if part := partOf(field); part.nodes != nil {
		return part.nodes(ctx, call, ids)
	}
	_, err := galley.ParseField(string(field))
	return nil, err
}

// value is the field's; ok is false for a node of another kind, for example a file that is
// no image.
func (h *holder) value(field galley.Field) (v galley.Value, ok bool) {
	if part := partOf(field); part.value != nil {
		return part.value(h)
	}
	return galley.Value{}, false
}
