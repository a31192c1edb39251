package checks

import (
	"strings"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// lostParts are the rules about parts that apps, themes and editors put into a
// description, in the order in which they are named.
var lostParts = []struct {
	kind     blocks.Kind
	rule     string
	severity galley.Severity
	message  func(n int) messages.Message
}{
	{blocks.Form, "lost_forms", galley.SeverityHold, messages.LostForms},
	{blocks.Section, "lost_sections", galley.SeverityHold, messages.LostSections},
	{blocks.Tab, "lost_tabs", galley.SeverityHold, messages.LostTabs},
	{blocks.Widget, "lost_widgets", galley.SeverityHold, messages.LostWidgets},
	{blocks.Attribute, "lost_attributes", galley.SeverityHold, messages.LostAttributes},
	{blocks.Anchor, "lost_anchors", galley.SeverityHold, messages.LostAnchors},
	{blocks.Shortcode, "lost_shortcodes", galley.SeverityHold, messages.LostShortcodes},
	{blocks.Script, "lost_scripts", galley.SeverityHold, messages.LostScripts},
	{blocks.StyleBlock, "lost_style_blocks", galley.SeverityHold, messages.LostStyleBlocks},
	{blocks.Figure, "lost_figures", galley.SeverityHold, messages.LostFigures},
	{blocks.Drawing, "lost_drawings", galley.SeverityHold, messages.LostDrawings},
	{blocks.Quotation, "lost_quotations", galley.SeverityHold, messages.LostQuotations},
	{blocks.CodeSample, "lost_code", galley.SeverityHold, messages.LostCode},
	{blocks.Line, "lost_lines", galley.SeverityHold, messages.LostLines},
	{blocks.Formatting, "lost_formatting", galley.SeverityWarn, messages.LostFormatting},
}

// checkParts notes the parts of the shop's text that a draft would lose or
// change.
func (s *subject) checkParts() {
	if s.draft.Original.Null {
		return
	}
	had, has := blocks.Parts(s.original()), blocks.Parts(s.draft.Content)
	for _, l := range lostParts {
		lost := 0
		for part, n := range had[l.kind] {
			lost += max(0, n-has[l.kind][part])
		}
		if l.kind == blocks.Tab { // there, and nothing is left on it
			lost += max(0, blocks.EmptyTabs(s.draft.Content)-blocks.EmptyTabs(s.original()))
		}
		if lost > 0 {
			s.noteMeasured(l.rule, l.severity, lost, l.message(lost))
		}
	}
}

// original is the shop's text in the encoding of the draft.
func (s *subject) original() string { return strings.ToValidUTF8(s.draft.Original.Text, "\uFFFD") }

// checkRows notes the rows that are missing from tables that a draft keeps, or
// are not the same: fewer rows or columns, other values, another table.
func (s *subject) checkRows() {
	if s.draft.Original.Null {
		return
	}
	had, has := blocks.Tables(s.original()), blocks.Tables(s.draft.Content)
	s.hold("changed_tables", changedRows(had, has), messages.ChangedTables)
}

// maxTables are as many as are compared.
const maxTables = 40

// changedRows counts the rows that tables lack in the tables that took their
// place. A table that nothing took the place of is not counted.
func changedRows(had, has []blocks.Table) int {
	had, has = had[:min(len(had), maxTables)], has[:min(len(has), maxTables)]
	changed, taken := 0, make([]bool, len(has))
	for len(had) > 0 { // the closest pair first
		best, with, least := -1, -1, 0
		for i, old := range had {
			for j, now := range has {
				if lost := lostRows(old, now); !taken[j] && (best < 0 || lost < least) {
					best, with, least = i, j, lost
				}
			}
		}
		if best < 0 {
			break
		}
		taken[with] = true
		changed += least
		had = append(had[:best:best], had[best+1:]...)
	}
	return changed
}

func lostRows(old, now blocks.Table) int {
	rows := map[string]int{}
	for _, row := range now {
		rows[row]++
	}
	lost := 0
	for _, row := range old {
		if rows[row]--; rows[row] < 0 {
			lost++
		}
	}
	return lost
}
