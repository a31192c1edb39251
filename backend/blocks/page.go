package blocks

import (
	"fmt"
	"slices"
	"strings"

	"galley/backend/markup"
)

// Page is a shop's text with its blocks taken out. Head, the text with the
// bytes of the blocks in the place of their tokens, and Tail are the text that
// was cut, byte for byte.
type Page struct {
	Head, Tail string // around all that is written: wrappers, styles and scripts
	Text       string // with tokens
	Blocks     []Block
	between    []string // the text before, between and after the blocks
}

// Block is a part of a text that is kept as it is.
type Block struct {
	Number int    // from 1, in the order of the text
	Label  string // what it is, for a prompt and for people
	Raw    string // its bytes
	Inline bool   // within running text, so it may be put there again

	divides bool // what follows it is another part of the page: a tab mark
	open    bool // its end is the end of the page, so what follows it would be in it
}

// Token takes the place of the block in a prompt and in an answer.
func (b Block) Token() string { return fmt.Sprintf("[[KEEP %d: %s]]", b.Number, b.Label) }

// Words are what a customer reads in the block.
func (b Block) Words() string { return markup.VisibleText(b.Raw) }

// Hide puts tokens in the place of the blocks that a text holds.
func (p Page) Hide(text string) string {
	text = strings.TrimSuffix(strings.TrimPrefix(text, p.Head), p.Tail)
	longest := slices.SortedStableFunc(slices.Values(p.Blocks), func(a, b Block) int { return len(b.Raw) - len(a.Raw) })
	for _, b := range longest {
		text = strings.Replace(text, b.Raw, b.Token(), 1)
	}
	return text
}

// List names blocks by their tokens.
func List(blocks []Block) string {
	var tokens []string
	for _, b := range blocks {
		tokens = append(tokens, b.Token())
	}
	return strings.Join(tokens, ", ")
}
