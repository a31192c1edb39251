package galley

import "time"

// PlaceKind is a part of a product or an image that a shop writes as one.
type PlaceKind string

// The kinds of place. Shopify replaces the SEO title and the meta description
// of a product together: a write of one without the other clears the other.
const (
	PlaceTitle       PlaceKind = "title"
	PlaceDescription PlaceKind = "description"
	PlaceSEO         PlaceKind = "seo"
	PlaceAltText     PlaceKind = "alt_text"
)

// Place is what one write to a shop replaces: all fields of a kind at a target.
// Writes of one place never run side by side.
type Place struct {
	Kind   PlaceKind
	Target Target
}

// PlaceOf returns the place that holds the field at a target.
func PlaceOf(f Field, t Target) Place {
	kind := PlaceKind(f)
	if f == FieldSEOTitle || f == FieldMetaDescription {
		kind = PlaceSEO
	}
	return Place{Kind: kind, Target: t}
}

// Key is the identity of the place on its shop as one string. An image has one
// place, however many products show it.
func (p Place) Key() string { return string(p.Kind) + " " + p.Target.Key() }

// Fields lists the fields of the place.
func (p Place) Fields() []Field {
	if p.Kind == PlaceSEO {
		return []Field{FieldSEOTitle, FieldMetaDescription}
	}
	return []Field{Field(p.Kind)}
}

// Sibling returns the other field of the place that holds f, false where f has
// its place to itself.
func (f Field) Sibling() (Field, bool) {
	switch f {
	case FieldSEOTitle:
		return FieldMetaDescription, true
	case FieldMetaDescription:
		return FieldSEOTitle, true
	}
	return "", false
}

// PlaceContent is what a shop has at a place.
type PlaceContent struct {
	Exists bool // false: the product or image is gone
	Values map[Field]Value
}

// Sending is the decision to write a place. The fields of the place that it
// does not name are sent as they were just read.
type Sending struct {
	Values map[Field]Value
	// Within, where set, is how long after the decision was asked for the text may
	// be sent. After that nothing is sent, and the place is read again.
	Within time.Duration
}

// OwnWrite is Galley's last write of a field at a place.
type OwnWrite struct {
	Before Value
	Live   Value
	At     time.Time
}

// Watch is a write whose outcome is not known and which the shop may still
// carry out: its answer was lost.
type Watch struct {
	ID          int64
	Publication Publication
	SentAt      time.Time
	Looks       int
	Expected    Value // what the shop has at the field as far as the data file knows
}
