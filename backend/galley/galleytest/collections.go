package galleytest

import (
	"context"
	"slices"
	"strconv"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PutCollections makes these all the collections of the shop. Without members
// they are empty.
func (s *Shop) PutCollections(collections ...galley.ListedCollection) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.collections = slices.Clone(collections)
	for i := range s.collections {
		if c := &s.collections[i]; c.Members == nil {
			c.Members = []string{}
		}
	}
}

// Collections implements galley.ShopClient; the cursor is the place in the list.
func (s *Shop) Collections(_ context.Context, cursor string) (galley.CollectionBatch, error) {
	if err := s.fault("collections", galley.Target{}); err != nil {
		return galley.CollectionBatch{}, err
	}
	return s.collectionsPage(cursor)
}

func (s *Shop) allCollections() []galley.ListedCollection {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.collections)
}

func (s *Shop) collectionsPage(cursor string) (galley.CollectionBatch, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	size := s.PageSize
	if size == 0 {
		size = 10
	}
	from := 0
	if cursor != "" {
		n, err := strconv.Atoi(cursor)
		if err != nil || n > len(s.collections) {
			return galley.CollectionBatch{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchPlaceInFile)
		}
		from = n
	}
	to := min(from+size, len(s.collections))
	page := galley.CollectionBatch{Collections: append([]galley.ListedCollection(nil), s.collections[from:to]...)}
	if to < len(s.collections) {
		page.Next = strconv.Itoa(to)
	}
	return page, nil
}

// CollectionHeads implements galley.ShopLister.
func (s *ListingShop) CollectionHeads(_ context.Context, cursor string) (galley.CollectionBatch, error) {
	if err := s.fault("heads", galley.Target{}); err != nil {
		return galley.CollectionBatch{}, err
	}
	page, err := s.collectionsPage(cursor)
	for i := range page.Collections {
		c := &page.Collections[i]
		c.ProductCount, c.Members = len(c.Members), nil
	}
	return page, err
}

// Members implements galley.ShopLister. The fault "members" is asked for each collection.
func (s *ListingShop) Members(_ context.Context, collections []string) (map[string][]string, error) {
	found := map[string][]string{}
	for _, c := range s.allCollections() {
		if !slices.Contains(collections, c.ID) {
			continue
		}
		if err := s.fault("members", galley.CollectionTarget(c.ID)); err != nil {
			return nil, err
		}
		found[c.ID] = append([]string{}, c.Members...)
	}
	return found, nil
}

// CollectionsOf implements galley.ShopLister. The fault "memberships" is asked for each product.
func (s *ListingShop) CollectionsOf(_ context.Context, products []string) (map[string][]string, error) {
	found := map[string][]string{}
	for _, p := range s.all() {
		if !slices.Contains(products, p.ID) {
			continue
		}
		if err := s.fault("memberships", galley.ProductTarget(p.ID)); err != nil {
			return nil, err
		}
		found[p.ID] = []string{}
		for _, c := range s.allCollections() {
			if slices.Contains(c.Members, p.ID) {
				found[p.ID] = append(found[p.ID], c.ID)
			}
		}
	}
	return found, nil
}
