package shopify

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/Khan/genqlient/graphql"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
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

// holder is a product or an image with whatever was asked of it.
type holder struct {
	Kind            string  `json:"__typename"` // asked of images only, whose alt text may be null
	ID              string  `json:"id"`
	Title           *string `json:"title"`
	DescriptionHTML *string `json:"descriptionHtml"`
	SEO             *seo    `json:"seo"`
	Alt             *string `json:"alt"`
}

type seo struct {
	Title       *string `json:"title"`
	Description *string `json:"description"`
}

func (c *Client) contentOf(ctx context.Context, field galley.Field, targets []galley.Target) ([]galley.Current, error) {
	ids := make([]string, len(targets))
	for i, target := range targets {
		ids[i] = target.ProductID
		if field.IsImage() {
			ids[i] = target.ImageID
		}
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

// Place reads every field of a place.
func (c *Client) Place(ctx context.Context, place galley.Place) (galley.PlaceContent, error) {
	return placeContent(ctx, c.read(1, readGuess(1)), place)
}

func placeContent(ctx context.Context, call graphql.Client, place galley.Place) (galley.PlaceContent, error) {
	now := galley.PlaceContent{Values: map[galley.Field]galley.Value{}}
	fields := place.Fields()
	found, err := nodes(ctx, call, fields[0], []string{place.Target.Key()})
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
	now.Exists = node != nil
	for _, f := range fields {
		if now.Exists {
			now.Values[f], now.Exists = node.value(f)
		}
	}
	return now, nil
}

// readGuess is what reading so many texts costs, until the shop has said it.
func readGuess(n int) float64 { return float64(2*n + 2) }

// readOperation names the query that reads a place.
func readOperation(kind galley.PlaceKind) string {
	switch kind {
	case galley.PlaceDescription:
		return "ProductDescriptions"
	case galley.PlaceSEO:
		return "ProductSEO"
	case galley.PlaceAltText:
		return "ImageAltTexts"
	case galley.PlaceTitle:
	}
	return "ProductTitles"
}

// nodes asks for one field of products or images. What is gone is null.
func nodes(ctx context.Context, call graphql.Client, field galley.Field, ids []string) ([]json.RawMessage, error) {
	switch field {
	case galley.FieldTitle:
		answer, err := adminapi.ProductTitles(ctx, call, ids)
		return answer.Nodes, err
	case galley.FieldDescription:
		answer, err := adminapi.ProductDescriptions(ctx, call, ids)
		return answer.Nodes, err
	case galley.FieldSEOTitle, galley.FieldMetaDescription:
		answer, err := adminapi.ProductSEO(ctx, call, ids)
		return answer.Nodes, err
	case galley.FieldAltText:
		answer, err := adminapi.ImageAltTexts(ctx, call, ids)
		return answer.Nodes, err
	}
	_, err := galley.ParseField(string(field))
	return nil, err
}

// value is the field's; ok is false for a node of another kind, a file that is no image say.
func (h *holder) value(field galley.Field) (v galley.Value, ok bool) {
	switch field {
	case galley.FieldTitle:
		return valueOf(h.Title), h.Title != nil
	case galley.FieldDescription:
		return valueOf(h.DescriptionHTML), h.DescriptionHTML != nil
	case galley.FieldSEOTitle:
		if h.SEO != nil {
			return valueOf(h.SEO.Title), true
		}
	case galley.FieldMetaDescription:
		if h.SEO != nil {
			return valueOf(h.SEO.Description), true
		}
	case galley.FieldAltText:
		return valueOf(h.Alt), h.Kind == "MediaImage"
	}
	return galley.Value{}, false
}
