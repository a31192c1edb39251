package checks

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"galley/backend/markup"
)

// warrantyPeriod finds "5-year warranty", "30 days money-back guarantee" and
// "lifetime guarantee" as one claim. The product's facts must have the period
// beside the warranty, too.
var warrantyPeriod = regexp.MustCompile(`(?i)\b(?:(?:limited )?lifetime|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty)[ -](?:year|month|week|day)s?['’]?)[ -](?:limited |full |extended |money[ -]back |manufacturer['’]?s? )*(?:warranty|guarantee|returns?|refund)\b`)

func warrantyClaims(text string) []claim {
	var found []claim
	for _, m := range warrantyPeriod.FindAllStringIndex(text, -1) {
		at := markup.Span{Start: m[0], End: m[1]}
		var keys []string
		for _, f := range findFigures(at.Of(text)) {
			keys = append(keys, f.keys...)
		}
		list := tokenise(at.Of(text))
		found = append(found, claim{at, kindWarranty, append(keys, wordKey(list[len(list)-1].stem))})
	}
	return found
}

// wordKey is the key of a single word that must be among the facts.
func wordKey(stem string) string { return "word " + stem }

// wordClaims finds claims made in words. A longer term hides the ones in it.
func wordClaims(text string) []claim {
	list := tokenise(text)
	var found []claim
	for i := 0; i < len(list); i++ {
		c, used := claimAt(text, list, i)
		if used == 0 {
			continue
		}
		c.Span = markup.Span{Start: list[i].Start, End: list[i+used-1].End}
		found = append(found, c)
		i += used - 1
	}
	return found
}

// claimAt tries each kind of wording at a token and returns how many it took.
func claimAt(text string, list []token, i int) (claim, int) {
	if c, used := freeOf(text, list, i); used > 0 {
		return c, used
	}
	if c, used := qualified(list, i); used > 0 {
		return c, used
	}
	if t, ok := claimWords().at(list, i, false); ok {
		return claim{kind: t.kind, keys: []string{t.key}}, len(t.words)
	}
	if c, used := madeIn(list, i); used > 0 {
		return c, used
	}
	if c, used := standard(list, i); used > 0 {
		return c, used
	}
	return superlative(list, i)
}

// follows reports whether the next token belongs to the same phrase.
func follows(list []token, i int) bool { return i+1 < len(list) && list[i+1].joined }

// everydayFree are words before "-free" that do not promise the absence of a
// substance.
var everydayFree = setOf("hassle", "worry", "stress", "care", "hand", "trouble", "guilt", "clutter", "fuss", "for", "duty", "carefree", "feel", "is", "are", "be", "and", "or", "a", "the", "of", "to")

// freeOf finds "plastic-free". With a space, only unambiguous phrases count:
// "BPA free", not "feel free".
func freeOf(text string, list []token, i int) (claim, int) {
	if !follows(list, i) || list[i+1].stem != "free" || everydayFree.has(list[i].stem) {
		return claim{}, 0
	}
	hyphen := text[list[i].End:list[i+1].Start]
	isAcronym := list[i].raw == strings.ToUpper(list[i].raw) && len(list[i].raw) > 1
	if hyphen != "-" && hyphen != "\u2011" && !isAcronym {
		return claim{}, 0
	}
	return claim{kind: kindPromise, keys: []string{freeKey(list[i].stem)}}, 2
}

func freeKey(stem string) string { return "free of " + stem }

// qualifiers make more of a material than its name.
var qualifiers = setOf("solid", "genuine", "real", "pure", "full-grain", "finest")

// qualified finds "solid oak". The facts must say exactly that: solid oak and
// walnut are not solid walnut.
func qualified(list []token, i int) (claim, int) {
	if !follows(list, i) || !qualifiers.has(list[i].stem) {
		return claim{}, 0
	}
	t, ok := claimWords().at(list, i+1, false)
	if !ok || t.kind != kindMaterial {
		return claim{}, 0
	}
	return claim{kind: kindMaterial, keys: []string{qualifiedKey(list[i].stem, t.key)}}, 1 + len(t.words)
}

func qualifiedKey(qualifier, material string) string { return qualifier + " " + material }

var (
	making    = setOf("made", "crafted", "handcrafted", "manufactured", "produced", "woven", "designed", "built", "assembled", "grown", "printed", "sewn", "bottled", "roasted", "handmade", "imported", "sourced")
	placeKeys = setOf("in", "from")
)

// maxPlace is the maximum number of words in a place's name.
const maxPlace = 3

// madeIn finds "made in Porto": the place must be among the facts, known name
// or not.
func madeIn(list []token, i int) (claim, int) {
	if !follows(list, i) || !follows(list, i+1) || !making.has(strings.ToLower(list[i].raw)) || !placeKeys.has(list[i+1].stem) {
		return claim{}, 0
	}
	place := i + 2
	if list[place].stem == "the" && follows(list, place) {
		place++
	}
	c := claim{kind: kindOrigin}
	used := 0
	for n := place; n < len(list) && n < place+maxPlace && list[n].joined && beginsWithCapital(list[n].raw); n++ {
		c.keys = append(c.keys, slotKey(list, n))
		used = n + 1 - i
	}
	return c, used
}

// slotKey is the country's key if the list knows it, so that "Italy" is
// supported by "Italian".
func slotKey(list []token, i int) string {
	if t, ok := claimWords().at(list[:i+1], i, true); ok && t.kind == kindOrigin {
		return t.key
	}
	return wordKey(list[i].stem)
}

// standards are names followed by a number; ratings include their number.
var (
	standards = setOf("ISO", "EN", "DIN", "ASTM", "ANSI", "BS", "IEC", "SPF", "UPF", "PPE", "FFP")
	rating    = regexp.MustCompile(`^(?:IP[X\d]\d[A-Z]?|IK\d\d|FFP[123]|UPF\d+|SPF\d+|EN\d{3,}|ISO\d{3,})$`)
)

// standard finds "ISO 9001", "SPF 30" and "IP67".
func standard(list []token, i int) (claim, int) {
	if rating.MatchString(list[i].raw) {
		return claim{kind: kindCertification, keys: []string{wordKey(list[i].stem)}}, 1
	}
	if standards.has(list[i].raw) && follows(list, i) && strings.ContainsFunc(list[i+1].raw, unicode.IsDigit) {
		return claim{kind: kindCertification, keys: []string{wordKey(list[i].stem), wordKey(list[i+1].stem)}}, 2
	}
	return claim{}, 0
}

var (
	notSuperlatives = sync.OnceValue(func() set { return dataSet("not-superlatives") })
	bestBefore      = setOf("the", "our", "very", "world", "your", "absolute")
	mostExcept      = setOf("of", "people", "day", "home", "likely", "room", "kitchen", "case", "time", "part", "notably")
)

// shortestSuperlative excludes short words that happen to end in -est.
const shortestSuperlative = 6

// superlative finds "softest", "the best" and "the most comfortable".
func superlative(list []token, i int) (claim, int) {
	w := strings.ToLower(list[i].raw)
	before := ""
	if list[i].joined {
		before = list[i-1].stem
	}
	switch {
	case w == "best":
		if i == 0 || bestBefore.has(before) {
			return claim{kind: kindSuperlative, keys: []string{wordKey("best")}}, 1
		}
	case w == "most":
		if follows(list, i) && before == "the" && !mostExcept.has(list[i+1].stem) {
			return claim{kind: kindSuperlative, keys: []string{wordKey("most"), wordKey(list[i+1].stem)}}, 2
		}
	case len(w) >= shortestSuperlative && strings.HasSuffix(w, "est") && !notSuperlatives().has(w):
		return claim{kind: kindSuperlative, keys: []string{wordKey(list[i].stem)}}, 1
	}
	return claim{}, 0
}
