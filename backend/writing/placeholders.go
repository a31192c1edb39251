package writing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// placeholders gives a product's values for the placeholders that instructions
// use: {title}, {vendor}, {type}, {handle}, {tags}, {options}, {price},
// {currency}, {sku}, {url}, {seo_title}, {meta_description}, {image_number} and
// {image_count}. The instructions themselves stay as they are, the same for all
// products; braces around anything else mean nothing.
func placeholders(instructions string, p galley.Product, image *galley.Image) []string {
	var lines []string
	names := placeholder.FindAllString(instructions, -1)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		valueOf, known := placeholderValues[name]
		if !known {
			continue
		}
		value := oneLine(valueOf(p, image))
		if value == "" {
			value = "(nothing)"
		}
		lines = append(lines, name+" = "+value)
	}
	return lines
}

// placeholderValues are the placeholders that have a meaning.
var placeholderValues = map[string]func(p galley.Product, image *galley.Image) string{
	"{title}":            func(p galley.Product, _ *galley.Image) string { return p.Title },
	"{vendor}":           func(p galley.Product, _ *galley.Image) string { return p.Vendor },
	"{type}":             func(p galley.Product, _ *galley.Image) string { return p.ProductType },
	"{product_type}":     func(p galley.Product, _ *galley.Image) string { return p.ProductType },
	"{handle}":           func(p galley.Product, _ *galley.Image) string { return p.Handle },
	"{tags}":             func(p galley.Product, _ *galley.Image) string { return strings.Join(p.Tags, ", ") },
	"{options}":          func(p galley.Product, _ *galley.Image) string { return optionList(p) },
	"{price}":            func(p galley.Product, _ *galley.Image) string { return price(p) },
	"{currency}":         func(p galley.Product, _ *galley.Image) string { return p.Currency },
	"{sku}":              func(p galley.Product, _ *galley.Image) string { return strings.Join(p.SKUs, ", ") },
	"{url}":              func(p galley.Product, _ *galley.Image) string { return p.URL },
	"{seo_title}":        func(p galley.Product, _ *galley.Image) string { return shown(p.SEOTitle) },
	"{meta_description}": func(p galley.Product, _ *galley.Image) string { return shown(p.MetaDescription) },
	"{image_count}":      func(p galley.Product, _ *galley.Image) string { return strconv.Itoa(len(p.Images)) },
	"{image_number}":     imageNumber,
}

func imageNumber(p galley.Product, image *galley.Image) string {
	if image == nil {
		return ""
	}
	return strconv.Itoa(placeOf(*image, p))
}

func optionList(p galley.Product) string {
	if p.HasDefaultVariantOnly() {
		return ""
	}
	var list []string
	for _, o := range p.Options {
		list = append(list, o.Name+": "+strings.Join(o.Values, ", "))
	}
	return strings.Join(list, "; ")
}

func price(p galley.Product) string {
	if p.PriceMin == p.PriceMax {
		return strings.TrimSpace(p.PriceMin + " " + p.Currency)
	}
	return strings.TrimSpace(p.PriceMin + " to " + p.PriceMax + " " + p.Currency)
}
