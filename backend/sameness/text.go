package sameness

import (
	"hash/maphash"

	"galley/backend/blocks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// TextOf is what is compared of a field's content: what people read, without the
// parts of a page that stay as they are. Name is the title of the product or
// collection.
func TextOf(f galley.Field, content, name string) Text {
	if f.IsHTML() {
		content = markup.VisibleText(blocks.WithoutTokens(blocks.Cut(content).Text))
	}
	return Text{Words: content, Name: name}
}

// Key is the same for texts of the same words, within one process; 0 for a text
// without words.
func (t Text) Key() uint64 {
	var all maphash.Hash
	all.SetSeed(fixedSeed)
	words := markup.Tokens(t.Words)
	if len(words) == 0 {
		return 0
	}
	for _, at := range words {
		maphash.WriteComparable(&all, word(at.Of(t.Words)))
	}
	return all.Sum64()
}
