package store

import (
	"strings"
	"unicode"

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
	terms := strings.Fields(search)
	if len(terms) == 0 {
		return
	}
	if strings.ContainsFunc(search, func(r rune) bool { return unicode.In(r, withoutSpaces...) }) {
		for _, t := range terms {
			f.and("(instr(p.title, ?) > 0 OR instr(p.tags, ?) > 0 OR instr(p.vendor, ?) > 0)", t, t, t)
		}
		return
	}
	f.and("p.row_id IN (SELECT docid FROM products_fts WHERE products_fts MATCH ?)", phrases(terms))
}

// phrases quotes each word for the index, so that none is read as an operator; a
// word like orla-dome becomes the phrase of its parts. The last one matches as a
// prefix.
func phrases(terms []string) string {
	for i, t := range terms {
		t = strings.NewReplacer(`"`, " ", "*", " ").Replace(t)
		if i == len(terms)-1 {
			t += "*"
		}
		terms[i] = `"` + t + `"`
	}
	return strings.Join(terms, " ")
}

// withoutSpaces are the scripts that do not part words.
var withoutSpaces = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
