package admission

import (
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"galley/backend/markup"
	"galley/backend/pattern"
)

var (
	jsonKey    = pattern.Lazy(`["'“”](?:[a-z_]{2,30}|[A-Za-z]+ [A-Za-z]+)["'“”]\s*:\s*["'“”\[{]`)
	jsonEnds   = pattern.Lazy(`^\s*[{\[]\s*["'{\[]|\\"|^\s*\{|\};?\s*$|^\s*\[.*\]\s*$|^\s*\w+\s*=\s*\S.*;\s*$|^\s*(?:return|print|echo|const|let|var)\b.*["'\x60]\)?;?\s*$|^\w+:\s*[>|]-?\s`)
	jsonClose  = pattern.Lazy(`[}\]]\s*[}\]]\s*$`) // the end of an answer whose beginning was taken off
	quoteClose = pattern.Lazy(`["']\s*[}\]]\s*$`)  // the same, where the bracket never opened
	// shellsSeen and shellsOfTags are JSON, Python, YAML or code around a whole text: in what customers see, and
	// against its outer tags.
	shellsSeen = pattern.Lazy(`(?s)^\s*[{\[]\s*(?:\w+\s*:\s*)?["'].*["']\s*,?\s*[}\]]\W*$|^\s*(?:\[[^\[\]]*\]|\{[^{}]*\})\s*$` +
		`|^\s*\(\s*["'“][^()]*["'”]\s*,?\s*\)\W*$|^\s*(?:"""|''')|(?:"""|''')\s*$|^\w+:\s*[>|][-+]?\s`)
	shellsOfTags = pattern.Lazy(`^[^<]*["'\x60“„«{\[(]\s*<(?:p|h[1-6]|ul|ol|div|table)\b|</(?:p|h[1-6]|ul|ol|div|table)>\s*["'\x60”»}\])][^<\p{L}]*$`)
	answerTags   = pattern.Lazy(`(?i)&lt;/?(?:answer|output|response|result|final|content|text|title|product|data|json|xml|html|body)\b|</?(?:answer|output|response|result|final|product|json|xml|seo_title|meta_description|alt_text)\b[^>]*>|<!doctype|<\?xml|<!\[CDATA\[`)

	markdownBold  = pattern.Lazy(`(?:^|[^*\w])\*{2,3}[^*\s][^*\n]*\*{2,3}|(?:^|[^_\w])__[^_\s][^_\n]*__(?:[^_\w]|$)`)
	markdownStar  = pattern.Lazy(`(?:^|[\s(])\*[^\s*][^*\n]{0,200}[^\s*]\*(?:[\s.,;:!?)]|$)`)
	markdownWhole = pattern.Lazy(`^[*_][^*_\s][^*_]*[*_]$`)
	markdownLine  = pattern.Lazy(`(?m)^\s*(?:#{1,6}\s+\S|\|.*\|\s*$|:?-{3,}:?\s*\||>\s+\S)`)
	markdownLink  = pattern.Lazy(`!\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]*\]\((?:https?:|/|#|www\.)[^)\s]*\)|~~[^~\s][^~\n]*~~`)
	markdownCode  = pattern.Lazy("```|~~~|(?:^|\\s)`[^`\\n]+`")

	seenTag     = pattern.Lazy(`(?i)</?(?:p|br|ul|ol|li|strong|em|b|i|u|h[1-6]|div|span|table|thead|tbody|tr|td|th|a|img)\b[^<>]{0,200}>`)
	seenOpening = pattern.Lazy(`(?m)^\s*<\p{L}`) // of a tag that never closes, before a paragraph
	seenEntity  = pattern.Lazy(`&(?:lt|gt|amp|quot|apos|nbsp|#\d{2,6}|#x[0-9a-fA-F]{2,6});`)
	namedEntity = pattern.Lazy(`&[A-Za-z]{2,8};`)
	seenEscapes = pattern.Lazy(`\\(?:[nrt](?:[^a-z]|$|[A-Z]|\\)|u[0-9a-fA-F]{4}|["'/])|\\n|\\x[0-9a-f]{2}|(?:^|[^\p{L}\\])u00[0-9a-f]{2}|%20|%C[23]%[0-9A-F]{2}`)
)

func jsonLeft(t *text) (Fault, bool) {
	in := func(p pattern.Regexp, where string) bool {
		m := p().FindString(where)
		return m != "" && !strings.Contains(t.known, strings.ToLower(strings.TrimSpace(m)))
	}
	if t.isInShell() {
		return is(JSONLeft)
	}
	isUnbalanced := unbalanced(t.seen, '[', ']') || unbalanced(t.seen, '{', '}')
	if isUnbalanced && (!t.Field.IsHTML() || in(quoteClose, t.seen)) {
		return is(JSONLeft)
	}
	return ifSo(in(jsonKey, t.seen) || (!t.Field.IsHTML() && in(jsonEnds, t.seen)) || in(jsonClose, t.seen) || strings.Contains(t.seen, `\"`) || in(answerTags, t.Raw), JSONLeft)
}

// isInShell reports whether code is around the whole text.
func (t *text) isInShell() bool {
	return shellsSeen().MatchString(t.seen) || t.Field.IsHTML() && shellsOfTags().MatchString(t.Raw)
}

// unbalanced reports whether brackets close that never opened, or the other way.
func unbalanced(text string, opens, closes rune) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case opens:
			depth++
		case closes:
			depth--
		}
		if depth < 0 {
			return true
		}
	}
	return depth != 0
}

func markdownLeft(t *text) (Fault, bool) {
	if !t.Field.IsHTML() && markdownWhole().MatchString(t.seen) {
		return is(MarkdownLeft)
	}
	for _, p := range []pattern.Regexp{markdownBold, markdownStar, markdownLine, markdownLink, markdownCode} {
		if m := p().FindString(t.seen); m != "" && !strings.Contains(t.known, strings.ToLower(strings.TrimSpace(m))) {
			return is(MarkdownLeft)
		}
	}
	return Fault{}, false
}

// escapedMarkup finds markup and escapes that customers would see as such.
func escapedMarkup(t *text) (Fault, bool) {
	known := plain(markup.VisibleText(t.Data) + "\n" + t.Instructions)
	for _, m := range namedEntity().FindAllString(t.seen, -1) {
		if html.UnescapeString(m) != m && !strings.Contains(known, strings.ToLower(m)) {
			return is(Escaped)
		}
	}
	for _, p := range []pattern.Regexp{seenTag, seenOpening, seenEntity, seenEscapes} {
		if m := p().FindString(t.seen); m != "" && !strings.Contains(known, strings.ToLower(m)) {
			return is(Escaped)
		}
	}
	return Fault{}, false
}

// brokenText finds characters that were read in the wrong encoding.
func brokenText(t *text) (Fault, bool) {
	return ifSo(strings.ContainsRune(t.seen, utf8.RuneError) || garbled(t.seen) || halfGarbled().MatchString(t.seen), Broken)
}

// halfGarbled is an "à" whose second byte became a space.
var halfGarbled = pattern.Lazy(`(?:^|[\s\p{Ll}])Ã(?:\s|$)`)

// garbled reports whether a text holds UTF-8 that was read as Windows-1252: a
// run of characters whose bytes in that encoding are one character of UTF-8
// that texts of shops use.
func garbled(s string) bool {
	runes := []rune(s)
	last := -1 // where the last such run ended
	for i, r := range runes {
		if r < 0xC2 || r > 0xF4 {
			continue
		}
		var bytes []byte
		for _, next := range runes[i:min(i+4, len(runes))] {
			b, ok := charmap.Windows1252.EncodeRune(next)
			if !ok {
				if next < 0x80 || next > 0x9F { // C1 controls have no place in Windows-1252
					break
				}
				b = byte(next)
			}
			bytes = append(bytes, b)
		}
		got, size := utf8.DecodeRune(bytes)
		if size > 1 && (common(got) || last == i) { // two in a row: another script
			return true
		}
		if size > 1 {
			last = i + size
		}
	}
	return false
}

// common are the characters that mostly get garbled: accented Latin letters,
// punctuation, currency, signs and emoji.
func common(r rune) bool {
	switch {
	case r >= 0x80 && r <= 0x17F, r >= 0x2010 && r <= 0x2044, r >= 0x20A0 && r <= 0x20BF, r >= 0x2100 && r <= 0x27BF, r >= 0x1F300 && r <= 0x1FAFF, r == 0xFEFF:
		return true
	}
	return false
}

var count = pattern.Lazy(`(?i)[(\[–—-]?\s*(?:(?:character|char|word|token)s?[ -]?(?:count|length)?|zeichen(?:anzahl|zahl)?|(?:anzahl(?: der)?|nombre de|número de|numero di|aantal|liczba) (?:zeichen|wörter|caractères|mots|caracteres|palabras|caratteri|parole|tekens|woorden|znaków))\s*[:=]\s*~?(?:\d{1,4})\b|[(\[]\s*(?:~|ca\.? |approx\.? |about |exactly |total:? )?(\d{1,4})\s*(?:/\s*\d+\s*)?(?:characters?|chars?|words?|zeichen|wörter|worte|caractères|caracteres|mots|palabras|caratteri|parole|tekens|woorden|tokens?|pixels?|znaków|tecken|tegn)\b[^)\]]{0,30}[)\]]|[（(]\s*約?(\d{1,4})\s*(?:文字|字|자)[^)）]{0,6}[)）]`)

// lengthOnly is a count without a word: "57/156", "[57]".
var lengthOnly = pattern.Lazy(`(?:[\[(](\d{1,4})(?:/\d{2,4})?[\])]|\s(\d{1,4})/\d{2,4})\s*$`)

var bareCount = pattern.Lazy(`(?i)(\d{1,4})\s*(?:/\s*\d+\s*)?(?:characters?|chars?|words?|zeichen|wörter|caractères|caracteres|mots|palabras|caratteri|parole|tekens|woorden)[.)\]]*\s*$`)

// counts finds a count of the text's own length: in brackets or with its name,
// or bare at the end where it is about right.
func counts(t *text) (Fault, bool) {
	if t.countsItself() {
		return is(Counts)
	}
	if m := count().FindString(t.seen); m != "" && !strings.Contains(t.known, strings.ToLower(strings.TrimSpace(m))) {
		return is(Counts)
	}
	at := bareCount().FindStringSubmatchIndex(t.seen)
	if at == nil {
		at = lengthOnly().FindStringSubmatchIndex(t.seen)
	}
	if at == nil || strings.Contains(t.known, strings.ToLower(t.seen[at[0]:at[1]])) {
		return Fault{}, false
	}
	digits := t.seen[at[0]:at[1]]
	for i := 2; i < len(at); i += 2 {
		if at[i] >= 0 {
			digits = t.seen[at[i]:at[i+1]]
		}
	}
	said, err := strconv.Atoi(digits)
	before := t.seen[:at[0]]
	about := func(n int) bool { return said*10 >= n*7 && said*10 <= n*13 }
	return ifSo(err == nil && (about(utf8.RuneCountInString(before)) || about(markup.WordCount(before))), Counts)
}

// lastFigure is a figure set off from the text before it, with a word or two of any language.
var lastFigure = pattern.Lazy(`^(.{20,}?)\s*(?:[(\[{–—|/]|\n|(?:[.!?]\s+)|:\s)\s*[=~≈]?\s*(?:[\p{L}]{1,14}\.?[ :=]{1,3}){0,2}(\d{2,4})(?:\s*/\s*\d{2,4})?\s*(?:[\p{L}]{1,12}\.?){0,2}\s*[)\]}.]*\s*$`)

// countsItself reports whether a text of one line ends with a figure of about
// its own length that the data does not have.
func (t *text) countsItself() bool {
	if t.Field.IsHTML() {
		return false
	}
	m := lastFigure().FindStringSubmatch(t.seen)
	if m == nil || t.hasFigure(m[2]) {
		return false
	}
	said, err := strconv.Atoi(m[2])
	size := utf8.RuneCountInString(m[1])
	return err == nil && said*100 >= size*88 && said*100 <= size*112
}

// hasFigure reports whether the data or the instructions have a figure.
func (t *text) hasFigure(digits string) bool {
	return slices.Contains(words(t.known), digits)
}
