package messages

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// outcome begins sentences that say first what did not happen.
	outcome = regexp.MustCompile(`^Not (written|published|collected): `)
	// sentenceEnd is where a first sentence ends and another one begins.
	sentenceEnd = regexp.MustCompile(`[.!?]\s`)
	// plainStart is a word that has its capital only from the start of a sentence.
	plainStart = regexp.MustCompile(`^[A-Z][a-z]`)
)

// Brief is the first sentence without its full stop, so that it can follow a
// colon in a list: in lower case, and without a colon that it already has.
func (m Message) Brief() string {
	text := outcome.ReplaceAllString(m.String(), "")
	if end := sentenceEnd.FindStringIndex(text); end != nil {
		text = text[:end[0]+1]
	}
	text = strings.TrimSuffix(text, ".")
	if plainStart.MatchString(text) {
		return string(unicode.ToLower(rune(text[0]))) + text[1:]
	}
	return text
}
