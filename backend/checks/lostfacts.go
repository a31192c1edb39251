package checks

import (
	"strings"

	"galley/backend/facts"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// checkLostFacts lists what the shop's description says and the draft does not.
// A lost warning or ingredient is held.
func (s *subject) checkLostFacts() {
	if !s.draft.Field.IsHTML() || s.draft.Original.Null || strings.TrimSpace(s.page.Text) == "" {
		return
	}
	for _, lost := range facts.LostBetween(markup.VisibleText(s.draft.Original.Text), s.page.Text) {
		n := note{rule: ruleOfLost(lost.Kind), severity: galley.SeverityInfo, message: messages.LostFact(lost.Words), measured: lost.Words}
		if lost.Kind == facts.LostWarning || lost.Kind == facts.LostIngredient {
			n.severity = galley.SeverityHold
			n.message = messages.LostWarning(lost.Words)
		}
		s.noted = append(s.noted, n)
	}
}

func ruleOfLost(kind facts.LostKind) string { return "lost_" + string(kind) }

// LostKind is what a warning says is lost, such as "care"; "" of other warnings.
func LostKind(w galley.WarningKey) string {
	for _, kind := range facts.LostKinds() {
		if w.Rule == ruleOfLost(kind) {
			return string(kind)
		}
	}
	return ""
}
