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

// CountClaims counts for each claim the drafts of a job that make it and can be
// changed.
func (a *App) CountClaims(job galley.JobID, claims []galley.WarningKey) ([]int, error) {
	return answer(a, func(ctx context.Context) ([]int, error) { return a.graph.Review.CountClaims(ctx, job, claims) })
}

// PreviewAnswer says what an answer would do to each draft that makes a claim.
func (a *App) PreviewAnswer(request galley.AnswerRequest) (galley.AnswerPreview, error) {
	return answer(a, func(ctx context.Context) (galley.AnswerPreview, error) {
		return a.graph.Review.PreviewAnswer(ctx, request)
	})
}

// AnswerClaims answers a claim in these drafts, as they were on screen.
func (a *App) AnswerClaims(request galley.AnswerRequest, drafts []galley.ItemAt) (galley.Answered, error) {
	return answer(a, func(ctx context.Context) (galley.Answered, error) {
		return a.graph.Review.AnswerClaims(ctx, request, drafts)
	})
}

// UndoAnswer takes an answer back.
func (a *App) UndoAnswer(id galley.AnswerID) (galley.Answered, error) {
	return answer(a, func(ctx context.Context) (galley.Answered, error) { return a.graph.Review.UndoAnswer(ctx, id) })
}

// ImportFacts notes a supplier's facts from a CSV file, by handle.
func (a *App) ImportFacts(shop galley.ShopID, file, content string) (galley.FactImport, error) {
	return answer(a, func(ctx context.Context) (galley.FactImport, error) {
		return a.graph.Review.ImportFacts(ctx, shop, file, content)
	})
}

// PasteFacts notes a supplier's facts of one product from lines of text.
func (a *App) PasteFacts(shop galley.ShopID, product, supplier, text string) (galley.FactImport, error) {
	return answer(a, func(ctx context.Context) (galley.FactImport, error) {
		return a.graph.Review.PasteFacts(ctx, shop, product, supplier, text)
	})
}
