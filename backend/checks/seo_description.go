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
	maxMainHeadings   = 1
	unbrokenPoints    = 2 // for a long text without any subheading
	shortPoints       = -10
	worstShortPoints  = -20
	goodHeadingPoints = 8
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
	}
	s.scoreSentences(card)
	if !s.spaceless {
		s.scoreSubheadings(card)
	}
	s.scoreProse(card, words)
	s.scoreKeyphrase(card)
	h1 := s.page.H1
	found := finding{galley.VerdictGood, goodHeadingPoints}
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
	longest, stretch, headings := 0, 0, 0
	for _, b := range s.page.Blocks {
		if b.Kind == markup.Heading {
			stretch = 0
			headings++
			continue
		}
		stretch += markup.WordCount(b.Of(s.page.Text))
		longest = max(longest, stretch)
	}
	found := upTo(longest, goodStretch, fairStretch)
	if headings == 0 && longest > goodStretch {
		found = poorWith(unbrokenPoints)
	}
	card.add("subheading_distance", found, messages.Measured(longest), messages.SubheadingEvery(goodStretch))
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
