package facts

import (
	"slices"
	"strings"
)

// widest is how far around a figure other words of its sentence count, in words.
const widest = 30

// labelsWide are all labels between the figures beside a figure of a draft, in its
// sentence: "inside it is 28 cm long".
func (r *reader) labelsWide(at reach) labels {
	var found labels
	if r.lenient {
		return nil
	}
	sentence := r.sentenceOf(at.first)
	if at.from > sentence.from {
		at.from = r.lastPhrase(at)
	}
	at.to = r.nextPhrase(at, at.to < sentence.to)
	for i := max(at.from, sentence.from, at.first-widest); i < min(at.to, sentence.to, at.after+widest); i++ {
		if (i < at.first || i >= at.after) && (r.isLabel(i) || (sideOf(r.lowAt(i)) != "")) && !onePer[r.lowAt(i-1)] {
			found = append(found, r.words[i].forms)
		}
	}
	return found
}

// lastPhrase is where the clause of a figure begins that follows another.
func (r *reader) lastPhrase(at reach) int {
	for i := at.first; i > at.from; i-- {
		if !r.words[i].sameClause(r.words[i-1]) {
			return i
		}
	}
	return at.from
}

// nextPhrase is where another clause begins after a figure or, where a further figure
// follows, what that is of.
func (r *reader) nextPhrase(at reach, isFollowed bool) int {
	for i := at.after; i < at.to; i++ {
		if !r.words[i].sameClause(r.words[at.first]) || r.isOn(listAnd, i) || isFollowed && r.isOnOneOf(i, listWith, listPlaceBefore) {
			return i
		}
	}
	return at.to
}

// onePer are the words before what a figure is the measure of one of: "from one charge".
var onePer = setOf("one", "single", "per", "every")

// figureBeside is the figure before or behind another where marks show that one is a
// variant of the other: "6.6 mm (22 g)", "20 cm: 1.1 kg".
func (r *reader) figureBeside(a amount) labels {
	n, _ := slices.BinarySearchFunc(r.figures, a.Start, func(f amount, start int) int { return f.Start - start })
	var found labels
	for n > 0 && n < len(r.figures) && r.figures[n-1].Start == a.Start {
		n--
	}
	if n > 0 {
		if gap := strings.TrimSpace(r.text[min(r.figures[n-1].End, a.Start):a.Start]); gap == ":" || gap == "(" {
			found = append(found, []string{variantKey(r.figures[n-1])})
		}
	}
	for n < len(r.figures) && r.figures[n].Start < a.End {
		n++
	}
	if n < len(r.figures) && strings.TrimSpace(r.text[a.End:r.figures[n].Start]) == "(" {
		found = append(found, []string{variantKey(r.figures[n])})
	}
	return found
}

// variantBehind is a figure behind this one in its sentence that names a variant: "33
// cm, the 100 W version".
func (r *reader) variantBehind(a amount, first int) labels {
	n, _ := slices.BinarySearchFunc(r.figures, a.End, func(f amount, end int) int { return f.Start - end })
	if n >= len(r.figures) {
		return nil
	}
	at, _ := r.wordsOf(r.figures[n].Span)
	if at < 1 || r.words[at].sentence != r.words[first].sentence || r.lowAt(at-1) != "the" {
		return nil
	}
	return labels{{variantKey(r.figures[n])}}
}

// labelsOfCount are the words around a count that say what has that many: in the data
// those before it, in a draft all of its sentence.
func (r *reader) labelsOfCount(i, next int) (near, wide labels) {
	if r.lenient {
		return r.labelsBefore(reach{first: i, from: r.afterNumber(i)}), nil
	}
	end := next
	for end < len(r.words) && r.words[end].sameClause(r.words[i]) {
		end++
	}
	return r.variantBefore(reach{first: i}), r.labelsWide(reach{first: i, after: next, from: r.afterNumber(i), to: end})
}

// afterNumber is the word after the number before a word, in its sentence.
func (r *reader) afterNumber(i int) int {
	first := max(r.sentenceOf(i).from, i-widest)
	for n := i - 1; n > first; n-- {
		if r.isPartOfFigure(n) || r.lex.grammar.isNumber(r.lowAt(n)) && r.lowAt(n) != "one" {
			return n + 1
		}
	}
	return first
}

// listLabels are the labels of a list of figures: of "two eyepieces: 25 mm and 10 mm"
// both are eyepieces.
type listLabels struct {
	labels   labels
	sentence int
}

// next are the labels of a figure: those of the one before it where it has none.
func (l *listLabels) next(own labels, sentence int) labels {
	if len(own) == 0 && l.sentence == sentence {
		own = l.labels
	}
	l.labels, l.sentence = own, sentence
	return slices.Clone(own)
}
