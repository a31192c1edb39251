package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// lantern is a product in English, as agencies get it.
func lantern() *facts.Sheet {
	return facts.SheetOf([]facts.Source{
		{Kind: facts.FromTitle, Text: "Camping Lantern Wick"},
		{Kind: facts.FromText, Text: "Camping lantern with a brushed steel body, three brass rivets and a folding handle. It burns for 45 minutes on one filling. A cotton pouch and a spare burner are included, the hook is not. Not suitable for children or tents."},
	}, "")
}

// Words of five languages are compared with English data: what it has is
// supported, what it lacks or denies is held.
func TestClaimsAreComparedWithEnglishData(t *testing.T) {
	for _, c := range []struct {
		lang language.Code
		held bool
		text string
	}{
		{"de", false, "Der Griff ist einklappbar und der Korpus aus gebürstetem Stahl."},
		{"de", false, "Drei Nieten aus Messing, dazu ein Beutel aus Baumwolle."},
		{"de", false, "Eine Füllung reicht für eine Dreiviertelstunde."},
		{"de", true, "Fünf Nieten aus Messing."},
		{"de", true, "Der Haken ist enthalten."},
		{"de", true, "Dank Drehregler lässt sich die Flamme dimmen."},
		{"de", true, "Auch für Kinder geeignet."},
		{"de", true, "Sie brennt anderthalb Stunden."},
		{"fr", false, "Sa poignée se replie et trois rivets en laiton la tiennent."},
		{"fr", true, "Un variateur intégré règle la flamme."},
		{"fr", true, "Son verre trempé résiste aux chocs."},
		{"es", false, "Asa plegable y tres remaches de latón."},
		{"es", true, "Lleva un regulador incorporado y cinco remaches."},
		{"it", false, "Manico pieghevole e tre rivetti in ottone."},
		{"it", true, "Un gancio magnetico è incluso."},
		{"nl", false, "Opvouwbaar handvat en drie klinknagels van messing."},
		{"nl", true, "Met uitneembare waterdichte accu."},
	} {
		t.Run(c.text, func(t *testing.T) {
			held := ""
			for _, claim := range lantern().Judge(c.text, c.lang) {
				if claim.IsHeld() {
					held += claim.Of(c.text) + "; "
				}
			}
			require.Equal(t, c.held, held != "", "%s", held)
		})
	}
}

// Everyday words, questions and things to do claim nothing of the product.
func TestScenesClaimNothingInFiveLanguages(t *testing.T) {
	for text, lang := range map[string]language.Code{
		"Zelt aufstellen, Feuer machen, schweigen.":              "de",
		"Wer weiß, was die Nacht noch bringt?":                   "de",
		"Brauchst du wirklich ein Ladegerät am See?":             "de",
		"Il pleut ? Tant mieux, on reste sous la toile.":         "fr",
		"Unos amigos, una guitarra y toda la noche por delante.": "es",
		"Apri la tenda e guarda le stelle.":                      "it",
		"Een boek, een deken en de hele avond voor je.":          "nl",
	} {
		for _, claim := range lantern().Judge(text, lang) {
			require.False(t, claim.IsHeld(), "%s: %s", text, claim.Of(text))
		}
	}
}

// A word of a few letters and a product word or two show the language.
func TestLanguageOfShortClaims(t *testing.T) {
	for text, want := range map[string]language.Code{
		"Un indicador muestra la carga que queda.": "es",
		"L'infusore estraibile ti segue ovunque.":  "it",
		"Patillas de 52 mm.":                       "es",
		"Houdt dranken 24 uur warm.":               "nl",
		"Boissons chaudes pendant 12 heures.":      "fr",
		"Griff aus Leder.":                         "de",
		"A solid oak lamp.":                        "en",
	} {
		require.Equal(t, want, facts.LanguageOf(text, "en"), text)
	}
}
