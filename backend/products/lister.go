package products

import (
	"context"
	"errors"
	"slices"
	"time"

	"galley/backend/galley"
)

// listerError is an error of the shop about lists or changes. Those of this computer are none.
type listerError struct{ error }

func (e listerError) Unwrap() error { return e.error }

func ofLister(err error) error {
	if err == nil {
		return nil
	}
	return listerError{err}
}

// isOfLister reports whether an error is one of the shop about lists or changes, with one of these codes.
func isOfLister(err error, codes ...galley.Code) bool {
	_, is := errors.AsType[listerError](err)
	return is && slices.Contains(codes, galley.CodeOf(err))
}

// lister marks the errors of a shop's lists and changes.
type lister struct{ galley.ShopLister }

func (l lister) StartList(ctx context.Context) (galley.ProductList, error) {
	list, err := l.ShopLister.StartList(ctx)
	return list, ofLister(err)
}

func (l lister) FindList(ctx context.Context, after time.Time) (galley.ProductList, error) {
	list, err := l.ShopLister.FindList(ctx, after)
	return list, ofLister(err)
}

func (l lister) List(ctx context.Context, id string) (galley.ProductList, error) {
	list, err := l.ShopLister.List(ctx, id)
	return list, ofLister(err)
}

func (l lister) ReadList(ctx context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	var unsaved error
	err := l.ShopLister.ReadList(ctx, list, from, func(p galley.ListPart) error {
		unsaved = save(p)
		return unsaved
	})
	if unsaved != nil {
		return unsaved
	}
	return ofLister(err)
}

func (l lister) CountChanges(ctx context.Context, since time.Time) (int, error) {
	n, err := l.ShopLister.CountChanges(ctx, since)
	return n, ofLister(err)
}

func (l lister) Changes(ctx context.Context, since time.Time, cursor string) (galley.ProductBatch, error) {
	page, err := l.ShopLister.Changes(ctx, since, cursor)
	return page, ofLister(err)
}

func (l lister) Deletions(ctx context.Context, since time.Time, cursor string) (ids []string, next string, err error) {
	ids, next, err = l.ShopLister.Deletions(ctx, since, cursor)
	return ids, next, ofLister(err)
}

func (l lister) CollectionHeads(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := l.ShopLister.CollectionHeads(ctx, cursor)
	return page, ofLister(err)
}

func (l lister) Members(ctx context.Context, collections []string) (map[string][]string, error) {
	members, err := l.ShopLister.Members(ctx, collections)
	return members, ofLister(err)
}

func (l lister) CollectionsOf(ctx context.Context, products []string) (map[string][]string, error) {
	collections, err := l.ShopLister.CollectionsOf(ctx, products)
	return collections, ofLister(err)
}
