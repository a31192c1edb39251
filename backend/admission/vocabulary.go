package admission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
)

// identity are the words that name the product or collection.
func identity(s galley.Subject) vocabulary {
	v := vocabulary{}
	v.add(s.Title() + "\n" + strings.ReplaceAll(s.Handle(), "-", " "))
	if s.Collection != nil {
		for _, p := range s.Collection.Products {
			v.add(p.Title)
		}
		return v
	}
	v.add(s.Product.ProductType + "\n" + s.Product.Vendor + "\n" + strings.Join(s.Product.Tags, "\n"))
	if !s.Product.HasDefaultVariantOnly() {
		for _, o := range s.Product.Options {
			v.add(strings.Join(o.Values, "\n"))
		}
	}
	for _, m := range s.KnownFacts() {
		v.add(m.Value)
	}
	return v
}

// anyProduct are words of tags that are true of any product.
var anyProduct = setOf("home gift gifts sale new summer winter style design collection quality premium product products item items shop store online " +
	"haus wohnen geschenk neu sommer maison cadeau nouveau été hogar regalo nuevo verano casa nuovo estate huis nieuw zomer wonen")

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

type vocabulary map[string]bool

// add takes the words of a text that can tell one product from another.
func (v vocabulary) add(text string) {
	for _, w := range words(text) {
		if anyProduct[w] {
			continue
		}
		if utf8.RuneCountInString(w) >= 3 || strings.ContainsFunc(w, markup.IsWhole) || strings.ContainsFunc(w, unicode.IsDigit) {
			v[w] = true
		}
	}
}

// near80 reports whether four of five words of each are the other's too.
func (v vocabulary) near80(other vocabulary) bool {
	shared := 0
	for w := range v {
		if other[w] {
			shared++
		}
	}
	return shared*5 >= len(v)*4 && shared*5 >= len(other)*4
}

// mostlyIn reports whether two of three words of the smaller are the other's too.
func (v vocabulary) mostlyIn(other vocabulary) bool {
	small, large := v, other
	if len(small) > len(large) {
		small, large = large, small
	}
	shared := 0
	for w := range small {
		if large[w] {
			shared++
		}
	}
	return shared*3 >= len(small)*2
}

// near reports whether a word is one of the names, or one of them is a part of
// the other: "lamp" and "lamps", "Hemd" and "Leinenhemd".
func (v vocabulary) near(word string) bool {
	if v[word] {
		return true
	}
	const part = 4 // letters
	if utf8.RuneCountInString(word) < part || language.IsCommon(word) {
		return false
	}
	for name := range v {
		if utf8.RuneCountInString(name) >= part && !language.IsCommon(name) && (strings.Contains(word, name) || strings.Contains(name, word) || stem(name) == stem(word)) {
			return true
		}
	}
	return false
}

// closeTo reports whether a word is most of one of the names, or the other way.
func (v vocabulary) closeTo(word string) bool {
	for name := range v {
		shorter, longer := min(len(word), len(name)), max(len(word), len(name))
		if stem(name) == stem(word) || (shorter*2 >= longer && (strings.Contains(word, name) || strings.Contains(name, word))) {
			return true
		}
	}
	return false
}

// stem is the first five letters of a word.
func stem(word string) string {
	const letters = 5
	if runes := []rune(word); len(runes) > letters {
		return string(runes[:letters])
	}
	return word
}
