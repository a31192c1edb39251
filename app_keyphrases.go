package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/review"
)

// ListKeyphrases returns a window of a shop's keyphrases in one language.
func (a *App) ListKeyphrases(q galley.KeyphraseListQuery) (galley.KeyphrasePage, error) {
	return answer(a, func(ctx context.Context) (galley.KeyphrasePage, error) { return a.graph.Review.ListKeyphrases(ctx, q) })
}

// GetKeyphrases returns the keyphrases of a product or collection in all languages.
func (a *App) GetKeyphrases(shop galley.ShopID, at review.KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	return answer(a, func(ctx context.Context) ([]galley.PlacedKeyphrase, error) {
		return a.graph.Review.KeyphrasesAt(ctx, shop, at)
	})
}

// SetKeyphrase keeps what a person typed; an empty text removes the keyphrase.
func (a *App) SetKeyphrase(shop galley.ShopID, at review.KeyphraseAt, text string) (galley.PlacedKeyphrase, error) {
	return answer(a, func(ctx context.Context) (galley.PlacedKeyphrase, error) {
		return a.graph.Review.SetKeyphrase(ctx, shop, at, text)
	})
}

// ConfirmKeyphrases makes guesses keyphrases, and returns those that are set now.
func (a *App) ConfirmKeyphrases(shop galley.ShopID, places []review.KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	return answer(a, func(ctx context.Context) ([]galley.PlacedKeyphrase, error) {
		return a.graph.Review.ConfirmKeyphrases(ctx, shop, places)
	})
}

// EstimateKeyphrases tells what having keyphrases proposed by the model would cost.
func (a *App) EstimateKeyphrases(proposal galley.KeyphraseProposal) (galley.ProposeEstimate, error) {
	return answer(a, func(ctx context.Context) (galley.ProposeEstimate, error) {
		return a.graph.Jobs.EstimatePropose(ctx, proposal)
	})
}

// ProposeKeyphrases has the model propose keyphrases, and saves them as guesses.
func (a *App) ProposeKeyphrases(proposal galley.KeyphraseProposal) (galley.ProposedKeyphrases, error) {
	return answer(a, func(ctx context.Context) (galley.ProposedKeyphrases, error) {
		return a.graph.Runner.Propose(ctx, proposal)
	})
}

// DiscardKeyphrases removes the guesses of models in a language, and returns how
// many.
func (a *App) DiscardKeyphrases(shop galley.ShopID, kind galley.PlaceKind, language string) (int, error) {
	return answer(a, func(ctx context.Context) (int, error) {
		return a.graph.Review.DiscardKeyphrases(ctx, shop, kind, language)
	})
}

// PreviewKeyphrases says what an import of a file would take and leave out.
func (a *App) PreviewKeyphrases(shop galley.ShopID, name string, content []byte) (galley.KeyphraseImport, error) {
	return answer(a, func(ctx context.Context) (galley.KeyphraseImport, error) {
		return a.graph.Review.PreviewKeyphrases(ctx, shop, name, string(content))
	})
}

// ImportKeyphrases imports keyphrases, or a search-console export.
func (a *App) ImportKeyphrases(shop galley.ShopID, name string, content []byte) (galley.KeyphraseImport, error) {
	return answer(a, func(ctx context.Context) (galley.KeyphraseImport, error) {
		return a.graph.Review.ImportKeyphrases(ctx, shop, name, string(content))
	})
}

// TakeBackKeyphrases undoes the latest import of a shop.
func (a *App) TakeBackKeyphrases(shop galley.ShopID, id int64) (galley.KeyphrasesRestored, error) {
	return answer(a, func(ctx context.Context) (galley.KeyphrasesRestored, error) {
		return a.graph.Review.TakeBackKeyphrases(ctx, shop, id)
	})
}

// KeyphraseQueries returns the searches that imports had of a product or
// collection beside its keyphrase.
func (a *App) KeyphraseQueries(shop galley.ShopID, at review.KeyphraseAt) ([]galley.PlacedKeyphrase, error) {
	return answer(a, func(ctx context.Context) ([]galley.PlacedKeyphrase, error) {
		return a.graph.Review.KeyphraseQueries(ctx, shop, at)
	})
}
