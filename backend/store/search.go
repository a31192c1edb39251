package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
)

// filter is a WHERE clause over products (as p) with its arguments.
type filter struct {
	shop  galley.ShopID
	where string
	args  []any
}

func (f *filter) and(clause string, args ...any) {
	f.where += " AND " + clause
	f.args = append(f.args, args...)
}

func ofShop(shop galley.ShopID) filter {
	return filter{shop: shop, where: "p.shop_id = ?", args: []any{shop}}
}

// matching narrows to products that have all the words, the last one as the
// beginning of a word. Scripts without spaces between words are searched as
// text, since the index knows whole runs of them only.
func (f *filter) matching(search string) {
	if words, ok := wordsOf(search); ok {
		if len(words) > 0 {
			f.and("p.row_id IN ("+indexedProducts+")", phrases(words), patterns(words))
		}
		return
	}
	for t := range strings.FieldsSeq(search) {
		f.and("(instr(p.title, ?) > 0 OR instr(p.tags, ?) > 0 OR instr(p.vendor, ?) > 0)", t, t, t)
	}
}

// wordsOf are the words that an index can look up; not ok where it cannot: in scripts
// that do not part words, and where there are only signs. Signs beside words are left out.
func wordsOf(search string) (words []string, ok bool) {
	if strings.ContainsFunc(search, func(r rune) bool { return unicode.In(r, withoutSpaces...) }) {
		return nil, false
	}
	terms := strings.Fields(search)
	for _, term := range terms {
		if strings.ContainsFunc(term, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			words = append(words, term)
		}
	}
	return words, len(words) > 0 || len(terms) == 0
}

// shortestPrefix is from how many letters on drafts are searched for words that begin with the last one: fewer begin
// most words of a million drafts.
const shortestPrefix = 3

// goesOn reports whether drafts are searched for words that begin with the last one.
func goesOn(words []string) bool {
	return utf8.RuneCountInString(words[len(words)-1]) >= shortestPrefix
}

// draftPhrases are phrases for the index of drafts.
func draftPhrases(words []string) string { return quoted(words, goesOn(words)) }

// draftPhrase is that of the word at a place alone.
func draftPhrase(words []string, at int) string {
	return quoted(words[at:at+1], at == len(words)-1 && goesOn(words))
}

// phrases are words for the index of products: the last one matches as a prefix.
func phrases(words []string) string { return quoted(words, true) }

// quoted quotes each word for an index, so that none is read as an operator; a
// word like orla-dome becomes the phrase of its parts.
func quoted(words []string, lastIsPrefix bool) string {
	phrases := make([]string, len(words))
	for i, word := range words {
		word = strings.TrimRightFunc(strings.NewReplacer(`"`, " ", "*", " ").Replace(word), isSign)
		if lastIsPrefix && i == len(words)-1 {
			word += "*"
		}
		phrases[i] = `"` + word + `"`
	}
	return strings.Join(phrases, " ")
}

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }

// withoutSpaces are the scripts that do not part words.
var withoutSpaces = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
