package galley

// Field is one piece of copy that Galley writes.
type Field string

// The five fields. All but alt text belong to a product; alt text belongs to
// one image of a product.
const (
	FieldTitle           Field = "title"
	FieldDescription     Field = "description"
	FieldSEOTitle        Field = "seo_title"
	FieldMetaDescription Field = "meta_description"
	FieldAltText         Field = "alt_text"
)

// Fields lists all fields in the order in which people see them.
func Fields() []Field {
	return []Field{FieldTitle, FieldDescription, FieldSEOTitle, FieldMetaDescription, FieldAltText}
}

// ParseField returns the field of that name, or CodeInvalidInput.
func ParseField(s string) (Field, error) {
	for _, f := range Fields() {
		if string(f) == s {
			return f, nil
		}
	}
	return "", Errorf(CodeInvalidInput, "There is no field %q. The fields are title, description, seo_title, meta_description and alt_text.", s)
}

// Label is the field's name in running text: "SEO title".
func (f Field) Label() string {
	switch f {
	case FieldTitle:
		return "title"
	case FieldDescription:
		return "description"
	case FieldSEOTitle:
		return "SEO title"
	case FieldMetaDescription:
		return "meta description"
	case FieldAltText:
		return "alt text"
	}
	return string(f)
}

// IsHTML reports whether the field holds markup rather than plain text.
func (f Field) IsHTML() bool { return f == FieldDescription }

// IsImage reports whether the field belongs to an image.
func (f Field) IsImage() bool { return f == FieldAltText }

// Limit is the most that Shopify takes: characters for title and alt text
// (255, 512), bytes for the description (512 KB), 0 where Shopify sets none
// (it only advises 70 and 160 for the SEO fields).
// Source: Shopify Admin API 2026-10, field limits.
func (f Field) Limit() int {
	switch f {
	case FieldTitle:
		return 255
	case FieldDescription:
		return 512 * 1024
	case FieldAltText:
		return 512
	}
	return 0
}

// Value is the content of a field as the shop has it. Shopify tells an unset
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
