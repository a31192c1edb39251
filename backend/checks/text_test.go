package checks

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
)

func TestDerivedKeyphrase(t *testing.T) {
	for _, c := range []struct{ title, kind, vendor, want string }{
		{"Hesper table lamp, oak", "Table lamps", "Aldermill", "table lamp"},
		{"Ocean Blue Shirt", "", "partners-demo", "ocean blue shirt"},
		{"Choker with Gold Pendant", "Necklace", "Company 123", "choker with gold pendant"},
		{"Women's Long Sleeve Organic Cotton T-Shirt for Summer", "", "", "organic cotton t-shirt"},
		{"Aldermill – Kite paper shade (60 cm)", "", "Aldermill", "kite paper shade"},
		{"7 Shakra Bracelet", "Bracelet", "", "bracelet"},
		{"Lange Lampe aus Eiche und mit Schirm", "", "", ""},
		{"山のランプ", "", "", "山のランプ"},
		{"3000", "", "", ""},
		{"", "Lamp", "", ""},
	} {
		t.Run(c.title, func(t *testing.T) {
			require.Equal(t, c.want, derive(galley.Product{Title: c.title, ProductType: c.kind, Vendor: c.vendor}.Subject()))
		})
	}
}

// Widths as browsers measure them, in pixels of Arial at 20 px.
func TestPixelWidth(t *testing.T) {
	for text, want := range map[string]int{
		"":                       0,
		"e":                      11,
		"Hesper Table Lamp, Oak": 223,
		"WWWW":                   76,
		"iiii":                   18,
		"山":                      20,
		"💡":                      20,
		"e\u0301":                11,
	} {
		require.Equal(t, want, PixelWidth(text), text)
	}
}

func TestReadingEase(t *testing.T) {
	easy := "The cat sat on the mat. The dog ran to the cat."
	hard := "Incomprehensible constitutional considerations notwithstanding, administrative organisations necessitate documentation."
	require.InDelta(t, 118, readingEaseRaw(easy, 2), 5)
	require.Greater(t, readingEase(easy, 2), 80.0)
	require.Less(t, readingEase(hard, 1), 10.0)
	for word, want := range map[string]int{"lamp": 1, "table": 2, "made": 1, "linen": 2, "reading": 2, "wanted": 2, "turned": 1, "idea": 2, "the": 1} {
		require.Equal(t, want, countSyllables(word), word)
	}
}

func readingEaseRaw(text string, sentences int) float64 {
	n, syllables := 0, 0
	for _, w := range lowered(text, markup.Words(text)) {
		n++
		syllables += countSyllables(w)
	}
	return 206.835 - 1.015*float64(n)/float64(sentences) - 84.6*float64(syllables)/float64(n)
}
