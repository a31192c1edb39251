package checks

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Thresholds of descriptions, in words unless stated otherwise.
const (
	goodLength        = 200
	fairLength        = 150
	poorLength        = 100 // below, points go negative
	worstLength       = 50
	goodParagraph     = 70
	fairParagraph     = 100
	goodStretch       = 300 // between subheadings
	fairStretch       = 350
	minDensityWords   = 100 // density is meaningless for shorter texts
	minDensity        = 0.5 // percent
	maxDensity        = 3.0
	worstDensity      = 4.0
	maxMainHeadings   = 1
	shortPoints       = -10
	worstShortPoints  = -20
	thinPoints        = 4
	stuffedPoints     = -10
	worstStuffed      = -50
	mainHeadingPoints = 1
)

// scoreDescription applies the rules of a product page's text. Word counts are
// skipped for scripts without spaces.
func (s *subject) scoreDescription(card *scorecard) {
	words := markup.WordCount(s.page.Text)
	if !s.spaceless {
		s.scoreLength(card, words)
	}
	if words == 0 {
		return
	}
	if !s.spaceless {
		s.scoreParagraphs(card)
		s.scoreSentences(card)
		s.scoreSubheadings(card)
	}
	if s.english {
		s.scoreProse(card, words)
	}
	if !s.keyphrase.isEmpty() {
		s.scoreFirstParagraph(card)
		s.scoreDensity(card, words)
	}
	h1 := s.page.H1
	found := good
	if h1 > maxMainHeadings {
		found = poorWith(mainHeadingPoints)
	}
	card.add("h1_in_text", found, messages.Measured(h1), messages.NoMainHeading)
}

func (s *subject) scoreLength(card *scorecard, words int) {
	found := good
	switch {
	case words < worstLength:
		found = poorWith(worstShortPoints)
	case words < poorLength:
		found = poorWith(shortPoints)
	case words < fairLength:
		found = poor
	case words < goodLength:
		found = fair
	}
	card.add("description_length", found, messages.Measured(words), messages.AtLeastWords(goodLength))
}

func (s *subject) scoreParagraphs(card *scorecard) {
	longest, found := 0, false
	for _, b := range s.page.Blocks {
		if b.Kind == markup.Paragraph {
			longest, found = max(longest, markup.WordCount(b.Of(s.page.Text))), true
		}
	}
	if found {
		card.add("paragraph_length", upTo(longest, goodParagraph, fairParagraph), messages.Measured(longest), messages.LongestParagraph(goodParagraph))
	}
}

// scoreSubheadings measures the longest run of text without a subheading.
func (s *subject) scoreSubheadings(card *scorecard) {
	longest, stretch := 0, 0
	for _, b := range s.page.Blocks {
		if b.Kind == markup.Heading {
			stretch = 0
			continue
		}
		stretch += markup.WordCount(b.Of(s.page.Text))
		longest = max(longest, stretch)
	}
	card.add("subheading_distance", upTo(longest, goodStretch, fairStretch), messages.Measured(longest), messages.SubheadingEvery(goodStretch))
}

func upTo(n, goodMax, fairMax int) finding {
	switch {
	case n <= goodMax:
		return good
	case n <= fairMax:
		return fair
	}
	return poor
}

func (s *subject) scoreFirstParagraph(card *scorecard) {
	k, first := s.keyphrase, s.firstParagraph()
	message := messages.PhraseInParagraph(k.text)
	for _, sentence := range markup.SentencesIn(s.page.Text, first) {
		if k.present(stems(sentence.Of(s.page.Text))) == len(k.content) {
			card.add("keyphrase_in_first_paragraph", good, messages.MeasuredYes, message)
			return
		}
	}
	if k.present(stems(first.Of(s.page.Text))) == len(k.content) {
		card.add("keyphrase_in_first_paragraph", fair, messages.MeasuredSpread, message)
		return
	}
	card.add("keyphrase_in_first_paragraph", poor, messages.MeasuredNo, message)
}

// firstParagraph is the first text that is not a heading.
func (s *subject) firstParagraph() markup.Span {
	for _, b := range s.page.Blocks {
		if b.Kind == markup.Paragraph {
			return b.Span
		}
	}
	for _, b := range s.page.Blocks {
		if b.Kind != markup.Heading {
			return b.Span
		}
	}
	return markup.Span{}
}

func (s *subject) scoreDensity(card *scorecard, words int) {
	if s.spaceless || words < minDensityWords {
		return
	}
	density := share{s.mentions(), words}
	found := finding{galley.VerdictPoor, thinPoints}
	switch {
	case !density.atMost(worstDensity):
		found = poorWith(worstStuffed)
	case !density.atMost(maxDensity):
		found = poorWith(stuffedPoints)
	case density.atLeast(minDensity):
		found = good
	}
	card.add("keyphrase_density", found, messages.MeasuredDensity(density.percent()), messages.PhraseDensity(s.keyphrase.text))
}
