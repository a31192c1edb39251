package ui

import "galley/backend/galley"

// Moved says what was undone or redone, and what stays.
func (p *Page) Moved(m galley.Moved, redo bool) {
	verb := "Undone"
	if redo {
		verb = "Done again"
	}
	switch {
	case m.Count == 1:
		p.Line("%s: %s of %s (%s).", verb, stepWords(m), m.Title, m.ItemID)
	case m.Count > 1:
		p.Line("%s: %s of %s.", verb, stepWords(m), Many(m.Count, "draft"))
	default:
		p.Line("Nothing was changed.")
	}
	p.LeftOut(m.Left)
}

func stepWords(m galley.Moved) string {
	switch m.Kind {
	case galley.StepEdit:
		return "the edit"
	case galley.StepKeep:
		return "the kept warning"
	case galley.StepDecide:
	}
	return map[galley.Decision]string{
		galley.DecisionApproved: "the approval", galley.DecisionRejected: "the rejection", galley.DecisionOpen: "the reopening",
	}[m.Decision]
}
