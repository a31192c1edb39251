package facts

import "strings"

// beginsCompounds reports whether words of the language may begin with the
// term: Lavendelöl.
func (lex *lexicon) beginsCompounds(t term) bool {
	if lex.lang != "de" && lex.lang != "nl" || len(t.words) > 1 || len(t.words[0]) < longForCompounds {
		return false
	}
	isScent := strings.HasSuffix(t.concept, " scent") || t.concept == "vanilla"
	return t.class == Ingredient || isScent || lex.lang == "nl" && t.class == Material
}

// endsCompounds reports whether words of the language may end with the term:
// Innentasche.
func (lex *lexicon) endsCompounds(t term) bool {
	isPart := t.class == Feature && (t.capital || lex.lang == "nl") && t.concept != "leg" // Kinderfüße
	return (lex.lang == "de" || lex.lang == "nl") && isPart && len(t.words) == 1 && len(t.words[0]) >= longForCompounds
}

// shades are what compounds of colours begin with: lichtblauw, dunkelgrün.
var shades = []string{"licht", "donker", "hell", "dunkel", "zart", "fel", "pastell", "pastel", "knall", "tief", "diep"}

// shadeOf is the colour in a compound of a shade and a colour.
func (lex *lexicon) shadeOf(w word) []term {
	if lex.lang != "de" && lex.lang != "nl" {
		return nil
	}
	for _, shade := range shades {
		base, cut := strings.CutPrefix(w.low, shade)
		if !cut || len(base) < shortestRest {
			continue
		}
		for _, form := range inflections(lex.lang, base) {
			for _, t := range lex.terms[form] {
				if t.class == Colour && len(t.words) == 1 {
					return []term{t}
				}
			}
		}
	}
	return nil
}

// longForCompounds is how long an ingredient's name must be to begin a compound.
const longForCompounds = 5

// shortestRest is the fewest letters that follow the first part of a compound.
const shortestRest = 3

// inCompound finds a term in a compound, and what the compound is otherwise:
// "Leinenhemd" is linen and "hemd".
func (lex *lexicon) inCompound(w word) (found []term, rest string) {
	if colour := lex.shadeOf(w); colour != nil {
		return colour, ""
	}
	for n := len(w.low) - shortestRest; n >= 3; n-- {
		if n >= len(w.low) {
			continue
		}
		for _, t := range lex.prefixes[w.low[:n]] {
			if !t.capital || w.capital() {
				found = append(found, t)
			}
		}
		if found != nil {
			return found, w.low[n:]
		}
	}
	if glossaries()[lex.lang].knows(w) {
		return nil, ""
	}
	for _, form := range w.forms {
		for n := 3; n <= len(form)-3; n++ {
			if list := lex.suffixes[form[n:]]; list != nil {
				return list, ""
			}
		}
	}
	return lex.headOf(w), ""
}

// headOf finds the part that the last part of a compound names.
func (lex *lexicon) headOf(w word) []term {
	if len(lex.heads) == 0 || lex.lang == "de" && !w.capital() {
		return nil
	}
	for _, form := range w.forms {
		for n := shortestRest; n <= len(form)-longForCompounds; n++ {
			if list := lex.heads[form[n:]]; list != nil {
				return list
			}
		}
	}
	return nil
}
