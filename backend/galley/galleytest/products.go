package galleytest

import (
	"fmt"
	"time"

	"galley/backend/galley"
)

// Products makes n products with two pictures each, in the order of their
// titles. Every third has no SEO title, every second picture no alt text.
func Products(n int) []galley.Product {
	products := make([]galley.Product, n)
	for i := range products {
		products[i] = product(i)
	}
	return products
}

func product(i int) galley.Product {
	p := galley.Product{
		ID: fmt.Sprintf("gid://shopify/Product/%d", 1000+i), Handle: fmt.Sprintf("lamp-%04d", i),
		Title: fmt.Sprintf("Lamp %04d", i), DescriptionHTML: fmt.Sprintf("<p>A table lamp of oak, model %04d.</p>", i),
		Vendor: "Aldermill", ProductType: "Table lamp", Status: "active", Tags: []string{"oak", "linen"},
		SEOTitle: galley.Text(fmt.Sprintf("Lamp %04d | Aldermill", i)), MetaDescription: galley.Null(),
		Options: []galley.Option{{Name: "Wood", Values: []string{"oak", "walnut"}}}, VariantCount: 2,
		PriceMin: "84.00", PriceMax: "96.00", Currency: "EUR", UpdatedAt: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC),
	}
	if i%3 == 0 {
		p.SEOTitle = galley.Null()
	}
	for k := range 2 {
		img := galley.Image{ID: fmt.Sprintf("gid://shopify/MediaImage/%d", 5000+2*i+k), URL: fmt.Sprintf("http://127.0.0.1/%d-%d.png", i, k), Position: k + 1}
		if k == 0 {
			img.Alt = galley.Text("Lamp.")
		}
		p.Images = append(p.Images, img)
	}
	return p
}
