package sameness

import (
	"cmp"
	"slices"
)

// Kind is how the texts of a group are alike.
type Kind string

// The kinds of groups.
const (
	Equal   Kind = "equal"   // the same text, apart from case, spaces and punctuation
	Near    Kind = "near"    // mostly the same words in the same order
	Opening Kind = "opening" // the same first words
	Ending  Kind = "ending"  // the same last words, of different sentences
	Closing Kind = "closing" // the same last sentence
)

// Group is a set of texts that are alike.
type Group struct {
	Kind        Kind
	Span        int   // of Opening, Ending and Closing: how many words are the same
	Least, Most int   // of Near: how many percent of the words are the same
	Members     []int // indexes of texts, ascending, two or more
}

// Finder finds groups among texts of one field that are added one by one. It
// keeps their prints, not the texts.
type Finder struct {
	printer    Printer
	whole      []uint64     // hash of all words, 0 for an empty text
	signatures []*signature // of texts that are long enough
	long       []int32      // the text of each signature, in the same order as all that follow
	begins     [][openings]uint64
	ends       []uint64
	closings   []uint64 // last sentences
	isDraft    []bool
	drafts     int // long ones
}

// NewFinder returns a Finder without texts.
func NewFinder() *Finder { return &Finder{} }

// Add adds a text of the shop. Members of groups are numbered in the order in
// which texts are added, from 0.
func (f *Finder) Add(t Text) { f.AddPrint(f.printer.Print(t), false) }

// AddPrint adds the print of a text: a draft, or one that the shop has.
func (f *Finder) AddPrint(p Print, draft bool) {
	i := int32(len(f.whole))
	f.whole = append(f.whole, p.whole)
	if p.signature == nil {
		return
	}
	f.signatures = append(f.signatures, p.signature)
	f.long = append(f.long, i)
	f.begins = append(f.begins, p.begins)
	f.ends = append(f.ends, p.ends)
	f.closings = append(f.closings, p.closing)
	f.isDraft = append(f.isDraft, draft)
	if draft {
		f.drafts++
	}
}

// Groups lists the groups among the texts so far. Openings and endings are looked
// for in texts of several sentences, near duplicates in texts that are long enough
// to differ. A text may be in a group of each kind, but near duplicates that are
// all equal are one group, and that texts of one such group also begin or end
// alike is not said again. Larger groups come first.
func (f *Finder) Groups() []Group {
	whole := slices.Concat(f.equal(), f.near())
	habits := slices.DeleteFunc(slices.Concat(f.openings(), f.endings()), func(g Group) bool { return g.isWithinOneOf(whole) })
	groups := slices.Concat(whole, habits)
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(len(b.Members)-len(a.Members), a.Members[0]-b.Members[0])
	})
	return groups
}

// isWithinOneOf reports whether all members are in one of the groups.
func (g Group) isWithinOneOf(groups []Group) bool {
	return slices.ContainsFunc(groups, func(whole Group) bool {
		return len(whole.Members) >= len(g.Members) && !slices.ContainsFunc(g.Members, func(m int) bool {
			_, found := slices.BinarySearch(whole.Members, m)
			return !found
		})
	})
}

// equal groups the texts of the same words.
func (f *Finder) equal() []Group {
	byHash := map[uint64][]int{}
	for i, h := range f.whole {
		if h != 0 {
			byHash[h] = append(byHash[h], i)
		}
	}
	var groups []Group
	for _, members := range byHash {
		if len(members) > 1 {
			groups = append(groups, Group{Kind: Equal, Members: members})
		}
	}
	slices.SortFunc(groups, byFirst)
	return groups
}

// allEqual reports whether texts are the same, word for word.
func (f *Finder) allEqual(members []int) bool {
	return !slices.ContainsFunc(members, func(i int) bool { return f.whole[i] != f.whole[members[0]] })
}
