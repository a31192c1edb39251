package checks

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/language"
)

func TestPassive(t *testing.T) {
	for code, sentences := range map[language.Code]map[string]bool{
		"en": {
			"The lamp was made by hand.":            true,
			"It can also be easily cleaned.":        true,
			"It's woven from linen.":                true,
			"They are not included.":                true,
			"The lamp is red.":                      false,
			"The maker dried the oak.":              false,
			"It is a lamp that we designed.":        false,
			"There is no need to be near the made.": false,
			"The lamp is tall and made of oak.":     false,
			"It is standing on a turned base.":      false,
		},
		"de": {
			"Der Tisch wird in Leeds gefertigt.":              true,
			"Ein Tisch, der hier gefertigt wird, hält lange.": true,
			"Der Stoff kann leicht gereinigt werden.":         true,
			"Die Bank wurde zweimal lackiert.":                true,
			"Die Teile werden hier zusammengeschraubt.":       false, // the analyser knows few separable verbs
			"Die Teile werden hier angeschraubt.":             true,
			"Sie werden begeistert sein.":                     false,
			"Das Glas wird mundgeblasen und verpackt.":        false,
			"Du wirst diesen Tisch lieben.":                   false,
			"Das Holz wird mit der Zeit dunkler.":             false,
			"Der Tisch ist von Hand gefertigt.":               false,
			"Sein Gewicht wird dir gefallen.":                 true, // as any word list reads it
		},
		"fr": {
			"La table est fabriquée à la main.":  true,
			"Le bois n'est pas verni.":           true,
			"La lampe a été peinte deux fois.":   true,
			"Le banc est livré monté.":           true,
			"Elle s'est vendue vite.":            false,
			"La table est solide.":               false,
			"Elle est arrivée hier.":             false,
			"Le banc est doux et lavé.":          false,
			"La table est d'une grande qualité.": false,
		},
		"es": {
			"La mesa es fabricada en Soria.":   true,
			"Ha sido pintada a mano.":          true,
			"Los bancos fueron hechos a mano.": true,
			"La mesa está pintada.":            false,
			"Es un vestido para el verano.":    false,
			"Es una medida cómoda.":            false,
			"Es su vida.":                      false,
			"Se fabrica en Soria.":             false,
		},
	} {
		for sentence, want := range sentences {
			require.Equal(t, want, grammarOf(code).isPassive(sentence), sentence)
		}
	}
}

func TestTransitions(t *testing.T) {
	for code, sentences := range map[language.Code]map[string]bool{
		"en": {"However, it is light.": true, "It is either red or blue.": true, "It is red or blue.": false, "As a result, it lasts.": true, "The lamp is red.": false},
		"de": {"Außerdem ist er leicht.": true, "Er ist sowohl leicht als auch stabil.": true, "Der Tisch ist rot.": false},
		"fr": {"C’est pourquoi elle dure.": true, "Elle n'est ni lourde ni fragile.": false, "La table est rouge.": false},
		"es": {"Por eso dura más.": true, "No es ni pesada ni frágil.": false, "La mesa es roja.": false},
	} {
		for sentence, want := range sentences {
			require.Equal(t, want, grammarOf(code).hasTransition(sentence), sentence)
		}
	}
}

func TestFunctionWords(t *testing.T) {
	for code, words := range map[language.Code][]string{
		"en": {"the", "large", "small", "real", "new", "newest", "larger"},
		"de": {"der", "großes", "kleinen", "neue", "schöner"},
		"fr": {"le", "grande", "petits", "nouveau", "petite"},
		"es": {"el", "grandes", "pequeña", "nuevos", "grande"},
	} {
		for _, word := range words {
			require.Contains(t, grammarOf(code).functions, word)
		}
	}
	for code, words := range map[language.Code][]string{"en": {"cm", "couple"}, "de": {"echter", "mm"}, "fr": {"réelle", "cm"}, "es": {"reales", "cm"}} {
		for _, word := range words {
			require.NotContains(t, grammarOf(code).functions, word, "the reference counts it")
		}
	}
}
