package facts

import (
	"slices"
	"strings"
	"unicode"

	"galley/backend/language"
	"galley/backend/markup"
)

// Lost is what an earlier text of a product says and a new one does not.
type Lost struct {
	Kind  LostKind
	Words string // as the earlier text has them
}

// LostKind groups what is lost by what its absence does.
type LostKind string

// The kinds. A lost warning or ingredient may harm a customer.
const (
	LostWarning    LostKind = "warning"
	LostIngredient LostKind = "ingredient"
	LostFigure     LostKind = "figure"
	LostMaterial   LostKind = "material"
	LostCare       LostKind = "care"
)

// LostKinds lists them.
func LostKinds() []LostKind {
	return []LostKind{LostWarning, LostIngredient, LostFigure, LostMaterial, LostCare}
}

var lostKinds = map[Class]LostKind{
	Figure: LostFigure, Warranty: LostFigure, Material: LostMaterial, Care: LostCare, Ingredient: LostIngredient,
}

// mostLost is how many losses are listed.
const mostLost = 40

// LostBetween lists what the earlier text says and the new one does not, the
// warnings first. Texts in languages without a lexicon lose nothing that can be
// named.
func LostBetween(earlier, text string) []Lost {
	before := LanguageOf(earlier, language.Unknown)
	was, is := lexicons()[before], lexicons()[LanguageOf(text, before)]
	if was == nil || is == nil {
		return nil
	}
	said := SheetOf([]Source{{Kind: FromText, Text: text}}, is.lang)
	lost := lostWarnings(earlier, text, was, is)
	lost = append(lost, lostListed(earlier, was, said)...)
	named := map[string]bool{}
	for _, l := range lost {
		named[fold(l.Words)] = true
	}
	for _, st := range read(earlier, was, scopes{}, true) {
		kind := lostKinds[st.class]
		if kind == "" || st.cue || said.says(st) || len(lost) >= mostLost {
			continue
		}
		words := st.Of(earlier)
		if key := fold(words); !named[key] {
			named[key] = true
			lost = append(lost, Lost{kind, words})
		}
	}
	return lost
}

// says reports whether a text has a statement, or one that implies it.
func (s *Sheet) says(st statement) bool {
	if st.amount != nil {
		return s.find(amountKeys(*st.amount), func(f statement) bool { return f.amount != nil && st.amount.same(*f.amount) != other }) != nil
	}
	return s.find(sameKeys(st), func(f statement) bool { return f.has(st) && f.negative == st.negative }) != nil
}

// lostWarnings are the sentences that warn where the new text has none that
// shares most of their words.
func lostWarnings(earlier, text string, was, is *lexicon) []Lost {
	var lost []Lost
	kept := warnings(text, is)
	for _, sentence := range warnings(earlier, was) {
		if !isRepeated(sentence, kept, was.lang, is.lang) {
			lost = append(lost, Lost{LostWarning, sentence})
		}
	}
	return lost
}

func warnings(text string, lex *lexicon) []string {
	var found []string
	for _, sentence := range markup.Sentences(text) {
		list := splitWords(sentence, lex.lang)
		for i := range list {
			if lex.grammar.at(listWarning, list, i) > 0 {
				found = append(found, strings.TrimSpace(sentence))
				break
			}
		}
	}
	return found
}

// longWord is how many letters a word has that says something, and fewLong how
// many of them a sentence has too few of to be known by them: "Contains milk."
const (
	longWord  = 5
	fewLong   = 3
	shortWord = 3
)

// isRepeated reports whether one of the sentences has half the long words of
// another, or where it has few, all of its words. In another language any warning
// counts.
func isRepeated(sentence string, others []string, lang, inLang language.Code) bool {
	if lang != inLang {
		return len(others) > 0
	}
	words := splitWords(sentence, lang)
	telling := wordsFrom(words, longWord)
	enough := (len(telling) + 1) / 2
	if len(telling) < fewLong {
		telling = slices.DeleteFunc(wordsFrom(words, shortWord), isFiller(lang))
		enough = len(telling)
	}
	for _, o := range others {
		shared := 0
		has := set{}
		for _, w := range splitWords(o, lang) {
			for _, form := range w.forms {
				has[form] = true
			}
		}
		for _, w := range telling {
			if w.isOneOf(has) || hasBeginning(has, w.low) {
				shared++
			}
		}
		if shared >= enough {
			return true
		}
	}
	return false
}

// isFiller finds the short words that every text has, "the" and "and", which say
// nothing of a warning; "not" and "without" do.
func isFiller(lang language.Code) func(word) bool {
	denies := lexicons()[lang].grammar.sets[listNot]
	return func(w word) bool { return language.IsCommon(w.raw) && !denies[w.low] }
}

// wordsFrom are the words with so many letters or more.
func wordsFrom(words []word, least int) (long []word) {
	for _, w := range words {
		if len(w.low) >= least {
			long = append(long, w)
		}
	}
	return long
}

// hasBeginning reports whether a word of a set begins like a long word: burning
// and burned.
func hasBeginning(words set, long string) bool {
	for word := range words {
		if len(long) >= longWord && strings.HasPrefix(word, long[:longWord]) {
			return true
		}
	}
	return false
}

// lostListed are the ingredients of a list, "Ingredients: oats, banana", that the
// new text does not have.
func lostListed(earlier string, was *lexicon, said *Sheet) []Lost {
	r := &reader{text: earlier, lex: was, words: was.wordsOf(earlier)}
	var lost []Lost
	for i := range r.words {
		if !was.grammar.sets[listIngredientList][r.words[i].low] || !r.isBeforeColon(i) {
			continue
		}
		for from := i + 1; from < len(r.words) && r.words[from].sentence == r.words[i].sentence; {
			to := from + 1
			for to < len(r.words) && r.words[to].sentence == r.words[i].sentence && r.words[to].clause == r.words[from].clause {
				to++
			}
			if len(lost) < mostLost && !said.hasAnyOf(r.words[from:to]) {
				lost = append(lost, Lost{LostIngredient, r.span(from, to).Of(earlier)})
			}
			from = to
		}
	}
	return lost
}

func (r *reader) isBeforeColon(i int) bool {
	return i+1 < len(r.words) && strings.HasPrefix(strings.TrimSpace(r.text[r.words[i].End:r.words[i+1].Start]), ":")
}

// hasAnyOf reports whether the sources have a word of some length of a list, or
// where it has none so long, one of its short ones: "rye". Figures are no
// ingredient.
func (s *Sheet) hasAnyOf(list []word) bool {
	named := wordsFrom(list, shortestBase+1)
	if len(named) == 0 {
		named = wordsFrom(list, shortWord)
	}
	named = slices.DeleteFunc(named, func(w word) bool { return !strings.ContainsFunc(w.low, unicode.IsLetter) })
	return len(named) == 0 || slices.ContainsFunc(named, func(w word) bool {
		return slices.ContainsFunc(w.forms, func(form string) bool { return s.words[form] })
	})
}
