package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// notedAt reads what Galley knows of a product or collection beyond the shop's
// data.
func (s *Store) notedAt(ctx context.Context, shop galley.ShopID, of galley.Subject) (n galley.Noted, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if n.Written, err = writtenAt(ctx, q, shop, of); err != nil {
			return err
		}
		if of.Collection != nil {
			rows, err := q.ScopedFactsOfCollection(ctx, db.ScopedFactsOfCollectionParams{ShopID: shop, Handle: of.Collection.Handle})
			n.Scoped = scopedFacts(rows)
			return err
		}
		p := of.Product
		scoped, err := q.ScopedFactsOfProduct(ctx, db.ScopedFactsOfProductParams{ShopID: shop, Vendor: p.Vendor, ProductType: p.ProductType, ProductID: p.ID})
		if err != nil {
			return err
		}
		n.Scoped = scopedFacts(scoped)
		noted, err := q.NotedFactsOf(ctx, db.NotedFactsOfParams{ShopID: shop, ProductID: p.ID})
		for _, r := range noted {
			n.Facts = append(n.Facts, notedFact(r))
		}
		return err
	})
	return n, err
}

func notedFact(r db.NotedFact) galley.NotedFact {
	return galley.NotedFact{
		ID: r.ID, State: r.State, Row: r.SheetRow, FactEdit: galley.FactEdit{Attribute: r.Attribute, Value: r.Value, Scope: r.Variant, Why: r.Why},
		Was:      galley.FactEdit{Attribute: r.WasAttribute, Value: r.WasValue, Scope: r.WasVariant},
		Supplier: r.Supplier, By: r.Person, At: r.NotedAt.Time,
	}
}

func scopedFacts(rows []db.ScopedFact) []galley.ScopedFact {
	list := []galley.ScopedFact{}
	for _, r := range rows {
		list = append(list, galley.ScopedFact{
			ID: r.ID, Scope: galley.FactScope{Kind: r.Scope, Value: r.ScopeValue}, Fact: r.Fact, Who: r.Person, When: r.NotedAt.Time,
		})
	}
	return list
}

// SaveNoted saves what was noted of a product, and removes others, in one
// transaction. A correction or strike takes the place of an earlier one of the
// same row.
func (s *Store) SaveNoted(ctx context.Context, shop galley.ShopID, product string, facts []galley.NotedFact, remove []int64) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		for _, id := range remove {
			n, err := q.DeleteNotedFact(ctx, db.DeleteNotedFactParams{ShopID: shop, ProductID: product, ID: id})
			if err = expectOneRow(n, err, messages.FactUnchanged); err != nil {
				return err
			}
		}
		for _, f := range facts {
			if _, err := s.insertNoted(ctx, q, shop, product, f); err != nil {
				return err
			}
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
}

func (s *Store) insertNoted(ctx context.Context, q *db.Queries, shop galley.ShopID, product string, f galley.NotedFact) (int64, error) {
	if _, err := q.DeleteNotedRow(ctx, db.DeleteNotedRowParams{ShopID: shop, ProductID: product, SheetRow: f.Row}); err != nil {
		return 0, err
	}
	return q.InsertNotedFact(ctx, db.InsertNotedFactParams{
		ShopID: shop, ProductID: product, State: f.State, SheetRow: f.Row, Attribute: f.Attribute, Value: f.Value, Variant: f.Scope,
		WasAttribute: f.Was.Attribute, WasValue: f.Was.Value, WasVariant: f.Was.Scope, Why: f.Why, Supplier: f.Supplier,
		Person: f.By, NotedAt: column.At(s.orNow(f.At)),
	})
}

// ScopedFacts lists the facts of a shop that are true of a part of its products.
func (s *Store) ScopedFacts(ctx context.Context, shop galley.ShopID) (list []galley.ScopedFact, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ScopedFacts(ctx, shop)
		list = scopedFacts(rows)
		return err
	})
	return list, err
}

// AddScopedFact adds a fact about a part of a shop's products. The same fact
// again is CodeInvalidInput.
func (s *Store) AddScopedFact(ctx context.Context, shop galley.ShopID, f galley.ScopedFact) (galley.ScopedFact, error) {
	err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) (err error) {
		f.ID, err = q.InsertScopedFact(ctx, scopedFactRow(shop, f))
		if errors.Is(err, sql.ErrNoRows) {
			return galley.NewError(galley.CodeInvalidInput, messages.FactTwice(f.Fact))
		}
		if err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicShops, galley.TopicProducts(shop))
	})
	return f, err
}

func scopedFactRow(shop galley.ShopID, f galley.ScopedFact) db.InsertScopedFactParams {
	return db.InsertScopedFactParams{ShopID: shop, Scope: f.Scope.Kind, ScopeValue: f.Scope.Value, Fact: f.Fact, Person: f.Who, NotedAt: column.At(f.When)}
}

// RemoveScopedFact removes a fact, or is CodeNotFound.
func (s *Store) RemoveScopedFact(ctx context.Context, shop galley.ShopID, id int64) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.DeleteScopedFact(ctx, db.DeleteScopedFactParams{ShopID: shop, ID: id})
		if err == nil && n == 0 {
			err = galley.NewError(galley.CodeNotFound, messages.NoSuchScopedFact)
		}
		if err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicShops, galley.TopicProducts(shop))
	})
}

// DraftsInScope lists the drafts that a fact of a scope may be judged by and that
// a person may still change.
func (s *Store) DraftsInScope(ctx context.Context, shop galley.ShopID, scope galley.FactScope) (found []galley.ItemID, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.DraftsInScope(ctx, db.DraftsInScopeParams{ShopID: shop, Scope: string(scope.Kind), ScopeValue: scope.Value})
		for _, r := range rows {
			found = append(found, galley.NewItemID(r.JobID, r.Position))
		}
		return err
	})
	return found, err
}
