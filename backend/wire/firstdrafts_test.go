package wire_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// filler is what the built-in templates say where a product's data say little,
// or cut short.
var filler = regexp.MustCompile(`(?i)details and choices|see the product page|find more under|found under|listed (?:under|with)|filed under|(?-i:\. [a-z])`)

// TestFirstDraftsReadWell: what a new demo shop has to read is finished, good and
// for empty fields, and nothing of it goes live by itself.
func TestFirstDraftsReadWell(t *testing.T) {
	w := wiretest.Open(t, wire.Options{})
	w.AddDemo()
	spec := wire.FirstDrafts()
	spec.ShopID = w.Shop.ID
	job, err := w.Jobs.Create(t.Context(), spec)
	require.NoError(t, err)
	job, err = w.Runner.Wait(t.Context(), job.ID, nil)
	require.NoError(t, err)
	require.Equal(t, galley.StrategyReview, job.Strategy)
	require.Equal(t, len(spec.Selection.Handles), job.Counts.Successful)
	for _, item := range w.Items(job.ID) {
		require.Empty(t, item.Original, item.Place.Handle)
		require.Empty(t, item.Warnings, item.Place.Handle)
		require.GreaterOrEqual(t, item.Score.Total, galley.GoodScore, item.Place.Handle)
		require.NotRegexp(t, filler, item.Content, item.Place.Handle)
		require.Regexp(t, `[.!]$`, item.Content)
	}
}
