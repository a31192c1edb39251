package productcsv

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"galley/backend/galley"
)

// alphabets are the letters beyond ASCII of languages, in lower case. A text in
// the right encoding has the letters of one language, in the wrong one those of
// several.
var alphabets = []string{
	"äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "àèéìíîòóùú", "áâãàçéêíóôõúü", "ëïéèüöáó", "åäöé", "æøåéäö",
	"ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺŕô", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "çğıöşüâîû", "āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž",
}

// guess names the encoding in which bytes beyond ASCII most read like a
// language. A person is asked before anything is done with it.
func guess(odd []byte) galley.FileEncoding {
	if mostlyUTF8(odd) {
		return galley.EncodingUTF8
	}
	best, most := galley.FileEncoding(""), 0.0
	for _, choice := range galley.FileEncodings() {
		decode := encodings[choice.ID]
		if decode == nil {
			continue
		}
		text, err := decode.NewDecoder().String(string(odd))
		if err != nil {
			continue
		}
		if score := likeLanguage(text); best == "" || score > most {
			best, most = choice.ID, score
		}
	}
	return best
}

// mostlyUTF8 is true of a file that has a few broken bytes in it.
func mostlyUTF8(odd []byte) bool {
	sound, broken := 0, 0
	for rest := odd; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			sound++
		}
		rest = rest[size:]
	}
	const ratio = 4 // of sound characters to a broken one
	return sound >= ratio*broken
}

// likeLanguage is at most 1, for a text whose letters beyond ASCII are all of one
// language.
func likeLanguage(text string) float64 {
	runes := []rune(text)
	var letters, others, bad int
	of := make([]int, len(alphabets))
	for i, r := range runes {
		if r < utf8.RuneSelf {
			continue
		}
		before, after := runeAt(runes, i-1), runeAt(runes, i+1)
		switch {
		case isJunk(r, before, after):
			bad++
		case unicode.Is(unicode.Latin, r):
			letters++
			for n, alphabet := range alphabets {
				if strings.ContainsRune(alphabet, unicode.ToLower(r)) {
					of[n]++
				}
			}
		case unicode.IsLetter(r):
			letters++
			others += fits(r, before)
		}
	}
	if letters+bad == 0 {
		return 0.5 // marks only
	}
	most := others
	for _, n := range of {
		most = max(most, n)
	}
	const weight = 3 // of a character that no text has
	return float64(most-weight*bad) / float64(letters+bad)
}

func runeAt(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}

// fits is 1 for a letter of another script than Latin that is no capital within a
// word: lower and upper case change places in the wrong Cyrillic encoding.
func fits(r, before rune) int {
	if unicode.IsUpper(r) && unicode.IsLetter(before) || unicode.Is(unicode.Latin, before) && unicode.IsLetter(before) && !unicode.Is(unicode.Han, r) {
		return 0
	}
	return 1
}

// isJunk is true of what no text has: controls, drawings, and symbols or capitals
// in the middle of a word.
func isJunk(r, before, after rune) bool {
	switch {
	case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r), r >= 0x2500 && r < 0x2600:
		return true
	case unicode.IsLetter(r):
		return unicode.IsUpper(r) && unicode.IsLower(before)
	case strings.ContainsRune("’‘´", r):
		return false
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
