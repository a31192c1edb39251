package galleytest

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// ShopListerConformance checks what every galley.ShopLister must do, on a shop
// that nobody changes meanwhile.
func ShopListerConformance(t *testing.T, c galley.ShopLister) {
	s := listerSuite{c}
	t.Run("a list has the products of the pages", s.lists)
	t.Run("reading a list goes on with any part", s.goesOn)
	t.Run("a list whose start was not answered is found", s.finds)
	t.Run("what is no list is not found", s.unknown)
	t.Run("a list that is ready is not cancelled", s.cancels)
	t.Run("changes are the products that changed since", s.changes)
	t.Run("heads of collections are those of the pages, with counts", s.heads)
	t.Run("members and memberships are those of the pages", s.memberships)
}

type listerSuite struct{ galley.ShopLister }

func (s listerSuite) ready(t *testing.T) galley.ProductList {
	list, err := s.StartList(t.Context())
	require.NoError(t, err)
	for list.State == galley.ListRunning {
		list, err = s.List(t.Context(), list.ID)
		require.NoError(t, err)
	}
	require.Equal(t, galley.ListReady, list.State)
	return list
}

// parts reads a list, the products of each part apart.
func (s listerSuite) parts(t *testing.T, list galley.ProductList, from int) (parts [][]galley.Product) {
	err := s.ReadList(t.Context(), list, from, func(p galley.ListPart) error {
		require.Equal(t, from+len(parts), p.Number)
		parts = append(parts, p.Products)
		if p.Number == p.Parts-1 {
			require.Len(t, parts, p.Parts-from)
		}
		return nil
	})
	require.NoError(t, err)
	return parts
}

func (s listerSuite) paged(t *testing.T) (products []galley.Product) {
	for cursor := ""; ; {
		page, err := s.Products(t.Context(), cursor)
		require.NoError(t, err)
		products = append(products, page.Products...)
		if cursor = page.Next; cursor == "" {
			return products
		}
	}
}

func (s listerSuite) lists(t *testing.T) {
	var listed []galley.Product
	list := s.ready(t)
	for _, part := range s.parts(t, list, 0) {
		listed = append(listed, part...)
	}
	require.Len(t, listed, list.Listed)
	require.ElementsMatch(t, s.paged(t), listed)
}

func (s listerSuite) goesOn(t *testing.T) {
	list := s.ready(t)
	all := s.parts(t, list, 0)
	for from := range all {
		require.Equal(t, all[from:], s.parts(t, list, from))
	}
	require.Empty(t, s.parts(t, list, len(all)))
}

func (s listerSuite) finds(t *testing.T) {
	list := s.ready(t)
	found, err := s.FindList(t.Context(), list.Began)
	require.NoError(t, err)
	require.Equal(t, list.ID, found.ID)
	_, err = s.FindList(t.Context(), list.Began.Add(time.Hour))
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), err)
}

func (s listerSuite) unknown(t *testing.T) {
	_, err := s.List(t.Context(), "gid://shopify/BulkOperation/404")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), err)
}

func (s listerSuite) cancels(t *testing.T) {
	list := s.ready(t)
	require.NoError(t, s.CancelList(t.Context(), list.ID))
	now, err := s.List(t.Context(), list.ID)
	require.NoError(t, err)
	require.Equal(t, galley.ListReady, now.State)
}

func (s listerSuite) changes(t *testing.T) {
	all := s.paged(t)
	newest := all[0].UpdatedAt
	for _, p := range all {
		if p.UpdatedAt.After(newest) {
			newest = p.UpdatedAt
		}
	}
	for _, since := range []time.Time{{}, newest, newest.Add(time.Second)} {
		var want, found []string
		for _, p := range all {
			if !p.UpdatedAt.Before(since) {
				want = append(want, p.ID)
			}
		}
		for cursor := ""; ; {
			page, err := s.Changes(t.Context(), since, cursor)
			require.NoError(t, err)
			for _, p := range page.Products {
				found = append(found, p.ID)
			}
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		require.ElementsMatch(t, want, found)
		count, err := s.CountChanges(t.Context(), since)
		require.NoError(t, err)
		require.Equal(t, len(want), count)
	}
}

// collected reads all pages of collections.
func (s listerSuite) collected(t *testing.T, read func(context.Context, string) (galley.CollectionBatch, error)) (all []galley.ListedCollection) {
	for cursor := ""; ; {
		page, err := read(t.Context(), cursor)
		require.NoError(t, err)
		all = append(all, page.Collections...)
		if cursor = page.Next; cursor == "" {
			return all
		}
	}
}

func (s listerSuite) heads(t *testing.T) {
	want := s.collected(t, s.Collections)
	require.NotEmpty(t, want)
	for i := range want {
		require.NotNil(t, want[i].Members)
		want[i].ProductCount, want[i].Members = len(want[i].Members), nil
	}
	require.Equal(t, want, s.collected(t, s.CollectionHeads))
	_, err := s.CollectionHeads(t.Context(), "lost")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), err)
}

func (s listerSuite) memberships(t *testing.T) {
	members, collections := map[string][]string{}, map[string][]string{}
	for _, p := range s.paged(t) {
		collections[p.ID] = []string{}
	}
	products := slices.Sorted(maps.Keys(collections))
	for _, c := range s.collected(t, s.Collections) {
		members[c.ID] = c.Members
		for _, p := range c.Members {
			collections[p] = append(collections[p], c.ID)
		}
	}
	found, err := s.Members(t.Context(), append(slices.Sorted(maps.Keys(members)), gone[galley.PlaceCollection]))
	require.NoError(t, err)
	require.Equal(t, members, found)
	found, err = s.CollectionsOf(t.Context(), append(products, gone[galley.PlaceProduct]))
	require.NoError(t, err)
	require.Len(t, found, len(collections))
	for id, want := range collections {
		require.ElementsMatch(t, want, found[id], id)
	}
}
