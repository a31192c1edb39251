package facts

import (
	"slices"
	"strings"
	"unicode"

	"galley/backend/markup"
)

// Figures that the data gives for one variant, said of another: "the small tin takes 900 g"
// where 900 g is the large one's.

// wordsOfVariant are the words by which a text names a variant.
type wordsOfVariant struct {
	key   string
	words []string
}

// addVariants notes what options and tables call the variants, also those with figures:
// "10x42", "3 cups".
func (s *Sheet) addVariants() {
	s.variants = nil
	for _, l := range s.lines {
		name := l.scope
		if l.Kind == FromOption {
			name = l.Text
		}
		words := lowWords(name, s.lang)
		if len(words) > 0 && len(words) <= longestScope && strings.ContainsFunc(name, unicode.IsDigit) {
			s.variants = appendVariant(s.variants, wordsOfVariant{strings.Join(words, " "), words})
		}
	}
}

func appendVariant(list []wordsOfVariant, v wordsOfVariant) []wordsOfVariant {
	if slices.ContainsFunc(list, func(other wordsOfVariant) bool { return other.key == v.key }) {
		return list
	}
	return append(list, v)
}

// variantAt is the variant that is named at a word, and how many words name it.
func (s *Sheet) variantAt(r *reader, i int) (key string, used int) {
	for _, v := range s.variants {
		if len(v.words) > used && i+len(v.words) <= len(r.words) && v.isAt(r.words[i:]) {
			key, used = v.key, len(v.words)
		}
	}
	if key == "" && !r.isPartOfFigure(i) {
		if key = r.scopeAt(i); key != "" {
			used = 1
		}
	}
	return key, used
}

func (v wordsOfVariant) isAt(list []word) bool {
	for n, w := range v.words {
		if list[n].low != w {
			return false
		}
	}
	return true
}

// ofVariant is a figure of a text with the variant that is named before it in its sentence.
type ofVariant struct {
	at      int // its first word
	figure  amount
	variant string
	isFirst bool // which variant it is of is not sure
}

// namedVariant is the variant that a sentence has named last.
type namedVariant struct {
	key     string
	count   int  // how many variants it has named
	isFirst bool // it has a figure before it names one, or names two before a figure
	hasOne  bool // it has a figure
}

// name notes another variant, or one that is named by several words: "size M".
func (v *namedVariant) name(key string, isSame bool) {
	if v.key = key; !isSame {
		v.count++
	}
	v.isFirst = v.isFirst || v.count > 1 && !v.hasOne
}

// figuresOfVariants are the figures of a text, each with the variant before it.
func (s *Sheet) figuresOfVariants(r *reader, of string) []ofVariant {
	var found []ofVariant
	sentence, taken := -1, 0
	var now namedVariant
	for i := range r.words {
		if r.words[i].sentence != sentence {
			sentence, now = r.words[i].sentence, namedVariant{key: of}
		}
		if key, used := s.variantAt(r, i); used > 0 && i >= taken {
			isSame := key == now.key || i == taken && r.joinsAt(i)
			if taken = i + used; !r.isCompared(i) {
				now.name(key, isSame && now.count > 0)
			}
		}
		if i < taken {
			continue
		}
		for _, figure := range r.figuresAt(i) {
			now.isFirst, now.hasOne = now.isFirst || now.key == "", true
			found = append(found, ofVariant{at: i, figure: figure, variant: now.key, isFirst: now.isFirst})
		}
	}
	return found
}

// wordsToCompared is how far behind "than" what is compared with is at most.
const wordsToCompared = 3

// isCompared reports whether something is only what another thing is compared with: "twice
// the small tin".
func (r *reader) isCompared(i int) bool {
	for n := i - 1; n >= i-wordsToCompared && r.joinsAt(n+1); n-- {
		if r.isOn(listCompared, n) {
			return true
		}
	}
	return false
}

// figuresAt are the figures that begin at a word: 135 × 200 cm is several.
func (r *reader) figuresAt(i int) []amount {
	n, _ := slices.BinarySearchFunc(r.figures, r.words[i].Start, func(a amount, start int) int { return a.Start - start })
	to := n
	for to < len(r.figures) && r.figures[to].Start == r.words[i].Start {
		to++
	}
	return slices.DeleteFunc(slices.Clone(r.figures[n:to]), func(a amount) bool { return len(a.values) == 0 })
}

// addFiguresOfVariants notes of which variants a line gives which figures, "" for the whole
// product.
func (s *Sheet) addFiguresOfVariants(n int, r *reader) {
	l := s.lines[n]
	if l.Kind == FromTag || l.Kind == FromOption || l.Kind == FromTitle {
		return
	}
	of := ""
	if words := lowWords(l.scope, s.lang); len(words) > 0 {
		of = strings.Join(words, " ")
		if !strings.ContainsFunc(l.scope, unicode.IsDigit) {
			of = scopeKey(l.scope, s.lang)
		}
	}
	for _, one := range s.figuresOfVariants(r, of) {
		if one.isFirst {
			one.variant = ""
		}
		for _, value := range one.figure.values { // 2 m of 135 × 200 cm
			figure := one.figure
			figure.values = []float64{value}
			s.figuresOf[variantKey(figure)] = appendNew(s.figuresOf[variantKey(figure)], one.variant)
		}
	}
}

// otherVariants finds figures that a text gives a variant and the data gives another alone.
func (s *Sheet) otherVariants(r *reader) []Claim {
	var found []Claim
	for _, one := range s.figuresOfVariants(r, "") {
		if len(one.figure.values) > 1 {
			continue
		}
		of := s.figuresOf[variantKey(one.figure)]
		isOther := one.variant != "" && !one.isFirst && len(of) > 0 && !slices.Contains(of, "") && !slices.Contains(of, one.variant)
		if isOther && s.hasFiguresOf(one.variant) && !r.isAsked(one.at) && !r.away[one.at] {
			found = append(found, Claim{Span: one.figure.Span, Class: Figure, Grade: Contradicts})
		}
	}
	return found
}

// hasFiguresOf reports whether the data gives figures of a variant at all.
func (s *Sheet) hasFiguresOf(variant string) bool {
	for _, of := range s.figuresOf {
		if slices.Contains(of, variant) {
			return true
		}
	}
	return false
}

// variantsOfFigures are the variants that a text names before its figures, where that is
// sure.
func (s *Sheet) variantsOfFigures(r *reader) map[markup.Span]string {
	named := map[markup.Span]string{}
	for _, one := range s.figuresOfVariants(r, "") {
		if one.variant != "" && !one.isFirst {
			named[one.figure.Span] = one.variant
		}
	}
	return named
}

// isOfVariant reports whether the data gives a figure to the variant that a text names
// with it, and not to the whole product.
func (s *Sheet) isOfVariant(st statement) bool {
	if st.variant == "" || len(st.amount.values) == 0 {
		return false
	}
	if !slices.Contains(s.figuresOf[variantKey(*st.amount)], st.variant) {
		return false
	}
	keys := amountKeys(*st.amount)
	measuresIt := func(f statement) bool { return f.amount != nil && st.attr != "" && f.attr == st.attr }
	isSame := func(f statement) bool { return measuresIt(f) && st.amount.same(*f.amount) != other }
	return s.find(keys, measuresIt) == nil || s.find(keys, isSame) != nil
}
