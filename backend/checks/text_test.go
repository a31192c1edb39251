package checks

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/markup"
)

func TestLanguage(t *testing.T) {
	for text, want := range map[string]language{
		"The lamp is made of oak and linen.": english,
		"Oak lamp":                           english,
		"Dainty gold necklace, two pendants": english,
		"":                                   english,
		"Die Lampe ist aus Eiche und für das Bett.":           foreign,
		"La lampe est en chêne et pour le lit.":               foreign,
		"Lámpara de roble con pantalla de lino para el salón": foreign,
		"Lampa z dębu":                         foreign,
		"De lamp is van eiken en voor het bed": foreign,
		"Лампа из дуба":                        foreign,
		"オークのランプ":                              foreign,
		"Crème brûlée café":                    foreign,
		"Take a closer look at the lamp in a variety of colours, at a glance": english,
		"This is a lamp for your café, by the maker of the Größe":             english,
	} {
		require.Equal(t, want, languageOf(text), text)
	}
}

// A word that English also has would classify English texts as another
// language.
func TestNoLanguageListHasEnglishWords(t *testing.T) {
	const common = `a an as at am is was were be been do does did done go so no not on in into to of off or if up us we me my he his her him she
		the they them then than that this those these there here for from by but and any all are can care come door die do down each had has have how
		its it just like long made make man may men mint more most new now old one only other our out over own par per plus pro put red same set son
		some still such take tan tell time till two use van very want war way well what when where which who will with would you your i o e`
	for code, list := range languages() {
		if code == "en" {
			continue
		}
		for word := range strings.FieldsSeq(common) {
			if word != "e" { // Italian and Portuguese "and"; no word in English
				require.False(t, list.has(word), "%s has %q", code, word)
			}
		}
	}
}

func TestPassive(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The lamp was made by hand.":            true,
		"It can also be easily cleaned.":        true,
		"It's woven from linen.":                true,
		"They are not included.":                true,
		"The lamp is red.":                      false,
		"The maker dried the oak.":              false,
		"It is a lamp that we designed.":        false,
		"There is no need to be near the made.": false,
	} {
		require.Equal(t, want, isPassive(sentence), sentence)
	}
}

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
