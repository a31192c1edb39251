package checks

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
)

// facts are the known facts of a product or collection: the claims that its own texts
// make.
type facts struct{ keys set }

// factsOf reads the title, what is known of the product or collection, the
// shop's facts, and every current text of it on the shop.
func factsOf(d Text) *facts {
	f := &facts{set{}}
	f.addLine(d.Title())
	if d.Collection != nil {
		f.addMembers(*d.Collection)
	} else {
		f.addProduct(d.Product)
	}
	for line := range strings.Lines(d.ShopFacts()) {
		f.addLine(line)
	}
	f.addShopTexts(d)
	return f
}

// addMembers adds what the products of a collection are called, and how many
// they are.
func (f *facts) addMembers(c galley.Collection) {
	for _, p := range c.Products {
		f.addLine(p.Title)
	}
	f.addLine(strconv.Itoa(c.ProductCount) + " products")
}

// addProduct adds type, tags, options, metafields and prices.
func (f *facts) addProduct(p galley.Product) {
	f.addLine(p.ProductType)
	for _, tag := range p.Tags {
		f.addLine(tag)
	}
	for _, option := range p.Options {
		for _, value := range option.Values {
			f.addNamed(option.Name, value)
		}
	}
	for _, m := range p.Metafields {
		f.addNamed(m.Name, plainValue(m.Value))
	}
	f.addPrices(p)
}

func (f *facts) addPrices(p galley.Product) {
	for _, price := range []string{p.PriceMin, p.PriceMax} {
		if price != "" {
			f.keys.add(priceKey(price))
		}
	}
}

func (f *facts) addShopTexts(d Text) {
	original := d.Original.Text
	if d.Original.Null {
		original = ""
	}
	if d.Field.IsHTML() {
		original = markup.VisibleText(original)
	}
	f.addText(original)
	f.addText(markup.VisibleText(d.HTML()))
	seoTitle, metaDescription := d.SEO()
	texts := []galley.Value{seoTitle, metaDescription}
	for _, img := range d.Product.Images {
		texts = append(texts, img.Alt)
	}
	for _, v := range texts {
		if !v.Null {
			f.addText(v.Text)
		}
	}
}

// addNamed adds a value with its name: "Height (cm)" with "42" is 42 cm.
func (f *facts) addNamed(name, value string) {
	f.addLine(name + ": " + value)
	f.addLine(value)
	if m := unitInName.FindStringSubmatch(name); m != nil && bareNumber.MatchString(strings.TrimSpace(value)) {
		f.addText(strings.TrimSpace(value) + " " + m[1])
	}
}

var (
	unitInName = regexp.MustCompile(`[(\[_ ,]\s*(?:in )?([\pL%°²/]+)[)\]]?\s*$`)
	bareNumber = regexp.MustCompile(`^\d+(?:[.,]\d+)*$`)
)

// addLine adds a value that is one line, with any white space.
func (f *facts) addLine(text string) { f.addText(strings.Join(strings.Fields(text), " ")) }

func (f *facts) addText(text string) {
	text = evenSpaces(text)
	if text == "" {
		return
	}
	f.addWords(tokenise(text))
	for _, find := range []func(string) []claim{figureClaims, priceClaims, warrantyClaims, wordClaims} {
		for _, c := range find(text) {
			f.keys.add(c.keys...)
		}
	}
}

// evenSpaces collapses white space within a line to one space, since shops' data
// often has other white space.
func evenSpaces(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}

func (f *facts) addWords(list []token) {
	lex := claimWords()
	for i, t := range list {
		f.keys.add(wordKey(t.stem))
		for _, entry := range lex.terms[t.stem] {
			if i+len(entry.words) <= len(list) && entry.matches(list, i, true) {
				f.addKey(lex, entry.key)
				f.addQualified(lex, list, i, entry.key)
			}
		}
		f.addFreeOf(list, i)
	}
}

// addKey adds a claim's key and its more general keys.
func (f *facts) addKey(lex lexicon, key string) {
	if f.keys.has(key) {
		return
	}
	f.keys.add(key)
	for _, parent := range lex.parents[key] {
		f.addKey(lex, parent)
	}
}

// addQualified adds "solid" and the like for a material and its more general
// keys: solid oak is solid wood.
func (f *facts) addQualified(lex lexicon, list []token, i int, key string) {
	if !list[i].joined || !qualifiers.has(list[i-1].stem) {
		return
	}
	f.keys.add(qualifiedKey(list[i-1].stem, key))
	for _, parent := range lex.parents[key] {
		f.addQualified(lex, list, i, parent)
	}
}

// addFreeOf treats "BPA-free", "free of BPA", "free from BPA", "without BPA"
// and "no BPA" as the same.
func (f *facts) addFreeOf(list []token, i int) {
	if i+1 >= len(list) {
		return
	}
	this, next := list[i].stem, list[i+1].stem
	switch {
	case next == "free":
		f.keys.add(freeKey(this))
	case this == "without" || this == "no" || this == "non":
		f.keys.add(freeKey(next))
	case this == "free" && (next == "of" || next == "from") && i+2 < len(list):
		f.keys.add(freeKey(list[i+2].stem))
	}
}

func (f *facts) support(c claim) bool {
	return !slices.ContainsFunc(c.keys, func(key string) bool { return !f.keys.has(key) })
}

// plainValue reads the JSON that Shopify keeps in some metafields: lists, and
// measures such as {"value":42.0,"unit":"CENTIMETERS"}.
func plainValue(value string) string {
	trimmed := strings.TrimSpace(value)
	if !strings.HasPrefix(trimmed, "{") && !strings.HasPrefix(trimmed, "[") {
		return value
	}
	decoder := json.NewDecoder(strings.NewReader(trimmed))
	decoder.UseNumber()
	var v any
	if decoder.Decode(&v) != nil {
		return value
	}
	return flatten(v)
}

func flatten(v any) string {
	switch v := v.(type) {
	case map[string]any:
		if amount, ok := v["value"]; ok {
			return strings.TrimSpace(flatten(amount) + " " + flatten(v["unit"]))
		}
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		slices.Sort(parts)
		return strings.Join(parts, "; ")
	case []any:
		var parts []string
		for _, part := range v {
			parts = append(parts, flatten(part))
		}
		return strings.Join(parts, "; ")
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
