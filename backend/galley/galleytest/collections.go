package galleytest

import (
	"context"
	"strconv"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PutCollections makes these all the collections of the shop.
func (s *Shop) PutCollections(collections ...galley.ListedCollection) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.collections = collections
}

// Collections implements galley.ShopClient; the cursor is the place in the list.
func (s *Shop) Collections(_ context.Context, cursor string) (galley.CollectionBatch, error) {
	if err := s.fault("collections", galley.Target{}); err != nil {
		return galley.CollectionBatch{}, err
	}
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
