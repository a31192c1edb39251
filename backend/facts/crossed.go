package facts

import (
	"slices"
	"strconv"
	"strings"

	"galley/backend/language"
)

// Words that a text joins crosswise: "a white vase with a blue rim" where the data has
// a blue vase with a white rim. No class of words is needed: two phrases of the data
// have each two of the words, two phrases of the text have one of each.

// A cut is a way to divide a text into phrases. "With" and "on" join what is of one
// thing in some sentences, and divide two things in others.
type cut int

const (
	atCommas   cut = iota // and at "and"
	atWith                // and at "with", "has", "under"
	atPlaces              // and at all prepositions of place
	bySentence            // of the data: at sentences alone, a row of a table is one
	countOfCut            // how many there are
)

// keyed is a word of a phrase with the keys by which it is compared.
type keyed struct {
	at      int
	keys    []string
	numbers []int // of the keys, in the data
}

// keyedPhrases are the phrases of a text with the words that say something.
func (r *reader) keyedPhrases(c cut) [][]keyed {
	var found [][]keyed
	cuts := r.cutsAt
	if c == bySentence && r.lenient {
		cuts = r.endsRow
	}
	for from := 0; from < len(r.words); {
		to := from + 1
		for to < len(r.words) && !cuts(to, c) {
			to++
		}
		if list := r.keyedIn(from, to); len(list) > 0 {
			found = append(found, list)
		}
		from = to
	}
	return found
}

// endsRow reports whether a sentence begins at a word, or what follows a semicolon.
func (r *reader) endsRow(i int, _ cut) bool {
	return r.words[i].sentence != r.words[i-1].sentence || strings.Contains(r.text[r.words[i-1].End:r.words[i].Start], ";")
}

// cutsAt reports whether another phrase begins at a word.
func (r *reader) cutsAt(i int, c cut) bool {
	if r.words[i].sentence != r.words[i-1].sentence {
		return true
	}
	if isBracket := strings.Trim(r.text[r.words[i-1].End:r.words[i].Start], " ():") == ""; r.words[i].clause != r.words[i-1].clause && !isBracket {
		return !r.isLook(i) || !r.isLook(i-1)
	}
	switch {
	case r.isOn(listAnd, i):
		return !r.isLook(i-1) || !r.isLook(i+1)
	case r.isOnOneOf(i, listWith, listSplits):
		return c >= atWith && !r.isTreated(i-1)
	}
	return c == atPlaces && (r.isOn(listPlaceBefore, i) || r.isVerbWithObject(i))
}

// isTreated reports whether "with" behind a word says with what: "lined with", "made with".
func (r *reader) isTreated(i int) bool {
	return strings.HasSuffix(r.lowAt(i), "ed") || r.isOn(listMade, i)
}

// isVerbWithObject finds the verb between two things: "a nylon shaft carries carbon blades".
func (r *reader) isVerbWithObject(i int) bool {
	return r.lex.neutral.thirdPerson(r.words[i]) != "" && !r.isHit(i) && r.followsVerb(i+1)
}

// mostKeyed is how many words of a phrase are compared: longer ones are no phrases.
const mostKeyed = 12

// allKeyed are the words of the text that say something, found once.
func (r *reader) allKeyed() []keyed {
	if r.keyed == nil {
		r.keyed = make([]keyed, 0, len(r.words))
		for i := range r.words {
			if keys := r.crossKeysOf(i); len(keys) > 0 {
				r.keyed = append(r.keyed, keyed{at: i, keys: keys})
			}
		}
	}
	return r.keyed
}

// keyedIn are those of a part of the text.
func (r *reader) keyedIn(from, to int) []keyed {
	all := r.allKeyed()
	isBefore := func(k keyed, at int) int { return k.at - at }
	first, _ := slices.BinarySearchFunc(all, from, isBefore)
	after, _ := slices.BinarySearchFunc(all, to, isBefore)
	return slices.Clip(all[first:min(after, first+mostKeyed)])
}

// crossKeysOf are the keys of a word, which are read once.
func (r *reader) crossKeysOf(i int) []string {
	if r.crossing == nil {
		r.crossing = make([][]string, len(r.words))
		for n := range r.words {
			r.crossing[n] = r.crossKeys(n)
		}
	}
	return r.crossing[i]
}

// variantMark begins the key of a word that names a variant.
const variantMark = "% "

// crossKeys are the keys of a word that says something of a thing: its forms, its
// concepts, its number.
func (r *reader) crossKeys(i int) []string {
	if n, used := r.numberAt(i); used > 0 && (isMany(n) || r.isPartOfFigure(i)) {
		return append(r.amountKeys(i), numberKey(n))
	}
	if keys := r.amountKeys(i); keys != nil {
		return keys
	}
	w := r.words[i]
	var keys []string
	if of := r.scopeAt(i); of != "" {
		keys = []string{variantMark + of}
	} else if isSizeLetter(w.raw) {
		keys = []string{variantMark + w.low}
	}
	if r.joinsNothing(i) {
		return keys
	}
	keys = append(append(keys, w.forms...), r.lookKeys(i)...)
	if r.lex.lang == "en" && len(w.low) >= shortestHead {
		keys = append(keys, "- "+stemOf(w.low))
	}
	return keys
}

// numberKey is the key of a number that stands alone.
func numberKey(n float64) string { return "# " + strconv.FormatFloat(n, 'g', -1, 64) }

// lookKeys are the concepts of a material or colour, which has several words.
func (r *reader) lookKeys(i int) []string {
	var keys []string
	if h, known := r.hitAt(i); known && h.to == i+1 && isLook(h) && h.terms[0].concept != "pattern" {
		for _, concept := range h.concepts() {
			keys = append(keys, "@ "+concept)
		}
	}
	return keys
}

// joinsNothing reports whether a word says nothing of what is beside it. "On" and "off" say
// in which state it is.
func (r *reader) joinsNothing(i int) bool {
	w := r.words[i]
	if !r.joinsAt(i+1) && (w.low == "on" || w.low == "off") {
		return false
	}
	return len(w.low) < 3 || language.IsCommon(w.raw) || !r.isHit(i) && r.isStop(i)
}

// amountKeys is the key of the figure that begins at a word: a kilo is 1000 g.
func (r *reader) amountKeys(i int) []string {
	n, _ := slices.BinarySearchFunc(r.figures, r.words[i].Start, func(a amount, start int) int { return a.Start - start })
	if n >= len(r.figures) || r.figures[n].Start != r.words[i].Start || len(r.figures[n].values) == 0 {
		return nil
	}
	return []string{variantKey(r.figures[n])}
}

// crossing is a pair of words of one phrase that the data has in two phrases alone.
type crossing struct {
	first, second int // phrases of the data
	a, b          int // the words, of the first and the second
	in            int // which phrase of the text
}

// crossed finds what a text joins crosswise.
func (s *Sheet) crossed(r *reader) []Claim {
	var found []Claim
	for c := range countOfCut {
		if len(s.crossings[c].lines) > 1 {
			found = append(found, s.crossedBy(r, c)...)
		}
	}
	return found
}

func (s *Sheet) crossedBy(r *reader, c cut) []Claim {
	var found []Claim
	var ofSentence []crossing
	last, begun := -1, 0 // begun: where the pairs of this sentence begin, after those of the one before
	phrases := r.keyedPhrases(c)
	for n, list := range phrases {
		at := list[0].at
		if now := r.words[at].sentence; now != last {
			if now != last+1 {
				ofSentence = nil
			}
			last, ofSentence = now, ofSentence[min(begun, len(ofSentence)):]
			begun = len(ofSentence)
		}
		if r.isAsked(at) || r.scenes[last] {
			continue
		}
		for _, x := range r.ofValues(s.crossings[c].pairs(list, n), c) {
			if slices.ContainsFunc(ofSentence, func(y crossing) bool { return x.completes(y) && !r.repeats(x, phrases[y.in]) && !r.repeats(y, list) }) {
				from, to := min(x.a, x.b), max(x.a, x.b)+1
				found = append(found, s.withLine(Claim{Span: r.span(from, to), Class: Feature}, Contradicts, s.crossings[c].lines[x.first]))
				break
			}
			ofSentence = append(ofSentence, x)
		}
	}
	return found
}

// ofValues are the pairs that count for a cut: of whole rows those with a value.
func (r *reader) ofValues(pairs []crossing, c cut) []crossing {
	return slices.DeleteFunc(pairs, func(x crossing) bool { return c == bySentence && !r.isValue(x.a) && !r.isValue(x.b) })
}

// isValue reports whether a word names a variant, a number, a material or a colour: what a
// whole sentence or row gives one thing alone.
func (r *reader) isValue(i int) bool {
	return slices.ContainsFunc(r.crossKeysOf(i), func(key string) bool { return strings.ContainsRune("%#=@", rune(key[0])) })
}

// completes reports whether two pairs are of the same phrases of the data, in two of
// the text.
func (x crossing) completes(y crossing) bool {
	return x.in != y.in && x.first == y.first && x.second == y.second
}

// repeats reports whether a phrase has a word of a pair too: the same said again is a
// paraphrase.
func (r *reader) repeats(x crossing, phrase []keyed) bool {
	return slices.ContainsFunc(phrase, func(k keyed) bool {
		base := r.words[k.at].base()
		return base == r.words[x.a].base() || base == r.words[x.b].base()
	})
}

// mostPhrases is in how many phrases of the data a word is at most that belongs to one
// thing.
const mostPhrases = 4

// pairs are the pairs of a phrase that no phrase of the data has together.
func (x *crossings) pairs(list []keyed, in int) []crossing {
	var found []crossing
	of, few := x.phrasesOf(list)
	for i := range list {
		for j := range i {
			if len(few[i]) == 0 || len(few[j]) == 0 || slices.ContainsFunc(of[i], func(n int) bool { return slices.Contains(of[j], n) }) {
				continue
			}
			for _, p := range few[i] {
				for _, q := range few[j] {
					one := crossing{first: p, second: q, a: list[i].at, b: list[j].at, in: in}
					if p > q {
						one = crossing{first: q, second: p, a: list[j].at, b: list[i].at, in: in}
					}
					found = append(found, one)
				}
			}
		}
	}
	return found
}

// phrasesOf are the phrases of the data that have each word, of those words that few have.
func (x *crossings) phrasesOf(list []keyed) (of, few [][]int) {
	of, few = make([][]int, len(list)), make([][]int, len(list))
	for i, k := range list {
		if few[i] = x.withFew(k); len(few[i]) > 0 {
			of[i] = x.with(k)
		}
	}
	return of, few
}
