package facts

import (
	"slices"
	"strings"

	"galley/backend/language"
)

// What a text says the other way round by a small word or a prefix: "the seams are not
// taped", "unsharpened", "for indoor use only", where the data has the word without it.

// unPrefixes make the opposite of a participle.
var unPrefixes = map[language.Code]string{"en": "un", "de": "un", "nl": "on"}

// isParticiple reports whether a word ends as participles do that say how something was
// treated.
func isParticiple(low string, lang language.Code) bool {
	return hasAnySuffix(low, participles[lang]...) && len(low) > shortestHead
}

// participles are how they end.
var participles = map[language.Code][]string{"en": {"ed"}, "de": {"t", "te", "ten", "ter", "tes", "tem"}, "nl": {"d", "t", "de", "te"}}

// undone finds "unsharpened" where the data says sharpened, and "lined" where it says
// unlined.
func (s *Sheet) undone(r *reader) []Claim {
	prefix, known := unPrefixes[r.lex.lang]
	if !known {
		return nil
	}
	var found []Claim
	denies := r.denyingSentences()
	for i, w := range r.words {
		if !isParticiple(w.low, r.lex.lang) || s.isSaid(w) || r.isAsked(i) {
			continue
		}
		other, isUndone := strings.CutPrefix(w.low, prefix)
		if isUndone = isUndone && isParticiple(other, r.lex.lang); !isUndone {
			other = prefix + w.low
		}
		opposite := splitWords(other, r.lex.lang)[0]
		if s.isSaid(opposite) && !r.isBehindDenial(i) && !denies[w.sentence] {
			found = append(found, s.with(Claim{Span: w.Span, Class: Feature}, Contradicts, nil))
		}
	}
	return found
}

// isSaid reports whether the data says a word, and not only denies it.
func (s *Sheet) isSaid(w word) bool {
	return slices.ContainsFunc(w.forms[:max(1, len(w.forms)-len(w.keys))], func(form string) bool {
		return !strings.HasPrefix(form, meaningMark) && s.words[form] && !s.absent[form]
	})
}

// wordsToReversed is how far behind "not" the word is at most that it denies.
const wordsToReversed = 3

// reversed finds "is not taped", "cannot be removed": a word right behind a negated verb,
// which the data says and never denies.
func (s *Sheet) reversed(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		used := r.lex.grammar.at(listDeniesAVerb, r.words, i)
		if used == 0 || r.isAsked(i) || r.isPersonal(i) || r.scenes[r.words[i].sentence] {
			continue
		}
		n := r.deniedBehind(i, i+used)
		if n < 0 || s.isNamedWord(r.words[n]) || !r.isReversible(n) {
			continue
		}
		if m := s.marks[r.words[n].base()]; m.said > 0 && m.denied == 0 {
			found = append(found, Claim{Span: r.span(i, n+1), Class: Feature, Grade: Contradicts})
		}
	}
	return found
}

// deniedBehind is the word that a negated verb denies, -1 where there is none.
func (r *reader) deniedBehind(i, from int) int {
	for n := from; n < min(len(r.words), from+wordsToReversed) && r.words[n].sameClause(r.words[i]); n++ {
		if !r.isOn(listFillsADenial, n) && !language.IsCommon(r.words[n].raw) {
			return n
		}
	}
	return -1
}

// isReversible reports whether a word says how something is: a participle or an adjective,
// no thing.
func (r *reader) isReversible(i int) bool {
	if r.isOnOneOf(i, listMade, listAgrees, listFinite) || r.isSoft(i) || noQuality[r.lowAt(i)] {
		return false
	}
	if r.lex.lang == "de" {
		return !r.words[i].capital()
	}
	return !r.isArticle(i-1) && !smallerThan[r.lowAt(i)]
}

// noQuality are words behind "not" that say nothing of the product by themselves.
var noQuality = setOf("part", "meant", "intended", "made", "sold", "needed", "want", "need", "just", "only")

// wordsToOnly is how far from "only" the word is at most that it is said of.
const wordsToOnly = 4

// onlyOf finds "for indoor use only" where the data says indoors and outdoors, and a value
// of an option that has others.
func (s *Sheet) onlyOf(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		used := r.lex.grammar.at(listOnly, r.words, i)
		if used == 0 || r.isAsked(i) {
			continue
		}
		for n := max(r.sentenceOf(i).from, i-wordsToOnly); n < min(r.sentenceOf(i).to, i+used+wordsToOnly); n++ {
			if line := s.alsoBeside(r.words[n]); line >= 0 && (n < i || n >= i+used) && r.words[n].sameClause(r.words[i]) {
				found = append(found, s.withLine(Claim{Span: r.span(min(n, i), max(n+1, i+used)), Class: Feature}, Contradicts, line))
				break
			}
		}
	}
	return found
}

// alsoBeside is the line in which "and" joins a word to another that excludes it, or the
// option that has other values, -1 where there is none.
func (s *Sheet) alsoBeside(w word) int {
	for _, key := range markKeys(w) {
		if n, found := s.besides[key]; found {
			return n
		}
	}
	return -1
}

// excluding are words that are joined by "and" where a product is for both.
var excluding = [][]string{
	{"indoor", "indoors", "inside", "innen", "drinnen", "interieur", "interior", "interno", "binnen"}, {"outdoor", "outdoors", "outside", "aussen", "draussen", "exterieur", "exterior", "esterno", "buiten"},
	{"fresh", "freshwater", "sweet", "susswasser", "douce", "dulce", "dolce", "zoet"}, {"marine", "salt", "saltwater", "sea", "brackish", "salzwasser", "mer", "mar", "mare", "zout"},
	{"right", "right-handed", "rechts", "rechtshander", "droite", "droitiers", "derecha", "diestros", "destra", "rechtshandigen"}, {"left", "left-handed", "links", "linkshander", "gauche", "gauchers", "izquierda", "zurdos", "sinistra", "linkshandigen"},
	{"analogue", "analog", "analogique", "analogico", "analoog"}, {"digital", "numerique", "digitale", "digitaal"},
	{"women", "damen", "femmes", "mujeres", "donne", "dames"}, {"men", "herren", "hommes", "hombres", "uomini", "heren"},
	{"gas", "gaz"}, {"induction", "induktion", "inductie", "induccion", "induzione"}, {"summer", "sommer", "ete", "verano", "estate", "zomer"}, {"winter", "hiver", "invierno", "inverno"},
	{"wet", "nass", "nat"}, {"dry", "trocken", "droog"}, {"cats", "katzen", "chats", "gatos", "gatti", "katten"}, {"dogs", "hunde", "chiens", "perros", "cani", "honden"},
}

// addBesides notes the words of a line that exclude each other, where it has both.
func (s *Sheet) addBesides(n int, r *reader) {
	if s.lines[n].Kind == FromTag || s.lines[n].isDenied() {
		return
	}
	if s.lines[n].Kind == FromOption {
		if n > 0 && s.lines[n-1].Kind == FromOption && s.lines[n-1].Name == s.lines[n].Name {
			return // the first value stands for all
		}
		r = newReader(s.valuesOf(s.lines[n].Name), r.lex, s.scopes, true)
	}
	for pair := 0; pair+1 < len(excluding); pair += 2 {
		first, second := affirmed(r, excluding[pair]), affirmed(r, excluding[pair+1])
		if first && second {
			for _, w := range slices.Concat(excluding[pair], excluding[pair+1]) {
				s.besides[w] = n
			}
		}
	}
}

// valuesOf are the values of an option.
func (s *Sheet) valuesOf(name string) string {
	var values []string
	for _, l := range s.lines {
		if l.Kind == FromOption && l.Name == name {
			values = append(values, l.Text)
		}
	}
	return strings.Join(values, ", ")
}

// affirmed reports whether a line, or an option with it, says one of some words.
func affirmed(r *reader, list []string) bool {
	for i, w := range r.words {
		if slices.Contains(list, w.low) && !r.isBehindDenial(i) && !r.isNegated(i, i+1) && r.lex.grammar.at(listOnly, r.words, i+1) == 0 && r.endsWith(listOnly, i) == 0 {
			return true
		}
	}
	return false
}

// soldApart finds "the battery has to be bought separately" where the data has a battery
// and denies none.
func (s *Sheet) soldApart(r *reader) []Claim {
	var found []Claim
	for i := range r.words {
		used := r.lex.grammar.at(listExtra, r.words, i)
		if used == 0 || r.isAsked(i) {
			continue
		}
		for n := r.sentenceOf(i).from; n < i; n++ {
			isThing := r.words[n].sameClause(r.words[i]) && r.isThing(n) && r.isKnown(n) && !r.isArticle(n)
			if isThing && s.isAlwaysSaid(r.words[n]) && !s.isNamedWord(r.words[n]) {
				found = append(found, Claim{Span: r.span(n, i+used), Class: Feature, Grade: Contradicts})
				break
			}
		}
	}
	return found
}

// isAlwaysSaid reports whether the data says a word, and never denies it.
func (s *Sheet) isAlwaysSaid(w word) bool {
	said := false
	for _, key := range markKeys(w) {
		if s.marks[key].denied > 0 {
			return false
		}
		said = said || s.marks[key].said > 0
	}
	return said
}
