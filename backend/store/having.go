package store

import (
	"slices"

	"galley/backend/galley"
)

// productPart is one part of a product filter, with the condition that it adds.
type productPart struct {
	name string
	add  func(f *filter, want galley.ProductFilter)
}

// productParts are all parts. A facet is counted with all of them but its own, and item_changes names them.
var productParts = []productPart{
	{"status", func(f *filter, want galley.ProductFilter) { f.oneOf("p.status", want.Status) }},
	{"vendor", func(f *filter, want galley.ProductFilter) { f.oneOf("p.vendor", want.Vendor) }},
	{"type", func(f *filter, want galley.ProductFilter) { f.oneOf("p.product_type", want.Type) }},
	{"tag", func(f *filter, want galley.ProductFilter) {
		if len(want.Tag) > 0 {
			f.ofShop("p.row_id IN (SELECT product_row FROM product_tags WHERE shop_id = ? AND tag IN (SELECT value FROM json_each(?)))", jsonArray(want.Tag))
		}
	}},
	{"collection", func(f *filter, want galley.ProductFilter) {
		if len(want.Collection) > 0 {
			f.ofShop(`p.id IN (SELECT m.product_id FROM collections c JOIN collection_products m ON m.collection_row = c.row_id
				WHERE c.shop_id = ? AND c.id IN (SELECT value FROM json_each(?)))`, jsonArray(want.Collection))
		}
	}},
	{"without", (*filter).lacking},
	{"length", func(f *filter, want galley.ProductFilter) {
		if want.ShorterThan > 0 {
			f.and("p.description_words < ?", want.ShorterThan)
		}
	}},
	{"score", func(f *filter, want galley.ProductFilter) {
		if want.ScoreBelow > 0 {
			f.ofShop("p.id IN (SELECT product_id FROM written_products WHERE shop_id = ? AND score < ?)", want.ScoreBelow)
		}
	}},
	{"history", func(f *filter, want galley.ProductFilter) {
		if condition := histories[want.History]; condition != "" {
			f.ofShop(condition)
		}
	}},
}

var histories = map[galley.ProductHistory]string{
	galley.HistoryNever:   "p.id NOT IN (SELECT product_id FROM written_products WHERE shop_id = ?)",
	galley.HistoryWritten: "p.id IN (SELECT product_id FROM written_products WHERE shop_id = ?)",
	galley.HistoryPublished: `p.id IN (SELECT CASE WHEN o.row_id IS NULL THEN t.place_id ELSE o.id END FROM published_texts t
		LEFT JOIN images i ON i.shop_id = t.shop_id AND i.id = t.place_id LEFT JOIN products o ON o.row_id = i.product_row WHERE t.shop_id = ?)`,
}

// having narrows to products that pass the filter, but for the parts left out.
func (f *filter) having(want galley.ProductFilter, leaveOut ...string) {
	for _, part := range productParts {
		if !slices.Contains(leaveOut, part.name) {
			part.add(f, want)
		}
	}
}

// narrowedBy are the names of the parts that a filter narrows by.
func narrowedBy(want galley.ProductFilter) (names []string) {
	for _, part := range productParts {
		var f filter
		if part.add(&f, want); f.where != "" {
			names = append(names, part.name)
		}
	}
	return names
}

// ofShop adds a condition whose first argument is the shop. It must not name the
// product's shop instead: it would be found again for each product.
func (f *filter) ofShop(condition string, args ...any) {
	f.and(condition, append([]any{f.shop}, args...)...)
}

func (f *filter) oneOf(column string, values galley.Choice) {
	if len(values) > 0 {
		f.and(column+" IN (SELECT value FROM json_each(?))", jsonArray(values))
	}
}

// lacking narrows to products where one of the fields is empty.
func (f *filter) lacking(want galley.ProductFilter) {
	condition := ""
	for _, field := range want.Without {
		if condition != "" {
			condition += " OR "
		}
		condition += fieldParts[galley.Field(field)].lacking
	}
	if condition != "" {
		f.and("(" + condition + ")")
	}
}
