package facts_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/facts"
	"galley/backend/language"
)

// suitcase has three colours and two sizes, in English data.
func suitcase() []facts.Source {
	list := []facts.Source{
		{Kind: facts.FromTitle, Text: "Transit Hard-Shell Suitcase"},
		{Kind: facts.FromText, Text: "Polycarbonate shell, four double wheels, aluminium pull handle and a built-in TSA combination lock."},
	}
	for _, colour := range []string{"Graphite", "Clay", "Pine"} {
		list = append(list, facts.Source{Kind: facts.FromOption, Name: "Colour", Text: colour})
	}
	for _, size := range []string{"Cabin", "Medium"} {
		list = append(list, facts.Source{Kind: facts.FromOption, Name: "Size", Text: size})
	}
	return list
}

// How many values an option has is known in each language, whatever language its name is in.
func TestOptionsAreCountedInAnyLanguage(t *testing.T) {
	for _, c := range []struct {
		lang          language.Code
		right, absurd string
	}{
		{"en", "Choose from three colours and two sizes.", "Choose from five colours."},
		{"de", "In drei Farben erhältlich.", "In fünf Farben erhältlich."},
		{"de", "Den Koffer gibt es in zwei Größen.", "Den Koffer gibt es in vier Größen."},
		{"fr", "La valise existe en trois coloris.", "La valise existe en cinq coloris."},
		{"fr", "Trois coloris au choix.", "Cinq coloris au choix."},
		{"fr", "Deux tailles, trois couleurs.", "Quatre tailles, six couleurs."},
		{"es", "Disponible en tres colores y dos tamaños.", "Disponible en seis colores."},
		{"es", "Viene en dos tallas.", "Viene en cinco tallas."},
		{"it", "Disponibile in tre colori.", "Disponibile in sei colori."},
		{"nl", "De koffer is er in drie kleuren.", "De koffer is er in zes kleuren."},
	} {
		require.Empty(t, heldOf(suitcase(), c.right, c.lang), c.right)
		require.NotEmpty(t, heldOf(suitcase(), c.absurd, c.lang), c.absurd)
	}
}

// Two options may share a word of their names: each counts.
func TestOptionsOfOneWord(t *testing.T) {
	lined := append(suitcase(), facts.Source{Kind: facts.FromOption, Name: "Lining colour", Text: "Sand"}, facts.Source{Kind: facts.FromOption, Name: "Lining colour", Text: "Ink"})
	for range 20 {
		require.Empty(t, heldOf(lined, "Choose from three colours.", "en"))
		require.Empty(t, heldOf(lined, "Choose from two colours.", "en"))
		require.NotEmpty(t, heldOf(lined, "Choose from four colours.", "en"))
	}
}
