package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// TestShortTextsOfNothing: one or two words that have nothing of the product are
// no name of it; headings of Markdown are no placeholders where they become HTML.
func TestShortTextsOfNothing(t *testing.T) {
	lamp := galley.Product{ID: "1", Title: "Hesper table lamp", Vendor: "Aldermill", ProductType: "Lamps", DescriptionHTML: "<p>Oak and linen.</p>"}
	judge := func(f galley.Field, said string) (admission.Fault, bool) {
		return admission.Judge(admission.Answer{Subject: lamp.Subject(), Field: f, Raw: said, Content: said, Original: galley.Text("x"), Data: "Oak and linen."})
	}
	for said, bad := range map[string]bool{"ready": true, "All done": true, "Oak lamp": false, "Linen": false, "Hesper": false} {
		found, is := judge(galley.FieldTitle, said)
		require.Equal(t, bad, is, "%s: %s", said, found.Kind)
	}
	const headed = "## Hesper table lamp\n\nA table lamp of oak with a shade of linen for the desk and the bed."
	found, is := admission.Judge(admission.Answer{
		Subject: lamp.Subject(), Field: galley.FieldDescription, Raw: headed, Original: galley.Null(), Data: "Oak and linen.",
		Content: "<h2>Hesper table lamp</h2><p>A table lamp of oak with a shade of linen for the desk and the bed.</p>",
	})
	require.False(t, is, found.Kind)
	_, is = judge(galley.FieldTitle, "## Hesper table lamp")
	require.True(t, is)
}

// The end of a JSON answer whose beginning is lost is no copy, and brackets of a text are.
func TestEndOfJSON(t *testing.T) {
	for _, c := range []struct {
		text string
		is   bool
	}{
		{"<p>Hausschuhe aus Schurwollfilz.</p>\"}", true},
		{"<p>Hausschuhe aus Schurwollfilz.\" }</p>", true},
		{"<p>Hausschuhe aus Schurwollfilz.</p>\"}]", true},
		{"<p>Hausschuhe aus Schurwollfilz {Größe 38}</p>", false},
		{"<p>Hausschuhe aus Schurwollfilz, „warm wie zu Hause“ [neu]</p>", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			product := galley.Product{Title: "Hausschuhe", DescriptionHTML: "<p>Hausschuhe aus Filz.</p>"}
			fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: galley.FieldDescription, Raw: c.text, Content: c.text})
			require.Equal(t, c.is, bad && fault.Kind == admission.JSONLeft, "%v", fault.Kind)
		})
	}
}
