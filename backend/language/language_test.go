package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestIsEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"The lamp is made of oak and linen.": true,
		"Oak lamp":                           true,
		"Dainty gold necklace, two pendants": true,
		"":                                   true,
		"Die Lampe ist aus Eiche und für das Bett.":           false,
		"La lampe est en chêne et pour le lit.":               false,
		"Lámpara de roble con pantalla de lino para el salón": false,
		"Lampa z dębu":                         false,
		"De lamp is van eiken en voor het bed": false,
		"Лампа из дуба":                        false,
		"オークのランプ":                              false,
		"Crème brûlée café":                    false,
		"Take a closer look at the lamp in a variety of colours, at a glance": true,
		"This is a lamp for your café, by the maker of the Größe":             true,
	} {
		require.Equal(t, want, IsEnglish(text), text)
	}
}

// A word that English also has would classify English texts as another
// language.
func TestNoLanguageListHasEnglishWords(t *testing.T) {
	const common = `a an as at am is was were be been do does did done go so no not on in into to of off or if up us we me my he his her him she
		the they them then than that this those these there here for from by but and any all are can care come door die do down each had has have how
		its it just like long made make man may men mint more most new now old one only other our out over own par per plus pro put red same set son
		some still such take tan tell time till two use van very want war way well what when where which who will with would you your i o e`
	for word := range strings.FieldsSeq(common) {
		if word == "e" { // Italian and Portuguese "and"; no word in English
			continue
		}
		for _, code := range lists()[word] {
			require.Equal(t, English, code, word)
		}
	}
}
