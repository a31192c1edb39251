package admission

import (
	"strings"

	"galley/backend/galley"
	"galley/backend/language"
	"galley/backend/markup"
	"galley/backend/pattern"
)

// Answer is a model's answer with all that it is judged by.
type Answer struct {
	galley.Subject

	Field    galley.Field
	Raw      string       // as Peel left it, with any markup
	Content  string       // in the form of its field
	Original galley.Value // what the shop has at the field

	Rules        string   // our own words of the prompt, examples included
	Examples     []string // names that nothing but our examples have
	Data         string   // what the prompt said of the product or collection
	Instructions string   // the shop's, and a person's note
	SawPicture   bool
}

// Judge returns why an answer is no copy. It expects Content not to be empty.
func Judge(a Answer) (Fault, bool) {
	t := newText(a)
	for _, rule := range rules {
		if found, bad := rule(t); bad {
			return found, true
		}
	}
	return Fault{}, false
}

// rules in the order in which a fault is named: the one that explains the others first.
var rules = []func(*text) (Fault, bool){
	controlTokens, serverReply, brokenText, jsonLeft, otherForm, thinking, refusal, echo, taskTalk, placeholders, chat, talk, twoVersions,
	counts, markdownLeft, escapedMarkup, nothingSaid, repeated, wrongLanguage, unchanged, tooShort, unfinished, offTopic,
}

// text is an answer prepared for the rules.
type text struct {
	Answer

	seen   string // what people see of the content
	lower  string // the same in lower case, with plain apostrophes
	known  string // data and instructions, in the same form
	rawLow string // the raw answer, in the same form

	names                  vocabulary    // words that name the product or collection
	language, shopLanguage language.Code // likely ones

	asOne      map[string]bool // languages in which the shop's own text says "I"
	knownWords string          // the words of known, with a space before and after each
	blocks     []string
	words      int
	nearby     map[string]bool    // words that were compared with the names
	likely     map[string]float64 // sentences that were compared with talk
	said       []string
}

// near reports whether a word is one of the names or nearly.
func (t *text) near(word string) bool {
	found, known := t.nearby[word]
	if !known {
		found = t.names.near(word)
		t.nearby[word] = found
	}
	return found
}

func newText(a Answer) *text {
	page := markup.PageOf(a.Field, a.Content)
	t := &text{
		Answer: a, seen: page.Text, lower: plain(page.Text), known: plain(dataLabel().ReplaceAllString(a.Data, "") + "\n" + a.Instructions), rawLow: plain(a.Raw),
		words: markup.WordCount(page.Text), nearby: map[string]bool{}, likely: map[string]float64{},
	}
	t.names = identity(a.Subject)
	t.language, t.shopLanguage = languageOf(t.seen), languageOf(t.sample())
	t.asOne = speaksAsOne(t.sample())
	t.knownWords = " " + strings.Join(spokenWords(t.known), " ") + " "
	for _, b := range page.Blocks {
		t.blocks = append(t.blocks, b.Of(page.Text))
	}
	return t
}

// dataLabel is our own word before a piece of data: no text may be excused by it.
var dataLabel = pattern.Lazy(`(?m)^(?:Title|Type|Vendor|Tags|Picture|Number of products|Product in it|Of all products of the shop|The picture is also shown with|Alt text of another picture, not to be repeated|[A-Z][\w ]{3,30} on the shop now|(?:Description|Text) on the shop(?: now)?): ?`)

// wanted are the languages that the text may be in: those that the instructions
// name, else the one of the product's own texts; none where that is not known.
func (t *text) wanted() map[language.Code]bool {
	if named := language.Named(t.Instructions); len(named) > 0 {
		return named
	}
	return t.own()
}

// sample are the product's own texts.
func (t *text) sample() string {
	seoTitle, meta := t.SEO()
	sample := []string{t.Title(), markup.VisibleText(t.HTML())}
	for _, v := range []galley.Value{seoTitle, meta, t.Original} {
		if !v.Null {
			sample = append(sample, markup.VisibleText(v.Text))
		}
	}
	return strings.Join(sample, "\n")
}

// own is the language of the product's own texts.
func (t *text) own() map[language.Code]bool {
	code := language.Of(t.sample()).Sure()
	if code == language.Unknown {
		code = language.ByLetters(t.sample())
	}
	if code == language.Unknown {
		return nil
	}
	return map[language.Code]bool{code: true}
}
