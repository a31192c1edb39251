package facts

import "strings"

// everydayFree are words before "-free" that do not promise the absence of a
// substance.
var everydayFree = setOf("hassle", "worry", "stress", "care", "hand", "hands", "trouble", "guilt", "clutter", "fuss", "for", "duty", "carefree", "feel", "is", "are", "be", "and", "or", "a", "the", "of", "to",
	"sorgen", "barriere", "kosten", "versandkosten", "stress", "ein", "zorgen")

// absences finds what is said to be absent where the lexicon has no word for
// it: "latex-free".
func (r *reader) absences() []statement {
	var found []statement
	for i, w := range r.words {
		if _, known := r.hitAt(i); known {
			continue
		}
		absent := statement{Span: w.Span, class: Promise, concepts: []string{plainKey(w)}, negative: true}
		switch {
		case r.isFreeWord(i):
			absent.Span, absent.freeOf = r.span(i, i+2), true
			found = append(found, absent)
		case r.lenient && r.endsWith(listNot, i) > 0 && !r.lex.grammar.sets[listAgrees][w.low]:
			absent.vague = !r.isDeniable(i)
			found = append(found, absent)
		case r.lex.lang == "de" || r.lex.lang == "nl":
			found = append(found, r.freeCompound(i)...)
		}
	}
	return found
}

// isDeniable reports whether the word behind a negation tells people what is not there or does not
// happen: "no weekdays", "does not shrink", but not "without a", "not in" or "no longer".
func (r *reader) isDeniable(i int) bool {
	g, low := r.lex.grammar, r.lowAt(i)
	if g.sets[listFails][low] {
		return true
	}
	if !r.isObject(i) || noQuality[low] || low == "longer" || g.in(low, listFinite, listSubordinate, listPronoun) {
		return false
	}
	isAction := r.lex.neutral.isVerb(r.words[i]) && r.lowAt(i-1) != "no" && !r.isOn(listWithout, i-1)
	return !isAction && r.lex.neutral.thirdPerson(r.words[i]) == ""
}

// isFreeWord finds "latex-free". With a space, only unambiguous phrases count:
// "BPA free", not "feel free".
func (r *reader) isFreeWord(i int) bool {
	w := r.words[i]
	if r.lex.lang != "en" || !r.joinsAt(i+1) || r.lowAt(i+1) != "free" || everydayFree[w.low] {
		return false
	}
	hyphen := r.text[w.End:r.words[i+1].Start]
	isAcronym := w.raw == strings.ToUpper(w.raw) && len(w.raw) > 1
	return r.lenient || hyphen == "-" || hyphen == "\u2011" || isAcronym
}

func (r *reader) freeCompound(i int) []statement {
	for _, form := range r.words[i].forms {
		base, cut := strings.CutSuffix(form, "frei")
		if !cut {
			base, cut = strings.CutSuffix(form, "vrij")
		}
		base = strings.Trim(base, "-")
		if !cut || len(base) < 3 || everydayFree[base] {
			continue
		}
		s := statement{Span: r.words[i].Span, class: Promise, concepts: []string{plainKey(word{forms: inflections(r.lex.lang, base)})}, negative: true, freeOf: true}
		second := word{raw: strings.ToUpper(base[:1]) + base[1:], low: base, forms: inflections(r.lex.lang, base)}
		if terms, used := r.lex.at([]word{second}, 0, true); used == 1 {
			s.concepts = hit{terms: terms}.concepts()
		}
		return []statement{s}
	}
	return nil
}
