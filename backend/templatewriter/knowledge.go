package templatewriter

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
)

// knowledge is the product's data, tidied.
type knowledge struct {
	product   galley.Product
	title     string
	kind      string // product type, where the title does not say it
	vendor    string // where the title does not say it
	english   bool
	options   []galley.Option
	tags      []string
	details   []galley.Fact
	sentences []string // of the shop's text
}

// inEnglish reports whether patterns in English fit the shop: its text decides
// where it leaves no doubt, else the titles decide with it.
func inEnglish(text, titles string) bool {
	if sure := language.Of(text).Sure(); sure != language.Unknown {
		return sure == language.English
	}
	return language.IsEnglish(titles + "\n" + text)
}

func knowledgeOf(of galley.Subject) knowledge {
	p := of.Product
	text := markup.VisibleText(blocks.WithoutTokens(p.DescriptionHTML))
	k := knowledge{
		product: p, title: tidyTitle(p.Title), english: inEnglish(text, p.Title),
		options: options(p), tags: tags(p), details: details(of), sentences: sentences(text),
	}
	if kind := oneLine(p.ProductType); !mentions(k.title, kind) {
		k.kind = kind
	}
	if vendor := vendorName(p); !mentions(k.title, vendor) {
		k.vendor = vendor
	}
	return k
}

// vendorName is "" for a vendor without a letter: a figure is no name.
func vendorName(p galley.Product) string {
	if !strings.ContainsFunc(p.Vendor, unicode.IsLetter) {
		return ""
	}
	return oneLine(p.Vendor)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func mentions(text, name string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(strings.TrimSuffix(name, "s")))
}

// Limits for long lists.
const (
	maxValues = 12
	maxTags   = 6
	maxFacts  = 20
	maxFact   = 200 // characters
)

func options(p galley.Product) []galley.Option {
	if p.HasDefaultVariantOnly() {
		return nil
	}
	var list []galley.Option
	for _, o := range p.Options {
		var values []string
		for _, v := range o.Values[:min(len(o.Values), maxValues)] {
			if v = oneLine(v); v != "" {
				values = append(values, v)
			}
		}
		if name := oneLine(o.Name); name != "" && len(values) > 0 {
			list = append(list, galley.Option{Name: name, Values: values})
		}
	}
	return list
}

// colour is the product's only colour, or "": of several, it is unknown which
// one a picture shows.
func (k knowledge) colour() string {
	for _, o := range k.options {
		if colourName.MatchString(o.Name) && len(o.Values) == 1 && !mentions(k.title, o.Values[0]) {
			return o.Values[0]
		}
	}
	return ""
}

var (
	colourName = regexp.MustCompile(`(?i)^(?:colou?r|farbe|couleur|colore?|cor|kleur|färg|farve|kolor|väri)s?$`)
	plainTag   = regexp.MustCompile(`^[\pL][\pL &'’-]{1,29}$`)
	shelfTag   = regexp.MustCompile(`(?i)^(?:sale|new|new arrivals?|featured|hidden|test|clearance|best ?-?sellers?|discount|outlet|promo|frontpage|home ?page|all|gift ?card|pre-?order)$`)
)

// tags leaves out tags that shops file by and that mean nothing to customers.
func tags(p galley.Product) []string {
	var list []string
	for _, tag := range p.Tags {
		tag = oneLine(tag)
		if plainTag.MatchString(tag) && !shelfTag.MatchString(tag) && len(list) < maxTags {
			list = append(list, tag)
		}
	}
	return list
}

// details are the facts that people can read.
func details(of galley.Subject) []galley.Fact {
	var list []galley.Fact
	for _, m := range of.KnownFacts() {
		if m.Kind == galley.FactWeight {
			continue // what a parcel is charged by supports a claim, and is no copy
		}
		name, value := factName(m.Label()), factValue(m.Value)
		if name != "" && value != "" && len(list) < maxFacts {
			list = append(list, galley.Fact{Name: name, Value: value})
		}
	}
	return list
}

// factName turns "custom.care_instructions" into "Care instructions".
func factName(name string) string {
	name = name[strings.LastIndexByte(name, '.')+1:]
	name = oneLine(strings.NewReplacer("_", " ").Replace(name))
	return upperFirst(name)
}

var unreadable = regexp.MustCompile(`^(?:gid://|https?://|true$|false$)|[<>{}\[\]]`)

func factValue(value string) string {
	value = oneLine(plainValue(strings.TrimSpace(value)))
	if unreadable.MatchString(value) || len([]rune(value)) > maxFact || !strings.ContainsFunc(value, isWord) {
		return ""
	}
	return value
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// plainValue reads the two JSON forms in which Shopify stores measures and
// lists; other values are unchanged.
func plainValue(value string) string {
	var measure struct {
		Value json.Number `json:"value"`
		Unit  string      `json:"unit"`
	}
	if json.Unmarshal([]byte(value), &measure) == nil && measure.Value != "" && measure.Unit != "" {
		return fmt.Sprintf("%s %s", strings.TrimSuffix(measure.Value.String(), ".0"), strings.ToLower(measure.Unit))
	}
	var list []string
	if json.Unmarshal([]byte(value), &list) == nil {
		return strings.Join(list, ", ")
	}
	return value
}

// sentences are those of the shop's text that make sense by themselves.
func sentences(text string) []string {
	const fewestWords = 3
	var list []string
	for _, s := range markup.Sentences(text) {
		if markup.WordCount(s) >= fewestWords {
			list = append(list, endSentence(calm(oneLine(s))))
		}
	}
	return list
}

// calm removes exclamation marks from the end.
func calm(sentence string) string { return strings.TrimRight(sentence, "! ") }

// endSentence ends a text with a full stop where no other mark ends it.
func endSentence(text string) string {
	text = strings.TrimRight(text, " ,;:–—-")
	if text == "" || strings.ContainsAny(lastRune(text), ".!?…。！？") {
		return text
	}
	return text + "."
}

func lastRune(text string) string {
	runes := []rune(text)
	return string(runes[len(runes)-1:])
}

func upperFirst(text string) string {
	runes := []rune(text)
	if len(runes) == 0 {
		return ""
	}
	return string(unicode.ToUpper(runes[0])) + string(runes[1:])
}

// lowerFirst puts a name into running text; "EU size" stays.
func lowerFirst(text string) string {
	runes := []rune(text)
	if len(runes) < 2 || unicode.IsUpper(runes[1]) {
		return text
	}
	return string(unicode.ToLower(runes[0])) + string(runes[1:])
}
