package checks

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// claim is a span of text that promises something checkable.
type claim struct {
	markup.Span
	kind claimKind
	keys []string // all must be among the product's facts
}

// checkClaims marks claims that no fact of the product supports: numbers with
// units, prices, materials, colours, certifications, origin, warranty, promises
// about health and environment, superlatives. Colours of a picture that the
// model saw need no other source.
func (s *subject) checkClaims() {
	text := maskVendor(s.page.Text, s.draft.Product.Vendor)
	var facts *facts
	for _, c := range findClaims(text, s.english) {
		if facts == nil {
			facts = factsOf(s.draft)
		}
		if s.isSeen(c) || facts.support(c) {
			continue
		}
		s.note(c.kind.rule(), galley.SeverityHold, c.Span, c.message(s.page.Text))
	}
	if !s.english && len(s.page.Text) > 0 {
		s.note("claims_language", galley.SeverityInfo, markup.Span{}, messages.ClaimsInEnglishOnly)
	}
}

func (s *subject) isSeen(c claim) bool {
	return s.draft.Field.Place() == galley.PlaceImage && s.draft.SawPicture && c.kind == kindColour
}

// maskVendor hides the vendor's name, as the shop spells it and tidied.
func maskVendor(text, vendor string) string {
	tidy := strings.Join(strings.Fields(vendor), " ")
	bare := strings.TrimFunc(tidy, func(r rune) bool { return !markup.IsWordRune(r) })
	return maskName(maskName(maskName(text, vendor), tidy), bare)
}

// maskName hides a name, which is no claim ("Oak & Iron Ltd"), where it occurs
// as separate words, keeping offsets.
func maskName(text, name string) string {
	if !strings.ContainsFunc(name, unicode.IsLetter) { // a number would hide figures
		return text
	}
	masked := []byte(text)
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return string(masked)
		}
		at += from
		from = at + len(name)
		if isApart(text, markup.Span{Start: at, End: from}) {
			copy(masked[at:], strings.Repeat("\x00", len(name)))
		}
	}
}

// isApart reports whether a span begins and ends at word boundaries.
func isApart(text string, s markup.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	first, _ := utf8.DecodeRuneInString(s.Of(text))
	last, _ := utf8.DecodeLastRuneInString(s.Of(text))
	beginsWithin := markup.IsWordRune(before) && markup.IsWordRune(first)
	endsWithin := markup.IsWordRune(last) && markup.IsWordRune(after)
	return !beginsWithin && !endsWithin
}

// findClaims lists the claims of a text in order, without overlaps. Words are
// searched in English texts; figures, prices, origins and seals in all.
func findClaims(text string, english bool) []claim {
	found := figureClaims(text)
	found = append(found, priceClaims(text)...)
	found = append(found, warrantyClaims(text)...)
	for _, c := range wordClaims(text) {
		if english || c.kind == kindCertification || c.kind == kindOrigin {
			found = append(found, c)
		}
	}
	return outermost(found)
}

// outermost drops claims that lie within or begin inside an earlier, longer one.
func outermost(list []claim) []claim {
	slices.SortStableFunc(list, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var kept []claim
	for _, c := range list {
		if n := len(kept); n > 0 && c.Start < kept[n-1].End {
			kept[n-1].keys = append(kept[n-1].keys, c.keys...)
			kept[n-1].End = max(kept[n-1].End, c.End)
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// message says what is missing, as in the margin note.
func (c claim) message(text string) messages.Message {
	return messages.NoSource(c.Of(text), missingSource[c.kind])
}

// rule is the rule of the warning about a claim of the kind.
func (k claimKind) rule() string { return "claim_" + string(k) }

// ClaimRules lists the rules of warnings about claims without a source.
func ClaimRules() []string {
	var rules []string
	for kind := range missingSource {
		rules = append(rules, kind.rule())
	}
	slices.Sort(rules)
	return rules
}

var missingSource = map[claimKind]messages.Message{
	kindFigure:        messages.NoSourceFigure,
	kindPrice:         messages.NoSourcePrice,
	kindMaterial:      messages.NoSourceMaterial,
	kindColour:        messages.NoSourceColour,
	kindCertification: messages.NoSourceCertification,
	kindOrigin:        messages.NoSourceOrigin,
	kindWarranty:      messages.NoSourceWarranty,
	kindPromise:       messages.NoSourcePromise,
	kindSuperlative:   messages.NoSourceSuperlative,
}

func figureClaims(text string) []claim {
	var found []claim
	for _, f := range findFigures(text) {
		found = append(found, claim{f.Span, kindFigure, f.keys})
	}
	return found
}

func priceClaims(text string) []claim {
	if !hasDigit(text) {
		return nil
	}
	var found []claim
	for _, m := range priceInText.FindAllStringIndex(text, -1) {
		at := markup.Span{Start: m[0], End: m[1]}
		found = append(found, claim{at, kindPrice, []string{priceKey(at.Of(text))}})
	}
	return found
}

// priceKey compares prices by amount; the currency is the shop's.
func priceKey(price string) string {
	amount := strings.Trim(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return r
		}
		return -1
	}, price), ".,")
	return "price " + normalNumber(amount)
}
