package resilience_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func TestNamesMissingPermission(t *testing.T) {
	d := &desk{t: t}
	_, client := d.open(demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{"read_products", "write_files"}}, false)
	info, err := client.Info(bg)
	require.NoError(t, err)
	require.Equal(t, []string{"write_products"}, info.Missing)
	page, err := client.Products(bg, "")
	require.NoError(t, err)
	at := galley.ImageTarget(page.Products[0].Images[0].ID)
	_, err = galleytest.WriteField(bg, client, galley.FieldTitle, at, galley.Text("New"))
	require.Equal(t, galley.CodeShopScope, galley.CodeOf(err))
	require.Equal(t, "Galley may not change products (write_products) on this shop. Nothing was changed. "+
		"Grant it to the app in Shopify, then sign in to the shop again.", galley.MessageOf(err))
	_, err = galleytest.WriteField(bg, client, galley.FieldAltText, at, galley.Text("New"))
	require.NoError(t, err)

	_, client = d.open(demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{"write_products"}}, false)
	info, err = client.Info(bg)
	require.NoError(t, err)
	require.Equal(t, []string{"write_files"}, info.Missing)
	_, err = galleytest.WriteField(bg, client, galley.FieldAltText, at, galley.Text("New"))
	require.Equal(t, galley.CodeShopScope, galley.CodeOf(err))
	require.Equal(t, "Galley may not change files and pictures (write_files or write_themes) on this shop. Nothing was changed. "+
		"Grant it to the app in Shopify, then sign in to the shop again.", galley.MessageOf(err))

	_, client = d.open(demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{"write_products", "write_themes"}}, false)
	info, err = client.Info(bg)
	require.NoError(t, err)
	require.Empty(t, info.Missing)
	_, err = galleytest.WriteField(bg, client, galley.FieldAltText, at, galley.Text("New"))
	require.NoError(t, err, "write_themes is enough")

	_, client = d.open(demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{}}, false)
	info, err = client.Info(bg)
	require.NoError(t, err)
	require.Equal(t, galley.RequiredScopes(), info.Missing)
}
