package ui

import "galley/backend/galley"

// Notes prints the notes for writing drafts again.
func (p *Page) Notes(notes galley.RewriteNotes) {
	for _, list := range []struct {
		name  string
		notes []string
	}{{"Last notes", notes.Last}, {"House notes", notes.House}} {
		if len(list.notes) == 0 {
			continue
		}
		p.Line("%s:", list.name)
		for _, note := range list.notes {
			p.Line("  %s", note)
		}
	}
	if len(notes.Last)+len(notes.House) == 0 {
		p.Line("No notes yet.")
	}
}
