package checks

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"galley/backend/facts"
	"galley/backend/galley"
)

// sourcesOf lists all that facts about a product or collection can be read
// from: what is known of it, the shop's facts, and its texts on the shop.
func sourcesOf(d Text) []facts.Source {
	list := []facts.Source{{Kind: facts.FromTitle, Text: d.Title()}}
	if d.Collection != nil {
		list = append(list, memberSources(*d.Collection)...)
	} else {
		list = append(list, productSources(d.Product)...)
	}
	for line := range strings.Lines(d.ShopFacts()) {
		list = append(list, facts.Source{Kind: facts.FromShopFacts, Text: line})
	}
	return append(list, textSources(d)...)
}

// memberSources are what the products of a collection are called, and how many
// they are.
func memberSources(c galley.Collection) []facts.Source {
	var list []facts.Source
	for _, p := range c.Products {
		list = append(list, facts.Source{Kind: facts.FromMembers, Text: p.Title})
	}
	return append(list, facts.Source{Kind: facts.FromMembers, Text: strconv.Itoa(c.ProductCount) + " products"})
}

func productSources(p galley.Product) []facts.Source {
	list := []facts.Source{{Kind: facts.FromType, Text: p.ProductType}}
	for _, tag := range p.Tags {
		list = append(list, facts.Source{Kind: facts.FromTag, Text: tag})
	}
	for _, option := range p.Options {
		for _, value := range option.Values {
			list = append(list, facts.Source{Kind: facts.FromOption, Name: option.Name, Text: value})
		}
	}
	for _, m := range p.Metafields {
		list = append(list, facts.Source{Kind: facts.FromMetafield, Name: m.Name, Text: plainValue(m.Value)})
	}
	for _, price := range []string{p.PriceMin, p.PriceMax} {
		if price != "" {
			list = append(list, facts.Source{Kind: facts.FromPrice, Text: price + " " + p.Currency})
		}
	}
	return list
}

func textSources(d Text) []facts.Source {
	var list []facts.Source
	add := func(v galley.Value, html bool) {
		if v.Null || strings.TrimSpace(v.Text) == "" {
			return
		}
		source := facts.Source{Kind: facts.FromText, Text: v.Text, HTML: html}
		if !slices.Contains(list, source) {
			list = append(list, source)
		}
	}
	add(d.Original, d.Field.IsHTML())
	add(galley.Text(d.HTML()), true)
	title, description := d.SEO()
	add(title, false)
	add(description, false)
	for _, img := range d.Product.Images {
		add(img.Alt, false)
	}
	return list
}

// plainValue reads the JSON that Shopify keeps in some metafields: lists, and
// measures such as {"value":42.0,"unit":"CENTIMETERS"}.
func plainValue(value string) string {
	trimmed := strings.TrimSpace(value)
	if !strings.HasPrefix(trimmed, "{") && !strings.HasPrefix(trimmed, "[") {
		return value
	}
	decoder := json.NewDecoder(strings.NewReader(trimmed))
	decoder.UseNumber()
	var v any
	if decoder.Decode(&v) != nil {
		return value
	}
	return flatten(v)
}

func flatten(v any) string {
	switch v := v.(type) {
	case map[string]any:
		if amount, ok := v["value"]; ok {
			return strings.TrimSpace(flatten(amount) + " " + flatten(v["unit"]))
		}
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		slices.Sort(parts)
		return strings.Join(parts, "; ")
	case []any:
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		return strings.Join(parts, "; ")
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
