package writing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/writing"
)

const kettleText = `<p>A kettle for two cups. The lid is of cork. Holds 800 ml.</p>
<p>Warning: the base gets hot. Keep it away from children.</p>
<table><tr><th>Size</th><th>Height</th></tr><tr><td>Small</td><td>14 cm</td></tr><tr><td>Large</td><td>21 cm</td></tr></table>
<p><a href="https://shop.example/care">Care</a></p>`

func kettle() galley.Product {
	return galley.Product{
		ID: "gid://shopify/Product/9", Title: "Merrow kettle", Vendor: "Tidewell", ProductType: "Kettles",
		DescriptionHTML: kettleText, Options: []galley.Option{{Name: "Colour", Values: []string{"Slate", "Chalk"}}},
		Metafields: []galley.Fact{{Name: "Material", Value: "enamelled steel"}, {Name: "Capacity", Value: "800 ml"}},
	}
}

// Every fault of an answer is named once in the one repair that follows, in the
// answer's own words.
func TestTheRepairNamesTheRealFaultOnce(t *testing.T) {
	const kept = "\n[[KEEP 1: table, 3 rows]]\n"
	tail := kept + `<p>Warning: the base gets hot. Keep it away from children.</p><p><a href="https://shop.example/care">Care</a></p>`
	good := "<p>The Merrow kettle holds 800 ml, enough for two cups, and is of enamelled steel. Its lid is of cork.</p>" + tail
	profile := galley.Profile{Forbidden: []string{"must-have"}, Lengths: []galley.FieldLength{{Field: galley.FieldDescription, Min: 15, Max: 90}}}
	for name, c := range map[string]struct {
		answer string
		names  []string // each once in the note
	}{
		"a claim without a source":      {strings.Replace(good, "of cork.", "of cork. It has won the Copper Spoon award.", 1), []string{"nothing in the data supports"}},
		"a claim the data contradicts":  {strings.Replace(good, "enamelled steel", "copper", 1), []string{"copper"}},
		"another figure than the data":  {strings.Replace(good, "800 ml", "950 ml", 1), []string{"950 ml"}},
		"a warning is gone":             {strings.Replace(good, "<p>Warning: the base gets hot. Keep it away from children.</p>", "", 1), []string{"leaves out what the text on the shop says"}},
		"a lost table":                  {strings.Replace(good, kept, "", 1), []string{"That left out"}},
		"a lost link":                   {strings.Replace(good, `<p><a href="https://shop.example/care">Care</a></p>`, "", 1), []string{"link"}},
		"another language":              {"<p>Der Kessel Merrow fasst 800 ml und reicht damit für zwei Tassen. Sein Deckel ist aus Kork und hält auch beim Gießen. Er steht fest auf jedem Herd und lässt sich leicht sauber halten.</p>" + tail, []string{"another language"}},
		"too short":                     {"<p>Merrow kettle, 800 ml.</p>" + kept + `<p>Warning: the base gets hot.</p>`, []string{"too short"}},
		"a word that the shop avoids":   {strings.Replace(good, "The Merrow kettle", "This must have, the Merrow kettle,", 1), []string{"“must have”"}},
		"a refusal":                     {"I'm sorry, but I can't help with that request.", []string{"a message about you"}},
		"thinking":                      {"<p>" + "Okay, let me think about the kettle. The user wants a description.</think>", nil},
		"nothing":                       {" ", []string{"There was no text"}},
		"a forbidden word and an award": {strings.Replace(good, "of cork.", "of cork, a must-have. It has won the Copper Spoon award.", 1), []string{"“must-have”", "nothing in the data supports"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := kettle()
			req := galley.WriteRequest{Field: galley.FieldDescription, Subject: p.Subject(), Original: galley.Text(p.DescriptionHTML), Profile: profile}
			w := saying(c.answer, good)
			draft, _, err := writing.New(nil).Draft(t.Context(), w, req)
			require.NoError(t, err)
			require.Len(t, w.asked, 2, "one repair")
			note := w.asked[1].Note
			for _, words := range c.names {
				require.Equal(t, 1, strings.Count(note, words), note)
			}
			require.NotContains(t, draft.Content, "KEEP")
			require.False(t, draft.Report.HoldsBack(), draft.Report.Warnings)
		})
	}
	p := kettle()
	w := saying(good)
	_, _, err := writing.New(nil).Draft(t.Context(), w, galley.WriteRequest{Field: galley.FieldDescription, Subject: p.Subject(), Original: galley.Text(p.DescriptionHTML), Profile: profile})
	require.NoError(t, err)
	require.Len(t, w.asked, 1, "a good answer is not paid for twice")
}
