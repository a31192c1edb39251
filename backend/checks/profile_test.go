package checks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/checks"
	"galley/backend/galley"
)

// ofProfile are the warnings of a text that the profile's rules give.
func ofProfile(p galley.Profile, f galley.Field, content string) []galley.Warning {
	report := checks.Run(checks.Text{Subject: hesper().Subject(), Field: f, Content: content, Profile: p, SawPicture: true})
	var found []galley.Warning
	for _, w := range report.Warnings {
		if w.Rule == "forbidden_word" || w.Rule == "fixed_term" || w.Rule == "off_length" {
			found = append(found, w)
		}
	}
	return found
}

func TestForbiddenWords(t *testing.T) {
	for _, c := range []struct{ entry, text, found string }{
		{"luxurious", "A luxurious lamp.", "luxurious"},
		{"luxurious", "Luxurious, and calm.", "Luxurious"},
		{"luxurious", "A LUXURIOUS lamp.", "LUXURIOUS"},
		{"best", "The bestseller of the shop.", ""},
		{"best", "An asbestos-free mat.", ""},
		{"best", "It is the best.", "best"},
		{"must-have", "A must have for the desk.", "must have"},
		{"must have", "A must-have for the desk.", "must-have"},
		{"perfect for", "It is perfect for a desk.", "perfect for"},
		{"perfect for", "A perfect form.", ""},
		{"elevat*", "Elevates the room.", "Elevates"},
		{"elevat*", "An elevator key.", "elevator"},
		{"elevate", "Elevates the room.", ""},
		{"don't", "You don’t need it.", "don’t"},
		{"größe", "Die GRÖSSE und die Größe.", "Größe"},
		{"günstig", "Sehr günstig!", "günstig"},
		{"lujoso", "Un sofá lujoso.", "lujoso"},
		{"!", "Buy it now!", "!"},
		{"*", "A lamp.", ""},
		{"100%", "It is 100% wool.", "100%"},
	} {
		t.Run(c.entry+" in "+c.text, func(t *testing.T) {
			got := ofProfile(galley.Profile{Forbidden: []string{c.entry}}, galley.FieldTitle, c.text)
			if c.found == "" {
				require.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			require.Equal(t, c.found, got[0].About)
			require.Equal(t, galley.SeverityHold, got[0].Severity)
			require.Equal(t, c.found, string([]rune(c.text)[got[0].Start:got[0].End]))
		})
	}
}

// In a text in another language a term is what the shop calls it there.
func TestFixedTermsInOtherLanguages(t *testing.T) {
	flex := galley.Term{Write: "flex", Not: []string{"cable"}, In: []galley.Translated{{Language: "de", Write: "Textilkabel"}}}
	const german = "Die Leuchte hat ein %, das mit dem Schalter und der Fassung geliefert wird und für den Tisch lang genug ist, auch wenn die Steckdose nicht in der Nähe ist."
	for word, found := range map[string]string{"Textilkabel": "", "Flex": "Flex", "Cable": "Cable", "Kabel": ""} {
		got := ofProfile(galley.Profile{Terms: []galley.Term{flex}}, galley.FieldMetaDescription, strings.ReplaceAll(german, "%", word))
		if found == "" {
			require.Empty(t, got, word)
			continue
		}
		require.Len(t, got, 1, word)
		require.Equal(t, found, got[0].About)
		require.Contains(t, got[0].Message.String(), "Textilkabel")
	}
	same := galley.Term{Write: "Larkfield", Not: []string{"Lark Field"}, In: []galley.Translated{{Language: "de", Write: "Larkfield"}}}
	require.Empty(t, ofProfile(galley.Profile{Terms: []galley.Term{same}}, galley.FieldMetaDescription, strings.ReplaceAll(german, "%", "Larkfield")), "the same in both")
}

func TestFixedTerms(t *testing.T) {
	for _, c := range []struct {
		term  galley.Term
		text  string
		found string
	}{
		{galley.Term{Write: "flex", Not: []string{"cable", "cord"}}, "A lamp with a cord of 2 m.", "cord"},
		{galley.Term{Write: "flex", Not: []string{"cable"}}, "A lamp with a flex of 2 m.", ""},
		{galley.Term{Write: "Larkfield", Not: []string{"LARKFIELD", "Lark Field"}}, "The LARKFIELD bench.", "LARKFIELD"},
		{galley.Term{Write: "Larkfield", Not: []string{"LARKFIELD", "Lark Field"}}, "The Larkfield bench.", ""},
		{galley.Term{Write: "oiled oak", Not: []string{"oak"}}, "A bench of oiled oak.", ""},
		{galley.Term{Write: "oiled oak", Not: []string{"oak"}}, "A bench of oak.", "oak"},
	} {
		t.Run(c.text, func(t *testing.T) {
			got := ofProfile(galley.Profile{Terms: []galley.Term{c.term}}, galley.FieldTitle, c.text)
			if c.found == "" {
				require.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			require.Equal(t, c.found, got[0].About)
			require.NotEqual(t, galley.SeverityHold, got[0].Severity)
		})
	}
}

func TestLengthsOfAProfile(t *testing.T) {
	words := func(n int) string { return "<p>" + strings.Repeat("lamp ", n) + "</p>" }
	for _, c := range []struct {
		length  galley.FieldLength
		content string
		says    string
	}{
		{galley.FieldLength{Field: galley.FieldDescription, Min: 10, Max: 20}, words(9), "9 words; the shop’s profile asks for 10 to 20."},
		{galley.FieldLength{Field: galley.FieldDescription, Min: 10, Max: 20}, words(10), ""},
		{galley.FieldLength{Field: galley.FieldDescription, Min: 10, Max: 20}, words(20), ""},
		{galley.FieldLength{Field: galley.FieldDescription, Min: 10, Max: 20}, words(21), "21 words; the shop’s profile asks for 10 to 20."},
		{galley.FieldLength{Field: galley.FieldTitle, Max: 5}, "Lamps!", "6 characters; the shop’s profile asks for at most 5."},
		{galley.FieldLength{Field: galley.FieldTitle, Min: 7}, "Lamps!", "6 characters; the shop’s profile asks for at least 7."},
		{galley.FieldLength{Field: galley.FieldTitle, Min: 6}, "Lamps!", ""},
	} {
		got := ofProfile(galley.Profile{Lengths: []galley.FieldLength{c.length}}, c.length.Field, c.content)
		if c.says == "" {
			require.Empty(t, got, c.content)
			continue
		}
		require.Len(t, got, 1)
		require.Equal(t, c.says, got[0].Message.String())
	}
}

// A forbidden word is found wherever it is a word of its own.
func TestAForbiddenWordIsFoundAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zäéß]{2,12}`).Draw(t, "word")
		before, after := rapid.StringMatching(`([A-Za-z]{1,8} ){0,4}`).Draw(t, "before"), rapid.StringMatching(`([.,;!?]? [A-Za-z]{1,8}){0,4}`).Draw(t, "after")
		found := checks.ForbiddenWords(galley.Profile{Forbidden: []string{word}}, galley.FieldTitle, before+word+after)
		require.True(t, slices.ContainsFunc(found, func(w string) bool { return strings.EqualFold(w, word) }), found)
	})
}
