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
		{"a warning to wear something", "<p>A blade for the trimmer. Wear protective gloves when fitting it.</p>", "<p>A blade for the trimmer, so that the hedge is cut cleanly.</p>", "lost_warning", "Wear protective gloves when fitting it."},
		{"an allergen", "<p>A bar of cocoa and oats with milk. Contains milk.</p>", "<p>A bar of cocoa and oats with milk. Contains nuts.</p>", "lost_warning", "Contains milk."},
		{"an allergen that stays", "<p>A bar of cocoa and oats. Contains milk.</p>", "<p>This bar of cocoa and oats contains milk.</p>", "", ""},
		{"a warning with the person first", "<p>Der Käse ist aus Rohmilch. Für Schwangere nicht geeignet.</p>", "<p>Der Käse ist aus Rohmilch und passt zum Brot.</p>", "lost_warning", "Für Schwangere nicht geeignet."},
		{"a warning in Spanish, of a feminine thing", "<p>La cuerda es para la escalada. No apta para trabajos en altura.</p>", "<p>La cuerda es para la escalada y para las vías largas.</p>", "lost_warning", "No apta para trabajos en altura."},
		{"a warning in French", "<p>Le sérum est pour la nuit. Déconseillé aux femmes enceintes.</p>", "<p>Le sérum est pour la nuit et pour la peau.</p>", "lost_warning", "Déconseillé aux femmes enceintes."},
		{"a warning in Italian", "<p>La candela è per la sera. Non adatta ai bambini.</p>", "<p>La candela è per la sera e per la casa.</p>", "lost_warning", "Non adatta ai bambini."},
		{"a warning in Dutch", "<p>De puzzel is van hout. Ongeschikt voor kinderen jonger dan 3 jaar.</p>", "<p>De puzzel is van hout en voor kinderen van 3 jaar.</p>", "lost_warning", "Ongeschikt voor kinderen jonger dan 3 jaar."},
		{"a share of an ingredient", "<p>A spread for the bread. Ingredients: hazelnuts (45%), sugar.</p>", "<p>A spread for the bread, of hazelnuts (45%) and sugar.</p>", "", ""},
		{"short ingredients", "<p>A bar for the road. Ingredients: rye, egg, soy, oats.</p>", "<p>A bar for the road, of rye, egg, soy and oats.</p>", "", ""},
		{"a short ingredient", "<p>A bar for the road. Ingredients: rye, egg, oats.</p>", "<p>A bar for the road, of rye and oats.</p>", "lost_ingredient", "egg"},
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
