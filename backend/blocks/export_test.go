package blocks

import "strings"

// Original is the text that was cut.
func (p Page) Original() string {
	var out strings.Builder
	for i, between := range p.between {
		out.WriteString(between)
		if i < len(p.Blocks) {
			out.WriteString(p.Blocks[i].Raw)
		}
	}
	return p.Head + out.String() + p.Tail
}

// Divides reports whether a block is a tab mark that keeps its place.
func (b Block) Divides() bool { return b.divides && !b.open }

// IsOpen reports whether nothing closes a block, so it stays last.
func (b Block) IsOpen() bool { return b.open }
