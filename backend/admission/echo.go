package admission

import (
	"strings"
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
	"galley/backend/pattern"
)

// Echo of our own words of a prompt, in consecutive words: so many are chance
// no more.
const echoLength = 7

// echo finds our own words of the prompt in the text: rules, examples, the
// names of the examples, and the lines around the data.
func echo(t *text) (Fault, bool) {
	rules := words(t.Rules)
	known := " " + strings.Join(words(t.known), " ") + " "
	inRules := map[string]bool{}
	for i := 0; i+echoLength <= len(rules); i++ {
		inRules[strings.Join(rules[i:i+echoLength], " ")] = true
	}
	own := words(t.lower)
	if t.repeats(own, inRules, known) {
		return is(Echo)
	}
	if m := fenceMark().FindString(t.rawLow); m != "" && !strings.Contains(t.known, m) {
		return is(Echo)
	}
	for _, name := range t.Examples {
		if name = plain(name); strings.Contains(t.lower, name) && !strings.Contains(known, name) {
			return is(Echo)
		}
	}
	return ifSo(t.says("echo", t.lower) || t.listsData() || t.adminLabels() >= 2, Echo)
}

// repeats reports whether a run of our own words is in a text.
func (t *text) repeats(own []string, inRules map[string]bool, known string) bool {
	for i := 0; i+echoLength <= len(own); i++ {
		run := strings.Join(own[i:i+echoLength], " ")
		if inRules[run] && !strings.Contains(known, " "+run+" ") && t.strange(own[i:i+echoLength]) >= leastStrange {
			return true
		}
	}
	return false
}

// leastStrange is how many words of a run of ours tell that it is not the product's
// own: a shop may sell what an example is about.
const leastStrange = 2

// strange counts the words that say something and are not the product's.
func (t *text) strange(run []string) int {
	count := 0
	for _, word := range run {
		if len(word) > len("ml") && !language.IsCommon(word) && !t.bears(word) && !strings.ContainsFunc(word, unicode.IsDigit) {
			count++
		}
	}
	return count
}

// fenceMark is the mark around the data of a prompt, with or without its brackets.
var fenceMark = pattern.Lazy(`(?:product|collection|image)-data-[0-9a-f]{4,}`)

// listsData reports whether the text lists the data by the prompt's own labels:
// a list of features may name a type, but never tags or a handle.
func (t *text) listsData() bool {
	found := map[string]bool{}
	for _, label := range factLabel().FindAllString(t.seen, -1) {
		found[label] = true
	}
	return len(found) >= 3 && (found["Tags: "] || found["Handle: "] || found["Product in it: "])
}

// factLabel is how the prompt names what it knows.
var factLabel = pattern.Lazy(`\b(?:Title|Type|Vendor|Tags|Option \w+|Handle|Number of products|Product in it|Picture): `)

// adminLabel is how an admin page names its fields, and no shop page does.
var adminLabel = pattern.Lazy(`(?i)(?:^|[\s>])(vendor|tags?|product[ _]type|product data|locale|handle|produkttyp|producttype|schlagwörter|anbieter|fournisseur|étiquettes|type de produit|proveedor|etiquetas|tipo de product[o]|fornitore|tipo di prodotto|leverancier|fornecedor|tipo de produto)\s*:\s`)

// adminLabels counts the different ones of a text.
func (t *text) adminLabels() int {
	found := map[string]bool{}
	for _, m := range adminLabel().FindAllStringSubmatch(t.seen, -1) {
		if label := strings.ToLower(m[1]); !strings.Contains(t.known, label+":") {
			found[label] = true
		}
	}
	return len(found)
}

// words are the words of a text in lower case.
func words(text string) []string {
	text = plain(text)
	var all []string
	for _, at := range markup.Tokens(text) {
		all = append(all, at.Of(text))
	}
	return all
}
