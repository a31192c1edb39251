package ui

import (
	"strconv"
	"strings"

	"galley/backend/galley"
)

// FactSheet lists what is known of a product.
func (p *Page) FactSheet(sheet galley.FactSheet) {
	p.Line("%s: %s, %s corrected, %s struck, %s weak.", sheet.Product.Title, Many(sheet.Facts, "fact"), Count(sheet.Corrected), Count(sheet.Struck), Count(sheet.Weak))
	if len(sheet.Rows) == 0 {
		return
	}
	columns := []Column{{"Row", false}, {"Attribute", false}, {"Value", false}, {"Variant", false}, {"From", false}, {"State", false}}
	rows := make([][]Cell, len(sheet.Rows))
	for i, r := range sheet.Rows {
		value := r.Value
		if r.Denied {
			value = "not " + value
		}
		if r.Was != "" {
			value += " (was " + r.Was + ")"
		}
		rows[i] = Plain(r.ID, r.Attribute, value, r.Scope, factFrom(r.Source), factState(r))
	}
	p.Table(columns, rows)
}

// sourceWords name the kinds of sources.
var sourceWords = map[string]string{
	"title": "title", "type": "type", "category": "category", "tag": "tag", "option": "option", "metafield": "metafield",
	"weight": "weight", "google": "Google Shopping", "price": "price", "table": "table", "text": "shop's text",
	"earlier_text": "shop's earlier text", "shop_facts": "shop facts", "supplier": "supplier", "members": "products", "person": "person",
}

func factFrom(s galley.FactSource) string {
	words := sourceWords[s.Kind]
	if s.Weak {
		words += ", weak: " + s.Model
	}
	return words
}

func factState(r galley.FactRow) string {
	words := map[galley.FactState]string{
		galley.FactAdded: "Added", galley.FactCorrected: "Corrected", galley.FactStruck: "Struck", galley.FactUnused: "Not used: shelf tag",
	}[r.State]
	if words != "" && r.Who != "" {
		words += " by " + r.Who
	}
	if r.Why != "" {
		words += ": " + r.Why
	}
	return words
}

// ScopedFacts lists what holds for a part of a shop's products.
func (p *Page) ScopedFacts(list []galley.ScopedFact) {
	if len(list) == 0 {
		p.Line("No facts with a scope.")
		return
	}
	columns := []Column{{"ID", true}, {"For", false}, {"Fact", false}, {"By", false}}
	rows := make([][]Cell, len(list))
	for i, f := range list {
		rows[i] = Plain(strconv.FormatInt(f.ID, 10), strings.TrimSpace(string(f.Scope.Kind)+" "+f.Scope.Value), f.Fact, f.Who)
	}
	p.Table(columns, rows)
}

// FactImport tells what an import set.
func (p *Page) FactImport(done galley.FactImport) {
	p.Line("%s set, %s unchanged, of %s.", Many(done.Set, "fact"), Count(done.Unchanged), Many(done.Rows, "row"))
	if len(done.Unknown) > 0 {
		p.Gap()
		p.Line("Not in this shop:")
		for _, name := range done.Unknown {
			p.Line("  %s", name)
		}
	}
	for _, line := range done.Invalid {
		p.Line("Line %d: %s", line.Line, line.Reason)
	}
}
