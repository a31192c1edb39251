package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// A text in whole sentences that stops without a full stop, at words that more must follow, was cut.
func TestTextsThatStopOpen(t *testing.T) {
	const data = "Garden bench\nGartenbank aus wetterbeständiger Eiche, banc en chêne, banco de roble, panchina in rovere, tuinbank van eikenhout."
	for text, cut := range map[string]bool{
		"A garden bench made of solid oak. It seats three people and does not":                          true,
		"A garden bench made of solid oak. The seat is slatted, so that rain can run off while the sun": true,
		"A garden bench made of solid oak. A seat that can be":                                          true,
		"A garden bench made of solid oak. The slats help you to keep":                                  true,
		"A garden bench made of solid oak. In winter the cushions should":                               true,
		"A garden bench of oak with slatted seat for gardens up to":                                     true,
		"Eine Gartenbank aus massiver Eiche. Die Lehne kann":                                            true,
		"Eine Gartenbank aus massiver Eiche. Die Bank steht auch dann gut, wenn der Boden":              true,
		"Eine Gartenbank aus massiver Eiche. Sie bleibt draußen, denn sie ist wetterbestä":              true,
		"Eine Gartenbank aus massiver Eiche. Sie ist schwer und lässt sich mit zwei Personen":           true,
		"A garden bench made of solid oak. Take it into the garden, and you can":                        true,
		"Eine Gartenbank aus massiver Eiche. Wie sie sich aufbauen lässt, steht auf der Rückseite":      false,
		"Eine Gartenbank aus massiver Eiche. Sie lässt sich leicht verschieben":                         false,
		"Un banc de jardin en chêne massif. Ses trois places permettent":                                true,
		"Un banc de jardin en chêne massif. On y est bien, même quand le soleil":                        true,
		"Un banc de jardin en chêne massif, prêt à":                                                     true,
		"Un banco de jardín de roble macizo. El respaldo puede":                                         true,
		"Un banco de jardín de roble macizo. Hecho para durar, con patas y":                             true,
		"Una panchina da giardino in rovere. Lo schienale può":                                          true,
		"Una panchina da giardino in rovere. Si apre con i":                                             true,
		"Een tuinbank van massief eikenhout. De rugleuning kan":                                         true,
		"Een tuinbank van massief eikenhout. Blijf zitten, ook wanneer de zon":                          true,

		"A garden bench made of solid oak. Other benches wobble, but this one does not": false,
		"A garden bench made of solid oak. Just the way a bench should be":              false,
		"A garden bench made of solid oak. Everything that a bench can be":              false,
		"A garden bench made of solid oak. Sit on it whenever you can":                  false,
		"A garden bench made of solid oak. Sit down, whether you like to or not":        false,
		"A garden bench made of solid oak. A name to live up to":                        false,
		"Eine Gartenbank aus massiver Eiche. So bequem, wie eine Bank sein kann":        false,
		"Eine Gartenbank aus massiver Eiche. Alles, was eine Bank können muss":          false,
		"Eine Gartenbank aus massiver Eiche. Wir liefern sie, wann immer es passt":      false,
		"Un banc de jardin en chêne massif. Profitez-en autant que l’on peut":           false,
		"Un banc de jardin en chêne massif. Livré avec ou sans":                         false,
		"Un banco de jardín de roble macizo. Disfruta de él todo lo que puede":          false,
		"Un banco de jardín de roble macizo. Úsalo cuando la necesites":                 false,
		"Un banco de jardín de roble macizo. Un rincón muy chic":                        false,
		"Un banco de jardín de roble macizo. Mide 150 × 60 cm":                          false,
		"Una panchina da giardino in rovere. Bella come può":                            false,
		"Una panchina da giardino in rovere. Comoda quando la usi":                      false,
		"Een tuinbank van massief eikenhout. Buiten zitten wanneer het kan":             false,
		"Een tuinbank van massief eikenhout. Alles wat een bank moet":                   false,
		"Panchina in rovere trattata con burro di karité e vitamina E":                  false,

		"Schwarze Hülle auf einem iPhone 15 Pro":                                                      false,
		"Panchina da giardino in rovere, disegnata tramite AI":                                        false,
		"Un banco de jardín de roble macizo. Para sentarse con el máximo confort":                     false,
		"Un banco de jardín de roble macizo. Va bien con un suelo de parquet":                         false,
		"Una panchina da giardino in rovere. Ideale per il campeggio e per il trekking":               false,
		"Una panchina da giardino in rovere. Sta bene con ogni tuo outfit":                            false,
		"Una panchina da giardino in rovere. Accanto a un bouquet":                                    false,
		"Eine Gartenbank aus massiver Eiche. Die Bezüge können bei 30 Grad gewaschen werden":          false,
		"Eine Gartenbank aus massiver Eiche. Nach dem Waschen die Bezüge an der Luft trocknen lassen": false,
		"Eine Gartenbank aus massiver Eiche. Die Form darf in die Spülmaschine":                       false,
		"Eine Gartenbank aus massiver Eiche. Sie lässt sich ausziehen und passt so auf jede Terrasse": false,
		"Een tuinbank van massief eikenhout. De hoezen kunnen op 30 graden gewassen worden":           false,
		"A garden bench made of solid oak. It goes everywhere you can":                                false,
		"A garden bench made of solid oak. Enjoy the last of the sun while you can":                   false,
		"A garden bench made of solid oak. Take the longest breaks you can":                           false,
	} {
		fault, bad := judgeBench(galley.FieldMetaDescription, text, data)
		require.Equal(t, cut, bad && fault.Kind == admission.Unfinished, "%s: %v", text, fault.Kind)
	}
}

// An element that never ends shows that an answer was cut, whatever its last word. Others may leave out all ends.
func TestElementsThatNeverEnd(t *testing.T) {
	const data = "Garden bench\nSolid oak, 150 cm."
	for text, cut := range map[string]bool{
		"<p>A garden bench made of solid oak.</p><p>Each slat is rounded by hand": true,
		"<p>A garden bench made of solid oak, 150 cm long, with a slatted":        true,
		"<p>A garden bench.</p><ul><li>Solid oak</li><li>150 cm":                  true,

		"<p>A garden bench made of solid oak.</p><p>Each slat is rounded.":                  false,
		"<p>A garden bench made of solid oak.<p>Each slat is rounded by hand":               false,
		"<p>A garden bench made of solid oak.</p>Each slat is rounded by hand":              false,
		"<p>A garden bench made of solid oak<br>Each slat is rounded by hand</p>":           false,
		"<ul><li>A garden bench<li>Solid oak, 150 cm</ul>":                                  false,
		"<p>A garden bench made of solid oak.</p><p><strong>Solid oak</strong>, 150 cm</p>": false,
	} {
		fault, bad := judgeBench(galley.FieldDescription, text, data)
		require.Equal(t, cut, bad && fault.Kind == admission.Unfinished, "%s: %v", text, fault.Kind)
	}
}

// What a text says of its own parts, and what it is to say, is no copy.
func TestCommentaryOnText(t *testing.T) {
	const data = "Garden bench\nGartenbank aus Eiche, banc en chêne, banco de roble, panchina in rovere, tuinbank van eikenhout."
	for text, is := range map[string]bool{
		"<p>The second paragraph describes the garden bench and its oak.</p>":                       true,
		"<p>Gartenbank aus Eiche für drei Personen.</p><p>Der letzte Absatz lädt zum Kauf ein.</p>": true,
		"<p>Ce paragraphe présente le banc en chêne et ses trois places.</p>":                       true,
		"<p>El primer párrafo presenta el banco de roble.</p>":                                      true,
		"<p>Il secondo paragrafo descrive la panchina in rovere.</p>":                               true,
		"<p>De eerste alinea beschrijft de tuinbank van eikenhout.</p>":                             true,
		"<p>A short description of the garden bench that highlights its oak.</p>":                   true,
		"<p>Une description du banc en chêne qui met en avant ses trois places.</p>":                true,
		"<p>Tuinbank van eikenhout. Er zijn geen overdreven beweringen gebruikt.</p>":               true,
		"<p>Gartenbank aus Eiche. Es wurden keine Behauptungen erfunden.</p>":                       true,
		"<p>Una descripción breve del banco de roble que destaca sus tres plazas.</p>":              true,
		"<p>Here's a description you can use for the garden bench.</p><p>Solid oak for three.</p>":  true,

		"<p>This bench introduces oak to the garden. The next one covers the terrace.</p>":           false,
		"<p>Der letzte Satz Kissen passt auf die Gartenbank aus Eiche.</p>":                          false,
		"<p>The first garden bench that highlights its oak. This headline act describes summer.</p>": false,
		"<p>Une phrase gravée qui rappelle un moment à deux. Banc en chêne pour le jardin.</p>":      false,
		"<p>Una frase divertida que destaca sobre el fondo blanco. Banco de roble.</p>":              false,
		"<p>Een tekst die de tuin benadrukt. Tuinbank van eikenhout.</p>":                            false,
		"<p>Here's a garden bench you can use for years.</p>":                                        false,
		"<p>Le banc en chêne de jardin qui met en avant la terrasse.</p>":                            false,
	} {
		fault, bad := judgeBench(galley.FieldDescription, text, data)
		require.Equal(t, is, bad && fault.Kind == admission.Chat, "%s: %v", text, fault.Kind)
	}
}

// Figures, times and addresses that were to be filled in.
func TestWhatWasToBeFilledIn(t *testing.T) {
	const data = "Garden bench\nSize XX, for rooms of 6.x m, sold at beispielhof.de."
	for text, is := range map[string]bool{
		"A garden bench of solid oak for £XX.XX":                    true,
		"A garden bench of solid oak for XX,XX €, delivered soon.":  true,
		"A garden bench of solid oak, delivered in X-Y days.":       true,
		"Gartenbank aus Eiche, Lieferung in X–Y Werktagen.":         true,
		"A garden bench of solid oak, moisture XX %. Made to last.": true,
		"Garden bench of solid oak: more at yourdomain.com.":        true,
		"Banco de jardín de roble. Consulta en tutienda.es.":        true,
		"Banc de jardin en chêne chez (nom de la boutique).":        true,
		"Banc de jardin en chêne | NomDeLaBoutique":                 true,
		"Tuinbank van eikenhout bij NaamWinkel":                     true,
		"Panchina da giardino in [elenco colori], in rovere.":       true,
		"Panchina da giardino in rovere, linea NomeStar":            false,
		"Panchina da giardino di (nome del negozio), in rovere.":    true,

		"A garden bench of solid oak in size XX, at beispielhof.de.":   false,
		"A garden bench of solid oak, x-y coordinates on the plan.":    false,
		"A garden bench of solid oak (number 12), for your brand.":     false,
		"A garden bench of solid oak, 4 x 2 m, delivered in 3-5 days.": false,
	} {
		fault, bad := judgeBench(galley.FieldMetaDescription, text, data)
		require.Equal(t, is, bad && fault.Kind == admission.Placeholder, "%s: %v", text, fault.Kind)
	}
}

// Headings that name versions by their lengths are a choice; one alone heads a text.
func TestVersionsNamedByLength(t *testing.T) {
	const data = "Garden bench\nGartenbank aus Eiche, banc en chêne."
	for text, is := range map[string]bool{
		"<h3>Kurzversion</h3><p>Gartenbank aus Eiche.</p><h3>Langversion</h3><p>Gartenbank aus massiver Eiche mit Lehne.</p>":    true,
		"<p>Version courte : banc en chêne.</p><p>Version longue : un banc en chêne pour trois.</p>":                             true,
		"<p><strong>Variante A</strong></p><p>Gartenbank aus Eiche.</p><p><strong>Variante B</strong></p><p>Bank aus Eiche.</p>": true,
		"<h3>Option 1</h3><p>Banc en chêne.</p><h3>Option 2</h3><p>Un banc en chêne.</p>":                                        true,
		"<p>Variante A ist die Gartenbank aus Eiche, Variante B die aus Kiefer.</p>":                                             false,
		"<h3>Kurzversion</h3><p>Gartenbank aus Eiche mit Lehne für drei Personen.</p>":                                           false,
	} {
		fault, bad := judgeBench(galley.FieldDescription, text, data)
		require.Equal(t, is, bad && fault.Kind == admission.TwoVersions, "%s: %v", text, fault.Kind)
	}
}

func judgeBench(field galley.Field, text, data string) (admission.Fault, bool) {
	product := galley.Product{Title: "Garden bench Gartenbank banc banco panchina tuinbank"}
	return admission.Judge(admission.Answer{Subject: product.Subject(), Field: field, Raw: text, Content: text, Data: data})
}

// A novel has sentences of its own.
func TestSentencesOfANovelAreNoCommentary(t *testing.T) {
	product := galley.Product{Title: "Winter Harbour, a novel"}
	text := "<p>Winter Harbour is a novel of 320 pages about two sisters and a ferry. The first sentence sets the tone for a winter by the sea.</p>"
	fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: galley.FieldDescription, Raw: text, Content: text, Data: "Winter Harbour\nA novel, 320 pages. Two sisters, a ferry and a winter by the sea."})
	require.False(t, bad, fault.Kind)
}

// A set of tools is a "Satz" in German, as a sentence is.
func TestPartsThatTheDataNamesAreNoCommentary(t *testing.T) {
	product := galley.Product{Title: "Schraubenschlüssel Werkstatt"}
	text := "<p>Schraubenschlüssel aus Stahl für die Werkstatt. Dieser Satz enthält vier Schraubenschlüssel.</p>"
	for data, is := range map[string]bool{
		"Schraubenschlüssel Werkstatt\nEin Satz von vier Schlüsseln aus Stahl.": false,
		"Schraubenschlüssel Werkstatt\nVier Schlüssel aus Stahl, mit Ersatz.":   true,
	} {
		fault, bad := admission.Judge(admission.Answer{Subject: product.Subject(), Field: galley.FieldDescription, Raw: text, Content: text, Data: data, Instructions: "Jeder Satz soll kurz sein."})
		require.Equal(t, is, bad && fault.Kind == admission.Chat, "%s: %v", data, fault.Kind)
	}
}
