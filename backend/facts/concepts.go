package facts

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"galley/backend/language"
)

// cautious care asks for more than the data does: no promise to the customer.
var cautious = setOf("dry clean", "iron on low", "bleach")

func (s *Sheet) judgeConcept(c Claim, st statement) (Claim, bool) {
	affirmed := s.find(sameKeys(st), func(f statement) bool { return !f.negative && f.has(st) && s.qualified(f, st) })
	denied := s.find(sameKeys(st), func(f statement) bool { return f.negative && f.has(st) })
	switch {
	case st.negative:
		return s.judgeDenial(c, st, affirmed, denied)
	case affirmed != nil:
		return s.placedOrBound(c, st, affirmed), true
	case denied != nil:
		return s.with(c, Contradicts, denied), true
	case s.isTag(st) || s.namesOtherwise(st):
		return s.with(c, Supported, nil), true
	}
	if n, found := s.lineWith(st); found {
		return s.withLine(c, Supported, n), true
	}
	if rival := s.rival(st); rival != nil {
		return s.with(c, Contradicts, rival), true
	}
	return s.with(c, NoSource, nil), !cautious[st.concepts[0]]
}

// denies reports whether the data says that the product has not what a claim names.
func (s *Sheet) denies(st statement) bool {
	return s.find(sameKeys(st), func(f statement) bool { return f.negative && f.has(st) }) != nil
}

// placedOrBound grades a claim whose words the data has: it may say them of another
// place or part.
func (s *Sheet) placedOrBound(c Claim, st statement, affirmed *fact) Claim {
	if rival := s.elsewhereMade(st); rival != nil {
		return s.with(c, Contradicts, rival)
	}
	return s.bound(c, st, affirmed)
}

// judgeDenial judges what a text says the product has not.
func (s *Sheet) judgeDenial(c Claim, st statement, affirmed, denied *fact) (Claim, bool) {
	switch {
	case denied != nil:
		return s.with(c, Supported, denied), true
	case affirmed != nil:
		return s.with(c, Contradicts, affirmed), true
	}
	return s.with(c, NoSource, nil), st.freeOf || st.class == Ingredient
}

// isTag reports whether a place is a tag, which may be a market: it supports
// its own words alone.
func (s *Sheet) isTag(st statement) bool {
	return st.class == Origin && !st.made && s.about[conceptKey("tag "+fold(st.words))] != nil
}

// rival is a fact that cannot be true together with a claim.
func (s *Sheet) rival(st statement) *fact {
	if f := s.find(rivalKeys(st), func(f statement) bool { return !f.negative && f.excludes(st) }); f != nil {
		return f
	}
	if st.class != Origin {
		return nil
	}
	return s.find([]string{classKey(Origin)}, func(f statement) bool { return !f.tag && !f.negative })
}

// namesAll reports whether the sources have every word of what no lexicon knows.
func (s *Sheet) namesAll(st statement) bool {
	return !slices.ContainsFunc(st.concepts, func(concept string) bool {
		return !isPlain(concept) || !s.hasWord(concept[len("word "):])
	})
}

// hasStem reports whether the sources have another form of an English part: buttoned
// cuffs have buttons.
func (s *Sheet) hasStem(st statement) bool {
	low := fold(st.words)
	return s.lang == language.English && st.class == Feature && !strings.Contains(low, " ") && s.stems()[stemOf(low)] && !s.absent[low]
}

// namesOtherwise reports whether the sources have the words of a claim, if not its
// concept.
func (s *Sheet) namesOtherwise(st statement) bool {
	return s.isWoodOf(fold(st.words)) || s.isLessWord(fold(st.words)) || s.hasStem(st) || s.endsCompound(fold(st.words)) || s.namesAll(st) || s.namesInEnglish(st) || s.meansOf(st)
}

// meansOf reports whether the sources have another word for a part.
func (s *Sheet) meansOf(st statement) bool {
	forms := st.means[st.concepts[0]]
	isThing := st.class == Feature || st.class == Ingredient || st.class == Colour
	return isThing && (s.hasAny(forms) || slices.ContainsFunc(forms, s.beginsWord))
}

// namesInEnglish reports whether the sources have the English words for what the
// English lexicon does not know.
func (s *Sheet) namesInEnglish(st statement) bool {
	return slices.ContainsFunc(st.concepts, func(concept string) bool {
		return !isPlain(concept) && !englishConcepts()[concept] && !slices.ContainsFunc(strings.Fields(concept), func(w string) bool {
			return !s.hasWord(fold(w))
		})
	})
}

// englishConcepts are those of the English lexicon.
var englishConcepts = sync.OnceValue(func() set {
	known := set{}
	for _, list := range lexicons()[language.English].terms {
		for _, t := range list {
			known[t.concept] = true
		}
	}
	return known
})

// qualified reports whether a fact is as strong as a claim: "solid oak" needs
// solid oak.
func (s *Sheet) qualified(f, st statement) bool {
	return st.class != Material || st.attr == "" || f.attr == st.attr
}

// bound finds looks that the data gives to another part: a walnut base where
// the base is of oak.
func (s *Sheet) bound(c Claim, st statement, affirmed *fact) Claim {
	if len(st.heads) == 0 || st.class != Material && st.class != Colour {
		return s.with(c, Supported, affirmed)
	}
	for _, head := range st.heads {
		shares := func(f statement) bool { return slices.Contains(f.heads, head) }
		if s.find(sameKeys(st), func(f statement) bool { return f.has(st) && (len(f.heads) == 0 && !f.tag || shares(f)) }) != nil {
			continue
		}
		rival := s.find([]string{headKey(head)}, func(f statement) bool { return f.class == st.class && !f.negative })
		if rival != nil {
			return s.with(c, Contradicts, rival)
		}
	}
	return s.with(c, Supported, affirmed)
}

// elsewhereMade is a fact that gives another place for what a claim says was done
// there: designed in one, made in another.
func (s *Sheet) elsewhereMade(st statement) *fact {
	if st.class != Origin || !st.made {
		return nil
	}
	isSame := func(f statement) bool { return f.made && f.attr == st.attr }
	if s.find(sameKeys(st), func(f statement) bool { return f.has(st) && (!f.made || isSame(f)) && !f.tag }) != nil && s.find(sameKeys(st), isSame) != nil {
		return nil
	}
	isOtherwise := s.find(sameKeys(st), func(f statement) bool { return f.made && f.attr != st.attr }) != nil
	if !isOtherwise {
		return nil
	}
	return s.find([]string{classKey(Origin)}, func(f statement) bool { return isSame(f) && !f.has(st) })
}

// wordsApart is how far the words of a claim are from each other in a line that
// says the same: "natural tree rubber" for "natural rubber".
const wordsApart = 2

// lineWith is a line that has all words of a claim of several words, in their
// order and close together.
func (s *Sheet) lineWith(st statement) (n int, found bool) {
	words := strings.Fields(st.words)
	if st.class == Material && st.attr != "" || len(words) < 2 {
		return 0, false
	}
	for i := range words {
		words[i] = fold(words[i])
	}
	for n, l := range s.lines {
		if l.Kind != FromTag && !s.hidden[n] && hasInOrder(strings.FieldsFunc(fold(l.Text), isBetweenWords), words) {
			return n, true
		}
	}
	return 0, false
}

func isBetweenWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func hasInOrder(list, words []string) bool {
	for i := range list {
		at, ok := i-1, true
		for k, w := range words {
			next := slices.Index(list[at+1:min(len(list), at+2+wordsApart)], w)
			if next < 0 || k == 0 && next > 0 {
				ok = false
				break
			}
			at += next + 1
		}
		if ok {
			return true
		}
	}
	return false
}
