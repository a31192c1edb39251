package checks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// claimsOf returns the marked claims of a plain text about the lamp.
func claimsOf(product galley.Product, text string) map[string]string {
	report := checks.Run(checks.Text{Field: galley.FieldMetaDescription, Content: text, Subject: product.Subject()})
	found := map[string]string{}
	for _, w := range withSeverity(report, galley.SeverityHold) {
		found[marked(text, w)] = w.Rule
	}
	return found
}

func TestUnsupportedClaims(t *testing.T) {
	for _, c := range []struct{ text, claim, rule string }{
		{"It stands 57 cm tall.", "57 cm", "claim_figure"},
		{"It stands 57cm tall.", "57cm", "claim_figure"},
		{"A 30 × 45 mm plate.", "30 × 45 mm", "claim_figure"},
		{"It burns for 8–10 hours.", "8–10 hours", "claim_figure"},
		{"A 60-watt bulb.", "60-watt", "claim_figure"},
		{"A cable of two metres.", "two metres", "claim_figure"},
		{"Made of 100% oak.", "100%", "claim_figure"},
		{"A 14\" shade.", "14\"", "claim_figure"},
		{"A 14 in. shade.", "14 in", "claim_figure"},
		{"A .5 mm shade.", ".5 mm", "claim_figure"},
		{"Comes as a set of 4.", "set of 4", "claim_figure"},
		{"Now only £25.", "£25", "claim_price"},
		{"Set in sterling silver.", "sterling silver", "claim_material"},
		{"A base of brushed aluminum.", "aluminum", "claim_material"},
		{"A solid walnut base.", "solid walnut", "claim_material"},
		{"A red lamp.", "red", "claim_colour"},
		{"It comes in rust.", "rust", "claim_colour"},
		{"An FSC lamp.", "FSC", "claim_certification"},
		{"Tested to ISO 9001.", "ISO 9001", "claim_certification"},
		{"Rated IP67.", "IP67", "claim_certification"},
		{"An award-winning lamp.", "award-winning", "claim_certification"},
		{"Made in Italy.", "Made in Italy", "claim_origin"},
		{"Crafted in Little Hampton.", "Crafted in Little Hampton", "claim_origin"},
		{"Danish design.", "Danish", "claim_origin"},
		{"With a lifetime guarantee.", "lifetime guarantee", "claim_warranty"},
		{"With a 30-day money-back guarantee.", "30-day money-back guarantee", "claim_warranty"},
		{"Free shipping.", "Free shipping", "claim_warranty"},
		{"An eco-friendly lamp.", "eco-friendly", "claim_promise"},
		{"A plastic-free lamp.", "plastic-free", "claim_promise"},
		{"BPA free.", "BPA free", "claim_promise"},
		{"It relieves stress.", "relieves stress", "claim_promise"},
		{"A hypoallergenic shade.", "hypoallergenic", "claim_promise"},
		{"A waterproof shade.", "waterproof", "claim_promise"},
		{"The softest light.", "softest", "claim_superlative"},
		{"The best lamp.", "best", "claim_superlative"},
		{"The most comfortable light.", "most comfortable", "claim_superlative"},
		{"Our best-selling lamp.", "best-selling", "claim_superlative"},
	} {
		t.Run(c.text, func(t *testing.T) {
			require.Equal(t, map[string]string{c.claim: c.rule}, claimsOf(hesper(), c.text))
		})
	}
}

func TestSupportedClaims(t *testing.T) {
	p := hesper()
	p.Tags = append(p.Tags, "FSC", "BPA-free", "Turquoise")
	p.Options = append(p.Options, galley.Option{Name: "Finish", Values: []string{"Gray"}}, galley.Option{Name: "Diameter (cm)", Values: []string{"26", "30"}})
	p.Metafields = []galley.Fact{
		{Name: "Weight", Value: `{"value":1.50,"unit":"KILOGRAMS"}`},
		{Name: "Origin", Value: "Italy"},
		{Name: "Features", Value: `["waterproof","dishwasher safe"]`},
		{Name: "Chain", Value: `12" with 2.5" extender, 14k gold`},
	}
	for _, text := range []string{
		"42 cm tall", "42cm", "42 centimetres", "A 42-centimeter lamp.", "1,8 m of cable", "1.80 metres", "40W", "40 watts",
		"26 cm or 30 cm wide", "1.5 kg", "1,5 kilograms", "2.5 inches", "12-inch", "14 karat gold", "A metal chain.",
		"A lamp of oak, a wooden lamp.", "Solid oak, solid wood.", "Walnut wood.", "A grey finish.", "Turquoise.",
		"Now £84.", "Italian design, made in Italy.", "FSC wood.", "Free of BPA, BPA-free.", "Waterproof, dishwasher-safe.",
	} {
		t.Run(text, func(t *testing.T) { require.Empty(t, claimsOf(p, text)) })
	}
}

func TestCommonWordsAreNoClaims(t *testing.T) {
	for _, text := range []string{
		"Read in peace: 3 in the room, or alone.", "Feel free to rest; hassle-free care.", "He said “take all 4”.", `Call it "lamp 5".`,
		"Polish it now and then.", "It works best at night.", "Make the most of the evening.", "A guest in the forest.",
		"Contact us.", "By the wall, felt at night.", "Made in\nGood time.", "One lamp, two rooms.", "It looks at its best.", "Iron on low heat.", "Lamp 3000 by night.",
	} {
		t.Run(text, func(t *testing.T) { require.Empty(t, claimsOf(hesper(), text)) })
	}
}

func TestVendorIsNoClaim(t *testing.T) {
	p := hesper()
	p.Vendor = "Silver & Slate 5 kg Ltd"
	require.Empty(t, claimsOf(p, "A lamp by Silver & Slate 5 kg Ltd."))
	require.Equal(t, map[string]string{"silver": "claim_material"}, claimsOf(p, "A silver lamp by Silver & Slate 5 kg Ltd."))
}

func TestClaimsOffsetsAreRunes(t *testing.T) {
	content := "<p>Größe &amp; Güte — schön.</p><ul><li>It is 57&nbsp;cm tall</li></ul>"
	report := checks.Run(checks.Text{Field: galley.FieldDescription, Content: content, Subject: hesper().Subject()})
	holds := withSeverity(report, galley.SeverityHold)
	require.Len(t, holds, 1)
	require.Equal(t, "57\u00a0cm", marked(markup.VisibleText(content), holds[0]))
}

func TestOtherLanguages(t *testing.T) {
	german := galley.Product{Title: "Lampe", DescriptionHTML: "<p>Die Lampe ist aus Eiche und für das Bett.</p>"}
	for _, c := range []struct {
		text    string
		product galley.Product
		rules   []string
	}{
		{"Die Lampe ist aus Holz und mit Liebe gemacht, Made in Italy.", german, []string{"claim_origin"}},
		{"Lampan är gjord av ek och passar för ett litet bord.", german, []string{"claims_language"}},
		{"Лампа из дуба для спальни", german, []string{"claims_language"}},
		{"Lampa stołowa z dębu", german, []string{"claims_language"}},
		{"The lamp is for the bed and for you.", german, []string{"language_changed"}},
		{"Oak lamp", hesper(), nil},
		{"Ein Licht für die Wand und das Bett, 57 cm hoch.", hesper(), []string{"language_changed", "claim_figure"}},
	} {
		t.Run(c.text, func(t *testing.T) {
			report := checks.Run(checks.Text{Field: galley.FieldMetaDescription, Content: c.text, Subject: c.product.Subject()})
			var rules []string
			for _, w := range withSeverity(report, galley.SeverityHold) {
				rules = append(rules, w.Rule)
			}
			require.Equal(t, c.rules, rules)
		})
	}
}

func TestSeenColours(t *testing.T) {
	draft := checks.Text{Field: galley.FieldAltText, Content: "A red leather lamp on a table.", Subject: hesper().Subject(), SawPicture: true}
	var rules []string
	for _, w := range checks.Run(draft).Warnings {
		rules = append(rules, w.Rule)
	}
	require.Equal(t, []string{"claim_material"}, rules) // what looks like leather may not be
}
