package facts

import (
	"strings"
	"unicode"
)

// marketWords are what a market rather than an origin is named with: an EU plug.
var marketWords = setOf("size", "sizes", "sizing", "plug", "plugs", "socket", "sockets", "mains", "voltage", "keyboard", "layout", "version", "edition", "market", "warehouse", "shoe",
	"grosse", "grossen", "stecker", "netzstecker", "taille", "tailles", "prise", "talla", "tallas", "enchufe", "taglia", "taglie", "spina", "maat", "maten", "stekker")

// isMarket finds the place of a system of sizes, a plug or a stock: "EU 35", "8 UK", "a US plug".
func (r *reader) isMarket(h hit) bool {
	if !r.lenient || !h.is(Origin) {
		return false
	}
	return r.joinsAt(h.from) && r.isFigureAt(h.from-1) || r.joinsAt(h.to) && (r.isFigureAt(h.to) || marketWords[r.lowAt(h.to)])
}

func (r *reader) isFigureAt(i int) bool {
	low := r.lowAt(i)
	return low != "" && strings.Trim(low, "0123456789.,/½") == ""
}

// supportsItsWords reports whether a place of the data may be a market, so that nothing can be
// made there for its sake: a tag, a size, an abbreviation as the value of an option.
func (f fact) supportsItsWords(kind Kind) bool {
	isAbbreviation := f.words != "" && !strings.ContainsFunc(f.words, unicode.IsLower)
	return f.tag || f.market || kind == FromOption && isAbbreviation && !f.made
}
