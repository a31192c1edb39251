package checks_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/galley"
)

func lampPictures() galley.Product {
	p := hesper()
	p.Images = []galley.Image{{ID: "1", Position: 1}, {ID: "2", Position: 2, Alt: galley.Text("Hesper lamp on a shelf.")}}
	return p
}

func altDraft(text string) checks.Text {
	return checks.Text{Field: galley.FieldAltText, Content: text, Subject: lampPictures().Of(galley.ImageTarget("1")), SawPicture: true}
}

func TestAltTextRules(t *testing.T) {
	for _, c := range []struct{ text, broken, marked string }{
		{"Image of a lamp.", "alt_opening", "Image of"},
		{"This is a close-up photo of a lamp.", "alt_opening", "This is a close-up photo of"},
		{"Lamp, IMG_2041.", "alt_file_name", "IMG_2041"},
		{"Lamp lamp-front_2.jpg.", "alt_file_name", "lamp-front_2.jpg"},
		{"Lamp 💡 on a shelf.", "alt_emoji", "💡"},
		{"Lamp for £84.", "alt_price", "£84"},
		{"Hesper table lamp, oak.", "alt_more_than_title", ""},
		{"Hesper lamp on a shelf.", "alt_unique", ""},
		{"Lamp on a shelf", "alt_end", ""},
		{strings.Repeat("l", 125) + ".", "alt_length", ""},
		{" ", "alt_blank", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			report := checks.Run(altDraft(c.text))
			require.Len(t, report.Warnings, 1)
			require.Equal(t, c.broken, report.Warnings[0].Rule)
			require.Equal(t, galley.SeverityWarn, report.Warnings[0].Severity)
			require.Equal(t, c.marked, marked(c.text, report.Warnings[0]))
			require.Less(t, report.Score.Total, 100)
		})
	}
}

func TestGoodAltText(t *testing.T) {
	for _, text := range []string{"Lamp on a bedside table, lit.", "Mug with a photo of a cat.", "Lampe auf dem Tisch!", "ランプと机。", strings.Repeat("l", 124) + "."} {
		report := checks.Run(altDraft(text))
		require.Empty(t, withSeverity(report, galley.SeverityWarn), text)
		require.Equal(t, 100, report.Score.Total, text)
	}
}

func TestAltTextLength(t *testing.T) {
	of := func(n int) string { return strings.Repeat("l", n-1) + "." }
	requirePoints(t, "alt_length", checks.Text{Field: galley.FieldAltText}, []boundary{
		{"1", of(1), 9}, {"125", of(125), 9}, {"126", of(126), 6}, {"512", of(512), 6}, {"513", of(513), 3}, {"decorative", "", notApplied},
	})
	require.False(t, checks.Run(altDraft(of(512))).HoldsBack())
	require.True(t, checks.Run(altDraft(of(513))).HoldsBack())
}

func TestDecorativePicture(t *testing.T) {
	report := checks.Run(altDraft(""))
	require.Nil(t, report.Score)
	require.Empty(t, report.Warnings)
}

func TestSpacesAroundAltText(t *testing.T) {
	report := checks.Run(altDraft("Lamp on a shelf. "))
	require.Len(t, report.Warnings, 1)
	require.Equal(t, "alt_spaces", report.Warnings[0].Rule)
}

func TestPictureNotSeen(t *testing.T) {
	draft := altDraft("Lamp on a shelf.")
	draft.SawPicture = false
	report := checks.Run(draft)
	require.Len(t, report.Warnings, 1)
	require.Equal(t, "picture_not_seen", report.Warnings[0].Rule)
	require.True(t, report.HoldsBack())
}

// The openings are told from products of which the words are the name, in each
// language and also within a sentence.
func TestAltOpenings(t *testing.T) {
	for text, want := range map[string]string{
		"Photo of a lamp.":                                 "Photo of",
		"A detailed picture showing the hinge.":            "A detailed picture showing",
		"Oak lamp, photo of the shade.":                    "photo of",
		"Oak lamp – image showing the switch.":             "image showing",
		"Oak lamp (picture of the base).":                  "picture of",
		"A lamp on a shelf. The photo shows it lit.":       "The photo shows",
		"In this image, a lamp stands on a shelf.":         "In this image",
		"Foto einer Lampe.":                                "Foto einer",
		"Produktbild von einer Lampe aus Eiche.":           "Produktbild von",
		"Lampe aus Eiche, Abbildung des Schirms.":          "Abbildung des",
		"Das Bild zeigt eine Lampe.":                       "Das Bild zeigt",
		"Auf dem Foto sieht man eine Lampe.":               "Auf dem Foto",
		"Image d’une lampe allumée.":                       "Image d’une",
		"Photo de la lampe.":                               "Photo de",
		"Lampe en chêne, photo montrant le pied.":          "photo montrant",
		"L’image montre une lampe.":                        "L’image montre",
		"Imagen de una lámpara.":                           "Imagen de",
		"Lámpara de roble: foto que muestra la base.":      "foto que muestra",
		"En la imagen, una lámpara encendida.":             "En la imagen",
		"Foto di una lampada.":                             "Foto di",
		"Lampada accesa, immagine che mostra il paralume.": "immagine che mostra",
		"Nell’immagine una lampada accesa.":                "Nell’immagine",
		"Afbeelding van een lamp.":                         "Afbeelding van",
		"Eiken lamp, foto van de kap.":                     "foto van",
		"De foto toont een lamp op een plank.":             "De foto toont",
		"Photo frame of oak on a shelf.":                   "",
		"Mug with a photo of a cat.":                       "",
		"Picture frame showing a dog.":                     "",
		"Picture book open at the first page.":             "",
		"Fotorahmen aus Eiche.":                            "",
		"Bilderbuch mit einem Bären.":                      "",
		"Tasse mit dem Foto einer Katze.":                  "",
		"Cadre photo en chêne.":                            "",
		"Mug avec la photo d’un chat.":                     "",
		"Marco de fotos de roble.":                         "",
		"Taza con la foto de un gato.":                     "",
		"Portafoto di rovere.":                             "",
		"Album di foto rilegato in lino.":                  "",
		"Fotolijst van eiken.":                             "",
		"Mok met een foto van een kat.":                    "",
		"Camera on a tripod, photographed from above.":     "",
	} {
		report := checks.Run(altDraft(text))
		got := ""
		for _, w := range report.Warnings {
			if w.Rule == "alt_opening" {
				got = marked(text, w)
			}
		}
		require.Equal(t, want, got, text)
	}
}
