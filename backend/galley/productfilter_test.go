package galley_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestFiltersOfEarlierJobsAreRead(t *testing.T) {
	var f galley.ProductFilter
	require.NoError(t, json.Unmarshal([]byte(`{"vendor":"Aldermill","status":"","without":"seo_title"}`), &f))
	require.Equal(t, galley.ProductFilter{Vendor: galley.Choice{"Aldermill"}, Without: galley.Choice{"seo_title"}}, f)
	require.Error(t, json.Unmarshal([]byte(`{"vendor":7}`), &f))
}

func TestFiltersThatCannotBeAskedForAreRefused(t *testing.T) {
	for _, f := range []galley.ProductFilter{
		{Without: galley.Choice{"subtitle"}},
		{Without: galley.Choice{string(galley.FieldTitle), string(galley.FieldCollectionSEOTitle)}},
		{ShorterThan: -1}, {ScoreBelow: -1}, {ScoreBelow: 101}, {History: "often"},
	} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(f.Check()), "%+v", f)
		require.False(t, f.IsEmpty(), "%+v", f)
	}
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(galley.ProductQuery{Sort: "price"}.Check()))
	for _, sort := range galley.ProductSorts() {
		require.NoError(t, galley.ProductQuery{Sort: sort}.Check())
	}
	require.True(t, galley.ProductFilter{}.IsEmpty())
}
