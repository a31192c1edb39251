package shopify

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// referenceNames are what the objects are called that metafields refer to, by
// their ids. "" is one that the shop does not name.
type referenceNames map[string]string

// metaobjectType is the type of a reference to an entry.
const metaobjectType = "metaobject_reference"

// namedTypes are the types of metafields that refer to an object with a name
// that is a fact: entries such as a colour or a material, and values of the
// taxonomy. Source: Shopify's list of metafield data types.
var namedTypes = []string{metaobjectType, "mixed_reference", "product_taxonomy_value_reference"}

// referencesOf are the ids in the value of a metafield, none for other types.
func referencesOf(kind, value string) []string {
	element, isList := strings.CutPrefix(kind, "list.")
	if !slices.Contains(namedTypes, element) {
		return nil
	}
	ids := []string{value}
	if isList && json.Unmarshal([]byte(value), &ids) != nil {
		return nil
	}
	return slices.DeleteFunc(ids, func(id string) bool { return !strings.HasPrefix(id, "gid://") })
}

// of joins the names of what a metafield refers to.
func (n referenceNames) of(kind, value string) string {
	var names []string
	for _, id := range referencesOf(kind, value) {
		if name := strings.TrimSpace(n[id]); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// referencesIn are the ids in the metafields and in the values of the options of
// a product.
func referencesIn(p *adminapi.ListedProduct) (ids []string) {
	for _, m := range present(p.Metafields.Nodes) {
		ids = append(ids, referencesOf(m.Type, m.Value)...)
	}
	for _, option := range present(p.Options) {
		for _, value := range option.Values {
			ids = append(ids, referencesOf(metaobjectType, value)...)
		}
	}
	return ids
}

// inPlaceOf gives the values of an option by name: one that is linked to an entry
// may come as its id. An entry without a name is left out.
func (n referenceNames) inPlaceOf(values []string) []string {
	named := make([]string, 0, len(values))
	for _, value := range values {
		if len(referencesOf(metaobjectType, value)) > 0 {
			value = n.of(metaobjectType, value)
		}
		if value != "" {
			named = append(named, value)
		}
	}
	return named
}

// namesFor returns the names of all that the metafields and options of products refer to. It
// asks for those that the sync has not seen yet: most are shared by many
// products. A shop that does not let Galley read them has no such facts.
func (c *Client) namesFor(ctx context.Context, products []*adminapi.ListedProduct) (referenceNames, error) {
	known := c.knownNames()
	var unknown []string
	for _, p := range present(products) {
		for _, id := range referencesIn(p) {
			if _, is := known[id]; !is {
				known[id] = ""
				unknown = append(unknown, id)
			}
		}
	}
	for ids := range slices.Chunk(unknown, contentMost) {
		err := c.readNames(ctx, ids, known)
		if galley.HasCode(err, galley.CodeShopScope) || galley.HasCode(err, galley.CodeShopRefused) {
			c.log.Warn("the shop does not name what metafields refer to; they are no facts", "code", galley.CodeOf(err))
			break
		}
		if err != nil {
			return nil, err
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names = known
	return known, nil
}

// knownNames is a copy of the names that this sync has read.
func (c *Client) knownNames() referenceNames {
	c.mu.Lock()
	defer c.mu.Unlock()
	known := make(referenceNames, len(c.names))
	maps.Copy(known, c.names)
	return known
}

// forgetNames makes a new sync read names again.
func (c *Client) forgetNames() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.names = nil
}

func (c *Client) readNames(ctx context.Context, ids []string, names referenceNames) error {
	answer, err := adminapi.ReferenceNames(ctx, c.read(len(ids), readGuess(len(ids))), ids)
	if err != nil {
		return err
	}
	for _, raw := range answer.Nodes {
		var node *struct {
			ID          string `json:"id"`
			DisplayName string `json:"displayName"`
			Name        string `json:"name"`
		}
		if err := json.Unmarshal(raw, &node); err != nil {
			return misfit(err)
		}
		if node != nil {
			names[node.ID] = node.DisplayName + node.Name
		}
	}
	return nil
}
