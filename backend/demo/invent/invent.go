// Package invent makes up products: any number of them, always the same ones,
// as uneven as a real shop's, with texts that are missing, short or long.
package invent

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"galley/backend/products/productcsv"
)

// Products gives that many products. Each depends on its place alone, so that a
// longer list begins with the shorter one.
func Products(count int) iter.Seq[productcsv.Product] {
	return func(yield func(productcsv.Product) bool) {
		for i := range count {
			if !yield(product(i)) {
				return
			}
		}
	}
}

// writer makes up one product.
type writer struct {
	*rand.Rand

	number           int
	kind             *kind
	name, colour     string
	material, finish string
	title            string
	handle           string
}

func product(number int) productcsv.Product {
	const shop = 0x6A11E7 // any constant: it makes the shop the same every time
	w := &writer{Rand: rand.New(rand.NewPCG(shop, uint64(number))), number: number}
	w.kind = &kinds[w.IntN(len(kinds))]
	w.name, w.colour = pick(w, names), pick(w, colours)
	w.material, w.finish = pick(w, w.kind.materials), pick(w, finishes)
	w.title = w.name + " " + w.kind.noun + ", " + w.colour
	w.handle = fmt.Sprintf("%s-%s-%s-%d", strings.ToLower(w.name), strings.ReplaceAll(w.kind.noun, " ", "-"), w.colour, number+1)
	p := productcsv.Product{
		Line: number + 1, Handle: w.handle, Title: w.title, BodyHTML: w.body(), Vendor: pick(w, vendors),
		Type: w.kind.productType, Tags: w.tags(), Published: new(true), Status: w.status(),
	}
	if w.chance(35) {
		p.SEOTitle = w.title + " | " + p.Vendor
	}
	if w.chance(30) {
		p.SEODescription = fmt.Sprintf("A %s in %s, made for %s.", w.kind.noun, w.material, pick(w, w.kind.uses))
	}
	if w.chance(40) {
		p.Extra = map[string]string{"Material (product.metafields.custom.material)": w.material}
	}
	w.variants(&p)
	w.images(&p)
	return p
}

func pick[T any](w *writer, from []T) T { return from[w.IntN(len(from))] }

// chance is true that many times in a hundred.
func (w *writer) chance(percent int) bool { return w.IntN(100) < percent }

func (w *writer) status() string {
	switch {
	case w.chance(94):
		return "active"
	case w.chance(60):
		return "draft"
	default:
		return "archived"
	}
}

func (w *writer) tags() []string {
	tags := append([]string{w.colour}, w.kind.tags...)
	if w.chance(15) {
		tags = append(tags, "sale")
	}
	if w.chance(10) {
		tags = append(tags, "new")
	}
	return tags
}

// body is missing in one of seven products, one line in two of seven.
func (w *writer) body() string {
	if w.chance(14) {
		return ""
	}
	opening := fmt.Sprintf("<p>The %s %s is made of %s, %s, in %s.</p>", w.name, w.kind.noun, w.material, w.finish, w.colour)
	if w.chance(33) {
		return opening
	}
	var out strings.Builder
	out.WriteString(opening)
	fmt.Fprintf(&out, "\n<p>It is right for %s and for %s. ", pick(w, w.kind.uses), pick(w, w.kind.uses))
	fmt.Fprintf(&out, "The %s keeps its look for years, and small marks of the making are part of it.</p>", w.material)
	if w.chance(60) {
		fmt.Fprintf(&out, "\n<ul>\n<li>Material: %s</li>\n<li>Finish: %s</li>\n<li>Colour: %s</li>\n</ul>", w.material, w.finish, w.colour)
	}
	if len(w.kind.sizes) > 0 && w.chance(30) {
		out.WriteString("\n<table>\n<tr><th>" + w.kind.sizeName + "</th></tr>\n")
		for _, size := range w.kind.sizes {
			out.WriteString("<tr><td>" + size + "</td></tr>\n")
		}
		out.WriteString("</table>")
	}
	if w.chance(50) {
		out.WriteString("\n<h3>Care</h3>\n<p>" + pick(w, cares) + "</p>")
	}
	return out.String()
}

func (w *writer) variants(p *productcsv.Product) {
	price := w.kind.price*(80+w.IntN(45))/100 + 1
	sizes := w.kind.sizes
	if len(sizes) == 0 {
		sizes = []string{"Default Title"}
		p.Options = []productcsv.Option{{Name: "Title", Values: sizes}}
	} else {
		p.Options = []productcsv.Option{{Name: w.kind.sizeName, Values: sizes}}
	}
	onSale := w.chance(12)
	for i, size := range sizes {
		variant := productcsv.Variant{
			Options: []string{size}, SKU: fmt.Sprintf("%s-%06d-%d", strings.ToUpper(w.kind.noun[:2]), w.number+1, i+1),
			Price:    fmt.Sprintf("%d.%s", price+i*w.kind.price/8, pick(w, []string{"00", "00", "50", "90"})),
			Quantity: w.IntN(60), Grams: float64(100 + w.IntN(40)*50), Tracker: "shopify", Policy: "deny",
			RequiresShipping: true, Taxable: true,
		}
		if onSale {
			variant.CompareAtPrice = fmt.Sprintf("%d.00", price+i*w.kind.price/8+w.kind.price/4+1)
		}
		p.Variants = append(p.Variants, variant)
	}
}

// images are one to four, of which about half have a text.
func (w *writer) images(p *productcsv.Product) {
	views := []string{"from the front", "from the side", "in use", "in detail"}
	for i := range 1 + w.IntN(len(views)) {
		image := productcsv.Image{Src: fmt.Sprintf("demo://%s/%d", w.handle, i+1), Position: i + 1}
		if w.chance(50) {
			image.Alt = w.title + ", " + views[i]
		}
		p.Images = append(p.Images, image)
	}
}
