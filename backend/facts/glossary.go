package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
)

// glossary are the words of one language for what products are, have and can,
// each with the English words for the same. They compare a text with data in
// another language: agencies write German copy from English data.
type glossary struct {
	meanings  map[string][]meaning // by a form of the word
	everyday  set                  // forms that tell nothing
	compounds bool                 // the last part of a compound says what it is
}

// meaning is what a word says.
type meaning struct {
	keys    []string // meaningMark and an English word for it, the best first
	tells   bool     // naming it claims something of the product
	isPart  bool     // it is no treatment or ability
	capital bool     // a German noun
	acute   bool     // a French participle: fumé, not fume
	strict  bool     // matches its own form and plural alone: Spanish freno, not frena
	form    string
}

// meaningMark begins the form of a word that all languages share.
const meaningMark = "~"

// wordFiles have a line a meaning and a column a language; "+" begins those that
// tell. Everyday words tell nothing, even where they also mean something else.
var wordFiles = []string{partsFile, "words/treatments", everydayFile}

const (
	partsFile    = "words/parts"
	everydayFile = "words/things"
)

// wordColumns are the languages of their columns.
var wordColumns = []language.Code{"en", "de", "fr", "es", "it", "nl"}

// sharedFiles are lexicons whose concepts of one word are English words.
var sharedFiles = []string{"materials", "colours", "features", "ingredients"}

var glossaries = sync.OnceValue(func() map[language.Code]*glossary {
	all := map[language.Code]*glossary{}
	for _, lang := range wordColumns[1:] {
		v := &glossary{meanings: map[string][]meaning{}, everyday: set{}, compounds: lang == "de" || lang == "nl"}
		for _, file := range sharedFiles {
			v.addLexicon(dataLines(string(lang) + "/" + file))
		}
		all[lang] = v
	}
	for _, file := range wordFiles {
		for _, line := range dataLines(file) {
			addMeaning(all, file, line)
		}
	}
	return all
})

// addMeaning reads "+lid, cover | Deckel | couvercle | tapa | coperchio | deksel".
func addMeaning(all map[language.Code]*glossary, file, line string) {
	line, tells := strings.CutPrefix(line, "+")
	columns := strings.Split(line, "|")
	if len(columns) != len(wordColumns) {
		panic("facts: a line of words needs a column for each language: " + line) // the file is part of the program
	}
	keys := englishKeys(columns[0])
	for n, lang := range wordColumns[1:] {
		for _, form := range commaList(columns[n+1]) {
			m := meaning{keys: keys, tells: tells && (file == partsFile || !isInfinitive(lang, fold(form)))}
			m.isPart = file == partsFile
			m.strict = tells && (file == partsFile || hasAnySuffix(form, "a")) && isRomance(lang)
			all[lang].add(form, m)
			if file == everydayFile {
				all[lang].everyday[fold(form)] = true
			}
		}
	}
}

func englishKeys(column string) []string {
	var keys []string
	for _, w := range commaList(column) {
		keys = appendNew(keys, meaningMark+language.Singular(fold(w)))
	}
	return keys
}

func (v *glossary) addLexicon(lines []string) {
	for _, line := range lines {
		concept, forms, named := strings.Cut(line, ": ")
		if !named || strings.ContainsAny(concept, " ?") {
			continue
		}
		for _, form := range commaList(forms) {
			v.add(strings.Trim(form, "-?"), meaning{keys: englishKeys(concept)})
		}
	}
}

func (v *glossary) add(form string, m meaning) {
	if strings.ContainsAny(form, " -") {
		return // of several words: the lexicons have such
	}
	first, _ := utf8.DecodeRuneInString(form)
	m.capital = unicode.IsUpper(first)
	low := fold(form)
	m.form, m.acute = low, strings.HasSuffix(form, "é")
	v.meanings[low] = append(v.meanings[low], m)
}

// infinitives are the endings of verbs that name an ability without claiming it:
// "Regal anschrauben".
var infinitives = map[language.Code][]string{
	"de": {"en"}, "nl": {"en"}, "fr": {"er", "ir"}, "es": {"ar", "er", "ir"}, "it": {"are", "ere", "ire"},
}

func isInfinitive(lang language.Code, low string) bool {
	return hasAnySuffix(low, infinitives[lang]...) && !strings.HasPrefix(low, "ge")
}

// shortestHead is how long the last part of a compound is at least.
const shortestHead = 5

// withMeanings adds what words mean to their forms.
func withMeanings(list []word, lang language.Code) []word {
	v := glossaries()[lang]
	for i := range list {
		w := &list[i]
		switch {
		case v != nil:
			w.sense = v.of(*w)
			w.forms = append(w.forms, w.keys...)
		case lang == language.English:
			w.forms = append(w.forms, meaningMark+language.Singular(w.low))
		}
	}
	return list
}

// sense is what a word in its place means.
type sense struct {
	keys   []string // the forms that all languages share
	tells  bool     // naming it claims something of the product
	isPart bool     // what it names is a part, not how one is made
}

func (s sense) with(m meaning, w word) sense {
	if !m.fits(w) {
		return s
	}
	for _, key := range m.keys {
		s.keys = appendNew(s.keys, key)
	}
	s.tells, s.isPart = s.tells || m.tells, s.isPart || m.isPart
	return s
}

// of is what a word means.
func (v *glossary) of(w word) (s sense) {
	for _, form := range w.forms {
		for _, m := range v.meanings[form] {
			s = s.with(m, w)
		}
	}
	if len(s.keys) == 0 && v.compounds {
		return v.ofHead(w)
	}
	s.tells = s.tells && !w.isOneOf(v.everyday)
	return s
}

// ofHead is what the longest last part of a compound means that has a meaning.
func (v *glossary) ofHead(w word) (s sense) {
	for n := shortestRest; len(s.keys) == 0 && n <= len(w.low)-shortestHead; n++ {
		for _, form := range w.forms {
			if n > len(form)-shortestHead {
				continue
			}
			head := form[n:]
			for _, m := range v.meanings[head] {
				s = s.with(m, w)
			}
			s.tells = s.tells && !v.everyday[head]
		}
	}
	return s
}

// fits reports whether a word may have a meaning as it is written.
func (m meaning) fits(w word) bool {
	return (!m.capital || w.capital()) && (!m.acute || strings.ContainsAny(w.raw, "éÉ")) && (!m.strict || isPluralOf(w.low, m.form))
}

// isPluralOf reports whether a word is another in the singular or the plural of a
// Romance language.
func isPluralOf(low, form string) bool {
	if strings.TrimSuffix(strings.TrimSuffix(low, "s"), "x") == form || low == form || low == form+"es" {
		return true
	}
	last := len(form) - 1
	return len(low) == len(form) && low[:last] == form[:last] && (low[last] == 'i' || low[last] == 'e' && form[last] == 'a')
}

// showsLanguage reports whether a word has a meaning, and is no English word.
func (v *glossary) showsLanguage(w word) bool {
	return v.knows(w) && !slices.ContainsFunc(w.forms, func(form string) bool {
		return slices.ContainsFunc(v.meanings[form], func(m meaning) bool { return slices.Contains(m.keys, meaningMark+language.Singular(w.low)) })
	})
}

// knows reports whether a whole word has a meaning.
func (v *glossary) knows(w word) bool {
	return v != nil && slices.ContainsFunc(w.forms, func(form string) bool {
		return slices.ContainsFunc(v.meanings[form], func(m meaning) bool { return m.fits(w) })
	})
}
