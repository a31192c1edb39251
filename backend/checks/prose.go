package checks

import (
	"math"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/language"
	"galley/backend/markup"
)

// Thresholds of readability, in percent of sentences unless stated otherwise.
const (
	goodLong          = 20.0
	fairLong          = 25.0
	goodPassive       = 10.0
	fairPassive       = 15.0
	goodTransition    = 30.0
	fairTransition    = 20.0
	minTransitionText = 200 // words; only longer texts need transitions
)

// prose returns the sentences of paragraphs and list items.
func (s *subject) prose() []markup.Span {
	var found []markup.Span
	for _, b := range s.page.Blocks {
		if b.Kind == markup.Paragraph || b.Kind == markup.Item {
			found = append(found, markup.SentencesIn(s.page.Text, b.Span)...)
		}
	}
	return found
}

func (s *subject) countSentences(is func(sentence string) bool) share {
	all := s.prose()
	n := 0
	for _, sentence := range all {
		if is(sentence.Of(s.page.Text)) {
			n++
		}
	}
	return share{n, len(all)}
}

// longestSentences are how many words a sentence may have in languages that do
// not have the usual limit.
var longestSentences = map[language.Code]int{
	"es": 25, "it": 25, "pt": 25, "ca": 25, "fa": 25,
	"ru": 15, "he": 15, "tr": 15,
}

const usualSentence = 20

func longestSentence(code language.Code) int {
	if most, ok := longestSentences[code]; ok {
		return most
	}
	return usualSentence
}

// longestJapanese is the same for Japanese, in characters.
const longestJapanese = 40

func (s *subject) scoreSentences(card *scorecard) {
	most, message := longestSentence(s.language), messages.LongSentences
	size := markup.WordCount
	switch {
	case s.language == "ja":
		most, message, size = longestJapanese, messages.LongSentencesInCharacters, countLetters
	case s.spaceless:
		return
	}
	long := s.countSentences(func(sentence string) bool { return size(sentence) > most })
	if long.whole > 0 {
		card.add("sentence_length", shareUpTo(long, goodLong, fairLong), long.measured(goodLong, fairLong), message(most))
	}
}

// countLetters counts the characters of a sentence without its space.
func countLetters(sentence string) int {
	return len([]rune(strings.Join(strings.Fields(sentence), "")))
}

// scoreProse applies the rules that need the grammar of the language.
func (s *subject) scoreProse(card *scorecard, words int) {
	if s.grammar == nil {
		return
	}
	passive := s.countSentences(s.grammar.isPassive)
	if passive.whole == 0 {
		return
	}
	card.add("passive_voice", shareUpTo(passive, goodPassive, fairPassive), passive.measured(goodPassive, fairPassive), messages.PassiveVoice)
	if words > minTransitionText {
		s.scoreTransitions(card)
	}
	if s.english {
		s.tellReadingEase(words, passive.whole)
	}
}

func (s *subject) scoreTransitions(card *scorecard) {
	tied := s.countSentences(s.grammar.hasTransition)
	found := poor
	switch {
	case tied.atLeast(goodTransition):
		found = good
	case tied.atLeast(fairTransition):
		found = fair
	}
	card.add("transition_words", found, tied.measured(goodTransition, fairTransition), messages.TransitionWords)
}

func shareUpTo(s share, goodMax, fairMax float64) finding {
	switch {
	case s.atMost(goodMax):
		return good
	case s.atMost(fairMax):
		return fair
	}
	return poor
}

// tellReadingEase reports Flesch's figure, which is not scored.
func (s *subject) tellReadingEase(words, sentences int) {
	if words < minDensityWords {
		return
	}
	ease := readingEase(s.page.Text, sentences)
	rounded := int(math.RoundToEven(ease))
	s.noteMeasured("reading_ease", galley.SeverityInfo, rounded, messages.ReadingEase(rounded, gradeOf(float64(rounded))))
}
