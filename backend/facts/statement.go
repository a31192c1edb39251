package facts

import (
	"maps"
	"slices"
	"strings"

	"galley/backend/markup"
)

// statement is what a text says: a fact where the text is the product's own, a
// claim where it is a draft.
type statement struct {
	markup.Span
	class    Class
	concepts []string // what its words may mean: one of them is enough
	negative bool
	freeOf   bool // the absence is the point: "nickel-free"

	amount    *amount
	fewest    float64 // of a count that is a range: 2 to 5
	count     float64 // of the concepts, 0: how many is not said
	attr      string  // length, burn time
	part      string  // extender
	acrossAnd bool    // "and" is between its figure and its part
	scope     string  // of a variant: large
	heads     []string
	labels    labels // of a figure or count: what it belongs to
	wide      labels // of a draft's: other words of its sentence

	isRomance bool                // the first of its words is the thing
	means     map[string][]string // the forms and meanings of a concept that is one word
	isFormed  bool                // its word may be another form of one of the data: abwaschbar, abwaschen

	words     string      // as written
	made      bool        // in a place
	elsewhere bool        // about something else than the product
	placed    bool        // a count after a preposition, which may count something else
	personal  bool        // its sentence speaks of people
	scenic    bool        // a number that sets a scene
	waiting   bool        // a time that may measure nothing: "in two minutes"
	mentioned bool        // in a phrase that claims nothing: it may only be denied
	cue       bool        // by a phrase such as "pair it with"
	beside    []string    // of a count: the keys of what is counted
	ofOption  bool        // of a count: an option that it names has as many values
	variant   string      // of a figure: the variant that its sentence names before it
	parts     []float64   // of a count: numbers of its sentence that it follows from
	apart     []statement // of a figure that is a sum: its two figures
	follow    follow      // of a figure: how its sentence says that it follows from others
	thing     bool        // a phrase that speaks of the product without a cue
	tongue    bool        // a language
	spoken    bool        // of a draft: an origin that may be a language
	vague     bool        // denies no thing: no row of the sheet
	market    bool        // of the data: a place that names a size or a plug
	tag       bool        // from a tag: what it belongs to is not known
}

// has reports whether a fact gives what a claim needs.
func (s statement) has(claim statement) bool {
	if s.tongue && !claim.tongue && !claim.spoken {
		return false
	}
	return slices.ContainsFunc(s.concepts, func(concept string) bool {
		return slices.ContainsFunc(claim.concepts, func(c string) bool { return implied(concept, c) })
	})
}

// isLocated reports whether a claim says what its figure measures.
func (s statement) isLocated() bool { return s.attr != "" || s.part != "" || s.scope != "" }

// covers reports whether a fact about an amount is about everything that the
// claim names.
func (s statement) covers(claim statement) bool {
	return (claim.attr == "" || s.attr != "" && !apart(s.attr, claim.attr)) && (claim.part == "" || s.part == claim.part) &&
		(claim.scope == "" || s.scope == claim.scope)
}

// differs reports whether a fact is about another attribute, part or variant.
func (s statement) differs(claim statement) bool {
	return apart(s.attr, claim.attr) || apart(s.part, claim.part) || apart(s.scope, claim.scope)
}

func apart(a, b string) bool { return a != "" && b != "" && a != b && !isWide[a+" "+b] }

// isWide are attributes that people name for the same thing.
var isWide = setOf("width diameter", "diameter width", "depth thickness", "thickness depth", "burn time run time", "run time burn time", "capacity weight", "weight capacity", "capacity load", "load capacity")

// plainKey is the concept of a word that no lexicon has: the English word for it
// where that is known.
func plainKey(w word) string {
	if len(w.keys) > 0 {
		return "word " + w.keys[0][len(meaningMark):]
	}
	return "word " + w.base()
}

// withPlain adds a word that no lexicon has, with what else it may mean.
func (s statement) withPlain(w word) statement {
	key := plainKey(w)
	s.concepts = append(s.concepts, key)
	means := map[string][]string{key: w.forms}
	maps.Copy(means, s.means)
	s.means = means
	return s
}

// plainKeys are the concepts that a word may mean.
func plainKeys(w word) []string {
	keys := []string{plainKey(w)}
	for _, m := range w.keys {
		keys = appendNew(keys, "word "+m[len(meaningMark):])
	}
	return keys
}

func isPlain(concept string) bool { return strings.HasPrefix(concept, "word ") }

// allows reports whether a number is the count of a fact, or in its range.
func (s statement) allows(n float64) bool {
	return s.count == n || s.fewest > 0 && s.fewest <= n && n <= s.count
}
