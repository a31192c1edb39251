package checks

import (
	"math"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/language"
	"galley/backend/markup"
)

// scoreKeyphrase applies the rules of a page's keyphrase to a description.
func (s *subject) scoreKeyphrase(card *scorecard) {
	if s.keyphrase.isEmpty() {
		return
	}
	s.scoreKeyphraseLength(card)
	s.scoreFirstParagraph(card)
	s.scoreDensity(card)
}

// phraseLength is how many words of content a keyphrase should have.
type phraseLength struct{ leastFair, leastGood, mostGood, mostFair int }

func phraseLengthIn(code language.Code) phraseLength {
	if code == german { // compounds say more in a word
		return phraseLength{2, 3, 6, 7}
	}
	return phraseLength{3, 4, 6, 8}
}

// find judges a number of words.
func (l phraseLength) find(n int) finding {
	switch {
	case n >= l.leastGood && n <= l.mostGood:
		return good
	case n >= l.leastFair && n <= l.mostFair:
		return fair
	}
	return poor
}

// PhraseLength is how many words of a keyphrase say something, and the verdict on
// that.
func PhraseLength(phrase string, code language.Code) (words int, verdict galley.Verdict) {
	n := newKeyphrase(phrase, grammarOf(code)).size
	return n, phraseLengthIn(code).find(n).verdict
}

func (s *subject) scoreKeyphraseLength(card *scorecard) {
	limits, n := phraseLengthIn(s.language), s.keyphrase.size
	found := limits.find(n)
	card.add("keyphrase_length", found, messages.Measured(n), messages.PhraseLength(s.keyphrase.text, limits.leastGood, limits.mostGood))
}

func (s *subject) scoreFirstParagraph(card *scorecard) {
	k, first := s.keyphrase, s.firstParagraph()
	message := messages.PhraseInParagraph(k.text)
	for _, sentence := range markup.SentencesIn(s.page.Text, first) {
		if k.present(k.grammar.forms(sentence.Of(s.page.Text))) == len(k.content) {
			card.add("keyphrase_in_first_paragraph", good, messages.MeasuredYes, message)
			return
		}
	}
	if k.present(k.grammar.forms(first.Of(s.page.Text))) == len(k.content) {
		card.add("keyphrase_in_first_paragraph", fair, messages.MeasuredSpread, message)
		return
	}
	card.add("keyphrase_in_first_paragraph", poor, messages.MeasuredNo, message)
}

// firstParagraph is the first text that is not a heading.
func (s *subject) firstParagraph() markup.Span {
	for _, b := range s.page.Blocks {
		if b.Kind != markup.Heading {
			return b.Span
		}
	}
	return markup.Span{}
}

// Thresholds of how often a description has its keyphrase, in percent of its
// words unless stated otherwise.
const (
	minDensityWords = 100 // of shorter texts the mentions count
	minDensity      = 0.5
	maxDensity      = 3.0
	worstDensity    = 4.0
	minMentions     = 2
	shortText       = 50 // words; of texts up to here one mention is enough
	thinPoints      = 4
	stuffedPoints   = -10
	worstStuffed    = -50
)

func (s *subject) scoreDensity(card *scorecard) {
	if s.spaceless {
		return
	}
	n, words := s.mentions(), len(markup.Tokens(s.page.Text)) // hyphens separate words, as in the phrase
	message := messages.PhraseDensity(s.keyphrase.text)
	if words < minDensityWords {
		card.add("keyphrase_density", findMentions(n, words), messages.MeasuredTimes(n), message)
		return
	}
	density := s.keyphrase.lengthFactor() * 100 * float64(n) / float64(words)
	measured := measuredPercent(density, 1, minDensity, maxDensity, worstDensity)
	if s.mentionsDecide(n, words, density) {
		measured = messages.MeasuredTimes(n)
	}
	card.add("keyphrase_density", s.findDensity(n, words, density), measured, message)
}

// findMentions judges the number of mentions in a short text.
func findMentions(n, words int) finding {
	most := minMentions
	if words <= shortText {
		most = 1
	}
	switch {
	case n == 0:
		return poorWith(thinPoints)
	case n <= most:
		return good
	case n == most+1:
		return poorWith(stuffedPoints)
	}
	return poorWith(worstStuffed)
}

// findDensity judges the density in a longer text: two mentions are good where
// the length of the text asks for no more.
func (s *subject) findDensity(n, words int, density float64) finding {
	switch {
	case n < minMentions, density < minDensity:
		return poorWith(thinPoints)
	case density <= maxDensity, s.areEnough(n, words):
		return good
	case density <= worstDensity:
		return poorWith(stuffedPoints)
	}
	return poorWith(worstStuffed)
}

// areEnough reports whether so many mentions are the fewest, and enough for the
// length of the text.
func (s *subject) areEnough(n, words int) bool {
	return n == minMentions && math.Ceil(minDensity*float64(words)/(100*s.keyphrase.lengthFactor())) <= minMentions
}

// mentionsDecide reports whether the number of mentions has the last word: the
// density alone would have another verdict.
func (s *subject) mentionsDecide(n, words int, density float64) bool {
	isTooFew := n > 0 && n < minMentions && density >= minDensity
	return isTooFew || density > maxDensity && s.areEnough(n, words)
}

// lengthFactor scales the density: a longer phrase takes more of the text each
// time.
func (k keyphrase) lengthFactor() float64 { return 0.7 + float64(k.size)/3 }
