package galley_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestUnknownKindsAreRefused(t *testing.T) {
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(galley.ShopKind("wix").Check()))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(galley.WriterKind("oracle").Check()))
	for _, k := range galley.ShopKinds() {
		require.NoError(t, k.Kind.Check())
		require.NotEmpty(t, k.Label)
	}
	for _, k := range galley.WriterKinds() {
		require.NoError(t, k.Kind.Check())
		require.Equal(t, k.Local, !k.NeedsEndpoint, "a writer runs here or at an endpoint")
	}
}

func TestShopsThatSignInForgetTheirCredential(t *testing.T) {
	for _, k := range galley.ShopKinds() {
		require.Equal(t, k.Connect == galley.ConnectSignIn, k.HasKept(galley.KeptCredential), k.Kind)
		require.Equal(t, k.Connect == galley.ConnectFile, k.HasKept(galley.KeptFile), k.Kind)
	}
}

// Every field has a part in the product that holds it, or its images.
func TestProductsHaveAllTheirFields(t *testing.T) {
	image := galley.Image{ID: "i1"}
	for _, f := range galley.Fields() {
		if f.Place() == galley.PlaceCollection {
			continue
		}
		p := galley.Product{ID: "p1", Images: []galley.Image{image}}
		of := p.Subject()
		if f.Place() == galley.PlaceImage {
			of = p.Of(galley.ImageTarget(image.ID))
		}
		value, ok := of.With(f, galley.Text("a text")).Value(f)
		require.True(t, ok, f)
		require.Equal(t, galley.Text("a text"), value, f)
		require.Equal(t, galley.Product{ID: "p1", Images: []galley.Image{image}}, p, "%s: the product itself is left as it was", f)
	}
}
