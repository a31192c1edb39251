package facts

// The total of a pack: "1 kg of coffee in 4 bags" where the data has "4 bags, 250 g each".

// isPacked are units of what is packed in pieces.
var isPacked = setOf("g", "ml", "piece", "sheet", "capsule", "tablet", "serving")

// ofOnePiece are words before or behind the figure of one of several pieces: "4 bags of 250 g",
// "4 Beutel zu je 250 g", "4 bags, 250 g each".
var (
	ofOnePiece = setOf("of", "de", "d'", "da", "di", "van", "von", "aus", "zu", "a", "je", "mit", "with", "met", "con", "avec")
	perPiece   = setOf("each", "every", "per", "apiece", "je", "pro", "jede", "jeder", "jedes", "jedem", "chaque", "chacun", "chacune", "cada", "ogni", "ciascuno", "ciascuna", "elk", "elke", "ieder", "iedere")
)

// wordsToPiece is how far behind its number the figure of one piece is at most: "4 sacs de café
// de 250 g".
const wordsToPiece = 6

// packsAround are the numbers of a figure's sentence that count things, and those of them of
// which the figure is the size of one.
func (r *reader) packsAround(first int) (packs, eachOf uint32) {
	at, isEach := r.near(first), false
	for i := at.from; i < at.to; i++ {
		isEach = isEach || perPiece[r.lowAt(i)]
		n, used := r.numberAt(i)
		if used == 0 || i == first || n < 2 || n > mostPieces || !r.countsPieces(i+used) {
			continue
		}
		packs |= 1 << uint(n)
		if r.leadsTo(i+used, first) {
			eachOf |= 1 << uint(n)
		}
	}
	if isEach {
		eachOf = packs
	}
	return packs, eachOf
}

// countsPieces reports whether a number counts the things behind it: no days, no colours.
func (r *reader) countsPieces(at int) bool {
	return r.joinsAt(at) && !r.words[at].isOneOf(r.lex.grammar.sets[listCountSoft]) && !r.isStop(at) && !r.isArticle(at) || r.joinsAt(at) && r.isPartOfFigure(at)
}

// leadsTo reports whether a figure follows the things of a number as the size of one.
func (r *reader) leadsTo(at, first int) bool {
	if at > first || first-at > wordsToPiece || at < first && !ofOnePiece[r.lowAt(first-1)] {
		return false
	}
	for i := at; i <= first; i++ {
		if !r.joinsAt(i) {
			return false
		}
	}
	return true
}

// isOfPacks reports whether a figure is the total of as many pieces as its sentence counts, of
// which the data has the figure of one.
func (f follow) isOfPacks(base string, size float64, one *fact) bool {
	packs := follow{times: f.packs &^ f.eachOf & one.follow.eachOf}
	return isPacked[base] && packs.isTimes(size, sizeOf(*one.amount))
}
