package admission

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
)

// wrongLanguage finds texts that are surely in another language than wanted.
func wrongLanguage(t *text) (Fault, bool) {
	wanted := t.wanted()
	got := language.Of(t.seen)
	if t.strangeScript() {
		return is(Language)
	}
	if len(wanted) == 0 {
		return ifSo(t.foreign(got), Language)
	}
	for code := range wanted {
		if !got.Differs(code) {
			return Fault{}, false
		}
	}
	return ifSo(len(wanted) > 0, Language)
}

// foreign reports whether a text is surely in a language that the shop's text,
// too full of names and figures to show its own, does not speak: none of the
// language's short words are there, and the two share hardly a word.
func (t *text) foreign(got language.Evidence) bool {
	const enough = 6 // distinct words of the shop
	shop := t.sample()
	code := got.Sure()
	speaks, shows := language.Of(shop).Speaks(code)
	if code == language.Unknown || speaks {
		return false
	}
	names, own := identity(t.Subject), vocabulary{}
	own.add(t.lower)
	all, shared := 0, 0
	data := vocabulary{}
	data.add(shop)
	for w := range data {
		if utf8.RuneCountInString(w) < 4 || names[w] || strings.ContainsFunc(w, unicode.IsDigit) {
			continue
		}
		all++
		if own[w] {
			shared++
		}
	}
	return shows && all >= enough && shared <= max(1, all/6)
}

// otherScripts are scripts of which a passage in a Latin text is another language.
var otherScripts = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Cyrillic, unicode.Arabic, unicode.Thai, unicode.Devanagari}

// strangeScript reports whether a text has a passage in a script that neither
// the data nor the instructions use.
func (t *text) strangeScript() bool {
	const passage = 8 // letters
	if len(language.Named(t.Instructions)) > 0 {
		return false
	}
	counts := make([]int, len(otherScripts))
	for _, r := range t.seen {
		for i, script := range otherScripts {
			if unicode.Is(script, r) {
				counts[i]++
			}
		}
	}
	for i, script := range otherScripts {
		if counts[i] >= passage && !strings.ContainsFunc(t.known+t.sample(), func(r rune) bool { return unicode.Is(script, r) }) {
			return true
		}
	}
	return false
}

// unchanged finds the text that the shop has already.
func unchanged(t *text) (Fault, bool) {
	if t.Original.Null || t.Original.Text == "" {
		return Fault{}, false
	}
	if t.Field.IsHTML() {
		return ifSo(markup.SameHTML(t.Content, t.Original.Text) || squeezed(t.seen) == squeezed(markup.VisibleText(t.Original.Text)), Unchanged)
	}
	return ifSo(squeezed(t.seen) == squeezed(t.Original.Text), Unchanged)
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

// The least of a field: in characters, of a script with an alphabet, and in
// words. What is below says nothing that a customer could use.
var least = map[galley.Role]struct{ runes, words int }{
	galley.RoleTitle:           {3, 1},
	galley.RoleDescription:     {18, 4},
	galley.RoleSEOTitle:        {3, 1},
	galley.RoleMetaDescription: {18, 4},
	galley.RoleAltText:         {4, 1},
}

// A description that replaces a long one has to carry its substance: a tenth of
// the words, where there are a hundred or more.
const (
	longText  = 100
	leastPart = 10
)

// tooShort finds texts that are far too short for their field.
func tooShort(t *text) (Fault, bool) {
	enough := least[t.Field.Role()]
	size, few := utf8.RuneCountInString(t.seen), t.words < enough.words
	if strings.ContainsFunc(t.seen, markup.IsWhole) { // each character says more
		size, few = size*3, false
	}
	if !strings.ContainsFunc(t.seen, unicode.IsLetter) || ((size < enough.runes || few) && !t.namesTheProduct()) {
		return is(TooShort)
	}
	if t.Field.Role() != galley.RoleDescription || t.Original.Null {
		return Fault{}, false
	}
	before := markup.WordCount(markup.VisibleText(t.Original.Text))
	return ifSo(before >= longText && t.words*leastPart < before, TooShort)
}

// namesTheProduct reports whether two words of a text of three or more are the
// product's own: "Wooden garden fence" is little, but it is copy.
func (t *text) namesTheProduct() bool {
	names, found := identity(t.Subject), map[string]bool{}
	for _, w := range words(t.lower) {
		if names.near(w) {
			found[w] = true
		}
	}
	return t.words >= 3 && len(found) >= 2
}

// repeated finds texts that say the same again and again.
func repeated(t *text) (Fault, bool) {
	list := words(t.lower)
	return ifSo(stutters(list) || t.sameSentences() || loops(list), Repeated)
}

// stutters reports whether a word comes three times in a row, or the whole is
// a few words said three times.
func stutters(list []string) bool {
	for i := 0; i+2 < len(list); i++ {
		if list[i] == list[i+1] && list[i+1] == list[i+2] && utf8.RuneCountInString(list[i]) > 2 {
			return true
		}
	}
	for size := 2; size*3 <= len(list) && size <= 12; size++ {
		if periodic(list, size) {
			return true
		}
	}
	return false
}

func periodic(list []string, size int) bool {
	for i := size; i < len(list); i++ {
		if list[i] != list[i-size] {
			return false
		}
	}
	return true
}

// sameSentences reports whether a sentence of four words or more comes three
// times, or two of every three sentences were there before.
func (t *text) sameSentences() bool {
	seen, again, all := map[string]int{}, 0, 0
	for _, sentence := range markup.Sentences(t.seen) {
		list := words(sentence)
		if len(list) < 4 {
			continue
		}
		key := strings.Join(list, " ")
		seen[key]++
		all++
		if seen[key] > 1 {
			again++
		}
		if seen[key] >= 3 {
			return true
		}
	}
	return again >= 2 && again*3 >= all
}

// loops reports whether most runs of four words of a longer text come again.
func loops(list []string) bool {
	const run, enough = 4, 40
	if len(list) < enough {
		return false
	}
	distinct := map[string]bool{}
	for i := 0; i+run <= len(list); i++ {
		distinct[strings.Join(list[i:i+run], " ")] = true
	}
	return len(distinct)*2 < len(list)-run+1
}

// offTopic finds texts in which nothing of the product is.
func offTopic(t *text) (Fault, bool) {
	if t.SawPicture && t.Field.Place() == galley.PlaceImage {
		return Fault{}, false // it says what the picture shows
	}
	got := language.Of(t.seen)
	for code := range t.own() {
		if got.Differs(code) { // a translation shares no words
			return Fault{}, false
		}
	}
	names := identity(t.Subject)
	own := words(t.lower)
	if len(names) < 2 || len(own) < 3 || slices.ContainsFunc(own, func(w string) bool { return names.near(w) }) {
		return Fault{}, false
	}
	return ifSo(t.shared(own, 6) < 2 && t.shared(own, 4) < 3, OffTopic)
}

// shared counts the distinct words of so many letters or more that the data has too.
func (t *text) shared(own []string, letters int) int {
	data := vocabulary{}
	data.add(t.known)
	found := map[string]bool{}
	for _, w := range own {
		if utf8.RuneCountInString(w) >= letters && data[w] && !language.IsCommon(w) {
			found[w] = true
		}
	}
	return len(found)
}

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
	for _, m := range s.Product.Metafields {
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

// stem is the first five letters of a word.
func stem(word string) string {
	const letters = 5
	if runes := []rune(word); len(runes) > letters {
		return string(runes[:letters])
	}
	return word
}
