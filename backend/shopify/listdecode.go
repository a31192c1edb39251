package shopify

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"galley/backend/shopify/internal/adminapi"
)

// A list has hundreds of thousands of lines of a few shapes. They are read by tables of their fields, since encoding/json
// takes several times as long. A line that is otherwise in any way is left to it: a name that no table has, or twice, null
// or another type where a text is, signs that are not UTF-8. So the outcome is always that of encoding/json.

// field is one field of an object of a list. set reports whether the value is what it should be.
type field[T any] struct {
	name string
	set  func(into *T, value gjson.Result) bool
}

var (
	productFields = []field[adminapi.ListedProduct]{
		ignored[adminapi.ListedProduct]("__typename"),
		text("id", func(p *adminapi.ListedProduct) *string { return &p.Id }),
		text("handle", func(p *adminapi.ListedProduct) *string { return &p.Handle }),
		text("title", func(p *adminapi.ListedProduct) *string { return &p.Title }),
		text("descriptionHtml", func(p *adminapi.ListedProduct) *string { return &p.DescriptionHtml }),
		text("vendor", func(p *adminapi.ListedProduct) *string { return &p.Vendor }),
		text("productType", func(p *adminapi.ListedProduct) *string { return &p.ProductType }),
		text("status", func(p *adminapi.ListedProduct) *adminapi.ProductStatus { return &p.Status }),
		{"tags", func(p *adminapi.ListedProduct, tags gjson.Result) bool { return readTexts(&p.Tags, tags) }},
		{"updatedAt", func(p *adminapi.ListedProduct, at gjson.Result) bool {
			return at.Type == gjson.String && p.UpdatedAt.UnmarshalJSON([]byte(at.Raw)) == nil
		}},
		textOrNull("onlineStoreUrl", func(p *adminapi.ListedProduct) **string { return &p.OnlineStoreUrl }),
		object("category", func(p *adminapi.ListedProduct) **adminapi.Category { return &p.Category },
			text("fullName", func(c *adminapi.Category) *string { return &c.FullName })),
		object("seo", func(p *adminapi.ListedProduct) **adminapi.SEO { return &p.Seo },
			textOrNull("title", func(s *adminapi.SEO) **string { return &s.Title }),
			textOrNull("description", func(s *adminapi.SEO) **string { return &s.Description })),
		{"options", readOptions},
		object("priceRangeV2", func(p *adminapi.ListedProduct) **adminapi.PriceRange { return &p.PriceRangeV2 },
			object("minVariantPrice", func(r *adminapi.PriceRange) **adminapi.LowestPrice { return &r.MinVariantPrice },
				text("amount", func(l *adminapi.LowestPrice) *string { return &l.Amount }),
				text("currencyCode", func(l *adminapi.LowestPrice) *adminapi.CurrencyCode { return &l.CurrencyCode })),
			object("maxVariantPrice", func(r *adminapi.PriceRange) **adminapi.HighestPrice { return &r.MaxVariantPrice },
				text("amount", func(h *adminapi.HighestPrice) *string { return &h.Amount }))),
	}
	optionFields = []field[adminapi.Option]{
		text("name", func(o *adminapi.Option) *string { return &o.Name }),
		{"values", func(o *adminapi.Option, values gjson.Result) bool { return readTexts(&o.Values, values) }},
	}
	variantFields = []field[adminapi.Variant]{
		ignored[adminapi.Variant]("__typename"), ignored[adminapi.Variant]("id"), ignored[adminapi.Variant]("__parentId"),
		textOrNull("sku", func(v *adminapi.Variant) **string { return &v.Sku }),
		text("title", func(v *adminapi.Variant) *string { return &v.Title }),
		object("inventoryItem", func(v *adminapi.Variant) **adminapi.StockItem { return &v.InventoryItem },
			object("measurement", func(i *adminapi.StockItem) **adminapi.Measurement { return &i.Measurement },
				object("weight", func(m *adminapi.Measurement) **adminapi.Weight { return &m.Weight },
					text("unit", func(w *adminapi.Weight) *adminapi.WeightUnit { return &w.Unit }),
					field[adminapi.Weight]{"value", func(w *adminapi.Weight, value gjson.Result) (read bool) {
						w.Value, read = number(value)
						return read
					}}))),
	}
	metafieldFields = []field[adminapi.Metafield]{
		ignored[adminapi.Metafield]("__typename"), ignored[adminapi.Metafield]("id"), ignored[adminapi.Metafield]("__parentId"),
		text("namespace", func(m *adminapi.Metafield) *string { return &m.Namespace }),
		text("key", func(m *adminapi.Metafield) *string { return &m.Key }),
		text("type", func(m *adminapi.Metafield) *string { return &m.Type }),
		text("value", func(m *adminapi.Metafield) *string { return &m.Value }),
	}
	mediumFields = []field[medium]{
		ignored[medium]("__parentId"),
		text("__typename", func(m *medium) *string { return &m.Kind }),
		text("id", func(m *medium) *string { return &m.ID }),
		textOrNull("alt", func(m *medium) **string { return &m.Alt }),
		object("image", func(m *medium) **picture { return &m.Image },
			text("url", func(p *picture) *string { return &p.URL }),
			pixels("width", func(p *picture) *int { return &p.Width }),
			pixels("height", func(p *picture) *int { return &p.Height })),
	}
)

// readObject reads one JSON object, which was found to be JSON before. Nothing of it is in the memory of the line.
func readObject[T any](line []byte, fields []field[T]) (*T, error) {
	if isPlain(line) {
		into := new(T)
		if setFields(into, gjson.ParseBytes(line), fields) {
			return into, nil
		}
	}
	into := new(T)
	return into, json.Unmarshal(line, into)
}

// isPlain reports whether gjson reads the texts of a line as encoding/json does. It takes signs that are not UTF-8 as they
// are, and halves of signs (\ud83d) otherwise.
func isPlain(line []byte) bool {
	return utf8.Valid(line) && !bytes.Contains(line, []byte(`\ud`)) && !bytes.Contains(line, []byte(`\uD`))
}

func setFields[T any](into *T, from gjson.Result, fields []field[T]) bool {
	ok, seen := from.IsObject(), 0
	from.ForEach(func(name, value gjson.Result) bool {
		i := slices.IndexFunc(fields, func(f field[T]) bool { return f.name == name.Str })
		ok = ok && i >= 0 && seen&(1<<i) == 0 && fields[i].set(into, value)
		if ok {
			seen |= 1 << i
		}
		return ok
	})
	return ok
}

func ignored[T any](name string) field[T] {
	return field[T]{name, func(*T, gjson.Result) bool { return true }}
}

func text[T any, S ~string](name string, of func(*T) *S) field[T] {
	return field[T]{name, func(into *T, value gjson.Result) bool {
		*of(into) = S(value.Str)
		return value.Type == gjson.String
	}}
}

func textOrNull[T any](name string, of func(*T) **string) field[T] {
	return field[T]{name, func(into *T, value gjson.Result) bool {
		if value.Type == gjson.String {
			*of(into) = &value.Str
		}
		return value.Type == gjson.String || value.Type == gjson.Null
	}}
}

func pixels[T any](name string, of func(*T) *int) field[T] {
	return field[T]{name, func(into *T, value gjson.Result) bool {
		n, err := strconv.Atoi(value.Raw)
		*of(into) = n
		return value.Type == gjson.Number && err == nil
	}}
}

func number(value gjson.Result) (float64, bool) {
	n, err := strconv.ParseFloat(value.Raw, 64)
	return n, value.Type == gjson.Number && err == nil
}

// object is a field with an object or null.
func object[T, O any](name string, of func(*T) **O, fields ...field[O]) field[T] {
	return field[T]{name, func(into *T, value gjson.Result) bool {
		if value.Type == gjson.Null {
			return true
		}
		found := new(O)
		*of(into) = found
		return setFields(found, value, fields)
	}}
}

func readTexts(into *[]string, values gjson.Result) bool {
	ok := values.IsArray()
	*into = []string{}
	values.ForEach(func(_, value gjson.Result) bool {
		ok = ok && value.Type == gjson.String
		*into = append(*into, value.Str)
		return ok
	})
	return ok
}

func readOptions(p *adminapi.ListedProduct, options gjson.Result) bool {
	ok := options.IsArray()
	p.Options = []*adminapi.Option{}
	options.ForEach(func(_, value gjson.Result) bool {
		option := &adminapi.Option{}
		p.Options = append(p.Options, option)
		ok = ok && setFields(option, value, optionFields)
		return ok
	})
	return ok
}
