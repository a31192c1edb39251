package jobs_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// The marked texts nearest to the type that most products of a job have go
// along with it, also where the products were named one by one.
func TestAJobTakesTheMarkedTextsOfItsProductsType(t *testing.T) {
	d := newDesk(t, 6)
	ctx := context.Background()
	all := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}}
	some, err := d.store.Candidates(ctx, all, 1)
	require.NoError(t, err)
	of, err := d.store.Subject(ctx, d.shop.ID, some[0])
	require.NoError(t, err)
	require.NotEmpty(t, of.Product.ProductType)
	text := func(of, words string) galley.GoodText {
		return galley.GoodText{Field: galley.FieldTitle, Type: of, Text: words}
	}
	require.NoError(t, d.store.SetProfile(ctx, d.shop.ID, galley.Profile{Examples: []galley.GoodText{
		text("Anchors", "a"), text("Bells", "b"), text("Compasses", "c"), text(of.Product.ProductType, "near"),
	}}))
	job := d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Selection = galley.Selection{Handles: []string{of.Handle()}} })
	profile, err := d.store.JobProfile(ctx, job.ID)
	require.NoError(t, err)
	require.Len(t, profile.Examples, galley.ExamplesSent)
	require.Equal(t, "near", profile.Examples[0].Text)
}
