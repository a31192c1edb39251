package checks

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
)

// MaxAltAdvised is what screen readers read in one go, in characters.
const MaxAltAdvised = 125

var (
	altOpening  = regexp.MustCompile(`(?i)^\W*(?:(?:this|here|is|an?|the|close-?up|product|stock|studio|detail(?:ed)?|isolated) ){0,4}(?:image|picture|photo|photograph|graphic|pic|illustration|screenshot)s? (?:of|showing|shows|that shows|depicting)\b`)
	fileName    = regexp.MustCompile(`(?i)\b[\w%@-]+\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?|bmp)\b|\b(?:IMG|DSC|DSCN|DSCF|PXL|DCIM)[_-]?\d{2,}\w*`)
	priceInText = regexp.MustCompile(`(?i)[$€£¥₹]\s?\d+(?:[.,]\d+)*|\b\d+(?:[.,]\d+)*\s?(?:[$€£¥₹]|(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|JPY|INR|dollars|euros)\b)|\b(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|JPY|INR)\s?\d+(?:[.,]\d+)*`)
)

// scoreAltText applies the rules of alt text. An empty one marks a decorative
// picture, which no rule speaks of.
func (s *subject) scoreAltText(card *scorecard) {
	text := s.page.text
	if text == "" {
		return
	}
	if strings.TrimSpace(text) == "" {
		s.altRule(card, "alt_blank", span{}, false, "spaces only", "Text, or nothing at all for a decorative picture")
		return
	}
	s.scoreAltLength(card)
	s.altRule(card, "alt_opening", find(altOpening, text), true, "", "No “image of” or “picture of”")
	s.altRule(card, "alt_file_name", find(fileName, text), true, "", "No file name")
	s.altRule(card, "alt_emoji", findEmoji(text), true, "", "No emoji")
	s.altRule(card, "alt_price", find(priceInText, text), true, "", "No price")
	s.altRule(card, "alt_more_than_title", span{}, !sameWords(text, s.draft.Product.Title), "the title", "More than the product’s title alone")
	if len(s.draft.Product.Images) > 1 {
		n := s.imagesWithThisAlt()
		s.altRule(card, "alt_unique", span{}, n == 0, fmt.Sprintf("%d alike", n), "Different for each picture of the product")
	}
	s.altRule(card, "alt_end", span{}, endsInPunctuation(text), "open", "Ends with punctuation")
	if text != strings.TrimSpace(text) {
		s.note("alt_spaces", galley.SeverityWarn, span{}, "There are spaces at the beginning or the end.")
	}
	if !s.draft.SawPicture {
		s.note("picture_not_seen", galley.SeverityInfo, span{}, "Written without seeing the picture.")
	}
}

func (s *subject) scoreAltLength(card *scorecard) {
	chars := utf8.RuneCountInString(s.page.text)
	card.add("alt_length", upTo(chars, MaxAltAdvised, s.draft.Field.Limit()), fmt.Sprintf("%d", chars),
		fmt.Sprintf("At most %d characters", MaxAltAdvised))
	if chars > MaxAltAdvised {
		s.note("alt_length", galley.SeverityWarn, span{}, fmt.Sprintf("%d characters; %d are advised.", chars, MaxAltAdvised))
	}
}

// altRule scores one rule and warns where it is broken. A place that was found
// is a fault.
func (s *subject) altRule(card *scorecard, id string, at span, holds bool, fault, message string) {
	measured := "yes"
	if at.end > at.start {
		holds, fault = false, at.of(s.page.text)
	}
	if !holds {
		measured = fault
		s.note(id, galley.SeverityWarn, at, message+".")
	}
	card.add(id, either(holds), measured, message)
}

func find(pattern *regexp.Regexp, text string) span {
	if at := pattern.FindStringIndex(text); at != nil {
		return span{at[0], at[1]}
	}
	return span{}
}

// Ranges of Unicode that hold pictographs; signs such as © and ™ are none.
func isEmoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff || r == 0xfe0f || r == 0x20e3
}

func findEmoji(text string) span {
	if at := strings.IndexFunc(text, isEmoji); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		return span{at, at + size}
	}
	return span{}
}

func sameWords(a, b string) bool {
	return strings.Join(lowered(a, tokens(a)), " ") == strings.Join(lowered(b, tokens(b)), " ")
}

func (s *subject) imagesWithThisAlt() int {
	n := 0
	for _, img := range s.draft.Product.Images {
		if img.ID != s.draft.ImageID && !Empty(galley.FieldAltText, img.Alt) && sameWords(img.Alt.Text, s.page.text) {
			n++
		}
	}
	return n
}

func endsInPunctuation(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "\"'”’»)]")
	last, _ := utf8.DecodeLastRuneInString(text)
	return isTerminator(last) || (unicode.IsPunct(last) && !strings.ContainsRune(",;:-–—&/(", last))
}
