package checks

import (
	"strings"
	"unicode/utf8"

	"galley/backend/galley/messages"
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
	card.add("meta_description_length", found, messages.Measured(chars), messages.MetaLength(MinMeta, MaxMeta))
	s.scoreKeyphraseInMeta(card)
}

func (s *subject) scoreKeyphraseInMeta(card *scorecard) {
	if s.keyphrase.isEmpty() {
		return
	}
	n := s.mentions()
	card.add("keyphrase_in_meta_description", either(n >= 1 && n <= maxMetaMentions), messages.MeasuredTimes(n), messages.PhraseInMeta(s.keyphrase.text))
}

// mentions counts the keyphrase over all sentences of the text.
func (s *subject) mentions() int {
	n := 0
	for _, sentence := range markup.SentencesIn(s.page.Text, markup.Span{Start: 0, End: len(s.page.Text)}) {
		n += s.keyphrase.occurrences(s.keyphrase.grammar.forms(sentence.Of(s.page.Text)))
	}
	return n
}
