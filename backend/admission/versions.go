package admission

import (
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/pattern"
)

var (
	number = pattern.Lazy(`^\s*(?:\(?[1-9][.):]|[-*•–])\s+\S`)
	rule   = pattern.Lazy(`^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$`)
)

// minVersion is how many words a labelled block of a description has where the
// label is of a version and not of one of the product's options.
const minVersion = 8

// twoVersions finds answers that offer a choice.
func twoVersions(t *text) (Fault, bool) {
	lines := nonEmpty(t.Raw)
	if !t.Field.IsHTML() {
		return ifSo(t.manyLines(lines), TwoVersions)
	}
	labelled := 0
	for i, block := range t.blocks {
		long := markup.WordCount(block) >= minVersion || (i+1 < len(t.blocks) && markup.WordCount(t.blocks[i+1]) >= minVersion)
		if long && t.says("version", plain(block)) {
			labelled++
		}
	}
	for _, line := range lines {
		if rule().MatchString(line) {
			labelled++
		}
	}
	return ifSo(labelled >= 2 || t.hasTwins() || t.namedByLength() >= 2, TwoVersions)
}

// lengthHeading is a heading or label that names a version by its length, or a heading that numbers it.
var lengthHeading = pattern.Lazy(`^\W*(?:(?:kurz|lang)(?:fassung|version|text|beschreibung)|(?:kurze|lange) (?:fassung|version|beschreibung)|(?:short|shorter|long|longer|brief|full|extended) (?:version|description|copy)|(?:version|description) (?:courte|longue|brève|complète)|(?:versión|descripción) (?:corta|larga|breve|completa|extensa|extendida)|(?:versione|descrizione) (?:breve|corta|lunga|estesa|completa)|(?:korte|lange|uitgebreide) (?:versie|beschrijving|omschrijving|tekst))\W*(?::|$)` +
	`|^\W*(?:variant[ea]?|versione?|versión|versie|option|opción|opzione|optie|alternativ[ea]|vorschlag|entwurf|draft|proposition|propuesta|proposta|voorstel|fassung) ?(?:[a-d]|[1-4])\W*$`)

// namedByLength is how many blocks are versions that are named so.
func (t *text) namedByLength() int {
	found := 0
	for _, block := range t.blocks {
		if m := lengthHeading().FindString(plain(block)); m != "" && t.isNew(strings.Trim(m, " :.*_\n")) {
			found++
		}
	}
	return found
}

// hasTwins reports whether two blocks are versions of each other.
func (t *text) hasTwins() bool {
	return t.twins() || t.labelledTwins() || t.orBlock() || t.ruledTwins()
}

// orBlock reports whether a block between two others says nothing but "or".
func (t *text) orBlock() bool {
	for i := 1; i+1 < len(t.blocks); i++ {
		if orAlone().MatchString(plain(t.blocks[i])) {
			return true
		}
	}
	return false
}

var orAlone = pattern.Lazy(`^\W*(?:or|or else|alternatively|alternative|oder|alternativ|ou|ou bien|alternativement|o|o bien|alternativamente|oppure|in alternativa|of|ofwel)\W*$`)

// manyLines reports whether lines of a one-line field are versions rather than
// one text that was broken into lines.
func (t *text) manyLines(lines []string) bool {
	numbered, labelled := 0, 0
	for _, line := range lines {
		if number().MatchString(line) {
			numbered++
		}
		if rule().MatchString(line) {
			labelled++
		}
		if t.says("version", plain(strings.TrimLeft(line, "*#_ \"'“"))) {
			labelled++
		}
	}
	if numbered >= 2 || labelled >= 1 || t.offersChoice() {
		return true
	}
	if len(lines) < 2 {
		return false
	}
	return t.isTitle() || sentencesEach(lines)
}

// offersChoice reports whether a line has several texts in it.
func (t *text) offersChoice() bool {
	if listed().MatchString(t.lower) || variants(t.seen) || t.shortAndLong() || (t.isTitle() && eitherOr(t.seen)) {
		return true
	}
	return t.Field.Role() == galley.RoleTitle && shareWords(strings.Split(t.seen, " | "), barred)
}

func (t *text) isTitle() bool {
	return t.Field.Role() == galley.RoleTitle || t.Field.Role() == galley.RoleSEOTitle
}

// listed is a list within a line: "1) one 2) another".
var listed = pattern.Lazy(`(?:^|\s|\()(?:1|a)[).:]\s.+\s(?:2|b)[).:]\s`)

// between are the marks between versions in one line.
var between = pattern.Lazy(`\s(?:/|\|\||\|\|\||OR|ODER|OU|O BIEN)\s|;\s|\s\((?:or|oder|ou|o|of)\b:?`)

// or is a word between two versions.
var or = pattern.Lazy(`(?i),?\s(?:or|oder|ou|oppure|o|of)\s`)

// eitherOr reports whether a title is two with a word between them that begin with
// the same word.
func eitherOr(title string) bool {
	at := or().FindStringIndex(title)
	if at == nil {
		return false
	}
	a, b := words(title[:at[0]]), words(title[at[1]:])
	return len(a) >= 2 && len(b) >= 2 && a[0] == b[0] && utf8.RuneCountInString(a[0]) > 3
}

// quotedEach are two texts in quotation marks.
var quotedEach = pattern.Lazy(`^["“„«][^"“”„«»]{8,}["”“»]\W{0,3}\s(?:or|oder|ou|o|of|oppure|and|/|&)\s["“„«][^"“”„«»]{8,}["”“»]\.?$`)

// orElse names a second version: "(or: …)".
var orElse = pattern.Lazy(`(?i)\s\(?(?:or|oder|ou|ou bien|o bien|of|ofwel|oppure|alternativ(?:e|ely|ement|amente)?)\s*:\s`)

// variants reports whether a line has two texts of the same words, with a mark
// between them: "Oak lamp / Lamp of oak".
func variants(line string) bool {
	if orElse().MatchString(line) || quotedEach().MatchString(strings.TrimSpace(line)) {
		return true
	}
	return shareWords(between().Split(line, -1), 2)
}

// lengthLabel names a version by its length, where a sentence begins: "Short: …".
var lengthLabel = pattern.Lazy(`(?:^|[.!?;]\s+)((?:short|long|kurz|lang|courte?|longue?|cort[ao]|larg[ao]|breve|lung[ao]|kort)(?:er|ere|ere[rs])?)(?: version)?\s?:\s`)

// shortAndLong reports whether a line has two versions that are named by their lengths. Sizes are named so too
// ("Short: 20 cm handle. Long: 40 cm handle."): versions begin with the same word and the shorter is a sentence. Where
// a line stands before them, or their labels are a choice that the data gives, they begin with the same three words, and
// the longer has all words of the shorter: "the sleeves end at the elbow" and "at the wrist" are no versions.
func (t *text) shortAndLong() bool {
	const sentence, same = 5, 3 // words
	found := lengthLabel().FindAllStringSubmatchIndex(t.lower, -1)
	if len(found) != 2 {
		return false
	}
	a, b := words(t.lower[found[0][1]:found[1][0]]), words(t.lower[found[1][1]:])
	if len(a) < sentence || len(b) < sentence {
		return false
	}
	if found[0][0] != 0 || t.hasChoice(t.lower[found[0][2]:found[0][3]]) && t.hasChoice(t.lower[found[1][2]:found[1][3]]) {
		return slices.Equal(a[:same], b[:same]) && !slices.ContainsFunc(a, func(word string) bool { return !slices.Contains(b, word) })
	}
	return a[0] == b[0] && shareWords([]string{strings.Join(a, " "), strings.Join(b, " ")}, 2)
}

// hasChoice reports whether the data has a word that stands between marks, as the values of options do.
func (t *text) hasChoice(word string) bool {
	for _, part := range strings.FieldsFunc(t.known, func(r rune) bool { return strings.ContainsRune(",;:/|\n", r) }) {
		if strings.Trim(part, " .()") == word {
			return true
		}
	}
	return false
}

// barred is how many parts a title has that bars divide, where they are versions:
// shops put two there, and a search result's title is a list of what people search.
const barred = 3

// shareWords reports whether there are so many parts or more, and another one has
// two words of the first.
func shareWords(parts []string, least int) bool {
	if len(parts) < least {
		return false
	}
	first := vocabulary{}
	first.add(parts[0])
	for _, part := range parts[1:] {
		shared := 0
		for _, w := range words(part) {
			if first[w] {
				shared++
			}
		}
		if shared >= 2 {
			return true
		}
	}
	return false
}

// sentencesEach reports whether lines are blank-line separated texts of similar
// length that each end as a whole: two meta descriptions rather than one.
func sentencesEach(lines []string) bool {
	const enough = 60 // characters of a whole meta description or alt text
	whole := 0
	for _, line := range lines {
		if len(line) >= enough {
			whole++
		}
	}
	return whole >= 2
}

func nonEmpty(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
