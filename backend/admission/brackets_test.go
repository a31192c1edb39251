package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// A small model opened each paragraph with a bracket, as of a tag that never closed. Customers would see it.
func TestOpeningBracketBeforeText(t *testing.T) {
	const data = "Talking Machines\nA history of chatbots, 312 pages."
	for _, c := range []struct {
		field galley.Field
		text  string
		seen  bool
	}{
		{galley.FieldDescription, "<p>&lt;This is a book about the history of chatbots.</p><p>It has 312 pages.</p>", true},
		{galley.FieldDescription, "<p>A history of chatbots.</p>\n&lt;It has 312 pages.", true},
		{galley.FieldMetaDescription, "<A history of chatbots in 312 pages.", true},

		{galley.FieldDescription, "<p>A history of chatbots for rooms &lt; 20 m², with less than &lt;5 pictures.</p>", false},
		{galley.FieldMetaDescription, "<3 A history of chatbots in 312 pages.", false},
	} {
		product := galley.Product{Title: "Talking Machines"}
		fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: c.field, Raw: c.text, Content: c.text, Data: data})
		require.Equal(t, c.seen, bad && fault.Kind == admission.Escaped, "%s: %v", c.text, fault.Kind)
	}
}

// A bracket at the end is what is left of a model's JSON only where it never opened, or names do not stand in it.
func TestClosingBracketAfterText(t *testing.T) {
	for _, c := range []struct {
		field galley.Field
		text  string
		left  bool
	}{
		{galley.FieldDescription, "<p>A history of chatbots in 312 pages.\"}]</p>", true},
		{galley.FieldMetaDescription, "A history of chatbots in 312 pages.\"}", true},
		{galley.FieldDescription, "<p>[{A history of chatbots in 312 pages.}]</p>", true},

		{galley.FieldDescription, "<p>The poster of the series 'Rooms' [from the catalogue of 'Lin']</p>", false},
		{galley.FieldMetaDescription, "The poster of the series 'Rooms' [from the catalogue of 'Lin']", false},
	} {
		product := galley.Product{Title: "Talking Machines"}
		fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: c.field, Raw: c.text, Content: c.text, Data: "Talking Machines\nA history of chatbots, 312 pages."})
		require.Equal(t, c.left, bad && fault.Kind == admission.JSONLeft, "%s: %v", c.text, fault.Kind)
	}
}
