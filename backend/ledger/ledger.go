// Package ledger reads the record of every write to a shop, for the Activity
// page and exports. Only publishing writes to it, as each publication ends.
package ledger

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Store keeps the ledger.
type Store interface {
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	ShopInLedger(ctx context.Context, nameOrID string) (galley.ShopID, error)
	Activity(ctx context.Context, q galley.ActivityQuery) (galley.ActivityPage, error)
	UndoingsOf(ctx context.Context, numbers []int64) ([]galley.Activity, error)
	ActivityBefore(ctx context.Context, q galley.ActivityQuery, number int64, n int) ([]galley.Activity, error)
}

// Service reads the ledger.
type Service struct{ store Store }

// New makes the service.
func New(store Store) *Service { return &Service{store: store} }

// Activity returns a window of the ledger, newest first. A limit of 0 is 100;
// more than MaxPage is CodeInvalidInput.
func (s *Service) Activity(ctx context.Context, q galley.ActivityQuery) (galley.ActivityPage, error) {
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Limit < 0 || q.Limit > galley.MaxPage || q.Offset < 0 {
		return galley.ActivityPage{}, galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	var err error
	if q.Filter, err = galley.ParseActivityFilter(string(q.Filter)); err != nil {
		return galley.ActivityPage{}, err
	}
	return s.store.Activity(ctx, q)
}

// Undoings returns how the last undo of each of these entries ended, newest first.
func (s *Service) Undoings(ctx context.Context, numbers []int64) ([]galley.Activity, error) {
	all, err := s.store.UndoingsOf(ctx, numbers)
	last := []galley.Activity{}
	seen := map[int64]bool{}
	for _, e := range all {
		if !seen[e.Undoes] {
			seen[e.Undoes] = true
			last = append(last, e)
		}
	}
	return last, err
}

// Shop returns the id of the shop with that name or id, including removed shops
// with entries.
func (s *Service) Shop(ctx context.Context, nameOrID string) (galley.ShopID, error) {
	shop, err := s.store.Shop(ctx, nameOrID)
	if galley.HasCode(err, galley.CodeNotFound) {
		return s.store.ShopInLedger(ctx, nameOrID)
	}
	return shop.ID, err
}
