package checks

import (
	"slices"
	"strings"
	"unicode"

	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
)

// maxDerived is the maximum number of words of a keyphrase derived from a
// title.
const maxDerived = 4

// maxDerivedSpaceless is the same for scripts without spaces, in characters.
const maxDerivedSpaceless = 12

// keyphrase is the phrase by which a page should be found.
type keyphrase struct {
	text    string
	grammar *grammar // of the text's language, else of English
	words   []string // forms of all of them
	whole   []string // the same with their hyphens
	content []string // forms without function words, each once
	size    int      // how many words of content there are, repeated ones too
}

func (k keyphrase) isEmpty() bool { return len(k.content) == 0 }

// Keyphrase is the keyphrase for a text: the one that a person set, else a guess
// from the title and type of the product or collection. No score counts a guess.
func Keyphrase(of galley.Subject, text string) galley.Keyphrase {
	if k := of.Keyphrases.In(languageOf(text, of)); k.IsSet() {
		return k
	}
	return Guess(of)
}

// Guess proposes a keyphrase, without text where title and type give none.
func Guess(of galley.Subject) galley.Keyphrase {
	if phrase := derive(of); phrase != "" {
		return galley.Keyphrase{Text: phrase, Source: galley.KeyphraseGuess}
	}
	return galley.Keyphrase{Source: galley.KeyphraseNone}
}

// languageOf is the language of a text, "" where it is not known.
func languageOf(text string, of galley.Subject) string {
	code := likelyLanguage(text, of)
	if code == language.Other {
		return ""
	}
	return string(code)
}

func newKeyphrase(text string, g *grammar) keyphrase {
	k := keyphrase{text: strings.Join(strings.Fields(text), " "), grammar: g.orEnglish()}
	k.words, k.whole = k.grammar.forms(k.text), k.grammar.wholeForms(k.text)
	content := slices.DeleteFunc(slices.Clone(k.words), k.grammar.functionForms.has)
	if len(content) == 0 {
		content = k.words
	}
	k.size = len(content)
	k.content = slices.Compact(slices.Sorted(slices.Values(content)))
	return k
}

// derive uses the product type if the title contains it ("Hesper table lamp,
// oak" of type "Table lamps" is a table lamp); otherwise the title before the
// first comma, dash, bar or bracket, without the vendor and figures. Of more
// than four words the last three are kept, before any "with" or "for": English
// names end with the thing they name.
func derive(of galley.Subject) string {
	p, whole := of.Product, of.Title()
	if phrase, ok := typeInTitle(p); ok {
		return phrase
	}
	title := strings.TrimSpace(strings.ReplaceAll(whole, p.Vendor, " "))
	if p.Vendor == "" || title == "" {
		title = whole
	}
	name := strings.TrimSpace(titleHead(title))
	if isSpaceless(name) {
		if markup.WordCount(name) > maxDerivedSpaceless {
			return ""
		}
		return name
	}
	list := nameWords(name)
	if len(list) > maxDerived {
		if !language.IsEnglish(whole + "\n" + markup.VisibleText(of.HTML())) {
			return ""
		}
		list = beforePreposition(list)
		list = list[max(0, len(list)-3):]
	}
	return strings.ToLower(strings.Join(list, " "))
}

func typeInTitle(p galley.Product) (string, bool) {
	kind := stems(p.ProductType)
	if len(kind) == 0 || len(kind) > maxDerived {
		return "", false
	}
	spans := markup.Tokens(p.Title)
	list := stems(p.Title)
	for i := 0; i+len(kind) <= len(list); i++ {
		if slices.Equal(list[i:i+len(kind)], kind) {
			return strings.ToLower(p.Title[spans[i].Start:spans[i+len(kind)-1].End]), true
		}
	}
	return "", false
}

// titleHead is the first part of a title that has words.
func titleHead(title string) string {
	title = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", ",", "|", ":", "|", "(", "|", "[", "|", ";", "|", " / ", "|").Replace(title)
	for part := range strings.SplitSeq(title, "|") {
		if len(nameWords(part)) > 0 {
			return part
		}
	}
	return ""
}

// nameWords are the words of a name, without figures.
func nameWords(name string) []string {
	var list []string
	for _, s := range markup.Words(name) {
		w := s.Of(name)
		if !strings.ContainsFunc(w, unicode.IsDigit) {
			list = append(list, w)
		}
	}
	return list
}

func beforePreposition(list []string) []string {
	for i, w := range list {
		if i > 0 && slices.Contains([]string{"with", "for", "in", "of", "from", "by", "and", "without"}, strings.ToLower(w)) {
			return list[:i]
		}
	}
	return list
}

// exactAt returns the index at which the phrase occurs word for word in whole
// forms, or -1.
func (k keyphrase) exactAt(list []string) int { return indexOf(list, k.whole) }

// occurrences counts how often a span contains the phrase: as often as the
// rarest of its words.
func (k keyphrase) occurrences(list []string) int {
	least := -1
	for _, want := range k.content {
		n := 0
		for _, w := range list {
			if w == want {
				n++
			}
		}
		if least < 0 || n < least {
			least = n
		}
	}
	return max(least, 0)
}

// present counts how many of the phrase's words a span contains.
func (k keyphrase) present(list []string) int {
	n := 0
	for _, want := range k.content {
		if slices.Contains(list, want) {
			n++
		}
	}
	return n
}
