package checks

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestSaysWhichTextsAreTooShortOrTooLong(t *testing.T) {
	chars := func(n int) string { return strings.Repeat("i", n) }
	asks := galley.Profile{Lengths: []galley.FieldLength{
		{Field: galley.FieldMetaDescription, Min: 10, Max: 400}, {Field: galley.FieldDescription, Max: 3},
	}}
	for _, c := range []struct {
		name    string
		profile galley.Profile
		field   galley.Field
		content string
		want    galley.OffLength
	}{
		{"meta description", galley.Profile{}, galley.FieldMetaDescription, chars(121), galley.LengthFits},
		{"short meta description", galley.Profile{}, galley.FieldMetaDescription, chars(120), galley.LengthShort},
		{"long meta description", galley.Profile{}, galley.FieldMetaDescription, chars(157), galley.LengthLong},
		{"wide meta description", galley.Profile{}, galley.FieldMetaDescription, strings.Repeat("W", 130), galley.LengthFits},
		{"no meta description", galley.Profile{}, galley.FieldMetaDescription, "", galley.LengthShort},
		{"meta description of a shop that likes them long", asks, galley.FieldMetaDescription, strings.Repeat("W", 390), galley.LengthFits},
		{"short for the shop", asks, galley.FieldMetaDescription, chars(9), galley.LengthShort},
		{"SEO title", galley.Profile{}, galley.FieldSEOTitle, chars(70), galley.LengthFits},
		{"wide SEO title", galley.Profile{}, galley.FieldSEOTitle, strings.Repeat("M", 40), galley.LengthLong},
		{"collection SEO title", galley.Profile{}, galley.FieldCollectionSEOTitle, chars(71), galley.LengthLong},
		{"title", galley.Profile{}, galley.FieldTitle, strings.Repeat("M", 70), galley.LengthFits},
		{"alt text", galley.Profile{}, galley.FieldAltText, chars(126), galley.LengthLong},
		{"decorative picture", galley.Profile{}, galley.FieldAltText, "", galley.LengthFits},
		{"description", galley.Profile{}, galley.FieldDescription, "<p>" + strings.Repeat("word ", 200) + "</p>", galley.LengthFits},
		{"short description", galley.Profile{}, galley.FieldDescription, "<p>" + strings.Repeat("word ", 199) + "</p>", galley.LengthShort},
		{"long description for the shop", asks, galley.FieldDescription, "<p>one two three four</p>", galley.LengthLong},
		{"Chinese description", galley.Profile{}, galley.FieldDescription, "<p>这个水壶很轻</p>", galley.LengthFits},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, OfLength(c.profile, c.field, c.content)) })
	}
}

// TestLengthSaysWhatTheScoreSays: no short text that the score calls good is off
// its length, and none that fits is called bad for its length.
func TestLengthSaysWhatTheScoreSays(t *testing.T) {
	for field, rule := range map[galley.Field]string{
		galley.FieldMetaDescription: "meta_description_length", galley.FieldCollectionMetaDescription: "meta_description_length",
		galley.FieldSEOTitle: "seo_title_width", galley.FieldCollectionSEOTitle: "seo_title_width",
	} {
		for _, letter := range []string{"i", "o", "W"} {
			for n := 1; n <= 180; n++ {
				text := strings.Repeat(letter, n)
				good := false
				for _, r := range Run(Text{Field: field, Content: text}).Score.Rules {
					good = good || r.ID == rule && r.Verdict == galley.VerdictGood
				}
				fits := OfLength(galley.Profile{}, field, text) == galley.LengthFits
				require.False(t, fits && !good, "%s: %d times %s fits, and the score says no", field, n, letter)
				if letter == "W" {
					require.False(t, good && !fits, "%s: %d times %s is good, and does not fit", field, n, letter)
				}
			}
		}
	}
}

// TestWidthsOfTheSharedCases: the pages measure the same texts by the same table.
func TestWidthsOfTheSharedCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/widths.json")
	require.NoError(t, err)
	var cases map[string]int
	require.NoError(t, json.Unmarshal(raw, &cases))
	require.NotEmpty(t, cases)
	for text, want := range cases {
		require.Equal(t, want, PixelWidth(text), "%q", text)
	}
}
