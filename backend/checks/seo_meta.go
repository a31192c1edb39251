package checks

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"galley/backend/markup"
)

// Thresholds of meta descriptions, in characters.
const (
	MinMeta         = 121
	MaxMeta         = 156
	maxMetaMentions = 2
)

func (s *subject) scoreMetaDescription(card *scorecard) {
	chars := utf8.RuneCountInString(strings.TrimSpace(s.page.Text))
	found := fair
	switch {
	case chars == 0:
		found = poorWith(1)
	case chars >= MinMeta && chars <= MaxMeta:
		found = good
	}
	card.add("meta_description_length", found, fmt.Sprintf("%d", chars), fmt.Sprintf("Meta description, %d–%d characters", MinMeta, MaxMeta))
	s.scoreKeyphraseInMeta(card)
}

func (s *subject) scoreKeyphraseInMeta(card *scorecard) {
	if s.keyphrase.isEmpty() {
		return
	}
	n := s.mentions()
	card.add("keyphrase_in_meta_description", either(n >= 1 && n <= maxMetaMentions), fmt.Sprintf("%d times", n),
		fmt.Sprintf("“%s” once or twice in the meta description", s.keyphrase.text))
}

// mentions counts the keyphrase over all sentences of the text.
func (s *subject) mentions() int {
	n := 0
	for _, sentence := range markup.SentencesIn(s.page.Text, markup.Span{Start: 0, End: len(s.page.Text)}) {
		n += s.keyphrase.occurrences(stems(sentence.Of(s.page.Text)))
	}
	return n
}
