package facts

import (
	"slices"

	"galley/backend/markup"
)

// cover notes which bytes of a text are taken.
type cover []bool

func newCover(length int) cover { return make(cover, length) }

func (c cover) add(at markup.Span) {
	for i := at.Start; i < at.End; i++ {
		c[i] = true
	}
}

func (c cover) overlaps(at markup.Span) bool { return slices.Contains(c[at.Start:at.End], true) }
