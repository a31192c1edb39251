package demo

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"galley/backend/demo/graph"
)

// Parts of a variant that are objects of their own in the schema.
type (
	selectedOption struct {
		optionValue

		option string
	}
	inventoryItem struct{ *variant }
	measurement   struct{ *variant }
	weight        float64
)

// TypeName implements graph.Typed.
func (inventoryItem) TypeName() string { return "InventoryItem" }

func variantFields() graph.Resolvers {
	return graph.Resolvers{
		"ProductVariant": graph.On(map[string]func(*graph.Call, *variant) (any, error){
			"id":                graph.Get(func(v *variant) any { return gid("ProductVariant", v.id) }),
			"legacyResourceId":  graph.Get(func(v *variant) any { return strconv.FormatInt(v.id, 10) }),
			"title":             graph.Get(func(v *variant) any { return v.title }),
			"displayName":       displayName,
			"sku":               graph.Get(func(v *variant) any { return nullIfEmpty(v.sku) }),
			"barcode":           graph.Get(func(v *variant) any { return nullIfEmpty(v.barcode) }),
			"price":             graph.Get(func(v *variant) any { return price(v.price) }),
			"compareAtPrice":    graph.Get(compareAtPrice),
			"position":          graph.Get(func(v *variant) any { return v.position }),
			"taxable":           graph.Get(func(v *variant) any { return v.taxed }),
			"availableForSale":  graph.Get(func(v *variant) any { return !v.tracked || v.oversell || v.quantity > 0 }),
			"inventoryPolicy":   graph.Get(inventoryPolicy),
			"inventoryQuantity": graph.Get(func(v *variant) any { return v.quantity }),
			"inventoryItem":     graph.Get(func(v *variant) any { return inventoryItem{v} }),
			"createdAt":         graph.Get(func(v *variant) any { return timestamp(v.createdAt) }),
			"updatedAt":         graph.Get(func(v *variant) any { return timestamp(v.updatedAt) }),
			"selectedOptions":   selectedOptions,
			"product":           func(call *graph.Call, v *variant) (any, error) { return v.ofProduct(call) },
			"image":             variantImage,
			"media":             variantMedia,
		}),
		"SelectedOption": graph.On(map[string]func(*graph.Call, selectedOption) (any, error){
			"name":        graph.Get(func(o selectedOption) any { return o.option }),
			"value":       graph.Get(func(o selectedOption) any { return o.name }),
			"optionValue": graph.Get(func(o selectedOption) any { return o.optionValue }),
		}),
		"InventoryItem": graph.On(map[string]func(*graph.Call, inventoryItem) (any, error){
			"id":               graph.Get(func(i inventoryItem) any { return gid("InventoryItem", i.id) }),
			"sku":              graph.Get(func(i inventoryItem) any { return nullIfEmpty(i.sku) }),
			"tracked":          graph.Get(func(i inventoryItem) any { return i.tracked }),
			"requiresShipping": graph.Get(func(i inventoryItem) any { return i.shipped }),
			"measurement":      graph.Get(func(i inventoryItem) any { return measurement(i) }),
		}),
		"InventoryItemMeasurement": graph.On(map[string]func(*graph.Call, measurement) (any, error){
			"id":     graph.Get(func(m measurement) any { return gid("InventoryItemMeasurement", m.id) }),
			"weight": graph.Get(func(m measurement) any { return weight(m.grams) }),
		}),
		"Weight": graph.On(map[string]func(*graph.Call, weight) (any, error){
			"unit":  graph.Get(func(weight) any { return "GRAMS" }),
			"value": graph.Get(func(w weight) any { return float64(w) }),
		}),
	}
}

func compareAtPrice(v *variant) any {
	if !v.compareAt.Valid {
		return nil
	}
	return price(v.compareAt.Int64)
}

func inventoryPolicy(v *variant) any {
	if v.oversell {
		return "CONTINUE"
	}
	return "DENY"
}

// ofProduct reads the variant's product if it was not reached through it.
func (v *variant) ofProduct(ctx context.Context) (*product, error) {
	if v.product != nil {
		return v.product, nil
	}
	p, found, err := v.view.oneProduct(ctx, "id = ?", v.productID)
	if err == nil && !found {
		err = fmt.Errorf("variant %d has no product", v.id)
	}
	v.product = p
	return p, err
}

func displayName(call *graph.Call, v *variant) (any, error) {
	p, err := v.ofProduct(call)
	if err != nil {
		return nil, err
	}
	return p.title + " - " + v.title, nil
}

func selectedOptions(call *graph.Call, v *variant) (any, error) {
	p, err := v.ofProduct(call)
	if err != nil {
		return nil, err
	}
	all := make([]any, 0, len(p.options))
	for place, option := range p.options {
		if place >= len(v.options) {
			break
		}
		value := v.options[place]
		all = append(all, selectedOption{
			optionValue{productOption{p, place}, max(0, slices.Index(option.Values, value)), value}, option.Name,
		})
	}
	return all, nil
}

func variantImage(call *graph.Call, v *variant) (any, error) {
	m, err := v.ownMedium(call)
	if err != nil || m == nil {
		return nil, err
	}
	return image{m, "ProductImage"}, nil
}

func variantMedia(call *graph.Call, v *variant) (any, error) {
	w, err := windowOf(call.Args)
	if err != nil {
		return nil, err
	}
	var own []*medium
	m, err := v.ownMedium(call)
	if err != nil {
		return nil, err
	}
	if m != nil {
		own = append(own, m)
	}
	return pageOf(w, own, (*medium).cursor), nil
}

// ownMedium is the picture of the variant itself, or nil.
func (v *variant) ownMedium(ctx context.Context) (*medium, error) {
	if !v.mediaID.Valid {
		return nil, nil
	}
	p, err := v.ofProduct(ctx)
	if err != nil {
		return nil, err
	}
	all, err := p.picturesInOrder(ctx)
	for _, m := range all {
		if m.id == v.mediaID.Int64 {
			return m, err
		}
	}
	return nil, err
}
