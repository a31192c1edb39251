package shopify_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
	"galley/backend/galley"
	"galley/backend/shopify"
)

// listCollections reads all collections, page by page.
func listCollections(t *testing.T, client *shopify.Client) []galley.ListedCollection {
	t.Helper()
	var all []galley.ListedCollection
	for cursor := ""; ; {
		batch, err := client.Collections(context.Background(), cursor)
		require.NoError(t, err)
		all = append(all, batch.Collections...)
		if cursor = batch.Next; cursor == "" {
			return all
		}
	}
}

// 3,000 products are more than a page of members of each of their types.
func TestReadsCollectionsWithMembers(t *testing.T) {
	client := demoClient(t, demo.Options{Seed: demo.Seed{Products: 3000}, RestoreRate: 5000, Bucket: 10000})
	types, vendors := map[string][]string{}, map[string][]string{}
	for _, p := range syncAll(t, client) {
		types[p.ProductType] = append(types[p.ProductType], p.ID)
		vendors[p.Vendor] = append(vendors[p.Vendor], p.ID)
	}
	found := listCollections(t, client)
	require.Len(t, found, len(types)+len(vendors))
	seen := map[string]bool{}
	for i, c := range found {
		members := types[c.Title]
		if i >= len(types) {
			members = vendors[c.Title]
		}
		require.Greater(t, len(members), 50)
		require.Equal(t, members, c.Members, c.Title)
		require.Equal(t, len(members), c.ProductCount)
		require.Equal(t, galley.Null(), c.SEOTitle)
		require.NotEmpty(t, c.Handle)
		require.False(t, c.UpdatedAt.IsZero())
		require.False(t, seen[c.ID])
		seen[c.ID] = true
	}
}

func TestReadsMoreCollectionsThanAPage(t *testing.T) {
	client := demoClient(t, demo.Options{})
	first, err := client.Collections(context.Background(), "")
	require.NoError(t, err)
	require.NotEmpty(t, first.Next)
	require.Greater(t, len(listCollections(t, client)), len(first.Collections))
	_, err = client.Collections(context.Background(), "lost")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "a cursor that the shop does not know")
}

func TestCollectionsAreReadThroughFaults(t *testing.T) {
	client := demoClient(t, demo.Options{RestoreRate: 5000, Bucket: 10000, Faults: "throttled=1/3,500@collections=1/2"})
	clean := demoClient(t, demo.Options{})
	require.Len(t, listCollections(t, client), len(listCollections(t, clean)))
}

// A page that the shop fails over is requested again at half the size.
func TestHalvesPagesOfCollectionsThatTheShopFailsOver(t *testing.T) {
	gateway := respond(502, "<h1>502 Bad Gateway</h1>")
	shop := newScript(t, gateway, gateway, data(`{"collections":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}`))
	batch, err := shop.client().Collections(context.Background(), "")
	require.NoError(t, err)
	require.Empty(t, batch.Collections)
	require.Empty(t, batch.Next)
	var sizes []string
	for _, request := range shop.requests() {
		sizes = append(sizes, string(request.Variables))
	}
	require.Equal(t, []string{`{"first":50}`, `{"first":25}`, `{"first":12}`}, sizes)
}
