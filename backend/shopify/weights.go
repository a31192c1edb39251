package shopify

import (
	"context"
	"strings"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// weightUnits are Shopify's units of weight as people write them.
var weightUnits = map[adminapi.WeightUnit]string{
	adminapi.WeightUnitGrams: "g", adminapi.WeightUnitKilograms: "kg", adminapi.WeightUnitOunces: "oz", adminapi.WeightUnitPounds: "lb",
}

// weightsOf are the weights of a product's variants.
func weightsOf(p *adminapi.ListedProduct) []galley.Fact {
	var variants []galley.VariantWeight
	for _, v := range present(p.Variants.Nodes) {
		variants = append(variants, galley.VariantWeight{Options: optionsOf(v.Title, len(p.Options)), Weight: weightOf(v)})
	}
	return galley.WeightFacts(variants)
}

func weightOf(v *adminapi.Variant) string {
	if v.InventoryItem == nil || v.InventoryItem.Measurement == nil || v.InventoryItem.Measurement.Weight == nil {
		return ""
	}
	weight := v.InventoryItem.Measurement.Weight
	unit, known := weightUnits[weight.Unit]
	if !known {
		return ""
	}
	return galley.FormatWeight(weight.Value, unit)
}

// betweenOptions is how Shopify joins the values of a variant's options to its title.
const betweenOptions = " / "

// optionsOf are the values of a variant's options. A title that does not have
// just as many, since a value has the mark between two in it, is one value.
func optionsOf(title string, options int) []string {
	if values := strings.Split(title, betweenOptions); len(values) == options {
		return values
	}
	return []string{title}
}

// asksWeights reports whether the shop lets Galley read weights, as far as is
// known.
func (c *Client) asksWeights() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.weightsDenied
}

// withWeights reads something of products with their weights, and where the shop
// denies that, without them from then on.
func withWeights[T any](ctx context.Context, c *Client, read func(weights bool) (T, error)) (T, error) {
	weights := c.asksWeights()
	answer, err := read(weights)
	if !weights || !galley.HasCode(err, galley.CodeShopScope) {
		return answer, err
	}
	again, errAgain := read(false)
	if errAgain != nil {
		return answer, err
	}
	c.log.WarnContext(ctx, "the shop does not let Galley read the weights of variants; they are no facts", "code", galley.CodeOf(err))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.weightsDenied = true
	return again, nil
}
