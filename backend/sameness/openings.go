package sameness

import (
	"slices"
	"strings"

	"galley/backend/markup"
)

const (
	openingWords = 3 // that two texts begin with
	leastGroup   = 3 // texts with the same opening
	// leastShare is the part of all texts that begin alike, in percent, from
	// which on a customer notices.
	leastShare = 5
)

// openingOf is the hash of a text's first words, up to the product's name. An
// opening of one word says nothing: "The Hesper" is as good as any.
func openingOf(words []uint64) (uint64, bool) {
	h, n := uint64(0), 0
	for _, w := range words[:min(len(words), openingWords)] {
		if w == masked {
			break
		}
		h = mix(h ^ w)
		n++
	}
	return h, n >= 2
}

// opening is how some texts begin.
type opening struct {
	words   string // as the first of them has them
	members []int32
}

func (f *Finder) addOpening(key uint64, i int32, t Text) {
	if f.opening[key] == nil {
		f.opening[key] = &opening{words: firstWords(t)}
	}
	f.opening[key].members = append(f.opening[key].members, i)
}

// openings groups the texts with the same opening.
func (f *Finder) openings() []Group {
	least := max(leastGroup, (len(f.long)*leastShare+99)/100)
	var groups []Group
	for _, o := range f.opening {
		if len(o.members) < least {
			continue
		}
		g := Group{Kind: Opening, Opening: o.words}
		for _, m := range o.members {
			g.Members = append(g.Members, int(m))
		}
		groups = append(groups, g)
	}
	slices.SortFunc(groups, func(a, b Group) int { return a.Members[0] - b.Members[0] })
	return groups
}

// firstWords is the opening of a text as it is written.
func firstWords(t Text) string {
	own := map[string]bool{}
	for _, at := range markup.Tokens(t.Name) {
		own[fold(at.Of(t.Name))] = true
	}
	end := 0
	for i, at := range markup.Tokens(t.Words) {
		if i == openingWords || own[fold(at.Of(t.Words))] {
			break
		}
		end = at.End
	}
	return strings.Clone(t.Words[:end]) // the text is not kept
}
