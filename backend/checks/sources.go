package checks

import (
	"strconv"
	"strings"

	"galley/backend/facts"
	"galley/backend/galley"
)

// sourcesOf lists all that facts about a product or collection can be read
// from: what is known of it, the shop's facts, and its texts on the shop.
func sourcesOf(d Text) []facts.Source {
	list := titleSources(d)
	if d.Collection != nil {
		list = append(list, memberSources(*d.Collection)...)
	} else {
		list = append(list, productSources(d.Product)...)
	}
	list = append(list, notedSources(d.Noted)...)
	for line := range strings.Lines(d.ShopFacts()) {
		list = append(list, facts.Source{Kind: facts.FromShopFacts, Text: line})
	}
	return append(list, textSources(d)...)
}

// titleSources are the name, weak where a model wrote it.
func titleSources(d Text) []facts.Source {
	list := writtenTexts{d.Noted.Written}.sources(galley.FieldTitle, d.place(), galley.Text(d.Title()), false)
	for i := range list {
		if list[i].Kind == facts.FromText {
			list[i].Kind = facts.FromTitle
		}
	}
	return list
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
	list := []facts.Source{{Kind: facts.FromType, Text: p.ProductType}, {Kind: facts.FromCategory, Text: p.Category}}
	for _, tag := range p.Tags {
		list = append(list, facts.Source{Kind: facts.FromTag, Text: tag})
	}
	for _, option := range p.Options {
		for _, value := range option.Values {
			list = append(list, facts.Source{Kind: facts.FromOption, Name: option.Name, Text: value})
		}
	}
	for _, m := range p.Metafields {
		list = append(list, facts.Source{Kind: kindOf(m), Name: m.Name, Text: plainValue(m.Value), Scope: m.Scope})
	}
	for _, price := range []string{p.PriceMin, p.PriceMax} {
		if price != "" {
			list = append(list, facts.Source{Kind: facts.FromPrice, Text: price + " " + p.Currency})
		}
	}
	return list
}

func kindOf(f galley.Fact) facts.Kind {
	switch f.Kind {
	case galley.FactWeight:
		return facts.FromWeight
	case galley.FactGoogle:
		return facts.FromGoogle
	case galley.FactMetafield:
	}
	return facts.FromMetafield
}

// notedSources are what people and suppliers noted. A struck row has no text.
func notedSources(n galley.Noted) []facts.Source {
	var list []facts.Source
	for _, f := range n.Facts {
		source := facts.Source{Kind: facts.FromPerson, Name: f.Attribute, Text: f.Value, Scope: f.Scope, Corrects: f.Row}
		if f.Supplier != "" {
			source.Kind = facts.FromSupplier
		}
		if f.State == galley.FactStruck {
			source.Name, source.Text = "", ""
		}
		list = append(list, source)
	}
	for _, f := range n.Scoped {
		list = append(list, facts.Source{Kind: facts.FromShopFacts, Text: f.Fact})
	}
	return list
}
