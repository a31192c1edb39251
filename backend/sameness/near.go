package sameness

import (
	"cmp"
	"math/bits"
	"slices"
)

// A signature has the least hash of a text's runs of words for each of so many
// orders. The share of places in which two signatures agree estimates the share
// of runs that two texts have in common.
const (
	places = 96
	rows   = 4 // of a band: texts that agree in all of one are compared
	bands  = places / rows
	run    = 3 // words
	// alike is the share of places from which on texts are near duplicates.
	alike = 0.5
)

type signature [places]uint32

func (f *Finder) sign(words []uint64) *signature {
	f.shingles = f.shingles[:0]
	for i := 0; i+run <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+run] {
			h = mix(h ^ w)
		}
		f.shingles = append(f.shingles, h)
	}
	slices.Sort(f.shingles)
	f.shingles = slices.Compact(f.shingles)
	sig := &signature{}
	for k := range sig {
		a, least := multipliers[k], ^uint32(0)
		for _, h := range f.shingles {
			least = min(least, uint32((h*a)>>32))
		}
		sig[k] = least
	}
	return sig
}

// multipliers give each place an order of its own.
var multipliers = func() (m [places]uint64) {
	h := uint64(0x9E3779B97F4A7C15)
	for i := range m {
		h = mix(h + uint64(i))
		m[i] = h | 1
	}
	return m
}()

// mix spreads the bits of a number.
func mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h^0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
	return hi ^ lo
}

func (a *signature) agrees(b *signature) bool {
	same := 0
	for k := range a {
		if a[k] == b[k] {
			same++
		}
	}
	return float64(same) >= alike*places
}

// near groups the texts that mostly have the same runs of words.
func (f *Finder) near() []Group {
	u := newUnion(len(f.signatures))
	keyed := make([]keyedText, len(f.signatures))
	for band := range bands {
		for i := range f.signatures {
			keyed[i] = keyedText{f.signatures[i].band(band), int32(i)}
		}
		slices.SortFunc(keyed, func(a, b keyedText) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.text, b.text)) })
		for from := 0; from < len(keyed); {
			to := from + 1
			for to < len(keyed) && keyed[to].key == keyed[from].key {
				to++
			}
			f.join(u, keyed[from:to])
			from = to
		}
	}
	var groups []Group
	for _, g := range u.groups() {
		members := make([]int, len(g))
		for i, m := range g {
			members[i] = int(f.long[m])
		}
		if !f.allEqual(members) {
			groups = append(groups, Group{Kind: Near, Members: members})
		}
	}
	return groups
}

type keyedText struct {
	key  uint64
	text int32
}

func (a *signature) band(n int) uint64 {
	h := uint64(0)
	for _, v := range a[n*rows : (n+1)*rows] {
		h = mix(h ^ uint64(v))
	}
	return h
}

// most is how many texts of a bucket each of its texts is compared with.
const most = 8

// join compares each text of a bucket with some that no earlier one was like.
func (f *Finder) join(u *union, bucket []keyedText) {
	var firsts []int32
	for _, k := range bucket {
		joined := false
		for _, first := range firsts {
			if u.root(first) == u.root(k.text) || f.signatures[first].agrees(f.signatures[k.text]) {
				u.join(first, k.text)
				joined = true
				break
			}
		}
		if !joined && len(firsts) < most {
			firsts = append(firsts, k.text)
		}
	}
}

// union is a set of disjoint sets.
type union struct{ parent []int32 }

func newUnion(n int) *union {
	u := &union{parent: make([]int32, n)}
	for i := range u.parent {
		u.parent[i] = int32(i)
	}
	return u
}

func (u *union) root(i int32) int32 {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(a, b int32) {
	a, b = u.root(a), u.root(b)
	u.parent[max(a, b)] = min(a, b)
}

// groups lists the sets of two or more, in order.
func (u *union) groups() [][]int32 {
	byRoot := map[int32][]int32{}
	for i := range u.parent {
		root := u.root(int32(i))
		byRoot[root] = append(byRoot[root], int32(i))
	}
	var all [][]int32
	for i := range u.parent {
		if g := byRoot[int32(i)]; len(g) > 1 {
			all = append(all, g)
		}
	}
	return all
}
