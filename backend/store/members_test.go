package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store/storetest"
)

// catalogueOfShop is what a shop has at the moment: products that share their ids with those of another shop, and
// collections that list products which the local copy may not have.
type catalogueOfShop struct {
	*storetest.World
	shop        galley.Shop
	random      *rand.Rand
	products    []galley.Product
	collections map[string][]string
}

func (c *catalogueOfShop) some(of []galley.Product) []galley.Product {
	return slices.DeleteFunc(slices.Clone(of), func(galley.Product) bool { return c.random.IntN(3) == 0 })
}

func (c *catalogueOfShop) connect() {
	c.shop.ID = galley.ShopID(fmt.Sprintf("6a9c2f0e-0000-4000-8000-%012d", c.random.IntN(1_000_000_000)))
	require.NoError(c.T, c.Store.AddShop(c.T.Context(), c.shop))
	c.products, c.collections = nil, map[string][]string{}
}

func (c *catalogueOfShop) remove() {
	require.NoError(c.T, c.Store.RemoveShop(c.T.Context(), c.shop.ID))
	c.connect()
}

// syncProducts saves pages of what the shop has now, or the first of them alone.
func (c *catalogueOfShop) syncProducts() {
	c.products = c.some(galleytest.Products(12))
	run, _, err := c.Store.BeginSync(c.T.Context(), c.shop.ID, storetest.SyncLease(c.T, c.Store, c.shop.ID))
	require.NoError(c.T, err)
	for page := range slices.Chunk(c.products, 5) {
		require.NoError(c.T, c.Store.SavePage(c.T.Context(), c.shop.ID, run, galley.ProductBatch{Products: page, Total: len(c.products)}))
		if c.random.IntN(4) == 0 {
			return
		}
	}
	_, err = c.Store.FinishSync(c.T.Context(), c.shop.ID, run)
	require.NoError(c.T, err)
}

func (c *catalogueOfShop) syncCollections() {
	var read galley.CollectionBatch
	for k := range 4 {
		if c.random.IntN(4) == 0 {
			continue // gone
		}
		one := galley.ListedCollection{Collection: galley.Collection{
			ShopID: c.shop.ID, ID: fmt.Sprintf("gid://shopify/Collection/%d", k), Handle: fmt.Sprint("c", k), Title: fmt.Sprint("Collection ", k),
		}}
		for _, p := range c.some(galleytest.Products(15)) {
			one.Members = append(one.Members, p.ID)
		}
		read.Collections = append(read.Collections, one)
	}
	run, _, err := c.Store.BeginCollectionSync(c.T.Context(), c.shop.ID, storetest.SyncLease(c.T, c.Store, c.shop.ID))
	require.NoError(c.T, err)
	require.NoError(c.T, c.Store.SaveCollections(c.T.Context(), c.shop.ID, run, read))
	if c.random.IntN(4) > 0 {
		_, err = c.Store.FinishCollectionSync(c.T.Context(), c.shop.ID, run)
		require.NoError(c.T, err)
	}
}

// requireCounted holds what is offered against members counted one by one.
func (c *catalogueOfShop) requireCounted(step string) (members int) {
	facets, err := c.Store.ProductFacets(c.T.Context(), galley.ProductQuery{ShopID: c.shop.ID})
	require.NoError(c.T, err)
	counted := countedMembers(c.T, storetest.Path(c.T, c.Store), c.shop.ID)
	require.ElementsMatch(c.T, counted, facets.Collections, step)
	for _, one := range counted {
		members += one.Count
	}
	return members
}

func countedMembers(t testing.TB, path string, shop galley.ShopID) (counted []galley.Facet) {
	t.Helper()
	rows, err := raw(t, path).QueryContext(t.Context(), `SELECT c.id, c.title, count(*) FROM collections c
		JOIN collection_products m ON m.collection_row = c.row_id JOIN products p ON p.shop_id = c.shop_id AND p.id = m.product_id
		WHERE c.shop_id = ? AND c.missing = 0 GROUP BY c.row_id`, shop)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var one galley.Facet
		require.NoError(t, rows.Scan(&one.Value, &one.Label, &one.Count))
		counted = append(counted, one)
	}
	require.NoError(t, rows.Err())
	return counted
}

func TestMembersAreCountedWhateverComesAndGoes(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 3))
	w := storetest.NewEmptyWorld(t, galleytest.NewClock(), 0)
	var shops []*catalogueOfShop
	for k := range 2 {
		c := &catalogueOfShop{World: w, random: random, shop: galley.Shop{
			Name: fmt.Sprint("Shop ", k), Kind: galley.ShopShopify, Domain: fmt.Sprintf("shop-%d.myshopify.com", k), Currency: "EUR",
		}}
		c.connect()
		shops = append(shops, c)
	}
	absent := "SELECT product_id || collection_row FROM absent_members"
	path, members, without := storetest.Path(t, w.Store), 0, 0
	for n := range 300 {
		c := shops[random.IntN(2)]
		step := random.IntN(9)
		switch {
		case step < 4:
			c.syncProducts()
		case step < 8:
			c.syncCollections()
		default:
			c.remove()
		}
		for _, each := range shops {
			members += each.requireCounted(fmt.Sprint("step ", n, " of kind ", step))
		}
		without += len(texts(t, raw(t, path), absent))
	}
	require.Greater(t, members, 3_000, "collections had products")
	require.Greater(t, without, 1_000, "and products that were not there")
	for _, c := range shops {
		require.NoError(t, w.Store.RemoveShop(t.Context(), c.shop.ID))
	}
	require.Empty(t, texts(t, raw(t, path), absent))
}

// From version 73 on, members whose product the local copy does not have are kept apart.
func TestUpgradeFindsMembersThatAreNotHere(t *testing.T) {
	path := dataFileAt(t, 72, `INSERT INTO collection_products SELECT c.row_id, p.id FROM collections c JOIN products p ON p.shop_id = c.shop_id;
		DELETE FROM products WHERE row_id = (SELECT max(p.row_id) FROM products p JOIN collection_products m ON m.product_id = p.id);`)
	columns, before := contents(t, path, nil)
	s := opened(t, path)
	_, after := contents(t, path, columns)
	require.NotEmpty(t, before["collection_products"])
	require.Equal(t, before["collection_products"], after["collection_products"])
	require.Equal(t, before["products"], after["products"])

	shops, err := s.ShopOverviews(t.Context())
	require.NoError(t, err)
	offered := 0
	for _, shop := range shops {
		facets, err := s.ProductFacets(t.Context(), galley.ProductQuery{ShopID: shop.ID})
		require.NoError(t, err)
		require.ElementsMatch(t, countedMembers(t, path, shop.ID), facets.Collections)
		offered += len(facets.Collections)
	}
	require.Positive(t, offered)
	require.Len(t, texts(t, raw(t, path), "SELECT product_id FROM absent_members"), 4, "two were not there in version 20, and one that both have went")
}

// TestSyncGoesOnWhereAnotherVersionKeptAProduct: a Galley that does not know absent_members left a row of a product that
// is there.
func TestSyncGoesOnWhereAnotherVersionKeptAProduct(t *testing.T) {
	products := galleytest.Products(3)
	w := storetest.NewWorldOf(t, galleytest.NewClock(), products)
	storetest.Exec(t, w.Store, "INSERT INTO absent_members (product_id, collection_row) SELECT product_id, collection_row FROM collection_products")
	syncProducts(w, products[:1])
	syncProducts(w, products)
	require.Empty(t, texts(t, raw(t, storetest.Path(t, w.Store)), "SELECT product_id FROM absent_members WHERE product_id <> '"+products[0].ID+"'"))
}
