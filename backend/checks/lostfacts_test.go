package checks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

func TestLostFacts(t *testing.T) {
	for _, c := range []struct{ name, original, draft, rule, about string }{
		{"a warning", "<p>Soy candle.</p><p>Never leave a burning candle unattended.</p>", "<p>A soy candle for slow evenings.</p>", "lost_warning", "Never leave a burning candle unattended."},
		{"a warning in German", "<p>Die Kerze ist aus Wachs.</p><p>Brennende Kerzen niemals unbeaufsichtigt lassen.</p>", "<p>Eine Kerze für den Abend und für die Nacht.</p>", "lost_warning", "Brennende Kerzen niemals unbeaufsichtigt lassen."},
		{"a warning in other words", "<p>Never leave a burning candle unattended.</p>", "<p>Never leave the candle burning unattended.</p>", "", ""},
		{"an ingredient", "<p>The balm contains almond oil and is for the hands.</p>", "<p>The balm is for the hands.</p>", "lost_ingredient", "almond oil"},
		{"a figure", "<p>The lamp is 42 cm tall.</p>", "<p>The lamp is for the bed.</p>", "lost_figure", "42 cm"},
		{"a figure in another unit", "<p>The lamp is 42 cm tall.</p>", "<p>The lamp is 420 mm tall.</p>", "", ""},
		{"care", "<p>The shirt is machine washable.</p>", "<p>The shirt is for the summer.</p>", "lost_care", "machine washable"},
		{"a material in another language", "<p>Das Hemd ist aus Leinen und für den Sommer.</p>", "<p>The shirt is made of linen and is for the summer.</p>", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			product := galley.Product{DescriptionHTML: c.original}
			report := checks.Run(checks.Text{Field: galley.FieldDescription, Content: c.draft, Subject: product.Subject(), Original: galley.Text(c.original)})
			var found []galley.WarningKey
			for _, w := range report.Warnings {
				switch w.Rule {
				case "lost_warning", "lost_ingredient":
					require.Equal(t, galley.SeverityHold, w.Severity)
					found = append(found, w.Key())
				case "lost_figure", "lost_care", "lost_material":
					require.Equal(t, galley.SeverityInfo, w.Severity)
					found = append(found, w.Key())
				}
			}
			if c.rule == "" {
				require.Empty(t, found)
				return
			}
			require.Equal(t, []galley.WarningKey{{Rule: c.rule, About: c.about}}, found)
		})
	}
}
