package admission

import (
	"regexp"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
)

// controlToken is the markup of a conversation: of turns, channels and thinking.
var controlToken = regexp.MustCompile(`(?i)<\|[^|<>\n]{1,40}\|?>|<[a-z_]{2,20}\|>|<｜[^｜]{1,40}｜>|</?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|inner_monologue|tool_call|tool_response|function_call)\b[^>]*>|<(?:start|end)_of_turn>|</?s>|<(?:eos|bos|pad|unk)>|\[/?INST\]|<</?SYS>>|\[/?(?:THINK|TOOL_CALLS|SYSTEM_PROMPT)\]|(?m:^\s*(?:assistant|system|user)(?:final|analysis|commentary))|(?m:^#{2,3} (?:response|instruction|assistant|input)\s*:)|(?m:^(?:user|assistant|system|human)\s*:\s)|\[/[a-z_ ]{3,20}\]|▁|[ĠĊ][\p{L}]|<0x[0-9a-f]{2}>|(?:^|\s)\*[a-z]+(?:ing|s)?\*(?:\s|$)`)

// strikes tags that HTML has too: <s> strikes text out.
var strike = regexp.MustCompile(`(?i)</?s>`)

func controlTokens(t *text) (Fault, bool) {
	for _, m := range controlToken.FindAllString(t.Raw, -1) {
		if t.Field.IsHTML() && strike.MatchString(m) && strings.Contains(t.rawLow, "<s>") && strings.Contains(t.rawLow, "</s>") {
			continue
		}
		if !strings.Contains(t.known, strings.ToLower(m)) {
			return is(Thinking)
		}
	}
	return Fault{}, false
}

func thinking(t *text) (Fault, bool) {
	return ifSo(t.says("thinking", t.lower), Thinking)
}

func refusal(t *text) (Fault, bool) {
	said := t.lower
	if t.Field.IsHTML() {
		said = plain(strings.Join(t.sentences(), " "))
	}
	if t.says("self", said) || t.says("refusal", said) || t.says("too_little", said) {
		return is(Refusal)
	}
	if t.Field.IsHTML() || (!t.isTitle() && t.namesIt()) {
		return Fault{}, false // "Stains that you cannot see", "30-day return policy"
	}
	return ifSo(t.says("says_no", t.lower), Refusal)
}

// namesIt reports whether a word of the text is one of the product's names.
func (t *text) namesIt() bool { return slices.ContainsFunc(words(t.lower), t.names.near) }

// How much of a text is its beginning and its end, in bytes, where remarks are made.
const (
	openingLength = 220
	endingLength  = 400
)

// chat finds remarks before and after the text.
func chat(t *text) (Fault, bool) {
	start := strings.TrimLeft(opening(t.lower, openingLength), "\"'“„«*#_ \n")
	if t.says("preamble", start) || t.says("tail", ending(t.lower, endingLength)) {
		return is(Chat)
	}
	if !t.Field.IsHTML() {
		return ifSo(t.says("label", start) || t.says("about_itself", t.lower), Chat)
	}
	if t.announced() {
		return is(Chat)
	}
	for _, block := range t.blocks[:min(len(t.blocks), 3)] { // a remark may be a paragraph of its own
		if t.says("preamble", plain(block)) {
			return is(Chat)
		}
	}
	return Fault{}, false
}

// announced reports whether a line or paragraph before the text announces it.
func (t *text) announced() bool {
	if before, _, found := strings.Cut(t.Raw, "<"); found && announces.MatchString(before) {
		return true
	}
	return len(t.blocks) > 1 && markup.WordCount(t.blocks[0]) <= mostAnnouncing &&
		strings.HasSuffix(strings.TrimSpace(t.blocks[0]), ":") && t.hasTogether(plain(t.blocks[0]), []string{"noun"})
}

// mostAnnouncing is how many words a paragraph has that announces the text.
const mostAnnouncing = 16

// announces is a line before the first element that announces what follows.
var announces = regexp.MustCompile(`^[^\n]{3,200}:\s*$`)

var (
	number = regexp.MustCompile(`^\s*(?:\(?[1-9][.):]|[-*•–])\s+\S`)
	rule   = regexp.MustCompile(`^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$`)
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
		if rule.MatchString(line) {
			labelled++
		}
	}
	return ifSo(labelled >= 2 || t.twins() || t.labelledTwins(), TwoVersions)
}

// manyLines reports whether lines of a one-line field are versions rather than
// one text that was broken into lines.
func (t *text) manyLines(lines []string) bool {
	numbered, labelled := 0, 0
	for _, line := range lines {
		if number.MatchString(line) {
			numbered++
		}
		if rule.MatchString(line) {
			labelled++
		}
		if t.says("version", plain(strings.TrimLeft(line, "*#_ \"'“"))) {
			labelled++
		}
	}
	if numbered >= 2 || labelled >= 1 || listed.MatchString(t.lower) || variants(t.seen) {
		return true
	}
	if len(lines) < 2 {
		return false
	}
	return t.isTitle() || sentencesEach(lines)
}

func (t *text) isTitle() bool {
	return t.Field.Role() == galley.RoleTitle || t.Field.Role() == galley.RoleSEOTitle
}

// listed is a list within a line: "1) one 2) another".
var listed = regexp.MustCompile(`(?:^|\s|\()(?:1|a)[).:]\s.+\s(?:2|b)[).:]\s`)

// between are the marks between versions in one line.
var between = regexp.MustCompile(`\s(?:/|\|\||\|\|\||OR|ODER|OU|O BIEN)\s|;\s|\s\((?:or|oder|ou|o|of)\b:?`)

// orElse names a second version: "(or: …)".
var orElse = regexp.MustCompile(`(?i)\s\(?(?:or|oder|ou|of|oppure|alternativ(?:e|ely|ement|amente)?)\s*:\s`)

// variants reports whether a line has two texts of the same words, with a mark
// between them: "Oak lamp / Lamp of oak".
func variants(line string) bool {
	if orElse.MatchString(line) {
		return true
	}
	parts := between.Split(line, -1)
	if len(parts) < 2 {
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
