package galley

import (
	"galley/backend/galley/fields"
	"galley/backend/galley/messages"
)

// Field is one piece of copy that Galley writes. The registry in fields
// describes it.
type Field = fields.ID

// The fields.
const (
	FieldTitle                     = fields.Title
	FieldDescription               = fields.Description
	FieldSEOTitle                  = fields.SEOTitle
	FieldMetaDescription           = fields.MetaDescription
	FieldAltText                   = fields.AltText
	FieldCollectionDescription     = fields.CollectionDescription
	FieldCollectionSEOTitle        = fields.CollectionSEOTitle
	FieldCollectionMetaDescription = fields.CollectionMetaDescription
)

// PlaceKind is the kind of thing on a shop that holds a field.
type PlaceKind = fields.PlaceKind

// The kinds of place.
const (
	PlaceProduct    = fields.Product
	PlaceImage      = fields.Image
	PlaceCollection = fields.Collection
)

// Role is what a text is to its readers.
type Role = fields.Role

// The roles.
const (
	RoleTitle           = fields.RoleTitle
	RoleDescription     = fields.RoleDescription
	RoleSEOTitle        = fields.RoleSEOTitle
	RoleMetaDescription = fields.RoleMetaDescription
	RoleAltText         = fields.RoleAltText
)

// Fields lists all fields in the order in which people see them.
func Fields() []Field { return fields.IDs() }

// ParseField returns the field of that name, or CodeInvalidInput.
func ParseField(s string) (Field, error) {
	if f := Field(s); f.Known() {
		return f, nil
	}
	return "", NewError(CodeInvalidInput, messages.NoSuchField(s, fieldNames()))
}

func fieldNames() []string {
	all := Fields()
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = string(f)
	}
	return names
}

// Value is the content of a field on the shop. Shopify distinguishes an unset
// SEO title or alt text (null) from an empty one; an undo must too.
type Value struct {
	Text string `json:"text"`
	Null bool   `json:"null,omitempty"`
}

// Text makes a Value that is set.
func Text(s string) Value { return Value{Text: s} }

// Null is the value of a field that was never set.
func Null() Value { return Value{Null: true} }

// Same reports whether a customer sees the same in both; null and "" are alike.
func (v Value) Same(w Value) bool { return v.display() == w.display() }

func (v Value) display() string {
	if v.Null {
		return ""
	}
	return v.Text
}
