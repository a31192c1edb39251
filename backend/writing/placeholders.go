package writing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// placeholders returns the values of a product or collection for the
// placeholders that instructions use (galley.Placeholders), those of a picture
// apart. The instructions themselves stay as they are, the same for all products;
// other words in braces are left as they are.
func placeholders(instructions string, of galley.Subject, image *galley.Image) (shared, own []string) {
	names := placeholder.FindAllString(instructions, -1)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		valueOf, known := placeholderValues[name]
		if !known {
			continue
		}
		value := oneLine(valueOf(of, image))
		if value == "" {
			value = "(nothing)"
		}
		if line := name + " = " + value; name == imageNumberName && image != nil {
			own = append(own, line)
		} else {
			shared = append(shared, line)
		}
	}
	return shared, own
}

// imageNumberName is the only placeholder whose value differs between the
// pictures of a product.
const imageNumberName = "{image_number}"

// placeholderValues has the data for each of galley.Placeholders.
var placeholderValues = map[string]func(of galley.Subject, image *galley.Image) string{
	"{title}":            func(of galley.Subject, _ *galley.Image) string { return of.Title() },
	"{vendor}":           func(of galley.Subject, _ *galley.Image) string { return of.Product.Vendor },
	"{type}":             func(of galley.Subject, _ *galley.Image) string { return of.Product.ProductType },
	"{product_type}":     func(of galley.Subject, _ *galley.Image) string { return of.Product.ProductType },
	"{handle}":           func(of galley.Subject, _ *galley.Image) string { return of.Handle() },
	"{tags}":             func(of galley.Subject, _ *galley.Image) string { return strings.Join(of.Product.Tags, ", ") },
	"{options}":          func(of galley.Subject, _ *galley.Image) string { return optionList(of.Product) },
	"{price}":            func(of galley.Subject, _ *galley.Image) string { return price(of.Product) },
	"{currency}":         func(of galley.Subject, _ *galley.Image) string { return of.Product.Currency },
	"{sku}":              func(of galley.Subject, _ *galley.Image) string { return strings.Join(of.Product.SKUs, ", ") },
	"{url}":              func(of galley.Subject, _ *galley.Image) string { return of.Product.URL },
	"{seo_title}":        func(of galley.Subject, _ *galley.Image) string { return seoTitle(of) },
	"{meta_description}": func(of galley.Subject, _ *galley.Image) string { return metaDescription(of) },
	"{image_count}":      func(of galley.Subject, _ *galley.Image) string { return strconv.Itoa(len(of.Product.Images)) },
	imageNumberName:      imageNumber,
}

func seoTitle(of galley.Subject) string {
	title, _ := of.SEO()
	return shown(title)
}

func metaDescription(of galley.Subject) string {
	_, description := of.SEO()
	return shown(description)
}

func imageNumber(of galley.Subject, image *galley.Image) string {
	if image == nil {
		return ""
	}
	return strconv.Itoa(placeOf(*image, of.Product))
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
