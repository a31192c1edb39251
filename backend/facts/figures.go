package facts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"galley/backend/markup"
)

// nearWords is how far around a figure the words are that say what it measures.
const (
	wordsAfter  = 3
	wordsBefore = 7
	longestTerm = 6
	scopeBefore = 30
)

// sets are "set of 4", in all languages.
var sets = regexp.MustCompile(`(?i)(?:\b(?:set|pack|box|bundle|pair|lot|juego|pack|coffret|confezione|doos)s?(?: of| aus| de| da| di| van)? (\d+|\pL+)\b|\b(\d+)er[- ](?:set|pack))`)

// amounts finds figures with their attribute, part and variant.
func (r *reader) amounts() []statement {
	list := append(slices.Clone(r.figures), r.setAmounts()...)
	slices.SortStableFunc(list, func(a, b amount) int { return a.Start - b.Start })
	var found []statement
	for n := range list {
		a := list[n]
		first, last := r.wordsOf(a.Span)
		if first < 0 || r.isWaiting(a, first) {
			continue
		}
		s := statement{Span: a.Span, class: Figure, amount: &list[n]}
		from, to := 0, len(r.words)
		if n > 0 && list[n-1].Span != a.Span {
			_, from = r.wordsOf(list[n-1].Span)
		}
		if n+1 < len(list) && list[n+1].Span != a.Span {
			to, _ = r.wordsOf(list[n+1].Span)
		}
		r.locate(&s, reach{first: first, after: last, from: max(from, 0), to: to})
		s.elsewhere = r.away[first]
		s.cue = s.elsewhere
		found = append(found, s)
	}
	return r.withWarranty(found)
}

func (r *reader) setAmounts() []amount {
	var found []amount
	for _, m := range sets.FindAllStringSubmatchIndex(r.text, -1) {
		group := 2
		if m[2] < 0 {
			group = 4
		}
		text := r.text[m[group]:m[group+1]]
		n, known := r.lex.grammar.numbers[fold(text)]
		if !known {
			value, err := strconv.ParseFloat(text, 64)
			if err != nil {
				continue
			}
			n = value
		}
		found = append(found, newAmount(markup.Span{Start: m[0], End: m[1]}, []float64{n}, "piece", r.text))
	}
	return found
}

// isWaiting finds times that measure nothing of the product: "in two minutes".
func (r *reader) isWaiting(a amount, first int) bool {
	if r.lenient || a.base != "second" && a.base != "month" && a.unit != "person" {
		return false
	}
	return first > 0 && r.words[first].joined && slices.Contains([]string{"in", "within", "dans", "en", "tra", "binnen", "for", "pour", "voor", "fur", "after", "nach"}, r.words[first-1].low) &&
		!r.hasNear(first, attribute) && !r.hasNear(first, Warranty)
}

func (r *reader) hasNear(i int, class Class) bool {
	return slices.ContainsFunc(r.hitsBetween(i-wordsBefore+1, i+wordsBefore), func(h hit) bool {
		return h.is(class) && r.words[h.from].sentence == r.words[i].sentence
	})
}

// wordsOf are the first word of a span and the one after its last.
func (r *reader) wordsOf(at markup.Span) (first, after int) {
	first, _ = slices.BinarySearchFunc(r.words, at.Start+1, func(w word, start int) int { return w.End - start })
	after = first
	for after < len(r.words) && r.words[after].Start < at.End {
		after++
	}
	if after == first {
		return -1, 0
	}
	return first, after
}

// locate finds what a figure measures, of which part, of which variant: in the
// words after it, else before it, never beyond another figure.
func (r *reader) locate(s *statement, at reach) {
	isPart := func(h hit) bool { return h.is(Feature) || s.amount.unit == "%" && h.is(Material) }
	for _, h := range r.hitsBetween(at.first-wordsBefore-longestTerm, at.after+wordsAfter) {
		isAfter := h.from >= at.after && r.words[h.from].clause == r.words[at.after-1].clause
		switch {
		case !r.belongs(h, at, isAfter):
			continue
		case h.is(attribute):
			s.attr = nearest(s.attr, h, isAfter, &at.attrAfter)
		case isPart(h) && (isAfter || h.is(Feature)):
			s.part = nearest(s.part, h, isAfter, &at.partAfter)
		}
	}
	s.scope = r.scopeNear(at)
}

// belongs reports whether a hit may say what a figure measures.
func (r *reader) belongs(h hit, at reach, isAfter bool) bool {
	isBefore := h.to <= at.first && h.to > at.first-wordsBefore
	isInReach := h.from >= at.from && h.from < at.to
	return isInReach && (isAfter || isBefore) && r.words[h.from].sentence == r.words[at.first].sentence
}

// reach is how far around a figure the words belong to it.
type reach struct {
	first, after         int // of the figure
	from, to             int // up to the figures beside it
	attrAfter, partAfter bool
}

// nearest prefers the first word after a figure to the last one before it.
func nearest(known string, h hit, isAfter bool, hasAfter *bool) string {
	if *hasAfter {
		return known
	}
	*hasAfter = isAfter
	return h.terms[0].concept
}

// scopeNear is the variant that a figure is said of: the one shortly after it
// in the same phrase or in brackets, else the last one before it.
func (r *reader) scopeNear(at reach) string {
	isNear := func(i int) bool { return r.words[i].sentence == r.words[at.first].sentence }
	for i := at.after; i < min(at.after+4, at.to) && isNear(i); i++ {
		between := r.text[r.words[at.after-1].End:r.words[i].Start]
		if key := r.scopeAt(i); key != "" && strings.TrimSpace(between) != "" && !strings.Contains(between, ",") {
			return key
		}
	}
	for i := at.first - 1; i >= max(at.from, at.first-scopeBefore) && isNear(i); i-- {
		if key := r.scopeAt(i); key != "" {
			return key
		}
	}
	return ""
}

func (r *reader) scopeAt(i int) string {
	for _, s := range r.scopes {
		if i+len(s.words) <= len(r.words) && slices.ContainsFunc(r.words[i].forms, func(f string) bool { return f == s.words[0] }) &&
			(len(s.words) == 1 || startsWith(r.words, i, s.words)) {
			return s.key
		}
	}
	if len(r.scopes) == 0 {
		return ""
	}
	if h, ok := r.hitAt(i); ok && h.is(sizeWord) {
		for _, s := range r.scopes {
			if s.key == h.terms[0].concept {
				return s.key
			}
		}
	}
	return ""
}

// withWarranty makes one statement of "5-year warranty" and "two years of
// guarantee".
func (r *reader) withWarranty(list []statement) []statement {
	for n := range list {
		if base := list[n].amount.base; base == "month" || base == "second" {
			r.warrant(&list[n])
		}
	}
	return list
}

// wordsToWarranty is how far a period is from the word for the warranty.
const wordsToWarranty = 5

func (r *reader) warrant(s *statement) {
	first, after := r.wordsOf(s.Span)
	for _, h := range r.hitsBetween(first-wordsToWarranty-longestTerm, after+wordsToWarranty) {
		isBeside := h.from >= after || h.to <= first && h.to > first-wordsToWarranty
		if !h.is(Warranty) || !isBeside || h.terms[0].concept == "lifetime" || r.words[h.from].sentence != r.words[first].sentence {
			continue
		}
		s.class, s.attr, s.part = Warranty, "warranty", ""
		if h.from >= after && h.from <= after+2 {
			s.End = r.words[h.to-1].End
		}
	}
}

// priceInText is an amount of money.
var priceInText = regexp.MustCompile(`(?:[$€£¥]|(?:USD|EUR|GBP|CHF|AUD|CAD)[ \x{00a0}]?)[ \x{00a0}]?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*[ \x{00a0}]?(?:[$€£¥]|(?:USD|EUR|GBP|CHF|AUD|CAD|euros?|Euro|dollars|pounds sterling|francs)\b)`)

func (r *reader) prices() []statement {
	if !strings.ContainsAny(r.text, "0123456789") {
		return nil
	}
	var found []statement
	for _, m := range priceInText.FindAllStringIndex(r.text, -1) {
		at := markup.Span{Start: m[0], End: m[1]}
		found = append(found, statement{Span: at, class: Price, concepts: []string{priceKey(at.Of(r.text))}})
	}
	return found
}

// priceKey compares prices by their amount; the currency is the shop's.
func priceKey(price string) string {
	digits := strings.Trim(strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '.' || c == ',' {
			return c
		}
		return -1
	}, price), ".,")
	whole, fraction := splitDecimal(digits)
	value, _ := strconv.ParseFloat(whole+"."+fraction+"0", 64)
	return "price " + strconv.FormatFloat(value, 'f', -1, 64)
}

// counts finds "four zipped pockets".
func (r *reader) counts() []statement {
	var found []statement
	for i := range r.words {
		if s, ok := r.countAt(i); ok {
			found = append(found, s)
		}
	}
	return found
}

// isMany reports whether a number counts things: "one" may be an article.
func isMany(n float64) bool { return n >= 2 && n == float64(int(n)) }

func (r *reader) countAt(i int) (statement, bool) {
	n, ok := r.numberAt(i)
	if !ok || !isMany(n) || !r.joinsAt(i+1) || r.isPartOfFigure(i) || r.endsWith("not", i) > 0 {
		return statement{}, false
	}
	at := r.counted(i + 1)
	if at < 0 || strings.ContainsFunc(r.words[at].raw, unicode.IsDigit) {
		return statement{}, false
	}
	s := statement{Span: r.span(i, at+1), class: Count, count: n, concepts: []string{r.key(at)}, cue: r.away[i]}
	isPlaced := r.joinsAt(i) && r.lex.grammar.sets["place before"][r.lowAt(i-1)] && r.lowAt(i-1) != "with"
	s.elsewhere = s.cue || !r.lenient && isPlaced
	return s, true
}

func (r *reader) numberAt(i int) (float64, bool) {
	if n, ok := r.lex.grammar.numbers[r.words[i].low]; ok {
		return n, true
	}
	if len(r.words[i].raw) > 2 || i > 0 && r.words[i].joined && r.words[i-1].capital() && i > 1 {
		return 0, false
	}
	n, err := strconv.Atoi(r.words[i].raw)
	return float64(n), err == nil && n > 0
}

func (r *reader) isPartOfFigure(i int) bool {
	for _, a := range r.figures {
		if a.Start <= r.words[i].Start && r.words[i].Start < a.End {
			return true
		}
	}
	return false
}

// counted is the noun that a number counts, -1 where it counts nothing of the
// product.
func (r *reader) counted(i int) int {
	last := -1
	for n := i; n < i+4 && r.joinsAt(n) && (n == i || !r.isRomance()); n++ {
		if r.isSoft(n) || !r.isPart(n) && r.isStop(n) {
			break
		}
		if r.isPart(n) || last < 0 && r.isCountable(n, n == i) {
			last = n
		}
	}
	return last
}

// isCountable reports whether an unknown word may be what a number counts: in
// English a plural.
func (r *reader) isCountable(i int, isFirst bool) bool {
	return isFirst && r.lex.lang != "en" || strings.HasSuffix(r.lowAt(i), "s")
}

func (r *reader) isPart(i int) bool {
	h, ok := r.hitAt(i)
	return ok && h.is(Feature)
}

// isSoft reports whether a word is no thing that a product has: a way, a day.
func (r *reader) isSoft(i int) bool {
	g := r.lex.grammar
	return r.words[i].isOneOf(g.sets["count soft"]) || r.words[i].isOneOf(g.sets["soft"])
}

func (r *reader) isRomance() bool {
	return slices.Contains([]string{"fr", "es", "it"}, string(r.lex.lang))
}
