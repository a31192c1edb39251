package galley

import (
	"slices"
	"strings"
)

// GoodText is a text of the shop that a person marked as good.
type GoodText struct {
	Field    Field  `json:"field"`
	PlaceID  string `json:"place_id"` // of the product or collection; marks of older versions have none
	Title    string `json:"title"`    // of it, when the text was marked
	Type     string `json:"type"`     // of the product
	Text     string `json:"text"`
	MarkedBy string `json:"marked_by"`
}

// Good is the place of a text among those marked as good, -1 where it is none.
func (p Profile) Good(f Field, text string) int {
	text = strings.TrimSpace(text)
	return slices.IndexFunc(p.Examples, func(t GoodText) bool { return t.Field == f && t.Text == text })
}

// WithGood returns the profile with a text marked as good. One that is marked
// keeps its mark.
func (p Profile) WithGood(t GoodText) Profile {
	if p.Good(t.Field, t.Text) < 0 {
		p.Examples = append(slices.Clone(p.Examples), t)
	}
	return p
}

// WithoutGood returns the profile without the mark of a text.
func (p Profile) WithoutGood(f Field, text string) Profile {
	if at := p.Good(f, text); at >= 0 {
		p.Examples = slices.Delete(slices.Clone(p.Examples), at, at+1)
	}
	return p
}

// WithoutGoodOf returns the profile without the marks of a place: of its text now, of earlier ones that were marked
// there, and of those under its title of which nothing else is known.
func (p Profile) WithoutGoodOf(f Field, of Subject) Profile {
	now, _ := of.Value(f)
	text, title := strings.TrimSpace(now.Text), strings.TrimSpace(of.Title())
	p.Examples = slices.DeleteFunc(slices.Clone(p.Examples), func(t GoodText) bool {
		isOlder := t.PlaceID == "" && t.Title == title
		return t.Field == f && (t.PlaceID == of.Target.ID || isOlder || t.Text == text)
	})
	return p
}
