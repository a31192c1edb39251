package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"galley/backend/galley"
)

// Products lists products, and says how many there are where not all are shown.
func (p *Page) Products(products []galley.ProductSummary, total int) {
	if len(products) == 0 {
		p.Line("No products match.")
		return
	}
	columns := []Column{{"Product", false}, {"Handle", false}, {"Vendor", false}, {"Words", true}, {"SEO title", true}, {"Meta", true}, {"Alt texts", true}, {"Status", false}}
	rows := make([][]Cell, len(products))
	for i, s := range products {
		rows[i] = Plain(s.Title, s.Handle, s.Vendor, Count(s.DescriptionWords), Count(s.SEOTitleChars), Count(s.MetaChars),
			fmt.Sprintf("%d of %d", s.ImagesWithAlt, s.Images), s.Status)
	}
	p.Table(columns, rows)
	if len(products) < total {
		p.Line("%s of %s shown.", Count(len(products)), Many(total, "product"))
	}
}

// Facets lists the values that products can be filtered by.
func (p *Page) Facets(all galley.ProductFacets) {
	var rows [][]Cell
	for _, part := range []struct {
		flag   string
		values []galley.Facet
	}{
		{"--status", all.Statuses}, {"--vendor", all.Vendors}, {"--type", all.Types}, {"--tag", all.Tags},
		{"--collection", all.Collections}, {"--empty", all.Without},
	} {
		for _, v := range part.values {
			name := v.Value
			if v.Label != "" {
				name = v.Label
			}
			rows = append(rows, Plain(part.flag, name, Count(v.Count)))
		}
	}
	p.Table([]Column{{"Filter", false}, {"Value", false}, {"Products", true}}, rows)
}

// FoundFacets lists values of one kind.
func (p *Page) FoundFacets(found []galley.Facet) {
	rows := make([][]Cell, len(found))
	for i, v := range found {
		rows[i] = Plain(cmp.Or(v.Label, v.Value), Count(v.Count))
	}
	p.Table([]Column{{"Value", false}, {"Products", true}}, rows)
}

// Product shows one product with its copy.
func (p *Page) Product(pr galley.Product) {
	p.Line("%s", pr.Title)
	p.Facts(
		"Handle", pr.Handle, "Vendor", pr.Vendor, "Type", pr.ProductType, "Status", pr.Status, "Tags", strings.Join(pr.Tags, ", "),
		"Options", options(pr), "Variants", Count(pr.VariantCount), "Price", price(pr), "Page", pr.URL, "ID", pr.ID,
	)
	p.Gap()
	p.Line("SEO title: %s", textOf(pr, galley.FieldSEOTitle, pr.SEOTitle.Text))
	p.Line("Meta description: %s", textOf(pr, galley.FieldMetaDescription, pr.MetaDescription.Text))
	p.Gap()
	p.Line("Description:")
	if slices.Contains(pr.Unknown, galley.FieldDescription) {
		p.Line("  %s", unknownText)
	} else {
		p.Text(pr.DescriptionHTML)
	}
	if len(pr.Images) > 0 {
		p.Gap()
		p.Line("Pictures:")
		for _, img := range pr.Images {
			p.Line("  %d  %s  %s", img.Position, textOf(pr, galley.FieldAltText, img.Alt.Text), img.URL)
		}
	}
}

// unknownText is shown where the shop's file has no column for a text.
const unknownText = "unknown, not in the file"

func textOf(pr galley.Product, f galley.Field, text string) string {
	if slices.Contains(pr.Unknown, f) {
		return unknownText
	}
	return orNone(text)
}

func options(pr galley.Product) string {
	if pr.HasDefaultVariantOnly() {
		return ""
	}
	parts := make([]string, len(pr.Options))
	for i, o := range pr.Options {
		parts[i] = o.Name + ": " + strings.Join(o.Values, ", ")
	}
	return strings.Join(parts, "; ")
}

func price(pr galley.Product) string {
	switch pr.PriceMin {
	case "":
		return ""
	case pr.PriceMax:
		return pr.PriceMin + " " + pr.Currency
	}
	return pr.PriceMin + " to " + pr.PriceMax + " " + pr.Currency
}

// Synced is the progress of a sync, on one line.
func Synced(shop string, pr galley.SyncProgress) string {
	if pr.Preparing {
		return fmt.Sprintf("%s: the shop is preparing the list: %s read", shop, Count(pr.Done))
	}
	if pr.Total == 0 {
		return shop + ": no products to read"
	}
	return fmt.Sprintf("%s: %s of %s", shop, Count(pr.Done), Many(pr.Total, "product"))
}

// namedHandles is how many products a sentence names.
const namedHandles = 10

// Handles names the first of so many products by their handles.
func Handles(products []galley.ProductRef, total int) string {
	var names []string
	for _, product := range products[:min(namedHandles, len(products))] {
		names = append(names, product.Handle)
	}
	if rest := total - len(names); rest > 0 {
		names = append(names, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(names, ", ")
}
