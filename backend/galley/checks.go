package galley

// Score is how good a text is by the rules of its field, with each rule's part.
type Score struct {
	Total int    `json:"total"` // 0 to 100: round(100 × points ÷ (9 × rules that applied)), never below 0
	Rules []Rule `json:"rules"`
}

// Verdict grades one rule.
type Verdict string

// The verdicts.
const (
	VerdictGood Verdict = "good"
	VerdictFair Verdict = "fair"
	VerdictPoor Verdict = "poor"
)

// Rule is one rule's part in a score.
type Rule struct {
	ID       string  `json:"id"`
	Verdict  Verdict `json:"verdict"`
	Points   int     `json:"points"`   // 9 at best
	Measured string  `json:"measured"` // what was found: "241", "18 %"
	Message  string  `json:"message"`  // the rule in words: "At least 200 words"
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
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
}

// Report is the result of the checks of one text.
type Report struct {
	Score    *Score    `json:"score"`
	Warnings []Warning `json:"warnings"`
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

// Draft is a text to be checked, with what it is held against.
type Draft struct {
	Subject

	Field      Field
	Content    string
	Original   Value    // what the shop has now
	Keyphrase  string   // empty: the checks derive one from the product's title, or leave keyphrase rules out
	Kept       []string // messages of warnings that a person looked into: they are not given again
	SawPicture bool     // whether the writer saw the picture it describes
}
