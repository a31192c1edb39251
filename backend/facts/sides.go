package facts

import "sync"

// otherSide are sides that exclude each other.
var otherSide = map[string]string{"inside": "outside", "outside": "inside", "top": "bottom", "bottom": "top", "front": "back", "back": "front", "left": "right", "right": "left"}

// sidesByWord are the words for the sides of a thing, each with its English word.
var sidesByWord = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for side, words := range map[string][]string{
		"inside":  {"inside", "interior", "inner", "innen", "innenseite", "interieur", "dentro", "interno", "binnen", "binnenkant"},
		"outside": {"outside", "exterior", "outer", "aussen", "außen", "aussenseite", "exterieur", "fuera", "esterno", "buiten", "buitenkant"},
		"top":     {"top", "upper", "oben", "oberseite", "dessus", "arriba", "sopra", "boven", "bovenkant"},
		"bottom":  {"bottom", "base", "underside", "unten", "unterseite", "dessous", "abajo", "sotto", "onder", "onderkant"},
		"front":   {"front", "vorn", "vorne", "vorderseite", "devant", "delante", "davanti", "voorkant"},
		"back":    {"back", "rear", "hinten", "rückseite", "ruckseite", "derriere", "detras", "dietro", "achterkant"},
	} {
		for _, w := range words {
			all[fold(w)] = side
		}
	}
	return all
})

// sideOf is the side that a word names, "" for other words. What is said of one side is
// not said of the other.
func sideOf(low string) string { return sidesByWord()[low] }
