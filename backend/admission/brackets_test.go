package admission_test

import (
	"strings"
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

// Code around a whole answer would be published with its brackets and quotes. What is around a word of it is the shop's.
func TestCodeAroundText(t *testing.T) {
	const shirt, collar = "A linen shirt with wooden buttons.", "It has a soft collar and long sleeves."
	code := []string{
		`['%s']`, `{'%s'}`, `["%s", "%s"]`, `('%s',)`, `("%s")`, `"""%s"""`, `{0: "%s"}`, `{"0": "%s", "1": "%s"}`,
		"content: >\n  %s", `{%s}`, `[%s]`, `{'%s', '%s'}`,
	}
	judge := func(field galley.Field, raw string) (admission.Fault, bool) {
		text := admission.Peel(raw, "content")
		product := galley.Product{Title: "Linen shirt"}
		return admission.Judge(admission.Answer{Subject: product.Subject(), Field: field, Raw: text, Content: text, Data: "Linen shirt\nWooden buttons, of the series 'Rooms', size \"M\""})
	}
	refused := func(field galley.Field, form, first, second string) {
		t.Helper()
		raw := strings.Replace(strings.Replace(form, "%s", first, 1), "%s", second, 1)
		fault, bad := judge(field, raw)
		require.True(t, bad && fault.Kind == admission.JSONLeft, "%s: %v", raw, fault.Kind)
	}
	for _, form := range code {
		refused(galley.FieldMetaDescription, form, shirt, collar)
		refused(galley.FieldDescription, form, shirt, collar)
		refused(galley.FieldDescription, form, "<p>"+shirt+"</p>", "<p>"+collar+"</p>")
		refused(galley.FieldDescription, "<p>"+form+"</p>", shirt, collar)
	}
	for _, form := range []string{`'%s'`, `“%s”`, `%s"`, `print("%s")`, `- "%s"`, "content: |\n  %s\n\"", `[{%s}]`} {
		refused(galley.FieldDescription, form, "<p>"+shirt+"</p>", "")
	}
	for _, good := range []string{
		`<p>(“Lin” is our word for linen.) ` + shirt + ` ("Lin")</p>`, `<p>'Lin' is a linen shirt with wooden buttons, of the series 'Rooms'</p>`,
		`<p>“` + shirt + `”</p>`, `<blockquote>“<p>` + shirt + `</p>”</blockquote>`, `<p>(Linen) ` + shirt + ` (Size "M")</p>`,
		`<p>` + shirt + `</p><p>(Size "M")</p>`,
	} {
		fault, bad := judge(galley.FieldDescription, good)
		require.False(t, bad, "%s: %v", good, fault.Kind)
	}
}
