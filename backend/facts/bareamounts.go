package facts

// bareAmounts finds amounts that leave out their unit: "ages 3 and up", "seats
// six".
func (r *reader) bareAmounts() []amount {
	g := r.lex.grammar
	var found []amount
	for i := range r.words {
		if used := g.at("age words", r.words, i); used > 0 {
			found = append(found, r.bareAmount(i, i+used, "year")...)
		}
		if used := g.at("seats", r.words, i); used > 0 {
			found = append(found, r.bareAmount(i, i+used, "person")...)
		}
	}
	return found
}

// bareAmount is the amount of a number that counts nothing else.
func (r *reader) bareAmount(from, at int, unit string) []amount {
	if !r.joinsAt(at) || r.isPartOfFigure(at) {
		return nil
	}
	n, used := r.numberAt(at)
	if used == 0 || !isMany(n) || r.counted(at+used) >= 0 {
		return nil
	}
	return []amount{newAmount(r.span(from, at+used), []float64{n}, unit, r.text)}
}
