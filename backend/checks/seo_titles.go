package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Thresholds of search-result titles.
const (
	MaxTitleWidth = 600 // px that Google shows, measured by PixelWidth
	MaxTitleChars = 70  // characters: Shopify's counter under the SEO title
)

// scoreTitle scores only certain properties of a product title: it exists, it
// is short enough for lists, and, if the product has no SEO title, for which
// Shopify then uses it, it fits a search result. A keyphrase counts only when
// given.
func (s *subject) scoreTitle(card *scorecard) {
	chars := utf8.RuneCountInString(strings.TrimSpace(s.page.Text))
	measured := messages.Measured(chars)
	message := messages.TitleLength(MaxTitleChars)
	switch {
	case chars == 0:
		card.add("title_length", poorWith(1), measured, message)
		return
	case chars <= MaxTitleChars:
		card.add("title_length", good, measured, message)
	case chars <= s.draft.Field.Limit():
		card.add("title_length", fair, measured, message)
	default:
		card.add("title_length", poor, measured, message)
	}
	if seo, _ := s.draft.SEO(); markup.Empty(galley.FieldSEOTitle, seo) {
		s.scoreTitleWidth(card)
	}
	s.scoreKeyphraseInTitle(card)
}

func (s *subject) scoreSEOTitle(card *scorecard) {
	s.scoreTitleWidth(card)
	s.scoreKeyphraseInTitle(card)
	s.scoreKeyphraseInHandle(card)
}

func (s *subject) scoreTitleWidth(card *scorecard) {
	width := PixelWidth(strings.TrimSpace(s.page.Text))
	found := good
	switch {
	case width == 0:
		found = poorWith(1)
	case width > MaxTitleWidth:
		found = poor
	}
	card.add("seo_title_width", found, messages.MeasuredPixels(width), messages.TitleWidth(MaxTitleWidth))
}

// missingInTitle are the points for a title that lacks words of the keyphrase.
const missingInTitle = 2

func (s *subject) scoreKeyphraseInTitle(card *scorecard) {
	k := s.keyphrase
	if k.isEmpty() {
		return
	}
	message := messages.PhraseInTitle(k.text)
	whole, list := k.grammar.wholeForms(s.page.Text), k.grammar.forms(s.page.Text)
	switch at := k.exactAt(whole); {
	case at >= 0 && k.onlyFunctionWords(whole[:at]):
		card.add("keyphrase_in_seo_title", good, messages.MeasuredFirst, message)
	case at > 0:
		card.add("keyphrase_in_seo_title", fair, messages.MeasuredLater, message)
	case k.present(list) == len(k.content):
		card.add("keyphrase_in_seo_title", fair, messages.MeasuredOther, message)
	default:
		card.add("keyphrase_in_seo_title", poorWith(missingInTitle), s.wordsPresent(list), message)
	}
}

// onlyFunctionWords accepts a keyphrase after an article: "The table lamp".
func (k keyphrase) onlyFunctionWords(list []string) bool {
	for _, w := range list {
		if !k.grammar.functionForms.has(w) {
			return false
		}
	}
	return true
}

func (s *subject) wordsPresent(list []string) messages.Message {
	return messages.MeasuredPart(s.keyphrase.present(list), len(s.keyphrase.content))
}

// scoreKeyphraseInHandle applies only if handle and phrase have the same
// script: a handle in Latin letters cannot contain a Greek phrase.
func (s *subject) scoreKeyphraseInHandle(card *scorecard) {
	k, handle := s.keyphrase, s.draft.Handle()
	if k.isEmpty() || handle == "" || isASCII(k.grammar.fold(k.text)) != isASCII(handle) {
		return
	}
	list := k.grammar.forms(handle)
	present, all := k.present(list), len(k.content)
	found := fair
	if present == all || (all > 2 && present*2 > all) {
		found = good
	}
	card.add("keyphrase_in_handle", found, s.wordsPresent(list), messages.PhraseInHandle(k.text))
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII })
}
