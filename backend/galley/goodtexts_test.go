package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestMarksOfAFieldAreTakenBackAfterItsTextHasChanged(t *testing.T) {
	earlier := galley.GoodText{Field: galley.FieldTitle, Title: "Oak lamp", Text: "Oak lamp, as it was called"}
	later := galley.GoodText{Field: galley.FieldTitle, Title: "Oak lamp", Text: "Oak lamp"}
	otherField := galley.GoodText{Field: galley.FieldDescription, Title: "Oak lamp", Text: "A lamp of oak."}
	otherProduct := galley.GoodText{Field: galley.FieldTitle, Title: "Blue mug", Text: "Blue mug"}
	marked := galley.Profile{Examples: []galley.GoodText{earlier, otherField, later, otherProduct}}

	require.Equal(t, []galley.GoodText{otherField, otherProduct}, marked.WithoutGoodOf(galley.FieldTitle, " Oak lamp").Examples)
	require.Equal(t, []galley.GoodText{earlier, otherField, later, otherProduct}, marked.Examples, "the profile itself is left")
	require.Equal(t, marked.Examples, marked.WithoutGoodOf(galley.FieldSEOTitle, "Oak lamp").Examples)
}
