package checks

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

// MaxAltAdvised is the length that screen readers read in one go, in
// characters.
const MaxAltAdvised = 125

var (
	altOpening  = regexp.MustCompile(`(?i)^\W*(?:(?:this|here|is|an?|the|close-?up|product|stock|studio|detail(?:ed)?|isolated) ){0,4}(?:image|picture|photo|photograph|graphic|pic|illustration|screenshot)s? (?:of|showing|shows|that shows|depicting)\b`)
	fileName    = regexp.MustCompile(`(?i)\b[\w%@-]+\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?|bmp)\b|\b(?:IMG|DSC|DSCN|DSCF|PXL|DCIM)[_-]?\d{2,}\w*`)
	priceInText = regexp.MustCompile(`(?i)[$€£¥₹]\s?\d+(?:[.,]\d+)*|\b\d+(?:[.,]\d+)*\s?(?:[$€£¥₹]|(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|JPY|INR|dollars|euros)\b)|\b(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|JPY|INR)\s?\d+(?:[.,]\d+)*`)
)

// scoreAltText applies the rules of alt text. An empty one marks a decorative
// picture and is not scored.
func (s *subject) scoreAltText(card *scorecard) {
	text := s.page.Text
	if text == "" {
		return
	}
	if strings.TrimSpace(text) == "" {
		s.altRule(card, "alt_blank", markup.Span{}, false, "spaces only", "Text, or nothing at all for a decorative picture")
		return
	}
	s.scoreAltLength(card)
	s.altRule(card, "alt_opening", find(altOpening, text), true, "", "No “image of” or “picture of”")
	s.altRule(card, "alt_file_name", find(fileName, text), true, "", "No file name")
	s.altRule(card, "alt_emoji", findEmoji(text), true, "", "No emoji")
	s.altRule(card, "alt_price", find(priceInText, text), true, "", "No price")
	s.altRule(card, "alt_more_than_title", markup.Span{}, !sameWords(text, s.draft.Title()), "the title", "More than the product’s title alone")
	if len(s.draft.Product.Images) > 1 {
		n := s.imagesWithThisAlt()
		s.altRule(card, "alt_unique", markup.Span{}, n == 0, fmt.Sprintf("%d alike", n), "Different for each picture of the product")
	}
	s.altRule(card, "alt_end", markup.Span{}, endsInPunctuation(text), "open", "Ends with punctuation")
	if text != strings.TrimSpace(text) {
		s.note("alt_spaces", galley.SeverityWarn, markup.Span{}, "There are spaces at the beginning or the end.")
	}
	if !s.draft.SawPicture {
		s.note("picture_not_seen", galley.SeverityInfo, markup.Span{}, "Written without seeing the picture.")
	}
}

func (s *subject) scoreAltLength(card *scorecard) {
	chars := utf8.RuneCountInString(s.page.Text)
	card.add("alt_length", upTo(chars, MaxAltAdvised, s.draft.Field.Limit()), fmt.Sprintf("%d", chars),
		fmt.Sprintf("At most %d characters", MaxAltAdvised))
	if chars > MaxAltAdvised {
		s.note("alt_length", galley.SeverityWarn, markup.Span{}, fmt.Sprintf("%d characters; %d are advised.", chars, MaxAltAdvised))
	}
}

// altRule scores one rule and warns if it is broken. A span that was found
// breaks it.
func (s *subject) altRule(card *scorecard, id string, at markup.Span, holds bool, fault, message string) {
	measured := "yes"
	if at.End > at.Start {
		holds, fault = false, at.Of(s.page.Text)
	}
	if !holds {
		measured = fault
		s.note(id, galley.SeverityWarn, at, message+".")
	}
	card.add(id, either(holds), measured, message)
}

func find(pattern *regexp.Regexp, text string) markup.Span {
	if at := pattern.FindStringIndex(text); at != nil {
		return markup.Span{Start: at[0], End: at[1]}
	}
	return markup.Span{}
}

// Unicode ranges of pictographs; signs such as © and ™ are not among them.
func isEmoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff || r == 0xfe0f || r == 0x20e3
}

func findEmoji(text string) markup.Span {
	if at := strings.IndexFunc(text, isEmoji); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		return markup.Span{Start: at, End: at + size}
	}
	return markup.Span{}
}

func sameWords(a, b string) bool {
	return strings.Join(lowered(a, markup.Tokens(a)), " ") == strings.Join(lowered(b, markup.Tokens(b)), " ")
}

func (s *subject) imagesWithThisAlt() int {
	n := 0
	for _, img := range s.draft.Product.Images {
		if img.ID != s.draft.Target.ID && !markup.Empty(galley.FieldAltText, img.Alt) && sameWords(img.Alt.Text, s.page.Text) {
			n++
		}
	}
	return n
}

func endsInPunctuation(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "\"'”’»)]")
	last, _ := utf8.DecodeLastRuneInString(text)
	return markup.IsTerminator(last) || (unicode.IsPunct(last) && !strings.ContainsRune(",;:-–—&/(", last))
}
