package facts

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/language"
	"galley/backend/markup"
)

// word is a word of a text with the forms by which it is looked up. A joined
// word follows the one before it in the same phrase: only spaces or a hyphen are
// between them.
type word struct {
	markup.Span
	sense

	raw, low string   // as written; in small letters without accents
	forms    []string // low, what it may be an inflection of, and its meanings
	joined   bool
	sentence int // which sentence of the text it is in
	clause   int // which part between commas

	on *onLists // of the language of its text, nil where none was read
}

// capital reports whether the word begins with a capital letter.
func (w word) capital() bool {
	r, _ := utf8.DecodeRuneInString(w.raw)
	return unicode.IsUpper(r)
}

// meanings are the forms of the word that all languages share.
func (w word) meanings() []string {
	at := slices.IndexFunc(w.forms, func(form string) bool { return strings.HasPrefix(form, meaningMark) })
	if at < 0 {
		return nil
	}
	return slices.Clip(w.forms[at:])
}

// base is the form that all inflections of a word share: the shortest, of several
// the first in the alphabet.
func (w word) base() string {
	own := w.forms[:max(1, len(w.forms)-len(w.keys))]
	return slices.MinFunc(own, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
}

func (w word) isOneOf(s set) bool {
	return slices.ContainsFunc(w.forms, func(f string) bool { return s[f] })
}

// splitWords finds the words of a text, with their forms in a language.
func splitWords(text string, lang language.Code) []word {
	return withMeanings(withForms(bareWords(text), lang), lang)
}

// withForms gives words their forms in a language, in place of those in another.
func withForms(list []word, lang language.Code) []word {
	for i := range list {
		if list[i].forms == nil {
			list[i].forms = make([]string, 0, formsOfMost)
		}
		list[i].forms = appendInflections(list[i].forms[:0], lang, list[i].low)
	}
	return list
}

// bareWords finds the words of a text in no certain language.
func bareWords(text string) []word {
	spans := markup.Tokens(text)
	list := make([]word, 0, len(spans))
	sentence, clause := 0, 0
	for i, at := range spans {
		w := word{Span: at, raw: at.Of(text)}
		w.low = fold(w.raw)
		if i > 0 {
			gap := text[spans[i-1].End:at.Start]
			w.joined = strings.Trim(gap, " -\u00a0\u202f\u2010\u2011'’") == ""
			if endsSentence(gap) {
				sentence++
			}
			if !w.joined && strings.ContainsAny(gap, ",;:.!?()\n|–—") {
				clause++
			}
		}
		w.sentence, w.clause = sentence, clause
		list = appendElided(list, w)
	}
	return list
}

// appendElided adds a word, with the article split off "l'acier" and "d'oro".
func appendElided(list []word, w word) []word {
	at := strings.IndexAny(w.raw, "'’")
	if at < 1 || at > 6 || strings.HasSuffix(w.low, "'s") || strings.HasSuffix(w.low, "n't") {
		return append(list, w)
	}
	_, size := utf8.DecodeRuneInString(w.raw[at:])
	if len(w.raw)-at-size < 3 {
		return append(list, w)
	}
	head, tail := w, w
	head.End = w.Start + at + size
	head.raw, head.low = w.raw[:at+size], fold(w.raw[:at])+"'"
	tail.Start = head.End
	tail.raw, tail.low, tail.joined = w.raw[at+size:], fold(w.raw[at+size:]), true
	return append(list, head, tail)
}

func endsSentence(gap string) bool {
	if strings.ContainsAny(gap, "\n;!?…") {
		return true
	}
	at := strings.IndexByte(gap, '.')
	return at >= 0 && strings.ContainsAny(gap[at:], " ")
}
