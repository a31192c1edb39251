package facts

import (
	"cmp"
	"slices"
	"strings"

	"galley/backend/markup"
)

// Grade is how a claim fares against the facts.
type Grade string

// The grades.
const (
	Supported   Grade = "supported"
	Contradicts Grade = "contradicts"
	NoSource    Grade = "no_source"
	Elsewhere   Grade = "elsewhere" // about something else than the product
)

// Claim is what a text says of the product, graded.
type Claim struct {
	markup.Span

	Class     Class
	Grade     Grade
	Source    *Source // what supports or contradicts it
	Converted bool    // the source has another unit
	Said      string  // what the source says, in its words; "" of a denial
	Right     string  // of a contradiction: what its words should say, as the source has it; "" where that is no exchange of words
}

// IsHeld reports whether the claim keeps a draft from being published without
// review.
func (c Claim) IsHeld() bool { return c.Grade == Contradicts || c.Grade == NoSource }

// outermost orders claims and drops those that overlap a more serious or a
// longer one.
func outermost(claims []Claim, length int) []Claim {
	serious := map[Grade]int{Contradicts: 0, NoSource: 1, Elsewhere: 2, Supported: 3}
	byWeight := slices.Clone(claims)
	slices.SortStableFunc(byWeight, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(holds(a), holds(b)), cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(serious[a.Grade], serious[b.Grade]), cmp.Compare(a.Start, b.Start))
	})
	var kept []Claim
	taken := newCover(length)
	for _, c := range byWeight {
		if !taken.overlaps(c.Span) {
			taken.add(c.Span)
			kept = append(kept, c)
		}
	}
	slices.SortStableFunc(kept, func(a, b Claim) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// joined makes one claim of two that are one promise: "lifetime guarantee".
func joined(text string, claims []Claim) []Claim {
	var list []Claim
	for _, c := range claims {
		if n := len(list); n > 0 && c.Class == list[n-1].Class && c.Grade == list[n-1].Grade && c.IsHeld() && isOnePromise[c.Class] &&
			strings.Trim(text[list[n-1].End:c.Start], " -") == "" {
			list[n-1].End = c.End
			continue
		}
		list = append(list, c)
	}
	return list
}

var isOnePromise = map[Class]bool{Warranty: true, Certification: true}

func holds(c Claim) int {
	if c.IsHeld() {
		return 0
	}
	return 1
}
