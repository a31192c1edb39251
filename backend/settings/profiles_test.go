package settings_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/settings"
)

func TestAProfileIsSetPartByPart(t *testing.T) {
	s, _, st := newDesk(t)
	require.NoError(t, st.AddShop(bg, galley.Shop{ID: "s1", Name: "Shop", Kind: galley.ShopFile}))
	for part, value := range map[string]string{
		"audience": "People who read.", "voice": "Calm.", "language": "English", "spelling": "British", "person": "you",
		"do": "Open with the use; Give sizes", "dont": "Questions", "forbidden": "luxurious; elevat*", "terms": "flex: cord, cable | de: Textilkabel | fr-CH: fil; shade",
		"rules": "Sizes in cm.", "length.description": "150-220", "length.title": "-60", "length.seo_title": "40-",
		"length.meta_description": "", "length.alt_text": "", "length.collection_description": "", "length.collection_seo_title": "",
		"length.collection_meta_description": "",
	} {
		_, err := s.SetProfilePart(bg, "s1", part, value)
		require.NoError(t, err, part)
	}
	profile, err := s.Profile(bg, "s1")
	require.NoError(t, err)
	require.Equal(t, []string{"Open with the use", "Give sizes"}, profile.Do)
	require.Equal(t, []galley.Term{
		{Write: "flex", Not: []string{"cord", "cable"}, In: []galley.Translated{{Language: "de", Write: "Textilkabel"}, {Language: "fr", Write: "fil"}}},
		{Write: "shade", Not: []string{}, In: []galley.Translated{}},
	}, profile.Terms)
	require.Equal(t, galley.FieldLength{Field: galley.FieldDescription, Min: 150, Max: 220}, profile.Length(galley.FieldDescription))
	for _, part := range settings.ProfileParts(profile) { // what is shown can be set
		again, err := s.SetProfilePart(bg, "s1", part.Key, part.Value)
		require.NoError(t, err)
		require.ElementsMatch(t, profile.Lengths, again.Lengths)
		again.Lengths = profile.Lengths
		require.Equal(t, profile, again, part.Key)
	}
	for part, value := range map[string]string{"tone": "x", "length.title": "9-3", "length.description": "many", "voice": strings.Repeat("x", 2001), "terms": "flex | German: Kabel"} {
		_, err := s.SetProfilePart(bg, "s1", part, value)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), part)
	}
	now, err := s.Profile(bg, "s1")
	require.NoError(t, err)
	require.ElementsMatch(t, profile.Lengths, now.Lengths, "nothing changed")
}

func TestUpToTenTextsAreMarked(t *testing.T) {
	s, _, st := newDesk(t)
	require.NoError(t, st.AddShop(bg, galley.Shop{ID: "s1", Name: "Shop", Kind: galley.ShopFile}))
	require.NoError(t, s.Set(bg, map[string]string{"person": "Ada"}))
	lamp := func(n int) galley.GoodText {
		return galley.GoodText{Field: galley.FieldTitle, Text: "Oak lamp " + strconv.Itoa(n)}
	}
	for n := range galley.MaxExamples {
		_, err := s.MarkGood(bg, "s1", lamp(n))
		require.NoError(t, err)
	}
	_, err := s.MarkGood(bg, "s1", lamp(galley.MaxExamples))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = s.MarkGood(bg, "s1", lamp(0))
	require.NoError(t, err, "one that is marked stays marked")
	profile, err := s.Profile(bg, "s1")
	require.NoError(t, err)
	require.Len(t, profile.Examples, galley.MaxExamples)
	require.Equal(t, "Ada", profile.Examples[0].MarkedBy)
}

func TestAMarkIsTakenBackAfterTheProductHasAnotherTitle(t *testing.T) {
	s, _, st := newDesk(t)
	require.NoError(t, st.AddShop(bg, galley.Shop{ID: "s1", Name: "Shop", Kind: galley.ShopFile}))
	lamp := func(id, title, text string) galley.Subject {
		return galley.Product{ID: id, Title: title, DescriptionHTML: text}.Subject()
	}
	_, err := s.MarkOnShop(bg, "s1", galley.FieldDescription, lamp("p1", "Oak lamp", "A lamp."))
	require.NoError(t, err)
	_, err = s.MarkOnShop(bg, "s1", galley.FieldDescription, lamp("p2", "Oak lamp", "Another lamp."))
	require.NoError(t, err)

	renamed := lamp("p1", "Lamp of oak", "A lamp of oak.")
	profile, err := s.UnmarkOnShop(bg, "s1", galley.FieldDescription, renamed)
	require.NoError(t, err)
	require.Len(t, profile.Examples, 1)
	require.Equal(t, "Another lamp.", profile.Examples[0].Text, "of the other product with its title")
	_, err = s.UnmarkOnShop(bg, "s1", galley.FieldDescription, renamed)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

// What comes with Galley is there for each field, says nothing unknown, and
// cannot be changed or deleted.
func TestHouseInstructionsShip(t *testing.T) {
	s, _, _ := newDesk(t)
	for _, f := range galley.Fields() {
		list, err := s.Instructions(bg, f, "")
		require.NoError(t, err)
		require.NotEmpty(t, list, f)
		for _, i := range list {
			require.True(t, i.House)
			require.Equal(t, f, i.Field)
			require.Empty(t, galley.UnknownPlaceholders(i.Text), i.Name)
			require.LessOrEqual(t, utf8.RuneCountInString(i.Name), settings.MaxName)
			_, err := s.SaveInstructions(bg, i)
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(s.DeleteInstructions(bg, i.ID)))
			i.ID = "" // saved as one's own
			mine, err := s.SaveInstructions(bg, i)
			require.NoError(t, err)
			require.False(t, mine.House)
			require.NoError(t, s.DeleteInstructions(bg, mine.ID))
		}
	}
}

// A proposal fills what is empty and replaces nothing.
func TestAProposalNeverReplacesAPersonsWords(t *testing.T) {
	mine := galley.Profile{Voice: "Calm.", Do: []string{"Give sizes"}}
	filled := mine.FilledFrom(galley.Profile{Voice: "Loud!", Audience: "Readers", Do: []string{"Shout"}, Dont: []string{"Questions"}})
	require.Equal(t, "Calm.", filled.Voice)
	require.Equal(t, []string{"Give sizes"}, filled.Do)
	require.Equal(t, "Readers", filled.Audience)
	require.Equal(t, []string{"Questions"}, filled.Dont)
}
