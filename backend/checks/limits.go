package checks

import (
	"fmt"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

// checkLimits holds what Shopify would refuse, and warns where Shopify's own
// counters under the SEO fields turn red.
func (s *subject) checkLimits() {
	content := s.draft.Content
	chars := utf8.RuneCountInString(content)
	switch f := s.draft.Field; f {
	case galley.FieldTitle, galley.FieldAltText:
		if chars > f.Limit() {
			s.note("limit", galley.SeverityHold, markup.Span{}, fmt.Sprintf("%d characters; Shopify takes at most %d.", chars, f.Limit()))
		}
	case galley.FieldDescription:
		if len(content) > f.Limit() {
			s.note("limit", galley.SeverityHold, markup.Span{}, fmt.Sprintf("%d KB; Shopify takes at most %d KB.", (len(content)+1023)/1024, f.Limit()/1024))
		}
	case galley.FieldSEOTitle:
		s.counter("seo_title_counter", chars, MaxTitleChars)
	case galley.FieldMetaDescription:
		s.counter("meta_description_counter", chars, maxMetaShopify)
	}
}

func (s *subject) counter(rule string, chars, most int) {
	if chars > most {
		s.note(rule, galley.SeverityWarn, markup.Span{}, fmt.Sprintf("%d characters; Shopify’s counter ends at %d.", chars, most))
	}
}

// checkEmpty holds a draft that would leave a customer with nothing where there
// is something now. A product cannot be without a title at all.
func (s *subject) checkEmpty() {
	if s.draft.Field.IsImage() || !markup.Empty(s.draft.Field, galley.Text(s.draft.Content)) {
		return
	}
	if s.draft.Field == galley.FieldTitle {
		s.note("empty", galley.SeverityHold, markup.Span{}, "There is no text. Shopify takes no product without a title.")
		return
	}
	if !markup.Empty(s.draft.Field, s.draft.Original) {
		s.note("empty", galley.SeverityHold, markup.Span{}, fmt.Sprintf("There is no text. The %s on the shop would be emptied.", s.draft.Field.Label()))
	}
}
