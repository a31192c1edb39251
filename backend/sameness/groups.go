package sameness

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/markup"
)

// Kind is how the texts of a group are alike.
type Kind string

// The kinds of groups.
const (
	Equal   Kind = "equal"   // the same text, apart from case, spaces and punctuation
	Near    Kind = "near"    // mostly the same words in the same order
	Opening Kind = "opening" // the same first words
)

// Text is what people read of one text.
type Text struct {
	Words string // visible text
	Name  string // of the product or collection: its words do not make texts alike or different
}

// Group is a set of texts that are alike.
type Group struct {
	Kind    Kind
	Opening string // of Opening: the words that all begin with, as the first of them has them
	Members []int  // indexes of texts, ascending, two or more
}

// Finder finds groups among texts of one field that are added one by one. It
// keeps what it needs of each, not the text.
type Finder struct {
	whole      []uint64     // hash of all words, 0 for an empty text
	signatures []*signature // of texts that are long enough
	long       []int32      // the text of each signature
	opening    map[uint64]*opening
	hashes     []uint64 // of the words of one text
	shingles   []uint64
}

// NewFinder returns a Finder without texts.
func NewFinder() *Finder { return &Finder{opening: map[uint64]*opening{}} }

// Groups lists the groups among the texts so far. Openings are looked for in
// texts of several sentences, near duplicates in texts that are long enough to
// differ. A text may be in a group of each kind, but near duplicates that are
// all equal are one group. Larger groups come first.
func (f *Finder) Groups() []Group {
	groups := slices.Concat(f.equal(), f.near(), f.openings())
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(len(b.Members)-len(a.Members), a.Members[0]-b.Members[0])
	})
	return groups
}

// fixedSeed is one for the process: hashes are compared within it alone.
var fixedSeed = maphash.MakeSeed()

// leastWords is what a text needs for runs of its words to tell something.
const leastWords = 12

// masked is the hash of a word of the product's name.
const masked = 1

// Add adds a text. Members of groups are numbered in the order in which texts
// are added, from 0.
func (f *Finder) Add(t Text) {
	own := map[uint64]bool{}
	for _, at := range markup.Tokens(t.Name) {
		own[word(at.Of(t.Name))] = true
	}
	f.hashes = f.hashes[:0]
	var all maphash.Hash
	all.SetSeed(fixedSeed)
	for _, at := range markup.Tokens(t.Words) {
		h := word(at.Of(t.Words))
		maphash.WriteComparable(&all, h)
		if own[h] {
			h = masked
		}
		f.hashes = append(f.hashes, h)
	}
	i := int32(len(f.whole))
	if len(f.hashes) == 0 {
		f.whole = append(f.whole, 0)
		return
	}
	f.whole = append(f.whole, all.Sum64())
	if len(f.hashes) < leastWords {
		return
	}
	f.signatures = append(f.signatures, f.sign(f.hashes))
	f.long = append(f.long, i)
	if key, ok := openingOf(f.hashes); ok {
		f.addOpening(key, i, t)
	}
}

// word is the hash of a word, whatever its case.
func word(w string) uint64 {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return maphash.String(fixedSeed, fold(w))
		}
	}
	return maphash.String(fixedSeed, w)
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
	slices.SortFunc(groups, func(a, b Group) int { return a.Members[0] - b.Members[0] })
	return groups
}

// allEqual reports whether texts are the same, word for word.
func (f *Finder) allEqual(members []int) bool {
	return !slices.ContainsFunc(members, func(i int) bool { return f.whole[i] != f.whole[members[0]] })
}

// fold is a word in lower case.
func fold(w string) string { return strings.Map(unicode.ToLower, w) }
