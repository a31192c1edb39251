package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// Marks are of a place and not of a title, which others have too and which changes. Those of older versions know no
// place.
func TestMarksOfAPlaceAreTakenBack(t *testing.T) {
	const f = galley.FieldDescription
	mark := func(f galley.Field, place, title, text string) galley.GoodText {
		return galley.GoodText{Field: f, PlaceID: place, Title: title, Text: text}
	}
	earlier := mark(f, "p1", "Oak lamp, as it was called", "A lamp.")
	now := mark(f, "p1", "Oak lamp", "A lamp of oak.")
	older := mark(f, "", "Oak lamp", "An old text.")
	sameText := mark(f, "", "Oak lamp, as it was called", "A lamp of oak.")
	sameTitle := mark(f, "p2", "Oak lamp", "Another lamp of oak.")
	otherField := mark(galley.FieldTitle, "p1", "Oak lamp", "Oak lamp")
	otherOlder := mark(f, "", "Blue mug", "A mug.")
	marked := galley.Profile{Examples: []galley.GoodText{earlier, now, older, sameText, sameTitle, otherField, otherOlder}}
	lamp := galley.Product{ID: "p1", Title: " Oak lamp", DescriptionHTML: "A lamp of oak."}.Subject()

	require.Equal(t, []galley.GoodText{sameTitle, otherField, otherOlder}, marked.WithoutGoodOf(f, lamp).Examples)
	require.Len(t, marked.Examples, 7, "the profile itself is left")
	require.Equal(t, marked.Examples, marked.WithoutGoodOf(galley.FieldSEOTitle, lamp).Examples)
}
