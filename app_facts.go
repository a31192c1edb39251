package main

import (
	"context"

	"galley/backend/galley"
)

// GetFactSheet lists what is known of a product, with where each fact is from.
func (a *App) GetFactSheet(shop galley.ShopID, product string) (galley.FactSheet, error) {
	return answer(a, func(ctx context.Context) (galley.FactSheet, error) {
		return a.graph.Review.FactSheet(ctx, shop, product)
	})
}

// AddProductFact notes a fact of a product.
func (a *App) AddProductFact(shop galley.ShopID, product string, fact galley.FactEdit) (galley.FactSheet, error) {
	return answer(a, func(ctx context.Context) (galley.FactSheet, error) {
		return a.graph.Review.AddProductFact(ctx, shop, product, fact)
	})
}

// CorrectFact puts another value in the place of a row of a product's sheet.
func (a *App) CorrectFact(shop galley.ShopID, product, row string, fact galley.FactEdit) (galley.FactSheet, error) {
	return answer(a, func(ctx context.Context) (galley.FactSheet, error) {
		return a.graph.Review.CorrectFact(ctx, shop, product, row, fact)
	})
}

// StrikeFact says that a row of a product's sheet is not true.
func (a *App) StrikeFact(shop galley.ShopID, product, row, why string) (galley.FactSheet, error) {
	return answer(a, func(ctx context.Context) (galley.FactSheet, error) {
		return a.graph.Review.StrikeFact(ctx, shop, product, row, why)
	})
}

// RestoreFact takes an addition, a correction or a strike back.
func (a *App) RestoreFact(shop galley.ShopID, product, row string) (galley.FactSheet, error) {
	return answer(a, func(ctx context.Context) (galley.FactSheet, error) {
		return a.graph.Review.RestoreFact(ctx, shop, product, row)
	})
}

// ListScopedFacts lists what holds for the products of a vendor, type or
// collection.
func (a *App) ListScopedFacts(shop galley.ShopID) ([]galley.ScopedFact, error) {
	return answer(a, func(ctx context.Context) ([]galley.ScopedFact, error) { return a.graph.Review.ScopedFacts(ctx, shop) })
}

// AddScopedFact notes what holds for the products of a vendor, type or collection.
func (a *App) AddScopedFact(shop galley.ShopID, scope galley.FactScope, fact string) (galley.ScopedFact, error) {
	return answer(a, func(ctx context.Context) (galley.ScopedFact, error) {
		return a.graph.Review.AddScopedFact(ctx, shop, scope, fact)
	})
}

// RemoveScopedFact removes such a fact.
func (a *App) RemoveScopedFact(shop galley.ShopID, id int64) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Review.RemoveScopedFact(ctx, shop, id) })
	return err
}
