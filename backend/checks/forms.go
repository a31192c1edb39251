package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"galley/backend/language"
	"galley/backend/markup"
)

// forms returns the words by which a keyphrase is found in a text: in lower case
// and Latin letters without accents, hyphens between words. A keyphrase is found
// only in the form in which it was given: "lamps" is not "lamp".
func (g *grammar) forms(text string) []string { return g.folded(text, markup.Tokens(text)) }

// wholeForms are forms that keep their hyphens: "hand-made" is one word.
func (g *grammar) wholeForms(text string) []string { return g.folded(text, markup.Words(text)) }

func (g *grammar) folded(text string, spans []markup.Span) []string {
	list := make([]string, 0, len(spans))
	for _, span := range g.splitElided(text, spans) {
		list = append(list, g.fold(span.Of(text)))
	}
	return list
}

// umlauts are how German is written without its own letters.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// ligatures are letters that other languages write as two, and the apostrophe.
var ligatures = strings.NewReplacer("ß", "ss", "œ", "oe", "æ", "ae", "ø", "o", "ł", "l", "’", "'")

// fold writes a word as addresses have it.
func (g *grammar) fold(word string) string {
	word = norm.NFC.String(strings.ToLower(word))
	if g.code == german {
		word = umlauts.Replace(word)
	}
	return withoutAccents(ligatures.Replace(word))
}

// withoutAccents takes the marks off Latin letters, and leaves other scripts.
func withoutAccents(word string) string {
	if isASCII(word) {
		return word
	}
	var plain strings.Builder
	for _, r := range word {
		parts := norm.NFD.String(string(r))
		base, size := utf8.DecodeRuneInString(parts)
		if base <= unicode.MaxASCII && size < len(parts) {
			plain.WriteRune(base)
			continue
		}
		plain.WriteRune(r)
	}
	return plain.String()
}

// orEnglish is the grammar of English where that of the text is not known.
func (g *grammar) orEnglish() *grammar {
	if g == nil {
		return grammarOf(language.English)
	}
	return g
}
