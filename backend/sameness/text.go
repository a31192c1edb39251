package sameness

import (
	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// Text is what people read of one text.
type Text struct {
	Words string // visible text
	Name  string // of the product or collection: its words do not make texts alike or different
	// OneLine: a title or alt text, of which beginnings and ends are no habit.
	OneLine bool
}

// TextOf is what is compared of a field's content: what people read, without the
// parts of a page that stay as they are. Name is the title of the product or
// collection.
func TextOf(f galley.Field, content, name string) Text {
	if f.IsHTML() {
		content = markup.VisibleText(blocks.WithoutTokens(blocks.Cut(content).Text))
	}
	prose := f.Role() == galley.RoleDescription || f.Role() == galley.RoleMetaDescription
	return Text{Words: content, Name: name, OneLine: !prose}
}
