package blocks

import (
	"slices"
	"strings"

	"galley/backend/markup"
)

// Find returns where the blocks are in a text that was written in the place of
// the page, in bytes and in the order of Blocks. The span of a block that is not
// there byte for byte is empty.
func (p Page) Find(text string) []markup.Span {
	spans := make([]markup.Span, len(p.Blocks))
	longest := make([]int, len(p.Blocks)) // first: a block may be in a longer one
	for i := range longest {
		longest[i] = i
	}
	slices.SortStableFunc(longest, func(a, b int) int { return len(p.Blocks[b].Raw) - len(p.Blocks[a].Raw) })
	var taken []markup.Span
	for _, i := range longest {
		if at, ok := firstFree(text, p.Blocks[i].Raw, taken); ok {
			spans[i] = at
			taken = append(taken, at)
		}
	}
	return spans
}

// firstFree finds the first place of a part that is in none of the spans.
func firstFree(text, part string, taken []markup.Span) (markup.Span, bool) {
	for from := 0; part != ""; {
		i := strings.Index(text[from:], part)
		if i < 0 {
			break
		}
		at := markup.Span{Start: from + i, End: from + i + len(part)}
		over := slices.IndexFunc(taken, func(s markup.Span) bool { return s.Start < at.End && at.Start < s.End })
		if over < 0 {
			return at, true
		}
		from = taken[over].End
	}
	return markup.Span{}, false
}

// Restore puts a block that a text lacks into it: before the next block that the
// text has, else at its end. It is false where the text has the block, or the
// page none of that number.
func (p Page) Restore(text string, number int) (string, bool) {
	if number < 1 || number > len(p.Blocks) {
		return text, false
	}
	spans := p.Find(text)
	if spans[number-1].End > 0 {
		return text, false
	}
	raw := p.Blocks[number-1].Raw
	for i := number; i < len(spans); i++ {
		if at := spans[i]; at.End > 0 && !p.Blocks[i].Inline {
			return text[:at.Start] + raw + text[at.Start:], true
		}
	}
	return Append(text, raw), true
}

// Append adds a piece of HTML at the end of what a text says: within the
// container of all of it, before scripts and styles.
func Append(text, piece string) string {
	end := len(text) - len(Cut(text).Tail)
	return text[:end] + piece + text[end:]
}
