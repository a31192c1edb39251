package galley

import (
	"time"

	"galley/backend/galley/fields"
)

// Slot is what one write to a shop replaces: all fields that share it, at a
// target. Shopify replaces the SEO title and the meta description of a product
// together: a write of one without the other clears the other. Writes of one
// slot never run side by side.
type Slot struct {
	Name   string
	Target Target
}

// SlotOf returns the slot that holds the field at a target.
func SlotOf(f Field, t Target) Slot { return Slot{Name: f.Spec().Slot, Target: t} }

// Key is the identity of the slot on its shop as one string. An image has one
// slot, however many products show it.
func (s Slot) Key() string { return s.Name + " " + s.Target.ID }

// Fields lists the fields of the slot.
func (s Slot) Fields() []Field { return fields.InSlot(s.Name) }

// Lead is the first field of the slot: a reading of it reads the whole slot.
func (s Slot) Lead() Field { return s.Fields()[0] }

// SlotContent is what a shop has in a slot.
type SlotContent struct {
	Exists bool // false: the place is gone
	Values map[Field]Value
}

// Sending is the decision to write a slot. The fields of the slot that it
// does not name are sent as they were just read.
type Sending struct {
	Values map[Field]Value
	// Within, where set, is how long after the decision was asked for the text may
	// be sent. After that nothing is sent, and the slot is read again.
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
