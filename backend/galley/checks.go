package galley

import (
	"slices"

	"galley/backend/galley/messages"
)

// Score is how good a text is by the rules of its field, with each rule's part.
type Score struct {
	Total int    `json:"total"` // 0 to 100: round(100 × points ÷ (9 × rules that applied)), never below 0
	Rules []Rule `json:"rules"`
}

// BestPoints are the most points of one rule.
const BestPoints = 9

// The least totals of a good and of a fair score.
const (
	GoodScore = 80
	FairScore = 60
)

// Verdict grades the score as a whole.
func (s Score) Verdict() Verdict {
	switch {
	case s.Total >= GoodScore:
		return VerdictGood
	case s.Total >= FairScore:
		return VerdictFair
	}
	return VerdictPoor
}

// Verdict grades one rule, or a score as a whole.
type Verdict string

// The verdicts.
const (
	VerdictGood Verdict = "good"
	VerdictFair Verdict = "fair"
	VerdictPoor Verdict = "poor"
)

// Rule is one rule's part in a score.
type Rule struct {
	ID       string           `json:"id"`
	Verdict  Verdict          `json:"verdict"`
	Points   int              `json:"points"`   // 9 at best
	Measured messages.Message `json:"measured"` // what was found: "241", "18 %"
	Message  messages.Message `json:"message"`  // the rule in words: "At least 200 words"
}

// Severity says what a warning does.
type Severity string

// The severities. A hold keeps a draft from being published without review.
const (
	SeverityInfo Severity = "info"
	SeverityWarn Severity = "warning"
	SeverityHold Severity = "hold"
)

// Warning is something in a draft that a person should see. Start and End are
// rune offsets in the text that people see (for HTML: its visible text); both
// are 0 if the warning concerns the whole text.
type Warning struct {
	Rule     string           `json:"rule"`
	Severity Severity         `json:"severity"`
	Message  messages.Message `json:"message"`
	About    string           `json:"about"` // the words that it points at; of the whole text what was measured, such as "3" lost links
	Start    int              `json:"start"`
	End      int              `json:"end"`
	Grade    Grade            `json:"grade,omitempty"`  // of a claim
	Source   *Quote           `json:"source,omitempty"` // of a claim: what it contradicts
	Right    string           `json:"right,omitempty"`  // of a claim: what its words should say, as its source has it
}

// Grade is how a claim fares against the facts of the product.
type Grade string

// The grades. A claim that contradicts the data, or that nothing supports, is held.
const (
	GradeSupported   Grade = "supported"
	GradeContradicts Grade = "contradicts"
	GradeNoSource    Grade = "no_source"
	GradeElsewhere   Grade = "elsewhere" // about something else than the product
)

// IsHeld reports whether a claim of the grade keeps a draft from being published
// without review.
func (g Grade) IsHeld() bool { return g == GradeContradicts || g == GradeNoSource }

// Quote is a fact as its source has it.
type Quote struct {
	Kind string `json:"kind"` // title, type, tag, option, metafield, price, table, text, shop_facts, members, person
	Text string `json:"text"`
	Weak bool   `json:"weak,omitempty"` // written by a model
}

// Claim is what a text says of the product. Start and End are rune offsets in
// the text that people see.
type Claim struct {
	Rule   string            `json:"rule"` // of the warning where the claim is held; with Words it is that warning's key
	Class  string            `json:"class"`
	Grade  Grade             `json:"grade"`
	Words  string            `json:"words"`
	Right  string            `json:"right,omitempty"` // of a contradiction: what the words should say
	Note   *messages.Message `json:"note,omitempty"`  // how a supported claim differs from its source: "converted from 280 mm"
	Source *Quote            `json:"source,omitempty"`
	Start  int               `json:"start"`
	End    int               `json:"end"`
}

// Key is that of the warning about the claim.
func (c Claim) Key() WarningKey { return WarningKey{Rule: c.Rule, About: c.Words} }

// Key identifies the warning among those of a draft.
func (w Warning) Key() WarningKey { return WarningKey{Rule: w.Rule, About: w.About} }

// IsKept reports whether the warning is one of those that a person kept.
func (w Warning) IsKept(kept []WarningKey) bool {
	return slices.Contains(kept, w.Key()) ||
		slices.ContainsFunc(kept, func(k WarningKey) bool { return k.Rule == "" && k.About == w.Message.String() })
}

// WarningKey identifies a warning through revisions and versions of Galley: its
// sentence may be reworded, its rule and what it is about stay. One that Galley
// 1.2 or earlier kept, and whose rule is not known, has its sentence as About
// and no Rule.
type WarningKey struct {
	Rule  string `json:"rule"`
	About string `json:"about"`
}

// Report is the result of the checks of one text.
type Report struct {
	Score    *Score    `json:"score"`
	Warnings []Warning `json:"warnings"`
	Claims   []Claim   `json:"claims"` // every claim with its grade; not stored
	// OffLength says whether the text is shorter or longer than its field takes.
	OffLength OffLength `json:"off_length"`
}

// HoldsBack reports whether a draft must not be published without review.
func (r Report) HoldsBack() bool {
	for _, w := range r.Warnings {
		if w.Severity == SeverityHold {
			return true
		}
	}
	return false
}
