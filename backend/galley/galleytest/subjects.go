package galleytest

import (
	"fmt"
	"time"

	"galley/backend/galley"
)

// SubjectFor is a subject that holds the field: the product, its first image,
// or a collection of the product and another one, with the product's texts.
func SubjectFor(f galley.Field, p galley.Product) galley.Subject {
	switch f.Place() {
	case galley.PlaceImage:
		if len(p.Images) > 0 {
			return p.Of(galley.ImageTarget(p.Images[0].ID))
		}
	case galley.PlaceCollection:
		return galley.Collection{
			ID: "gid://shopify/Collection/1", Handle: p.Handle, Title: p.Title, ProductCount: 2, DescriptionHTML: p.DescriptionHTML,
			SEOTitle: p.SEOTitle, MetaDescription: p.MetaDescription, ShopFacts: p.ShopFacts,
			Products: []galley.ProductRef{{ID: p.ID, Handle: p.Handle, Title: p.Title}, {ID: p.ID + "0", Title: p.Title + " 2"}},
		}.Subject()
	case galley.PlaceProduct:
	}
	return p.Subject()
}

// Collections makes a collection of each product, in the order of their titles.
// Every third has no SEO title.
func Collections(products []galley.Product) []galley.ListedCollection {
	collections := make([]galley.ListedCollection, len(products))
	for i, p := range products {
		c := galley.Collection{
			ID: fmt.Sprintf("gid://shopify/Collection/%d", 3000+i), Handle: fmt.Sprintf("lamps-%04d", i),
			Title: fmt.Sprintf("Lamps %04d", i), DescriptionHTML: fmt.Sprintf("<p>Lamps of oak, series %04d.</p>", i),
			SEOTitle: galley.Text(fmt.Sprintf("Lamps %04d | Aldermill", i)), MetaDescription: galley.Null(),
			ProductCount: 1, UpdatedAt: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC),
		}
		if i%3 == 0 {
			c.SEOTitle = galley.Null()
		}
		collections[i] = galley.ListedCollection{Collection: c, Members: []string{p.ID}}
	}
	return collections
}
