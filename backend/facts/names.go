package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names finds names within sentences, of places, brands, models, magazines:
// what a text names and the data does not is invented more often than not. In
// German every noun begins with a capital, so only letters within a word show a
// name there.
func (r *reader) names() []statement {
	var found []statement
	isTitle := r.titleCased()
	for i := 0; i < len(r.words); i++ {
		if !r.isName(i) || r.away[i] || isTitle[r.words[i].sentence] && !hasInnerCapital(r.words[i].raw) {
			continue
		}
		to := i + 1
		for to < len(r.words) && r.joinsAt(to) && (r.isName(to) || r.isCode(to)) {
			to++
		}
		s := statement{Span: r.span(i, to), class: Name}
		for n := i; n < to; n++ {
			s = s.withPlain(r.words[n])
		}
		found = append(found, s)
		i = to - 1
	}
	return found
}

// shortestName is how many letters a name has at least.
const shortestName = 3

func (r *reader) isName(i int) bool {
	w := r.words[i]
	if _, known := r.hitAt(i); known || utf8.RuneCountInString(w.raw) < shortestName || r.isPartOfFigure(i) {
		return false
	}
	if hasInnerCapital(w.raw) || r.isAcronym(i) {
		return true
	}
	g := r.lex.grammar
	return r.lex.lang != "de" && w.capital() && r.joinsAt(i) && !g.sets[listCalendar][w.low] && !g.sets[listCommon][w.low] && !g.isNumber(w.low) &&
		strings.ContainsFunc(w.raw, unicode.IsLower)
}

// isAcronym finds the short name of an institute or a technique, "the RSPB", in a
// sentence that is not in capitals itself.
func (r *reader) isAcronym(i int) bool {
	raw := r.words[i].raw
	hasCase := raw != strings.ToLower(raw) // letters of some scripts have none
	isCapitals := hasCase && raw == strings.ToUpper(raw) && !strings.ContainsFunc(raw, func(c rune) bool { return !unicode.IsLetter(c) })
	return r.lex.lang == "en" && isCapitals && len(raw) <= longestAcronym && !r.isOn(listAcronyms, i) && r.hasSmall(i-1) && r.hasSmall(i+1)
}

// hasSmall reports whether the word beside another is in small letters, or none of
// the sentence.
func (r *reader) hasSmall(i int) bool {
	return i < 0 || i >= len(r.words) || strings.ContainsFunc(r.words[i].raw, unicode.IsLower)
}

// hasInnerCapital finds iPhone, MacBook, not USB-C.
func hasInnerCapital(raw string) bool {
	_, size := utf8.DecodeRuneInString(raw)
	return strings.ContainsFunc(raw[size:], unicode.IsUpper) && strings.ContainsFunc(raw, unicode.IsLower)
}

// isCode reports whether a word is a number of a model: 15, S24, mk2.
func (r *reader) isCode(i int) bool {
	return len(r.words[i].raw) <= longestCode && strings.ContainsAny(r.words[i].raw, "0123456789") && !r.isPartOfFigure(i)
}

const longestCode = 5

// titleCased lists the sentences where most words begin with a capital letter:
// it shows no names there.
func (r *reader) titleCased() map[int]bool {
	type count struct {
		small, capital int
		isProse        bool // titles end without a full stop
	}
	counts := map[int]count{}
	for i, w := range r.words {
		first, _ := utf8.DecodeRuneInString(w.raw)
		c := counts[w.sentence]
		switch {
		case utf8.RuneCountInString(w.raw) <= shortestName || i == 0 || r.words[i-1].sentence != w.sentence:
		case unicode.IsLower(first):
			c.small++
		case unicode.IsUpper(first):
			c.capital++
		}
		if i+1 == len(r.words) || r.words[i+1].sentence != w.sentence {
			c.isProse = strings.ContainsAny(r.text[w.End:min(len(r.text), w.End+2)], ".!?…")
		}
		counts[w.sentence] = c
	}
	titles := map[int]bool{}
	for sentence, c := range counts {
		titles[sentence] = c.capital > c.small && !c.isProse
	}
	return titles
}

// judgeName looks for the words of a name in the data.
func (s *Sheet) judgeName(c Claim, st statement) (Claim, bool) {
	isKnown := func(concept string) bool {
		word := concept[len("word "):]
		return s.hasWord(word) || s.hasWord(strings.TrimSuffix(word, "s")) || s.hasAny(st.means[concept]) || s.hasBeginning(word)
	}
	if !slices.ContainsFunc(st.concepts, func(concept string) bool { return !isKnown(concept) }) {
		return c, false
	}
	return s.with(c, NoSource, nil), true
}

// hasBeginning reports whether the data has the place that an adjective is of:
// Bavaria for Bavarian.
func (s *Sheet) hasBeginning(word string) bool {
	for _, ending := range []string{"ian", "an", "n", "ese", "ish"} {
		base, cut := strings.CutSuffix(word, ending)
		if sorted := s.sorted(); cut && len(base) >= shortestStem {
			if at, _ := slices.BinarySearch(sorted, base); at < len(sorted) && strings.HasPrefix(sorted[at], base) && len(sorted[at])-len(base) <= len(ending) {
				return true
			}
		}
	}
	return false
}

// models finds "iPhone 14" where the data has iPhone 15: a number after a word
// that the data has with other numbers alone.
func (s *Sheet) otherModels(r *reader) []Claim {
	var found []Claim
	for i := 1; i < len(r.words); i++ {
		codes := s.models[r.words[i-1].low]
		if !r.isModel(i) || r.away[i] || len(codes) == 0 || codes[r.words[i].low] {
			continue
		}
		found = append(found, Claim{Span: r.span(i-1, i+1), Class: Compatibility, Grade: NoSource})
	}
	return found
}

// isModel reports whether a word is a number that belongs to the name before it.
func (r *reader) isModel(i int) bool {
	before := r.words[i-1]
	isSize := r.lex.grammar.sets[listSize][before.low] || standardNames[before.raw] && r.lenient
	return r.joinsAt(i) && r.isCode(i) && (before.capital() || hasInnerCapital(before.raw)) && len(before.raw) > 1 && !isSize &&
		!strings.ContainsAny(before.raw, "0123456789") && !r.lex.grammar.sets[listCommon][before.low]
}

// addModels notes the numbers of names in a line.
func (s *Sheet) addModels(r *reader) {
	for i := 1; i < len(r.words); i++ {
		if !r.isModel(i) {
			continue
		}
		name := r.words[i-1].low
		if s.models[name] == nil {
			s.models[name] = set{}
		}
		s.models[name][r.words[i].low] = true
	}
}
