package facts

import (
	"slices"
	"strings"
	"sync"
)

// relations say what a concept implies, and what it excludes.
type relations struct{ implies, excludes map[string][]string }

var related = sync.OnceValue(func() relations {
	r := relations{implies: map[string][]string{}, excludes: map[string][]string{}}
	for _, line := range dataLines("relations") {
		if concept, others, found := strings.Cut(line, " >< "); found {
			r.excludes[concept] = append(r.excludes[concept], commaList(others)...)
			continue
		}
		concept, others, _ := strings.Cut(line, " < ")
		r.implies[concept] = append(r.implies[concept], commaList(others)...)
	}
	return r
})

// implied reports whether what has the concept has the general one, too.
func implied(concept, general string) bool {
	if concept == general {
		return true
	}
	return slices.ContainsFunc(related().implies[concept], func(parent string) bool {
		return parent != concept && implied(parent, general)
	})
}

// rivals lists what a concept excludes.
func rivals(concept string) []string {
	list := slices.Clone(related().excludes[concept])
	for other, excluded := range related().excludes {
		if slices.Contains(excluded, concept) {
			list = appendNew(list, other)
		}
	}
	return list
}

func excludes(concept, other string) bool {
	return slices.Contains(related().excludes[concept], other) || slices.Contains(related().excludes[other], concept)
}

// allImplied lists a concept and what it implies.
func allImplied(concept string, list []string) []string {
	list = appendNew(list, concept)
	for _, parent := range related().implies[concept] {
		if !slices.Contains(list, parent) {
			list = allImplied(parent, list)
		}
	}
	return list
}

func (s statement) excludes(claim statement) bool {
	return slices.ContainsFunc(s.concepts, func(concept string) bool {
		return slices.ContainsFunc(claim.concepts, func(c string) bool { return excludes(concept, c) })
	})
}
