package products_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

// collections makes n collections, each with the first products of
// galleytest.Products.
func collections(count int) []galley.ListedCollection {
	all := make([]galley.ListedCollection, count)
	for i := range all {
		all[i] = galley.ListedCollection{
			Collection: galley.Collection{
				ID: fmt.Sprintf("gid://shopify/Collection/%d", i+1), Handle: fmt.Sprintf("lamps-%d", i+1), Title: fmt.Sprintf("Lamps %d", i+1),
				DescriptionHTML: "<p>Lamps of brass.</p>", SEOTitle: galley.Text("Brass lamps"), MetaDescription: galley.Null(),
				ProductCount: 3, UpdatedAt: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
			},
			Members: []string{"gid://shopify/Product/1001", "gid://shopify/Product/1002", "gid://shopify/Product/999999"},
		}
	}
	return all
}

func titles(t *testing.T, page galley.CollectionPage, err error) []string {
	require.NoError(t, err)
	found := []string{}
	for _, c := range page.Collections {
		found = append(found, c.Title)
	}
	return found
}

func TestSyncBringsCollectionsWithTheirMembers(t *testing.T) {
	c, remote, _, shop := newDesk(t, 5)
	remote.PutCollections(collections(12)...)
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, galley.CollectionsFound{Collections: 12}, res.CollectionsFound)
	require.Nil(t, res.CollectionsError)

	got, err := c.Collection(bg, shop.ID, "lamps-3")
	require.NoError(t, err)
	require.Len(t, got.Products, 2, "the local copy has two of its three products")
	require.Equal(t, "gid://shopify/Product/1001", got.Products[0].ID)
	require.NotNil(t, got.ReadAt)
	want := collections(3)[2].Collection
	want.ShopID, want.ReadAt, want.Products = shop.ID, got.ReadAt, got.Products
	require.Equal(t, want, got)

	page, err := c.Collections(bg, galley.CollectionQuery{ShopID: shop.ID, Limit: 1})
	require.NoError(t, err)
	require.Equal(t, 12, page.Total)
	require.Equal(t, galley.CollectionSummary{
		ID: "gid://shopify/Collection/1", Handle: "lamps-1", Title: "Lamps 1", ProductCount: 3, DescriptionWords: 3,
		SEOTitleChars: 11, UpdatedAt: want.UpdatedAt,
	}, page.Collections[0])

	changed := collections(12)
	changed[2].DescriptionHTML, changed[2].Members = "", []string{"gid://shopify/Product/1003"}
	remote.PutCollections(changed...)
	_, err = c.Sync(bg, shop, nil)
	require.NoError(t, err)
	got, err = c.Collection(bg, shop.ID, got.ID)
	require.NoError(t, err)
	require.Empty(t, got.DescriptionHTML)
	require.Equal(t, []galley.ProductRef{{ID: "gid://shopify/Product/1003", Handle: got.Products[0].Handle, Title: got.Products[0].Title}}, got.Products)
}

func TestCollectionsAreSearchedByTitleAndHandle(t *testing.T) {
	c, remote, _, shop := newDesk(t, 1)
	all := collections(3)
	all[0].Title, all[1].Handle = "100 % wool", "wool_blankets"
	remote.PutCollections(all...)
	_, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	for search, want := range map[string][]string{
		"":            {"100 % wool", "Lamps 2", "Lamps 3"},
		"WOOL":        {"100 % wool", "Lamps 2"},
		"wool lamps":  {"100 % wool", "Lamps 2"}, // its handle is lamps-1
		"% wool":      {"100 % wool"},
		"wool_":       {"Lamps 2"},
		"nothing":     {},
		`back\slash'`: {},
	} {
		page, err := c.Collections(bg, galley.CollectionQuery{ShopID: shop.ID, Search: search})
		require.Equal(t, want, titles(t, page, err), search)
	}
	_, err = c.Collections(bg, galley.CollectionQuery{ShopID: shop.ID, Limit: galley.MaxPage + 1})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = c.Collection(bg, shop.ID, "wool")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestInterruptedCollectionSyncContinues(t *testing.T) {
	c, remote, _, shop := newDesk(t, 1)
	remote.PutCollections(collections(25)...)
	asked, failAt := 0, 2
	remote.Fault = func(call string, _ galley.Target) error {
		if call != "collections" {
			return nil
		}
		if asked++; asked == failAt {
			return galley.NewError(galley.CodeShopFailed, messages.AsRecorded("The shop failed."))
		}
		return nil
	}
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err, "collections do not fail a sync")
	require.Equal(t, &galley.Reason{Code: galley.CodeShopFailed, Message: messages.AsRecorded("The shop failed.")}, res.CollectionsError)
	page, err := c.Collections(bg, galley.CollectionQuery{ShopID: shop.ID})
	require.Len(t, titles(t, page, err), 10, "the first page is kept")

	asked, failAt = 0, -1
	res, err = c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 2, asked, "the second and the third page are read, the first is not read again")
	require.Equal(t, galley.CollectionsFound{Collections: 25}, res.CollectionsFound)
}

func TestCollectionSyncRestartsAfterExpiredCursor(t *testing.T) {
	c, remote, s, shop := newDesk(t, 1)
	remote.PutCollections(collections(15)...)
	run, _, err := s.BeginCollectionSync(bg, shop.ID, storetest.SyncLease(t, s, shop.ID))
	require.NoError(t, err)
	require.NoError(t, s.SaveCollections(bg, shop.ID, run, galley.CollectionBatch{Next: "lost"}))
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Nil(t, res.CollectionsError)
	require.Equal(t, 15, res.Collections)
}

func TestShopWithoutPermissionForCollectionsIsSynced(t *testing.T) {
	c, remote, _, shop := newDesk(t, 3)
	remote.Fault = func(call string, _ galley.Target) error {
		if call == "collections" {
			return galley.NewError(galley.CodeShopScope, messages.AsRecorded("The token lacks read_products."))
		}
		return nil
	}
	res, err := c.Sync(bg, shop, nil)
	require.NoError(t, err)
	require.Equal(t, 3, res.Products)
	require.Equal(t, galley.CodeShopScope, res.CollectionsError.Code)
}

// One sync that lists far fewer collections, or none, removes nothing: only what
// the next sync misses too is removed.
func TestSecondSyncRemovesManyMissingCollections(t *testing.T) {
	c, remote, _, shop := newDesk(t, 1)
	sync := func() galley.CollectionsFound {
		res, err := c.Sync(bg, shop, nil)
		require.NoError(t, err)
		require.Nil(t, res.CollectionsError)
		return res.CollectionsFound
	}
	remote.PutCollections(collections(20)...)
	require.Equal(t, galley.CollectionsFound{Collections: 20}, sync())
	remote.PutCollections(collections(19)...)
	require.Equal(t, galley.CollectionsFound{Collections: 19, RemovedCollections: 1}, sync(), "a few are removed at once")
	remote.PutCollections()
	require.Equal(t, galley.CollectionsFound{Collections: 19, MissingCollections: 19}, sync())
	got, err := c.Collection(bg, shop.ID, "lamps-1")
	require.NoError(t, err)
	require.True(t, got.Missing)

	remote.PutCollections(collections(10)...)
	require.Equal(t, galley.CollectionsFound{Collections: 10, RemovedCollections: 9}, sync(), "missed twice")
	remote.PutCollections(collections(5)...)
	require.Equal(t, galley.CollectionsFound{Collections: 10, MissingCollections: 5}, sync())
	for search, want := range map[string][2]int{"": {10, 5}, "none": {0, 0}} {
		page, err := c.Collections(bg, galley.CollectionQuery{ShopID: shop.ID, Search: search, Limit: 1})
		require.NoError(t, err)
		require.Equal(t, want, [2]int{page.Total, page.Missing}, search)
	}
	remote.PutCollections(collections(10)...)
	require.Equal(t, galley.CollectionsFound{Collections: 10}, sync(), "they are back")
	remote.PutCollections(collections(5)...)
	require.Equal(t, galley.CollectionsFound{Collections: 10, MissingCollections: 5}, sync(), "and missed for the first time again")
}
