package facts

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
)

// Kind says where a fact was read.
type Kind string

// The kinds of sources.
const (
	FromTitle     Kind = "title"
	FromType      Kind = "type"
	FromTag       Kind = "tag"
	FromOption    Kind = "option"
	FromMetafield Kind = "metafield"
	FromPrice     Kind = "price"
	FromTable     Kind = "table"
	FromText      Kind = "text"
	FromShopFacts Kind = "shop_facts"
	FromMembers   Kind = "members" // of a collection
	FromPerson    Kind = "person"
)

// Source is a value or a text that facts are read from.
type Source struct {
	Kind Kind
	Name string // of the option, metafield or table column
	Text string
	HTML bool
	Weak bool // written by a model
}

// line is a part of a source that is read by itself and quoted whole.
type line struct {
	Source

	scope string // the row of a table
}

// fact is a statement with the line it is from.
type fact struct {
	statement

	line int
}

// Sheet is what is known of one product.
type Sheet struct {
	lines  []line
	facts  []fact
	scopes []scope
	words  map[string]bool  // every word of the sources, in every form
	lang   language.Code    // of the product's texts
	about  map[string][]int // the facts about a concept, a unit's base, a class or a head
}

// SheetOf reads the facts of a product from its sources. also is the language
// of the text that is to be judged: short values are read in it, too.
func SheetOf(sources []Source, also language.Code) *Sheet {
	s := &Sheet{words: map[string]bool{}, lang: mainLanguage(sources), about: map[string][]int{}}
	for _, source := range sources {
		s.lines = append(s.lines, linesOf(source)...)
	}
	s.findScopes()
	for n, l := range s.lines {
		if l.Kind == FromTag && isShelfTag(l.Text) {
			s.addShelfTag(n)
			continue
		}
		s.addLine(n, also)
	}
	return s
}

// mainLanguage is that of the longest text.
func mainLanguage(sources []Source) language.Code {
	longest := ""
	for _, source := range sources {
		if text := source.visible(); source.Kind == FromText && len(text) > len(longest) {
			longest = text
		}
	}
	if lang := LanguageOf(longest); lexicons()[lang] != nil {
		return lang
	}
	return "en"
}

func (s Source) visible() string {
	if s.HTML {
		return markup.VisibleText(s.Text)
	}
	return s.Text
}

// linesOf splits a source: tables into cells, texts into lines of their own. A
// value of several lines is also read as one: a text may put it on one line.
func linesOf(source Source) []line {
	if source.Kind == FromTitle || source.Kind == FromTag || source.Kind == FromType || source.Kind == FromMembers {
		source.Text = strings.Join(strings.Fields(source.Text), " ")
	}
	var lines []line
	text := source.Text
	if source.HTML {
		cells, rest := tableCells(source)
		lines = append(lines, cells...)
		text = markup.VisibleText(rest)
	}
	for part := range strings.Lines(text) {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			l := line{Source: source}
			l.Text, l.HTML = part, false
			lines = append(lines, l)
		}
	}
	if (source.Kind == FromMetafield || source.Kind == FromOption) && len(lines) > 1 {
		whole := line{Source: source}
		whole.Text = strings.Join(strings.Fields(source.Text), " ")
		lines = append(lines, whole)
	}
	return lines
}

// sizeScopes are variants that every text may name.
var sizeScopes = []string{"small", "medium", "large"}

// longestScope is how many words the name of a variant has at most.
const longestScope = 3

func (s *Sheet) findScopes() {
	for _, l := range s.lines {
		if l.Kind == FromOption && !strings.EqualFold(l.Text, "Default Title") {
			s.addScope(l.Text)
		}
		if l.scope != "" {
			s.addScope(l.scope)
		}
	}
	s.scopes = append(s.scopes, sizesInWords()...)
}

// sizesInWords are the sizes in all languages.
var sizesInWords = sync.OnceValue(func() []scope {
	var list []scope
	for _, size := range sizeScopes {
		for _, lang := range Languages {
			for _, form := range sizeForms(lang, size) {
				list = append(list, scope{key: size, words: []string{form}})
			}
		}
	}
	return list
})

// sizeForms are the words for a size in a language.
func sizeForms(lang language.Code, size string) []string {
	var forms []string
	for first, terms := range lexicons()[lang].terms {
		if slices.ContainsFunc(terms, func(t term) bool { return t.class == sizeWord && t.concept == size }) {
			forms = append(forms, first)
		}
	}
	slices.Sort(forms)
	return forms
}

func (s *Sheet) addScope(name string) {
	words := lowWords(name, s.lang)
	if len(words) == 0 || len(words) > longestScope || strings.ContainsAny(name, "0123456789") {
		return
	}
	s.scopes = append(s.scopes, scope{key: scopeKey(name, s.lang), words: words})
}

// scopeKey is a size's shared name, or the words of a variant.
func scopeKey(name string, lang language.Code) string {
	list := splitWords(name, lang)
	if len(list) == 1 {
		for _, code := range []language.Code{lang, "en"} {
			for _, t := range lexicons()[code].terms[list[0].low] {
				if t.class == sizeWord {
					return t.concept
				}
			}
		}
	}
	return strings.Join(lowWords(name, lang), " ")
}

// addLine reads a line in the languages that it may be in. What one of them
// denies, the next does not affirm: "nickel-free" in French is nickel.
func (s *Sheet) addLine(n int, also language.Code) {
	l := s.lines[n]
	text := l.reading()
	denied := newCover(len(text))
	for _, lang := range s.languagesOf(l.Text, also) {
		s.addWords(text, lang)
		found := slices.DeleteFunc(read(text, lexicons()[lang], s.scopes, true), func(st statement) bool { return st.cue || denied.overlaps(st.Span) })
		for _, st := range found {
			if st.negative {
				denied.add(st.Span)
			}
			s.add(n, st)
		}
	}
	if l.Kind == FromOption {
		for _, w := range strings.FieldsFunc(l.Text, func(c rune) bool { return strings.ContainsRune(" ,/|", c) }) {
			s.add(n, statement{class: Size, concepts: []string{"size " + fold(w)}})
		}
	}
}

func (s *Sheet) addWords(text string, lang language.Code) {
	for _, w := range splitWords(text, lang) {
		for _, form := range w.forms {
			s.words[form] = true
		}
	}
}

// cover notes which bytes of a text are taken.
type cover []bool

func newCover(length int) cover { return make(cover, length) }

func (c cover) add(at markup.Span) {
	for i := at.Start; i < at.End; i++ {
		c[i] = true
	}
}

func (c cover) overlaps(at markup.Span) bool { return slices.Contains(c[at.Start:at.End], true) }

func (s *Sheet) add(n int, st statement) {
	l := s.lines[n]
	if l.scope != "" && st.amount != nil {
		st.scope = scopeKey(l.scope, s.lang)
	}
	st.tag = l.Kind == FromTag
	if st.tag && st.class == Origin { // it may be a market
		st.concepts = []string{"tag " + fold(l.Text)}
	}
	s.facts = append(s.facts, fact{st, n})
	s.index(len(s.facts) - 1)
}

// reading is the line with its name: "Height (cm): 42" is read as 42 cm, too.
func (l line) reading() string {
	if l.Name == "" {
		return l.Text
	}
	text := l.Name + ": " + l.Text
	if m := unitInName.FindStringSubmatch(l.Name); m != nil && bareNumber.MatchString(strings.TrimSpace(l.Text)) {
		bare := strings.TrimSpace(strings.TrimSuffix(l.Name, m[0]))
		text = bare + ": " + strings.TrimSpace(l.Text) + " " + m[1]
	}
	return text
}

var (
	unitInName = regexp.MustCompile(`[(\[_ ,]\s*(?:in )?([\pL%°²/"]+)[)\]]?\s*$`)
	bareNumber = regexp.MustCompile(`^\d+(?:[.,]\d+)*$`)
)

// languagesOf are those that a line is read in: its own where that is sure,
// else the product's, that of the draft, and English.
func (s *Sheet) languagesOf(text string, also language.Code) []language.Code {
	if sure := language.Of(text).Sure(); lexicons()[sure] != nil {
		return []language.Code{sure}
	}
	list := []language.Code{s.lang}
	for _, lang := range []language.Code{also, "en"} {
		if lexicons()[lang] != nil && !slices.Contains(list, lang) {
			list = append(list, lang)
		}
	}
	return list
}

// shelfTag finds tags that sort products on shelves: KEY_VALUE, key:value,
// price bands, seasons.
var shelfTag = regexp.MustCompile(`(?i)[_:=]|^\W*(?:under|over|below|bis|unter|ab)?[\s-]*[$€£]?\d+(?:\s*[-–]\s*[$€£]?\d+)?\W*$|^(?:ss|aw|fw|sp|su|fa|wi|h|f)\s?\d{2,4}$|(?:spring|summer|autumn|fall|winter|sommer|herbst|printemps|été|verano|invierno|estate|inverno)[\s-]*(?:sale|\d{2,4})|price|sale|market|season|collection`)

func isShelfTag(tag string) bool {
	return shelfTag.MatchString(tag) || tag == strings.ToUpper(tag) && strings.ContainsFunc(tag, unicode.IsLetter)
}

// addShelfTag takes seals and words from a shelf tag, never origin, price or
// material.
func (s *Sheet) addShelfTag(n int) {
	for _, lang := range []language.Code{"en", s.lang} {
		for _, st := range read(s.lines[n].Text, lexicons()[lang], nil, true) {
			if st.class == Certification {
				s.add(n, st)
			}
		}
	}
}

// hasWords reports whether the sources have a word in any form.
func (s *Sheet) hasWord(w string) bool { return s.words[w] }

// Keys of the index.
func amountKey(base string) string  { return "amount " + base }
func classKey(class Class) string   { return "class " + string(class) }
func headKey(head string) string    { return "head " + head }
func conceptKey(name string) string { return "concept " + name }

// index notes what a fact is about.
func (s *Sheet) index(n int) {
	f := s.facts[n].statement
	keys := []string{classKey(f.class)}
	if f.amount != nil {
		keys = append(keys, amountKey(f.amount.base))
	}
	for _, head := range f.heads {
		keys = appendNew(keys, headKey(head))
	}
	for _, concept := range f.concepts {
		for _, general := range allImplied(concept, nil) {
			keys = appendNew(keys, conceptKey(general))
		}
	}
	for _, key := range keys {
		s.about[key] = append(s.about[key], n)
	}
}

// HasWordsOf reports whether the sources have every word of a text.
func (s *Sheet) HasWordsOf(text string) bool {
	return !slices.ContainsFunc(splitWords(text, s.lang), func(w word) bool {
		return strings.ContainsFunc(w.low, unicode.IsLetter) && !s.words[w.low] && !s.hasPart(w.low)
	})
}

// hasPart reports whether a run of a script without spaces is part of one of the
// sources' runs.
func (s *Sheet) hasPart(run string) bool {
	if !strings.ContainsFunc(run, markup.IsWhole) {
		return false
	}
	for word := range s.words {
		if strings.Contains(word, run) {
			return true
		}
	}
	return false
}
