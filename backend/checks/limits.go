package checks

import (
	"fmt"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/markup"
)

// checkLimits holds texts that Shopify would refuse, and warns where Shopify's
// counters under the SEO fields turn red.
func (s *subject) checkLimits() {
	content := s.draft.Content
	chars := utf8.RuneCountInString(content)
	f := s.draft.Field.Spec()
	switch {
	case f.Counter > 0 && chars > f.Counter:
		s.note(string(f.ID)+"_counter", galley.SeverityWarn, markup.Span{}, fmt.Sprintf("%d characters; Shopify’s counter ends at %d.", chars, f.Counter))
	case f.Limit == 0:
	case f.ID.IsHTML() && len(content) > f.Limit:
		s.note("limit", galley.SeverityHold, markup.Span{}, fmt.Sprintf("%d KB; Shopify takes at most %d KB.", (len(content)+1023)/1024, f.Limit/1024))
	case !f.ID.IsHTML() && chars > f.Limit:
		s.note("limit", galley.SeverityHold, markup.Span{}, fmt.Sprintf("%d characters; Shopify takes at most %d.", chars, f.Limit))
	}
}

// checkEmpty holds a draft that would leave customers with nothing where there
// is something now. A product must have a title.
func (s *subject) checkEmpty() {
	f := s.draft.Field.Spec()
	if f.MeansNothing || !markup.Empty(s.draft.Field, galley.Text(s.draft.Content)) {
		return
	}
	if f.Required {
		s.note("empty", galley.SeverityHold, markup.Span{}, fmt.Sprintf("There is no text. Shopify takes no %s without a %s.", f.Place, f.Label))
		return
	}
	if !markup.Empty(s.draft.Field, s.draft.Original) {
		s.note("empty", galley.SeverityHold, markup.Span{}, fmt.Sprintf("There is no text. The %s on the shop would be emptied.", f.Label))
	}
}
