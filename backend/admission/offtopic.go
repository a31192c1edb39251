package admission

import (
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/language"
)

// offTopic finds texts in which nothing of the product is.
func offTopic(t *text) (Fault, bool) {
	if t.SawPicture && t.Field.Place() == galley.PlaceImage {
		return Fault{}, false // it says what the picture shows
	}
	got := language.Of(t.seen)
	for code := range t.own() {
		if got.Differs(code) { // a translation shares no words
			return Fault{}, false
		}
	}
	names := t.names
	own := words(t.lower)
	const few = 3
	switch {
	case len(names) < 2:
		return Fault{}, false
	case len(own) < few: // a short name may be all that a title needs, but not one of something else
		return ifSo(len(own) > 0 && t.bearing(own, names) == 0, OffTopic)
	}
	return ifSo(t.bearing(own, names) < leastBearing(len(own)), OffTopic)
}

// leastBearing is the bearing that so many words have on their product: in a few
// words a part of a name is much, in many it is chance.
func leastBearing(count int) float64 {
	const many, oneWord, words = 10, 1, 1.3
	if count >= many {
		return words
	}
	return oneWord
}

// compounding are languages that write "linen shirt" as one word: a short part
// of a name is a word of its own there.
var compounding = map[language.Code]bool{"de": true, "nl": true, "sv": true, "da": true, "no": true, "fi": true, "hu": true}

// bearing is how much of the product is in a text: its names, parts of them,
// and other words and figures of its data.
func (t *text) bearing(own []string, names vocabulary) float64 {
	data, done, score := vocabulary{}, map[string]bool{}, 0.0
	data.add(t.known)
	compounds := compounding[language.Of(t.seen).Likely()]
	for _, w := range own {
		if done[w] || language.IsCommon(w) {
			continue
		}
		done[w] = true
		switch {
		case names[w]:
			score += byName
		case names.near(w):
			score += names.part(w, compounds)
		case data[w]:
			score += bySize(utf8.RuneCountInString(w))
		}
	}
	return score
}

// What a word of the product is worth.
const byName, byPart = 2, 1

// part is what a part of a name is worth: a small one is chance, save where
// languages write names as one word.
func (v vocabulary) part(word string, compounds bool) float64 {
	if compounds || v.closeTo(word) {
		return byName
	}
	return byPart
}

// bySize is what another word of the data is worth, by its letters.
func bySize(letters int) float64 {
	const long, short, little = 1, 0.67, 0.4
	switch {
	case letters >= 6:
		return long
	case letters >= 4:
		return short
	}
	return little
}
