package facts

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"galley/backend/language"
	"galley/backend/markup"
)

// fact is a statement with the line it is from.
type fact struct {
	statement

	line  int
	extra bool // read in the language of the draft alone: no row of its own
}

// Sheet is what is known of one product.
type Sheet struct {
	lines   []line
	facts   []fact
	scopes  scopes
	words   map[string]bool  // every word of the sources, in every form
	absent  map[string]bool  // of these, the words that the sources only deny
	times   map[string]int   // how often the sources have a word, by its base
	sorted  func() []string  // words in the order of the alphabet
	stems   func() set       // the stems of words
	ends    func() set       // the last parts that compounds may have
	lang    language.Code    // of the product's texts
	said    []said           // clauses that allow or include something, or do not
	named   set              // the words of the product's name and type, in every form
	models  map[string]set   // the numbers of names: iphone has 15
	about   map[string][]int // the facts about a concept, a unit's base, a class or a head
	options map[string][]int // how many values each option has, by the words of its name

	marks      map[string]mark    // how often its words are said and denied, by their base
	numbered   map[string]set     // the numbers of names such as "category"
	lastNamed  set                // the last word of its title, in every form
	kinds      set                // the words of its type, in every form
	phrases    []phrase           // what things look like
	qualities  map[string][]trait // words that have opposites, by what they are said of
	bareLooks  set                // words that no lexicon has and that things are made of
	inPhrases  map[string][]int   // the phrases that have a thing, by its forms
	crossings  [countOfCut]crossings
	imitated   map[string]int      // materials that are imitations in a line, -1 where they are not everywhere
	supplies   map[string]bool     // what the product comes with
	choices    map[string]bool     // words that a value of an option denies: "Without saucer", by their base
	detachable set                 // words of what can be taken off, by their base
	unsupplied map[string]int      // what the product uses and does not come with: the line
	rowsNamed  []namedRow          // values with their names
	rowsOf     map[string][]int    // of these, those whose name begins with a key
	quotable   []quotable          // sentences, word for word
	variants   []wordsOfVariant    // that are named with figures
	figuresOf  map[string][]string // the variants that a figure is given for
	besides    map[string]int      // words of which the data has one that excludes them, too: the line

	also    language.Code
	dropped []dropped // corrected or struck by a person
	hidden  map[int]bool
	strong  *Sheet // without what a model wrote, nil where that is all
}

// SheetOf reads the facts of a product from its sources. also is the language
// of the text that is to be judged: short values are read in it, too.
func SheetOf(sources []Source, also language.Code) *Sheet {
	s := &Sheet{lang: mainLanguage(sources), about: map[string][]int{}, also: also}
	s.forgetTexts()
	s.addOptionCounts(sources)
	variants := set{}
	for _, source := range sources {
		if source.Kind == FromOption {
			variants[fold(source.Text)] = true
		}
	}
	for _, source := range sources {
		s.lines = append(s.lines, linesOf(source, variants)...)
	}
	s.findScopes()
	s.addVariants()
	for n, l := range s.lines {
		if l.Kind == FromTag && isShelfTag(l.Text) {
			s.addShelfTag(n)
			continue
		}
		s.addLine(n, also)
	}
	s.applyChanges(sources)
	for c := range s.crossings {
		s.crossings[c].close()
	}
	if strong := withoutWeak(sources); len(strong) < len(sources) {
		s.strong = SheetOf(strong, also)
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
	if lang := RecentLanguage(longest); lexicons()[lang] != nil {
		return lang
	}
	return "en"
}

// addLine reads a line in the languages that it may be in. What one of them
// denies, the next does not affirm: "nickel-free" in French is nickel.
func (s *Sheet) addLine(n int, also language.Code) {
	l := s.lines[n]
	text := l.reading()
	denied := newCover(len(text))
	isAnswer, _ := l.answer()
	if isAnswer {
		text = l.Name
	}
	var read []fact
	for i, lang := range s.languagesOf(l.Text, also) {
		isExtra := i > 0 && lang == also && lang != "en"
		lex := lexicons()[lang]
		r := newReader(text, lex, s.scopes, true)
		s.addTexts(n, r, i == 0)
		ofLine := s.labelsOfLine(l, lex)
		for _, st := range append(r.statements(), l.counted(lex)...) {
			if st.cue || denied.overlaps(st.Span) {
				continue
			}
			st.negative = st.negative || l.isDenied()
			if st.negative {
				denied.add(st.Span)
			}
			st.labels = append(st.labels, ofLine...)
			read = append(read, fact{statement: st, line: n, extra: isExtra})
		}
	}
	for _, f := range unlessLocated(read) {
		s.add(f)
	}
	if l.Kind == FromOption {
		s.addSizes(n)
	}
}

// addSizes notes that each word of an option's value may be a size.
func (s *Sheet) addSizes(n int) {
	for _, w := range strings.FieldsFunc(s.lines[n].Text, func(c rune) bool { return strings.ContainsRune(" ,/|", c) }) {
		s.add(fact{statement: statement{class: Size, concepts: []string{"size " + fold(w)}}, line: n})
	}
}

// unlessLocated leaves out figures of which another language finds the part: read in English,
// "Griff: 12 cm" is of nothing.
func unlessLocated(read []fact) []fact {
	located := map[markup.Span]bool{}
	for _, f := range read {
		located[f.Span] = located[f.Span] || f.amount != nil && f.part != ""
	}
	return slices.DeleteFunc(read, func(f fact) bool { return f.amount != nil && f.part == "" && located[f.Span] })
}

// forgetTexts empties what addTexts notes.
func (s *Sheet) forgetTexts() {
	s.words, s.absent, s.named, s.models, s.said, s.times = map[string]bool{}, map[string]bool{}, set{}, map[string]set{}, nil, map[string]int{}
	s.qualities = map[string][]trait{}
	s.numbered = map[string]set{}
	s.lastNamed, s.marks = set{}, map[string]mark{}
	s.kinds, s.bareLooks, s.phrases, s.inPhrases = set{}, set{}, nil, map[string][]int{}
	s.besides, s.imitated = map[string]int{}, map[string]int{}
	keys := keyNumbers{}
	for c := range s.crossings {
		s.crossings[c] = crossings{keys: keys}
	}
	s.unsupplied, s.rowsNamed, s.rowsOf, s.quotable, s.supplies, s.choices = map[string]int{}, nil, map[string][]int{}, nil, map[string]bool{}, map[string]bool{}
	s.figuresOf, s.detachable = map[string][]string{}, set{}
	s.sorted = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(s.words)) })
	s.ends = sync.OnceValue(s.endsOf)
	s.stems = sync.OnceValue(func() set { return stemsOf(s.words) })
}

// addTexts notes the words of a line, the numbers of names, and what its clauses
// allow or deny.
func (s *Sheet) addTexts(n int, r *reader, isFirst bool) {
	if isFirst { // another language has other words for "and"
		s.addCrossings(n, r)
	}
	s.addWords(r, s.lines[n])
	s.addModels(r)
	s.addSaid(n, r)
	s.addPhrases(n, r)
	s.addQualities(n, r)
	s.addDenials(n, r)
	s.addBesides(n, r)
	s.addImitations(n, r)
	s.addUnsupplied(n, r)
	s.addDetachable(r)
	s.addNumbered(r)
	s.addNamed(n, r)
	s.addQuotable(n, r)
	s.addFiguresOfVariants(n, r)
}

// addSaid notes what a line allows or includes, or says that it does not. A
// value of yes or no answers for its name.
func (s *Sheet) addSaid(n int, r *reader) {
	if k := s.lines[n].Kind; k == FromTag || k == FromTitle || k == FromType || k == FromMembers {
		return
	}
	list := r.saidIn()
	if isAnswer, isYes := s.lines[n].answer(); isAnswer {
		one := said{negative: !isYes}
		for i := range r.words {
			if r.isObject(i) && !r.isOn(listAgrees, i) {
				one.objects = append(one.objects, r.words[i].forms)
			}
		}
		list = []said{one}
	}
	for _, one := range list {
		if one.line = n; len(one.objects) > 0 {
			s.said = append(s.said, one)
		}
	}
}

func (s *Sheet) add(f fact) {
	l := s.lines[f.line]
	if l.scope != "" && f.amount != nil {
		f.scope = scopeKey(l.scope, s.lang)
	}
	f.tag = l.Kind == FromTag
	switch {
	case f.class != Origin || !f.supportsItsWords(l.Kind):
	case f.tag:
		f.concepts = []string{"tag " + fold(l.Text)}
	default:
		f.tag, f.concepts = true, []string{"tag " + fold(f.words)}
	}
	s.facts = append(s.facts, f)
	s.index(len(s.facts) - 1)
}

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
