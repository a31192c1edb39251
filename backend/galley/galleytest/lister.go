package galleytest

import (
	"context"
	"slices"
	"strconv"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// ListingShop is a Shop that writes lists and knows what changed:
// galley.ShopLister and galley.ShopClients at once. Its calls are to be made one
// at a time.
type ListingShop struct {
	*Shop

	Clock *Clock
	// Looks is how often a list is looked at before it is ready; 0 is 1.
	Looks int
	// Parts is how many parts a list has; 0 is 3.
	Parts int
	// Ahead is how far the shop's clock is ahead.
	Ahead time.Duration
	// Hidden are products that the search does not find yet.
	Hidden []string
	// Lists are all that were asked for, in order, and what was asked of them.
	Lists []*TestList

	deleted []deletion
}

// TestList is a list of a ListingShop.
type TestList struct {
	galley.ProductList

	Looks     int
	Cancelled bool
	products  []galley.Product
}

type deletion struct {
	id string
	at time.Time
}

// NewListingShop makes one of a shop whose products last changed an hour before.
func NewListingShop(shop *Shop, clock *Clock) *ListingShop {
	for i := range shop.products {
		shop.products[i].UpdatedAt = clock.Now().Add(-time.Hour)
	}
	return &ListingShop{Shop: shop, Clock: clock}
}

// Client returns the shop itself, for any shop.
func (s *ListingShop) Client(context.Context, galley.Shop) (galley.ShopClient, error) { return s, nil }

func (s *ListingShop) now() time.Time { return s.Clock.Now().Add(s.Ahead) }

// Change changes a field as somebody else would, and the product's time of change.
func (s *ListingShop) Change(f galley.Field, id string, v galley.Value) {
	s.Put(f, galley.ProductTarget(id), v)
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.products {
		if s.products[i].ID == id {
			s.products[i].UpdatedAt = s.now()
		}
	}
}

// Add adds a product that is new now.
func (s *ListingShop) Add(p galley.Product) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p.UpdatedAt = s.now()
	s.products = append(s.products, p)
}

// Delete deletes a product, and says so when it is asked.
func (s *ListingShop) Delete(id string) {
	s.Remove(id)
	s.deleted = append(s.deleted, deletion{id, s.now()})
}

func (s *ListingShop) all() []galley.Product {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.products)
}

// StartList implements galley.ShopLister. What is on the list is decided when it
// is ready. The fault "started" loses the answer.
func (s *ListingShop) StartList(context.Context) (galley.ProductList, error) {
	if err := s.fault("start", galley.Target{}); err != nil {
		return galley.ProductList{}, err
	}
	list := &TestList{ProductList: galley.ProductList{ID: "list/" + strconv.Itoa(len(s.Lists)+1), Began: s.now()}}
	s.Lists = append(s.Lists, list)
	return list.ProductList, s.fault("started", galley.Target{})
}

// FindList implements galley.ShopLister.
func (s *ListingShop) FindList(_ context.Context, after time.Time) (galley.ProductList, error) {
	for _, list := range slices.Backward(s.Lists) {
		if list.State != galley.ListFailed && !list.Began.Before(after) {
			return list.ProductList, nil
		}
	}
	return galley.ProductList{}, galley.NewError(galley.CodeNotFound, messages.ShopListGone)
}

func (s *ListingShop) list(id string) (*TestList, error) {
	for _, list := range s.Lists {
		if list.ID == id {
			return list, nil
		}
	}
	return nil, galley.NewError(galley.CodeNotFound, messages.ShopListGone)
}

// List implements galley.ShopLister.
func (s *ListingShop) List(_ context.Context, id string) (galley.ProductList, error) {
	list, err := s.list(id)
	if err == nil {
		err = s.fault("look", galley.ProductTarget(id))
	}
	if err != nil {
		return galley.ProductList{}, err
	}
	if list.Looks++; list.State == galley.ListRunning {
		list.products = s.all()
		list.Listed = len(list.products) * list.Looks / max(s.Looks, 1)
		list.Lines = list.Listed
		if list.Looks >= s.Looks {
			list.State = galley.ListReady
		}
	}
	return list.ProductList, nil
}

// CancelList implements galley.ShopLister.
func (s *ListingShop) CancelList(_ context.Context, id string) error {
	list, err := s.list(id)
	if err == nil {
		err = s.fault("cancel", galley.ProductTarget(id))
	}
	if err == nil && list.State == galley.ListRunning {
		list.Cancelled, list.State, list.Reason = true, galley.ListFailed, "CANCELED"
	}
	return err
}

// ReadList implements galley.ShopLister. The faults "list" and "part" fail it.
func (s *ListingShop) ReadList(_ context.Context, list galley.ProductList, from int, save func(galley.ListPart) error) error {
	kept, err := s.list(list.ID)
	if err == nil {
		err = s.fault("list", galley.ProductTarget(list.ID))
	}
	if err != nil {
		return err
	}
	parts := max(s.Parts, 3)
	for number := from; number < parts; number++ {
		if err := s.fault("part", galley.ProductTarget(strconv.Itoa(number))); err != nil {
			return err
		}
		part := galley.ListPart{Number: number, Parts: parts}
		for i, p := range kept.products {
			if i%parts == number {
				part.Products = append(part.Products, p)
			}
		}
		if err := save(part); err != nil {
			return err
		}
	}
	return nil
}

func (s *ListingShop) changed(since time.Time) []galley.Product {
	return slices.DeleteFunc(s.all(), func(p galley.Product) bool {
		return p.UpdatedAt.Before(since) || slices.Contains(s.Hidden, p.ID)
	})
}

// CountChanges implements galley.ShopLister.
func (s *ListingShop) CountChanges(_ context.Context, since time.Time) (int, error) {
	return len(s.changed(since)), s.fault("changes", galley.Target{})
}

// Changes implements galley.ShopLister: all on one page.
func (s *ListingShop) Changes(_ context.Context, since time.Time, _ string) (galley.ProductBatch, error) {
	return galley.ProductBatch{Products: s.changed(since)}, s.fault("changes", galley.Target{})
}

// Deletions implements galley.ShopLister: all on one page.
func (s *ListingShop) Deletions(_ context.Context, since time.Time, _ string) (ids []string, next string, err error) {
	for _, d := range s.deleted {
		if !d.at.Before(since) {
			ids = append(ids, d.id)
		}
	}
	return ids, "", s.fault("deletions", galley.Target{})
}

// ClockAhead implements galley.ShopLister.
func (s *ListingShop) ClockAhead() time.Duration { return s.Ahead }
