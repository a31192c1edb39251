package demo

import (
	"slices"
	"strings"

	"galley/backend/products/productcsv"
)

// option is a product option as the database keeps it.
type option struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
}

func options(from []productcsv.Option) []option {
	list := make([]option, 0, len(from))
	for _, o := range from {
		name := o.Name
		if name == "" {
			name = "Title"
		}
		list = append(list, option{Name: name, Values: o.Values})
	}
	return list
}

func variantTitle(values []string) string {
	title := strings.Join(slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" }), " / ")
	if title == "" {
		return "Default Title"
	}
	return title
}

// status is the export's status, or what its Published column means.
func status(p productcsv.Product) string {
	switch p.Status {
	case "active", "archived", "draft", "unlisted":
		return p.Status
	}
	if p.Published != nil && !*p.Published {
		return "draft"
	}
	return "active"
}

func publishedAt(p productcsv.Product, created int64) any {
	if status(p) != "active" || p.Published != nil && !*p.Published {
		return nil
	}
	return created
}

func compareAt(v productcsv.Variant) any {
	if v.CompareAtPrice == "" {
		return nil
	}
	return cents(v.CompareAtPrice)
}

// sums are Shopify's totals over all variants.
type sums struct {
	priceMin, priceMax     int64
	compareMin, compareMax any // nil where no variant has one
	inventory              int
}

func sumUp(variants []productcsv.Variant) sums {
	var s sums
	for i, v := range variants {
		price := cents(v.Price)
		if i == 0 || price < s.priceMin {
			s.priceMin = price
		}
		s.priceMax = max(s.priceMax, price)
		s.inventory += v.Quantity
		if v.CompareAtPrice == "" {
			continue
		}
		compare := cents(v.CompareAtPrice)
		if least, has := s.compareMin.(int64); !has || compare < least {
			s.compareMin = compare
		}
		if most, has := s.compareMax.(int64); !has || compare > most {
			s.compareMax = compare
		}
	}
	return s
}

const textMetafield = "single_line_text_field"
