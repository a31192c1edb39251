package facts

// maxPlace is the maximum number of words in a place's name.
const maxPlace = 3

// made finds "made in Porto": the place must be among the facts, known name or
// not.
func (r *reader) made() []statement {
	var found []statement
	for i := 0; i+2 < len(r.words); i++ {
		if s, ok := r.madeLast(i); ok {
			found = append(found, s)
			continue
		}
		if !r.isOn(listMade, i) {
			continue
		}
		if place := r.placeAfter(i); place > 0 {
			if s, ok := r.placeAt(i, place); ok {
				found = append(found, s)
			}
		}
	}
	return found
}

// madeLast finds "in Neapel gefertigt", where the verb comes last.
func (r *reader) madeLast(i int) (statement, bool) {
	isLast := r.lex.lang == "de" && r.isOn(listMadeIn, i) && r.joinsAt(i+1) && r.joinsAt(i+2) && r.isOn(listMade, i+2)
	if _, known := r.hitAt(i + 1); !isLast || known || r.words[i+1].tells || r.isSoft(i+1) || !r.words[i+1].capital() || !isLikelyName(r.words[i+1]) {
		return statement{}, false
	}
	s := statement{Span: r.span(i, i+3), class: Origin, made: true, attr: "made", elsewhere: r.away[i]}
	return s.withPlain(r.words[i+1]), true
}

// placeAfter is where a place may be named after a word such as "made", 0 where
// none is.
func (r *reader) placeAfter(i int) int {
	in := i + 1
	for in < len(r.words)-1 && in < i+3 && r.words[in].joined && !r.isOn(listMadeIn, in) {
		in++
	}
	if !r.words[in].joined || !r.isOn(listMadeIn, in) {
		return 0
	}
	place := in + 1
	if place >= len(r.words)-1 || !r.isOn(listDeterminer, place) {
		return place
	}
	if h, known := r.hitAt(place + 1); r.lex.lang == "de" && (!known || !h.is(Origin)) {
		return 0 // "in den Kindergarten": every noun has a capital
	}
	return place + 1
}

func (r *reader) placeAt(i, place int) (statement, bool) {
	s := statement{class: Origin, made: true, attr: "made"}
	if r.isOn(listDesigned, i) {
		s.attr = "designed"
	}
	for n := place; n < place+maxPlace && r.joinsAt(n) && r.words[n].capital(); n++ {
		h, known := r.hitAt(n)
		if known && !h.is(Origin) || r.groupOf(n) == "time" || r.lex.lang == "de" && !known && !isLikelyName(r.words[n]) {
			break
		}
		s.concepts = append(s.concepts, r.key(n))
		s.Span = r.span(i, n+1)
	}
	s.elsewhere = r.away[i]
	s.spoken = r.isTongueWord(place) // "printed in English"
	return s, len(s.concepts) > 0
}

// isLikelyName is false for German nouns that are no places.
func isLikelyName(w word) bool {
	return !hasAnySuffix(w.low, "ung", "heit", "keit", "arbeit", "handarbeit", "qualitat", "form", "hand", "stil", "art", "weise", "farben", "farbe", "grossen", "holz", "stoff", "material", "manufaktur", "familie", "betrieb", "liebe", "serie", "auflage", "glas", "ton")
}
