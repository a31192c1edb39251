package demo_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo"
)

const (
	mugs          = "gid://shopify/Collection/410500000001"
	noCollection  = "gid://shopify/Collection/1"
	updateMugs    = `mutation Mugs { collectionUpdate(collection: {id: "` + mugs + `", seo: {title: "Mugs"}}) { collection { seo { title } } userErrors { field message } } }`
	editCollected = `mutation Edit($collection: CollectionUpdateInput!) {
  collectionUpdate(collection: $collection) {
    collection { id handle title descriptionHtml description seo { title description } }
    job { id done }
    userErrors { field message }
  }
}`
)

func (s *server) editCollection(input vars) string {
	s.t.Helper()
	return s.data(editCollected, vars{"collection": input})
}

func TestCollectionUpdate(t *testing.T) {
	s := serveSmall(t)
	require.JSONEq(t, `{"collectionUpdate": {"collection": {"id": "`+mugs+`", "handle": "mugs", "title": "Cups",
	  "descriptionHtml": "<p>For tea &amp; coffee.</p>", "description": "For tea & coffee.",
	  "seo": {"title": "Cups for tea", "description": null}}, "job": null, "userErrors": []}}`,
		s.editCollection(vars{"id": mugs, "title": "Cups", "descriptionHtml": "<p>For tea &amp; coffee.</p>", "seo": vars{"title": "Cups for tea"}}),
		"a new title keeps the handle")
	require.JSONEq(t, `{"collectionUpdate": {"collection": {"id": "`+mugs+`", "handle": "mugs", "title": "Cups",
	  "descriptionHtml": "<p>For tea &amp; coffee.</p>", "description": "For tea & coffee.",
	  "seo": {"title": null, "description": "Cups of clay"}}, "job": null, "userErrors": []}}`,
		s.editCollection(vars{"id": mugs, "seo": vars{"description": "Cups of clay"}}),
		"the SEO texts are replaced together")
	require.JSONEq(t, `{"nodes": [{"descriptionHtml": "<p>For tea &amp; coffee.</p>", "products": {"nodes": [{"id": "`+mug+`"}]}}]}`,
		s.data(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Collection { descriptionHtml products(first: 5) { nodes { id } } } } }`, vars{"ids": []string{mugs}}))
}

func TestCollectionUpdateRefuses(t *testing.T) {
	s := serveSmall(t)
	before := s.data(`{ collections(first: 5) { nodes { id handle title descriptionHtml seo { title description } updatedAt } } }`, nil)
	tests := map[string]struct {
		input vars
		want  string
	}{
		"a collection that is gone": {vars{"id": noCollection, "title": "Cups"}, `{"field": null, "message": "Collection does not exist"}`},
		"a blank title":             {vars{"id": mugs, "title": " "}, `{"field": ["title"], "message": "Title can't be blank"}`},
		"a long title":              {vars{"id": mugs, "title": strings.Repeat("é", 256)}, `{"field": ["title"], "message": "Title is too long (maximum is 255 characters)"}`},
		"a long handle":             {vars{"id": mugs, "handle": strings.Repeat("h", 256)}, `{"field": ["handle"], "message": "Handle is too long (maximum is 255 characters)"}`},
		"a huge description":        {vars{"id": mugs, "descriptionHtml": strings.Repeat("x", 512<<10+1)}, `{"field": ["bodyHtml"], "message": "Body is too big (maximum is 512 KB)"}`},
		"another setting": {vars{"id": mugs, "title": "Cups", "sortOrder": "MANUAL"},
			`{"field": ["sortOrder"], "message": "The demo shop changes only the texts of collections"}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s.t = t
			require.JSONEq(t, `{"collectionUpdate": {"userErrors": [`+test.want+`]}}`,
				s.data(`mutation ($collection: CollectionUpdateInput!) { collectionUpdate(collection: $collection) { userErrors { field message } } }`, vars{"collection": test.input}))
		})
	}
	s.t = t
	require.Equal(t, before, s.data(`{ collections(first: 5) { nodes { id handle title descriptionHtml seo { title description } updatedAt } } }`, nil))
	require.Contains(t, s.send(`mutation { collectionUpdate(collection: {id: "`+mug+`"}) { userErrors { message } } }`, nil), "Invalid id: "+mug)
	require.Contains(t, s.send(`mutation { collectionUpdate { userErrors { message } } }`, nil), "exactly one of the following arguments: input, collection.")
}

// Faults affect writes of collections like those of products.
func TestFaultsOfCollections(t *testing.T) {
	tests := map[string]struct {
		says    string
		changes []demo.Change
	}{
		"500@collectionUpdate": {`"errors":"Internal Server Error"`, nil},
		"null:after": {"INTERNAL_SERVER_ERROR", []demo.Change{
			{By: demo.ByClient, ID: mugs, Field: "seo.title", After: "Mugs"}}},
		"userErrors": {`"userErrors":[{"field":["seo"],"message":"Seo is invalid"}]`, nil},
		"deleted": {`{"collection":null,"userErrors":[{"field":null,"message":"Collection does not exist"}]}`,
			[]demo.Change{{By: "deleted", ID: mugs}}},
		"changed": {`"seo":{"title":"Mugs"}`, []demo.Change{
			{By: "changed", ID: mugs, Field: "seo.title", After: "Changed elsewhere, 1"},
			{By: demo.ByClient, ID: mugs, Field: "seo.title", Before: "Changed elsewhere, 1", After: "Mugs"}}},
	}
	for spec, want := range tests {
		t.Run(spec, func(t *testing.T) {
			s, journal := serveFaulty(t, spec+":times=1", demo.Options{})
			got, cut := s.try(updateMugs)
			require.False(t, cut)
			require.Contains(t, got.text(), want.says)
			require.Equal(t, want.changes, journal.Changes())
		})
	}
}

func TestCollectionsNeedScopeOfProducts(t *testing.T) {
	s := serve(t, demo.Options{Seed: demo.Seed{Products: 1}, Scopes: []string{"read_products"}})
	require.NotContains(t, s.send(`{ collections(first: 1) { nodes { id } } }`, nil), "ACCESS_DENIED")
	require.Contains(t, s.send(updateMugs, nil), "Access denied for collectionUpdate field. Required access: `write_products` access scope.")
}

// The sample shop has a collection of each product type and of each vendor of
// several products, and an automated collection follows its products.
func TestSampleCollections(t *testing.T) {
	s := serve(t, demo.Options{})
	var found struct {
		Collections struct {
			Nodes []struct {
				ID            string
				Handle        string
				ProductsCount struct{ Count int }
			}
		}
	}
	s.into(&found, `{ collections(first: 250) { nodes { id handle productsCount { count } } } }`, nil)
	members := map[string]int{}
	for _, c := range found.Collections.Nodes {
		members[c.Handle] = c.ProductsCount.Count
	}
	require.Len(t, members, len(found.Collections.Nodes), "handles are not shared")
	require.Equal(t, 3, members["pendant-light"])
	require.Equal(t, 10, members["nettlewick-kitchen"])
	require.NotContains(t, members, "cuisine-brémaux", "a vendor of one product")

	var product struct {
		Product struct {
			Collections struct{ Nodes []struct{ Handle string } }
		}
	}
	s.into(&product, `{ product(id: "`+mug+`") { collections(first: 5) { nodes { handle } } } }`, nil)
	require.Len(t, product.Product.Collections.Nodes, 2, "one of its type, one of its vendor")
}

// Files of older versions keep their data: of version 1, whose collections had no
// texts, and of version 2, which knew no bulk operations.
func TestUpgradesOlderDemoShops(t *testing.T) {
	const without = "DROP TABLE deletions; DROP TABLE bulk_operations; "
	for version, older := range []string{
		`CREATE TABLE old (id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, title TEXT NOT NULL, type TEXT NOT NULL UNIQUE, updated_at INTEGER NOT NULL) STRICT;
		 INSERT INTO old SELECT id, handle, title, value, updated_at FROM collections WHERE rule = 'type';
		 DROP TABLE collections;
		 ALTER TABLE old RENAME TO collections;
		 PRAGMA user_version = 1`,
		"PRAGMA user_version = 2",
	} {
		t.Run(fmt.Sprint(version+1), func(t *testing.T) { upgradeFrom(t, without+older) })
	}
}

func upgradeFrom(t *testing.T, older string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.db")
	shop, err := demo.Open(context.Background(), demo.Options{Path: path})
	require.NoError(t, err)
	token := shop.Token()
	require.NoError(t, shop.Close())
	file, err := sql.Open("sqlite3", path)
	require.NoError(t, err)
	_, err = file.ExecContext(context.Background(), older)
	require.NoError(t, err)
	require.NoError(t, file.Close())

	const all = `{ collections(first: 250) { nodes { id handle title productsCount { count } } } }`
	fresh := serve(t, demo.Options{}).data(all, nil)
	for range 2 { // the second time there is nothing left to upgrade
		s := serve(t, demo.Options{Path: path})
		require.Equal(t, token, s.Token)
		require.JSONEq(t, fresh, s.data(all, nil))
		require.Contains(t, s.editCollection(vars{"id": mugs, "descriptionHtml": "<p>Kept</p>"}), "<p>Kept</p>")
		require.Equal(t, "COMPLETED", s.runBulk(allProducts).Status)
	}
}
