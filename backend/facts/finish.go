package facts

// finishes finds a colour or finish that no lexicon has: "a sunburst finish",
// "en color azafrán". The word before it names it in Germanic languages, the word
// after it in Romance ones.
func (r *reader) finishes() []statement {
	var found []statement
	for i := range r.words {
		if !r.isOn(listFinish, i) {
			continue
		}
		at, joins := i-1, r.joinsAt(i)
		if r.isRomance() {
			at, joins = i+1, r.joinsAt(i+1)
		}
		if !joins || at < 1 || !r.joinsAt(at) && !r.isRomance() {
			continue
		}
		if _, known := r.hitAt(at); known || !r.isLabel(at) || r.isSoft(at) || r.isOn(listFinishSoft, at) {
			continue
		}
		found = append(found, statement{Span: r.span(min(at, i), max(at, i)+1), class: Colour, concepts: []string{plainKey(r.words[at])}, elsewhere: r.away[i]})
	}
	return found
}
