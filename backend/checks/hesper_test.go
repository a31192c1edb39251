package checks_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

const hesperDraft = `<p>The Hesper table lamp puts a warm pool of light beside a bed or a reading chair. The base is turned from solid oak, so no two show the same grain, and the shade is natural linen.</p>
<h4>Light to read by, and to fall asleep by</h4>
<p>The 26 cm linen shade softens the bulb without hiding it. Because the weave is open, the light falls on the page as well as on the wall. So one table lamp is often enough for a small bedroom. The switch sits on the cable, where your hand finds it in the dark.</p>
<h4>Made to be kept</h4>
<p>Oak is a natural material, and this piece is oiled rather than lacquered. It darkens a little over the years and can be oiled again at home. Every Hesper comes with a 5-year warranty, and the shade can be replaced on its own.</p>
<ul><li>Height 42 cm with the shade</li><li>Fabric cable, 1.8 m, with switch</li><li>E14 bulb, 40 W at most, not included</li></ul>
<h4>How to look after it</h4>
<p>Dust the shade with a soft brush, always from the top down. Wipe the oak with a dry cloth, and rub in a drop of furniture oil once or twice a year. If the wood ever feels dry, oil it sooner.</p>
<p>At 42 cm the Hesper is low enough for a shelf and tall enough for a desk. Two of them, one on each side, make a bed look finished.</p>`

const hesperShop = `<p>The Hesper table lamp is a warm light for beside a bed or chair. The base is made from solid oak and the shade is natural linen.</p>
<p>Our 26 cm linen shade softens the bulb and gives off a cosy glow. There is a switch on the cable. Perfect for any bedroom!</p>
<p>Oak is a natural material and colour may vary.</p>
<ul><li>Height 42 cm</li><li>Cable 1.8 m</li><li>E14 bulb, max. 40 W, not included</li></ul>`

func hesper() galley.Product {
	return galley.Product{
		ID: "gid://shopify/Product/1", Title: "Hesper table lamp, oak", Handle: "hesper-table-lamp-oak",
		ProductType: "Table lamps", Vendor: "Aldermill", DescriptionHTML: hesperShop,
		Tags:     []string{"bedside", "linen", "oak", "table-lamp"},
		Options:  []galley.Option{{Name: "Wood", Values: []string{"oak", "walnut"}}},
		PriceMin: "84.00", PriceMax: "84.00", Currency: "GBP",
	}
}

// A whole report, as a person sees it beside a draft.
func TestReportOfAWholeDescription(t *testing.T) {
	report := checks.Run(checks.Text{
		Field: galley.FieldDescription, Content: hesperDraft, Subject: hesper().Subject(), Original: galley.Text(hesperShop),
		Keyphrase: "table lamp",
	})
	rule := func(id string, verdict galley.Verdict, points int, measured, message string) galley.Rule {
		return galley.Rule{ID: id, Verdict: verdict, Points: points, Measured: messages.AsRecorded(measured), Message: messages.AsRecorded(message)}
	}
	want := &galley.Score{Total: 82, Rules: []galley.Rule{
		rule("description_length", galley.VerdictGood, 9, "241", "At least 200 words"),
		rule("paragraph_length", galley.VerdictGood, 9, "53", "Longest paragraph, 70 words"),
		rule("sentence_length", galley.VerdictGood, 9, "0 %", "Sentences over 20 words"),
		rule("subheading_distance", galley.VerdictGood, 9, "70", "A subheading every 300 words"),
		rule("passive_voice", galley.VerdictPoor, 3, "24 %", "Passive voice, 10 % at most"),
		rule("transition_words", galley.VerdictFair, 6, "29 %", "Transition words, 30 %"),
		rule("keyphrase_length", galley.VerdictPoor, 3, "2", "“table lamp”: 4–6 words that say something"),
		rule("keyphrase_in_first_paragraph", galley.VerdictGood, 9, "yes", "“table lamp” in first paragraph"),
		rule("keyphrase_density", galley.VerdictGood, 9, "1.1 %", "“table lamp” density, 0.5–3 %"),
		rule("h1_in_text", galley.VerdictGood, 8, "0", "No H1 in the text"),
	}}
	require.JSONEq(t, asJSON(t, want), asJSON(t, report.Score))

	holds := withSeverity(report, galley.SeverityHold)
	require.Len(t, holds, 1)
	require.Equal(t, "claim_warranty", holds[0].Rule)
	require.Equal(t, "5-year warranty", marked(markup.VisibleText(hesperDraft), holds[0]))
	require.True(t, report.HoldsBack())
}

// asJSON renders a value as the pages and scripts read it.
func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}

func withSeverity(report galley.Report, severity galley.Severity) []galley.Warning {
	var list []galley.Warning
	for _, w := range report.Warnings {
		if w.Severity == severity {
			list = append(list, w)
		}
	}
	return list
}

// marked returns the span of the visible text that a warning points at.
func marked(visible string, w galley.Warning) string { return string([]rune(visible)[w.Start:w.End]) }

func ruleOf(t *testing.T, report galley.Report, id string) *galley.Rule {
	t.Helper()
	if report.Score == nil {
		return nil
	}
	for _, r := range report.Score.Rules {
		if r.ID == id {
			return &r
		}
	}
	return nil
}
