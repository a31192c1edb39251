package ui

import "galley/backend/galley"

// Collections lists collections, and says how many there are where not all are shown.
func (p *Page) Collections(collections []galley.CollectionSummary, total int) {
	if len(collections) == 0 {
		p.Line("No collections match.")
		return
	}
	columns := []Column{{"Collection", false}, {"Handle", false}, {"Products", true}, {"Words", true}, {"SEO title", true}, {"Meta", true}}
	rows := make([][]Cell, len(collections))
	for i, c := range collections {
		rows[i] = Plain(c.Title, c.Handle, Count(c.ProductCount), Count(c.DescriptionWords), Count(c.SEOTitleChars), Count(c.MetaChars))
	}
	p.Table(columns, rows)
	if len(collections) < total {
		p.Line("%s of %s shown.", Count(len(collections)), Many(total, "collection"))
	}
}

// Collection shows one collection with its copy and its products.
func (p *Page) Collection(c galley.Collection) {
	p.Line("%s", c.Title)
	p.Facts("Handle", c.Handle, "Products", Count(c.ProductCount), "Picture", c.ImageURL, "ID", c.ID)
	if c.Missing {
		p.Line("The last sync did not find it on the shop.")
	}
	p.Gap()
	p.Line("SEO title: %s", orNone(c.SEOTitle.Text))
	p.Line("Meta description: %s", orNone(c.MetaDescription.Text))
	p.Gap()
	p.Line("Description:")
	p.Text(c.DescriptionHTML)
	if len(c.Products) == 0 {
		return
	}
	p.Gap()
	p.Line("Products:")
	for _, product := range c.Products {
		p.Line("  %s  %s", product.Handle, product.Title)
	}
	if rest := c.ProductCount - len(c.Products); rest > 0 {
		p.Line("  %s not in the local copy yet.", Many(rest, "more product"))
	}
}
