package checks

import (
	"math"
	"slices"
	"strings"
	"sync"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Thresholds of readability, in percent of sentences unless stated otherwise.
const (
	longSentence      = 20 // words; longer ones count
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

func (s *subject) scoreSentences(card *scorecard) {
	long := s.countSentences(func(sentence string) bool { return markup.WordCount(sentence) > longSentence })
	if long.whole > 0 {
		card.add("sentence_length", shareUpTo(long, goodLong, fairLong), long.measured(), messages.LongSentences(longSentence))
	}
}

// scoreProse applies the rules that need English.
func (s *subject) scoreProse(card *scorecard, words int) {
	passive := s.countSentences(isPassive)
	if passive.whole == 0 {
		return
	}
	card.add("passive_voice", shareUpTo(passive, goodPassive, fairPassive), passive.measured(), messages.PassiveVoice)
	if words > minTransitionText {
		tied := s.countSentences(hasTransition)
		found := poor
		switch {
		case tied.atLeast(goodTransition):
			found = good
		case tied.atLeast(fairTransition):
			found = fair
		}
		card.add("transition_words", found, tied.measured(), messages.TransitionWords)
	}
	s.tellReadingEase(words, passive.whole)
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

type participleList struct{ irregular, exceptions set }

var participles = sync.OnceValue(func() participleList {
	list := participleList{set{}, set{}}
	for _, line := range dataLines("participles") {
		if rest, isException := strings.CutPrefix(line, "- "); isException {
			list.exceptions.add(strings.Fields(rest)...)
			continue
		}
		list.irregular.add(strings.Fields(line)...)
	}
	return list
})

var (
	auxiliaries = setOf("am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't",
		"it's", "that's", "there's", "they're", "you're", "we're", "get", "gets", "got", "gotten", "getting")
	betweenPassive = setOf("not", "also", "always", "never", "often", "still", "now", "then", "just", "only", "all", "both",
		"even", "ever", "already", "again", "then", "once", "twice", "well", "be", "been", "being", "so", "too", "sometimes")
)

// maxBetween is how many words may be between "is" and "made".
const maxBetween = 3

// isPassive reports whether an English sentence has a form of "be" or "get"
// followed, ignoring adverbs, by a past participle.
func isPassive(sentence string) bool {
	list := lowered(sentence, markup.Tokens(sentence))
	for i, w := range list {
		list[i] = strings.ReplaceAll(w, "’", "'")
	}
	for i, w := range list {
		if auxiliaries.has(w) && participleFollows(list[i+1:]) {
			return true
		}
	}
	return false
}

func participleFollows(list []string) bool {
	for i, w := range list {
		switch {
		case isParticiple(w):
			return true
		case i == maxBetween || (!betweenPassive.has(w) && !strings.HasSuffix(w, "ly")):
			return false
		}
	}
	return false
}

func isParticiple(w string) bool {
	p := participles()
	return p.irregular.has(w) || (len(w) > 3 && strings.HasSuffix(w, "ed") && !p.exceptions.has(w))
}

// transitions maps first words to phrases.
var transitions = sync.OnceValue(func() map[string][][]string {
	index := map[string][][]string{}
	for _, line := range dataLines("transitions") {
		for _, phrase := range commaList(line) {
			list := strings.Fields(phrase)
			index[list[0]] = append(index[list[0]], list)
		}
	}
	return index
})

// hasTransition reports whether an English sentence has a word or phrase that
// connects it to its context.
func hasTransition(sentence string) bool {
	list := lowered(sentence, markup.Tokens(sentence))
	for i, w := range list {
		for _, phrase := range transitions()[w] {
			if i+len(phrase) <= len(list) && slices.Equal(list[i:i+len(phrase)], phrase) {
				return true
			}
		}
	}
	return false
}

// tellReadingEase reports Flesch's figure, which is not scored.
func (s *subject) tellReadingEase(words, sentences int) {
	if words < minDensityWords {
		return
	}
	ease := readingEase(s.page.Text, sentences)
	rounded := int(math.RoundToEven(ease))
	s.noteMeasured("reading_ease", galley.SeverityInfo, rounded, messages.ReadingEase(rounded, gradeOf(ease)))
}
