package evaluation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Count is how many cases of a class were judged correctly.
type Count struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// Share is the correct part, from 0 to 1.
func (c Count) Share() float64 {
	if c.Of == 0 {
		return 0
	}
	return float64(c.Right) / float64(c.Of)
}

// Figures are counts by "measure/set/class"; the class "all" is the whole set.
type Figures map[string]Count

func (f Figures) count(measure, set, class string, right bool) {
	for _, name := range []string{class, "all"} {
		key := strings.Join([]string{measure, set, name}, "/")
		c := f[key]
		c.Of++
		if right {
			c.Right++
		}
		f[key] = c
	}
}

// Add takes over the figures of another measure.
func (f Figures) Add(others Figures) { maps.Copy(f, others) }

// Names are the keys in the order of lists: a set's "all" before its classes.
func (f Figures) Names() []string {
	return slices.SortedFunc(maps.Keys(f), func(a, b string) int {
		return cmp.Compare(strings.Replace(a, "/all", "/", 1), strings.Replace(b, "/all", "/", 1))
	})
}

// claimsSlack is how much a share of claims may fall where another rises.
const claimsSlack = 0.03

// Falls lists what is worse than the kept figures: a smaller share, fewer cases,
// or a class that is gone.
func (f Figures) Falls(kept Figures) []string {
	var falls []string
	for _, name := range kept.Names() {
		was, is := kept[name], f[name]
		slack := 0.0
		if strings.HasPrefix(name, "claims/") {
			slack = claimsSlack
		}
		if is.Of < was.Of || is.Share() < was.Share()-slack {
			falls = append(falls, fmt.Sprintf("%s: %d of %d, was %d of %d", name, is.Right, is.Of, was.Right, was.Of))
		}
	}
	return falls
}
