package fileshop

import (
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

// orNull: an export has an empty cell for an unset field.
func orNull(s string) galley.Value {
	if s == "" {
		return galley.Null()
	}
	return galley.Text(s)
}

// product maps a product of the file. Handles are unique in an export, so ids
// are made from them and stay the same between readings.
func product(p productcsv.Product) galley.Product {
	out := galley.Product{
		ID: "gid://galley/Product/" + p.Handle, Handle: p.Handle, Title: p.Title, DescriptionHTML: p.BodyHTML,
		Vendor: p.Vendor, ProductType: p.Type, Status: status(p), Tags: append([]string{}, p.Tags...),
		SEOTitle: orNull(p.SEOTitle), MetaDescription: orNull(p.SEODescription), VariantCount: len(p.Variants),
		Options: []galley.Option{}, Metafields: factsOf(p), Category: p.Category(), SKUs: []string{}, Images: []galley.Image{},
	}
	for _, o := range p.Options {
		out.Options = append(out.Options, galley.Option{Name: o.Name, Values: o.Values})
	}
	for _, v := range p.Variants {
		if v.SKU != "" {
			out.SKUs = append(out.SKUs, v.SKU)
		}
		out.PriceMin, out.PriceMax = lower(out.PriceMin, v.Price), higher(out.PriceMax, v.Price)
	}
	for i, img := range p.Images {
		out.Images = append(out.Images, galley.Image{
			ID: pictureID(p.Handle, strconv.Itoa(i+1)), URL: img.Src, Alt: orNull(img.Alt), Position: i + 1,
		})
	}
	return out
}

func status(p productcsv.Product) string {
	if p.Status != "" {
		return strings.ToLower(p.Status)
	}
	if p.Published != nil && !*p.Published {
		return "draft"
	}
	return "active"
}

func lower(a, b string) string  { return pick(a, b, func(x, y float64) bool { return y < x }) }
func higher(a, b string) string { return pick(a, b, func(x, y float64) bool { return y > x }) }

// pick returns b where it is a price and a is none, or b is better.
func pick(a, b string, better func(a, b float64) bool) string {
	y, err := strconv.ParseFloat(b, 64)
	if err != nil {
		return a
	}
	if x, err := strconv.ParseFloat(a, 64); err == nil && !better(x, y) {
		return a
	}
	return b
}
