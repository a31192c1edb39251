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
		r.locate(&s, first, last, max(from, 0), to)
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
func (r *reader) locate(s *statement, first, after, from, to int) {
	sentence := r.words[first].sentence
	inReach := func(i int) bool { return i >= from && i < to && r.words[i].sentence == sentence }
	var attrAfter, attrBefore, partAfter, partBefore string
	for _, h := range r.hitsBetween(first-wordsBefore-longestTerm, after+wordsAfter) {
		if !inReach(h.from) {
			continue
		}
		isAfter := h.from >= after && h.from < after+wordsAfter
		isBefore := h.to <= first && h.to > first-wordsBefore
		switch {
		case h.is(attribute) && isAfter && attrAfter == "" && r.words[h.from].clause == r.words[after-1].clause:
			attrAfter = h.terms[0].concept
		case h.is(attribute) && isBefore:
			attrBefore = h.terms[0].concept
		case (h.is(Feature) || s.amount.unit == "%" && h.is(Material)) && isAfter && partAfter == "" && r.words[h.from].clause == r.words[after-1].clause:
			partAfter = h.terms[0].concept
		case h.is(Feature) && isBefore:
			partBefore = h.terms[0].concept
		}
	}
	s.attr, s.part = first2(attrAfter, attrBefore), first2(partAfter, partBefore)
	s.scope = r.scopeNear(first, after, from, to)
}

func first2(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// scopeNear is the variant that a figure is said of: the one shortly after it
// in the same clause, else the last one before it.
func (r *reader) scopeNear(first, after, from, to int) string {
	for i := after; i < min(after+4, to); i++ {
		if r.words[i].sentence != r.words[first].sentence || r.words[i].clause > r.words[first].clause+1 && !strings.Contains(r.text[r.words[after-1].End:r.words[i].Start], "(") {
			break
		}
		isBound := strings.Contains(r.text[r.words[after-1].End:r.words[i].Start], "(") || i > after || r.words[i].joined
		if key := r.scopeAt(i); key != "" && isBound && !strings.Contains(r.text[r.words[after-1].End:r.words[i].Start], ",") {
			return key
		}
	}
	for i := first - 1; i >= max(from, first-scopeBefore); i-- {
		if r.words[i].sentence != r.words[first].sentence {
			break
		}
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
		s := &list[n]
		if s.amount.base != "month" && s.amount.base != "second" {
			continue
		}
		first, after := r.wordsOf(s.Span)
		for _, h := range r.hitsBetween(first-5-longestTerm, after+5) {
			if !h.is(Warranty) || h.terms[0].concept == "lifetime" || r.words[h.from].sentence != r.words[first].sentence {
				continue
			}
			if h.from >= after && h.from < after+5 || h.to <= first && h.to > first-5 {
				s.class, s.attr, s.part = Warranty, "warranty", ""
				if h.from >= after && h.from <= after+2 {
					s.End = r.words[h.to-1].End
				}
			}
		}
	}
	return list
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
	for i := 0; i+1 < len(r.words); i++ {
		n, ok := r.numberAt(i)
		if !ok || n < 2 || n != float64(int(n)) || !r.words[i+1].joined || r.isPartOfFigure(i) {
			continue
		}
		at := r.counted(i + 1)
		if at < 0 || r.endsWith("not", i) > 0 {
			continue
		}
		s := statement{Span: r.span(i, at+1), class: Count, count: n, concepts: []string{r.key(at)}}
		s.cue = r.away[i]
		s.elsewhere = s.cue || !r.lenient && i > 0 && r.words[i].joined && r.lex.grammar.sets["place before"][r.words[i-1].low] && r.words[i-1].low != "with"
		found = append(found, s)
	}
	return found
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
	soft := r.lex.grammar.sets["count soft"]
	last := -1
	for n := i; n < len(r.words) && n < i+4 && r.words[n].joined; n++ {
		w := r.words[n]
		if w.isOneOf(soft) || w.isOneOf(r.lex.grammar.sets["soft"]) {
			if last >= 0 {
				break
			}
			return -1
		}
		if h, ok := r.hitAt(n); ok && h.is(Feature) {
			last = n
			if r.isRomance() {
				break
			}
			continue
		}
		if r.isStop(n) {
			break
		}
		if last < 0 && (n == i && r.lex.lang != "en" || strings.HasSuffix(w.low, "s")) {
			last = n
		}
		if r.isRomance() {
			break
		}
	}
	if last >= 0 && strings.ContainsFunc(r.words[last].raw, unicode.IsDigit) {
		return -1
	}
	return last
}

func (r *reader) isRomance() bool {
	return slices.Contains([]string{"fr", "es", "it"}, string(r.lex.lang))
}
