package checks

import (
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// MaxAltAdvised is the length that screen readers read in one go, in
// characters.
var MaxAltAdvised = galley.FieldAltText.Spec().Advised

var (
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
		s.altRule(card, "alt_blank", markup.Span{}, false, messages.MeasuredSpaces, messages.AltNotBlank)
		return
	}
	var none messages.Message
	s.scoreAltLength(card)
	s.altRule(card, "alt_opening", altOpening(text), true, none, messages.AltOpening)
	s.altRule(card, "alt_file_name", find(fileName, text), !s.isFileName(), messages.MeasuredText(text), messages.AltNoFileName)
	s.altRule(card, "alt_emoji", findEmoji(text), true, none, messages.AltNoEmoji)
	s.altRule(card, "alt_price", find(priceInText, text), true, none, messages.AltNoPrice)
	s.altRule(card, "alt_more_than_title", markup.Span{}, !sameWords(text, s.draft.Title()), messages.MeasuredTitle, messages.AltMoreThanTitle)
	if len(s.draft.Product.Images) > 1 {
		n := s.imagesWithThisAlt()
		s.altRule(card, "alt_unique", markup.Span{}, n == 0, messages.MeasuredAlike(n), messages.AltUnique)
	}
	s.altRule(card, "alt_end", markup.Span{}, endsInPunctuation(text), messages.MeasuredOpen, messages.AltEnd)
	if text != strings.TrimSpace(text) {
		s.note("alt_spaces", galley.SeverityWarn, markup.Span{}, messages.AltSpaces)
	}
	if !s.draft.SawPicture {
		s.note("picture_not_seen", galley.SeverityHold, markup.Span{}, messages.PictureNotSeen)
	}
}

func (s *subject) scoreAltLength(card *scorecard) {
	chars := utf8.RuneCountInString(s.page.Text)
	card.add("alt_length", upTo(chars, MaxAltAdvised, s.draft.Field.Limit()), messages.Measured(chars), messages.AltLength(MaxAltAdvised))
	if chars > MaxAltAdvised {
		s.noteMeasured("alt_length", galley.SeverityWarn, chars, messages.AltTooLong(chars, MaxAltAdvised))
	}
}

// altRule scores one rule and warns if it is broken. A span that was found
// breaks it.
func (s *subject) altRule(card *scorecard, id string, at markup.Span, holds bool, fault, rule messages.Message) {
	measured := messages.MeasuredYes
	if at.End > at.Start {
		holds, fault = false, messages.MeasuredText(at.Of(s.page.Text))
	}
	if !holds {
		measured = fault
		s.note(id, galley.SeverityWarn, at, messages.RuleBroken(rule))
	}
	card.add(id, either(holds), measured, rule)
}

// isFileName reports whether the text is the picture's file name without its
// ending: "oak-lamp_2".
func (s *subject) isFileName() bool {
	image, ok := s.draft.Image()
	if !ok {
		return false
	}
	name, _, _ := strings.Cut(path.Base(image.URL), "?")
	name = strings.TrimSuffix(name, path.Ext(name))
	return name != "" && strings.EqualFold(strings.TrimRight(s.page.Text, "."), name) && strings.ContainsAny(name, "-_0123456789")
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
