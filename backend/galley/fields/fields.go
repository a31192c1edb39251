// Package fields is the registry of what Galley writes: one file a field. It
// holds what every room needs to know about a field; what a room does with it
// is in that room's own table.
package fields

import (
	"cmp"
	"slices"
	"sync"
)

// ID is the name of a field in job specifications, the data file and scripts.
type ID string

// PlaceKind is the kind of thing on a shop that holds a field.
type PlaceKind string

// The kinds of place.
const (
	Product    PlaceKind = "product"
	Image      PlaceKind = "image"
	Collection PlaceKind = "collection"
)

// JobType names a kind of bulk run.
type JobType string

// The job types.
const (
	BulkGeneration JobType = "bulk_generation"
	AltTexts       JobType = "alt_text"
)

// TextKind is the form of a field's text.
type TextKind string

// The forms. Limits count characters of plain text, and bytes of HTML.
const (
	Plain TextKind = "plain"
	HTML  TextKind = "html"
)

// Role is a text's purpose for its readers, the same for products and collections.
type Role string

// The roles.
const (
	RoleTitle           Role = "title"
	RoleDescription     Role = "description"
	RoleSEOTitle        Role = "seo_title"
	RoleMetaDescription Role = "meta_description"
	RoleAltText         Role = "alt_text"
)

// Field describes one piece of copy.
type Field struct {
	ID    ID
	Order int // in lists that people see
	Label string
	Many  string // several of them in running text: "alt texts"
	Place PlaceKind
	Role  Role
	Text  TextKind
	// Limit is Shopify's limit, 0 if it has none. Source: Shopify Admin API
	// 2026-10, field limits.
	Limit int
	// Counter is the limit of the counter beside the field in Shopify's admin,
	// which is advice; 0 if there is none.
	Counter int
	// Advised is the length that the readers of the text take, 0 if none: screen
	// readers read about so much in one go. Source: copy-quality rules, alt text.
	Advised int
	// Required fields cannot be empty. An empty text of an optional one empties
	// the field on the shop; where MeansNothing, that is a choice of its own: an
	// empty alt text marks a decorative picture.
	Required     bool
	MeansNothing bool
	// Slot names what the shop replaces in one write. Fields of one slot are
	// always sent together.
	Slot string
	Job  JobType
}

var registry = map[ID]Field{}

// register adds a field; each file of this package calls it once.
func register(f Field) ID { //nolint:unparam // the result lets a declaration call it
	if _, taken := registry[f.ID]; taken {
		panic("field " + string(f.ID) + " is registered twice")
	}
	registry[f.ID] = f
	return f.ID
}

// All lists the fields in the order in which people see them.
func All() []Field {
	all := make([]Field, 0, len(registry))
	for _, f := range registry {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b Field) int { return cmp.Compare(a.Order, b.Order) })
	return all
}

// IDs lists the fields' names in the order in which people see them.
func IDs() []ID {
	all := All()
	ids := make([]ID, len(all))
	for i, f := range all {
		ids[i] = f.ID
	}
	return ids
}

// bySlot has the fields of each slot, in order. It is asked of every text that is published.
var bySlot = sync.OnceValue(func() map[string][]ID {
	of := map[string][]ID{}
	for _, f := range All() {
		of[f.Slot] = append(of[f.Slot], f.ID)
	}
	return of
})

// InSlot lists the fields that the shop replaces together, in order.
func InSlot(slot string) []ID { return slices.Clone(bySlot()[slot]) }

// Known reports whether the registry has the field.
func (id ID) Known() bool { _, ok := registry[id]; return ok }

// Spec is the registry's entry of the field.
func (id ID) Spec() Field { return registry[id] }

// Label is the field's name in running text: "SEO title".
func (id ID) Label() string {
	if f, ok := registry[id]; ok {
		return f.Label
	}
	return string(id)
}

// Place is the kind of thing that holds the field.
func (id ID) Place() PlaceKind { return registry[id].Place }

// Role is what the text is to its readers.
func (id ID) Role() Role { return registry[id].Role }

// Owner is the kind of thing that people choose to have the field written: of
// images, their products.
func (id ID) Owner() PlaceKind {
	if place := registry[id].Place; place != Image {
		return place
	}
	return Product
}

// IsHTML reports whether the field holds markup rather than plain text.
func (id ID) IsHTML() bool { return registry[id].Text == HTML }

// Limit is Shopify's limit: characters of plain text, bytes of HTML; 0 if it
// has none.
func (id ID) Limit() int { return registry[id].Limit }

// Sibling returns the other field of the slot that holds it, false if the field
// is alone in its slot.
func (id ID) Sibling() (ID, bool) {
	for _, other := range InSlot(registry[id].Slot) {
		if other != id {
			return other, true
		}
	}
	return "", false
}
