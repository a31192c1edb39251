package ui

import (
	"strings"

	"galley/backend/galley"
)

// EditsPreview shows what edits would make of each draft: [-removed-] and {+added+}.
func (p *Page) EditsPreview(preview galley.EditsPreview) {
	p.Line("%s would change in %s. Nothing is saved.", Many(preview.Count, "draft"), Many(preview.Hits, "place"))
	if preview.Kept > 0 {
		p.Line("%s in blocks that are kept as they are: not changed.", Many(preview.Kept, "place"))
	}
	for _, d := range preview.Drafts {
		p.Gap()
		p.Line("%s  %s", d.ID, d.Place.Title)
		for _, passage := range d.Passages {
			p.Line("  %s", passageWords(passage))
		}
	}
	p.answersLeft(preview.Left)
}

func passageWords(passage galley.Passage) string {
	var out strings.Builder
	for _, s := range passage {
		switch s.Change {
		case galley.TextRemoved:
			out.WriteString("[-" + s.Text + "-]")
		case galley.TextAdded:
			out.WriteString("{+" + s.Text + "+}")
		case galley.TextStays:
			out.WriteString(s.Text)
		}
	}
	return out.String()
}

// PastePreview shows what a pasted column would make of each draft.
func (p *Page) PastePreview(preview galley.PastePreview) {
	p.EditsPreview(preview.EditsPreview)
	for _, part := range []struct {
		n         int
		what, why string
	}{
		{preview.Same, "cell", "the text that the draft has already"},
		{preview.Empty, "cell", "empty: the draft stays as it is"},
		{preview.Unused, "cell", "without a draft"},
	} {
		if part.n > 0 {
			p.Line("%s %s.", Many(part.n, part.what), part.why)
		}
	}
}

// Edited tells what edits changed, and how to take them back by one of the drafts.
func (p *Page) Edited(done galley.Edited, one galley.ItemID) {
	if done.Count == 0 {
		p.Line("No draft was changed.")
	} else {
		p.Line("%s changed. Take it back with: galley item undo %s", Many(done.Count, "draft"), one)
	}
	p.answersLeft(done.Left)
}
