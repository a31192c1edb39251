package checks

import (
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// checkLimits holds texts that Shopify would refuse, and warns where Shopify's
// counters under the SEO fields turn red.
func (s *subject) checkLimits() {
	content := s.draft.Content
	chars := utf8.RuneCountInString(content)
	kilobytes := (len(content) + 1023) / 1024
	f := s.draft.Field.Spec()
	switch {
	case f.Counter > 0 && chars > f.Counter:
		s.noteMeasured(string(f.ID)+"_counter", galley.SeverityWarn, chars, messages.CounterExceeded(chars, f.Counter))
	case f.Limit == 0:
	case f.ID.IsHTML() && len(content) > f.Limit:
		s.noteMeasured("limit", galley.SeverityHold, kilobytes, messages.SizeExceeded(kilobytes, f.Limit/1024))
	case !f.ID.IsHTML() && chars > f.Limit:
		s.noteMeasured("limit", galley.SeverityHold, chars, messages.LimitExceeded(chars, f.Limit))
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
		s.note("empty", galley.SeverityHold, markup.Span{}, messages.EmptyRequired(string(f.Place), string(f.ID)))
		return
	}
	if !markup.Empty(s.draft.Field, s.draft.Original) {
		s.note("empty", galley.SeverityHold, markup.Span{}, messages.EmptyOnShop(string(f.ID)))
	}
}
