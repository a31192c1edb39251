package facts

import (
	"regexp"
	"slices"
)

// sizeLetters are sizes that are letters.
var sizeLetters = regexp.MustCompile(`^(?:X{0,3}[SL]|M|[2-6]XL|XXS|\d{1,3})$`)

// sizes finds "size XL", "in sizes S to XL".
func (r *reader) sizes() []statement {
	var found []statement
	for i := range r.words {
		if !r.isOn(listSize, i) {
			continue
		}
		for n := i + 1; n < len(r.words) && n < i+9 && r.words[n].sentence == r.words[i].sentence; n++ {
			if n > i+1 && r.isOfMany(n) {
				break
			}
			if sizeLetters.MatchString(r.words[n].raw) && !r.isPartOfFigure(n) {
				found = append(found, statement{Span: r.words[n].Span, class: Size, concepts: []string{"size " + r.words[n].low}})
				continue
			}
			if !r.isOn(listAnd, n) && !isRange(r.words[n].low) {
				break
			}
		}
	}
	return append(found, r.sizeRanges()...)
}

// isOfMany reports whether a number is one of so many: "1/2".
func (r *reader) isOfMany(n int) bool {
	end := r.words[n].End
	return isDigits(r.words[n].raw) && end+1 < len(r.text) && r.text[end] == '/' && digitsEnd(r.text, end+1) > end+1
}

// sizeRanges finds "from XS to XXL", which needs no word for the size.
func (r *reader) sizeRanges() []statement {
	var found []statement
	for i := 2; i < len(r.words); i++ {
		first, last := r.words[i-2], r.words[i]
		if isRange(r.lowAt(i-1)) && isSizeLetter(first.raw) && isSizeLetter(last.raw) && r.joinsAt(i) && r.joinsAt(i-1) {
			for _, w := range []word{first, last} {
				found = append(found, statement{Span: w.Span, class: Size, concepts: []string{"size " + w.low}})
			}
		}
	}
	return found
}

func isSizeLetter(raw string) bool { return !isDigits(raw) && sizeLetters.MatchString(raw) }

func isRange(low string) bool {
	return slices.Contains([]string{"to", "bis", "a", "von", "from", "de", "da", "tot", "in", "through", "du", "au", "van"}, low)
}
