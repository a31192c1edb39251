package checks

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/language"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		code language.Code
		text string
		want []string
	}{
		{"en", "Hand-made Café", []string{"hand", "made", "cafe"}},
		{"en", "The men’s boots", []string{"the", "men's", "boots"}},
		{"de", "Große Löffel", []string{"grosse", "loeffel"}},
		{"fr", "L’huile et les œufs", []string{"l", "huile", "et", "les", "oeufs"}},
		{"es", "Lámpara pequeña", []string{"lampara", "pequena"}},
		{"es", "Λάμπα", []string{"λάμπα"}},
	} {
		require.Equal(t, c.want, grammarOf(c.code).forms(c.text))
	}
}

// A handle has no accents; the phrase is compared as the language writes it without.
func TestKeyphraseInHandleWithoutAccents(t *testing.T) {
	for _, c := range []struct {
		text, phrase, handle string
		points               int
	}{
		{"La lámpara es para la mesa y con una pantalla.", "lámpara latón", "lampara-laton", 9},
		{"La lámpara es para la mesa y con una pantalla.", "lámpara latón", "lampara", 6},
		{"Les bols sont pour la table et dans un carton.", "bol chêne", "bol-chene", 9},
		{"Der Löffel ist für den Tisch und das Bett.", "löffel nuss", "loeffel-nuss", 9},
	} {
		draft := Text{Field: galley.FieldSEOTitle, Content: c.phrase, Keyphrase: c.phrase}
		draft.Subject = galley.Product{Handle: c.handle, DescriptionHTML: c.text}.Subject()
		points := map[string]int{}
		for _, rule := range Run(draft).Score.Rules {
			points[rule.ID] = rule.Points
		}
		require.Equal(t, c.points, points["keyphrase_in_handle"], c.handle)
	}
}

// A list of names says no language: the product's text does.
func TestLanguageOfATextWithoutFunctionWords(t *testing.T) {
	of := galley.Product{DescriptionHTML: "<p>La mesa es de roble y está hecha para usted.</p>"}.Subject()
	require.Equal(t, language.Code("es"), likelyLanguage("gansos cruzan cauce grises nubes", of))
	require.Equal(t, language.Unknown, likelyLanguage("gansos cruzan cauce", galley.Product{}.Subject()))
}
