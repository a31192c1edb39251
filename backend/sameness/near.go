package sameness

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A signature has the least hash of a text's runs of words for each of so many
// orders. The share of places in which two signatures agree estimates the share
// of runs that two texts have in common.
const (
	places = 96
	rows   = 3 // of a band: texts that agree in all of one are compared
	bands  = places / rows
	run    = 3 // words
)

type signature [places]uint32

func (m *Printer) sign(words []uint64) *signature {
	m.shingles = m.shingles[:0]
	for i := 0; i+run <= len(words); i++ {
		m.shingles = append(m.shingles, hashAll(words[i:i+run]))
	}
	slices.Sort(m.shingles)
	m.shingles = slices.Compact(m.shingles)
	sig := &signature{}
	for k := range sig {
		a, least := multipliers[k], ^uint32(0)
		for _, h := range m.shingles {
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

// shared estimates the share of runs of words that two texts have in common.
func (a *signature) shared(b *signature) float64 {
	same := 0
	for k := range a {
		if a[k] == b[k] {
			same++
		}
	}
	return float64(same) / places
}

func (a *signature) agrees(b *signature) bool { return a.shared(b) >= alike }

// percent is the share of words that are the same in texts that share so many
// runs: a word that differs is in as many runs as they are long.
func percent(shared float64) int {
	return int(math.Round(100 * math.Cbrt(2*shared/(1+shared))))
}

func (a *signature) band(n int) uint64 {
	h := uint64(0)
	for _, v := range a[n*rows : (n+1)*rows] {
		h = mix(h ^ uint64(v))
	}
	return h
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
			least, most := f.percents(g)
			groups = append(groups, Group{Kind: Near, Members: members, Least: least, Most: most})
		}
	}
	return groups
}

// percents is how much the texts of a group are alike: each with the one of some
// first ones that it is most like.
func (f *Finder) percents(g []int32) (least, highest int) {
	least = 100
	for i, m := range g[1:] {
		best := 0.0
		for _, other := range g[:min(i+1, most)] {
			best = max(best, f.signatures[m].shared(f.signatures[other]))
		}
		least, highest = min(least, percent(best)), max(highest, percent(best))
	}
	return max(least, percent(alike)), highest
}

type keyedText struct {
	key  uint64
	text int32
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
