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

// notedOf reads what Galley knows of products beyond the shop's data, by their
// ids.
func notedOf(ctx context.Context, q *db.Queries, shop galley.ShopID, products []galley.Product, ids []string) (map[string]galley.Noted, error) {
	places := make(map[string][]string, len(products)) // of each product: itself and its images
	var all []string
	for _, p := range products {
		here := []string{p.ID}
		for _, img := range p.Images {
			here = append(here, img.ID)
		}
		places[p.ID], all = here, append(all, here...)
	}
	written, err := writtenAt(ctx, q, shop, all)
	if err != nil {
		return nil, err
	}
	scoped, err := q.ScopedFactsOfProducts(ctx, db.ScopedFactsOfProductsParams{ShopID: shop, Products: jsonArray(ids)})
	if err != nil {
		return nil, err
	}
	facts, err := q.NotedFactsOf(ctx, db.NotedFactsOfParams{ShopID: shop, Products: jsonArray(ids)})
	noted := make(map[string]galley.Noted, len(products))
	for id, here := range places {
		noted[id] = galley.Noted{Written: written.at(here...), Scoped: []galley.ScopedFact{}}
	}
	for _, r := range scoped {
		n := noted[r.ProductID]
		n.Scoped = append(n.Scoped, scopedFact(r.ScopedFact))
		noted[r.ProductID] = n
	}
	for _, r := range facts {
		n := noted[r.ProductID]
		n.Facts = append(n.Facts, notedFact(r))
		noted[r.ProductID] = n
	}
	return noted, err
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
		list = append(list, scopedFact(r))
	}
	return list
}

func scopedFact(r db.ScopedFact) galley.ScopedFact {
	return galley.ScopedFact{ID: r.ID, Scope: galley.FactScope{Kind: r.Scope, Value: r.ScopeValue}, Fact: r.Fact, Who: r.Person, When: r.NotedAt.Time}
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
