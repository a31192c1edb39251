package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/review"
)

// JudgeText checks a text that is being edited. Nothing is saved.
func (a *App) JudgeText(id galley.ItemID, content string, kept []galley.WarningKey) (review.Judged, error) {
	return answer(a, func(ctx context.Context) (review.Judged, error) {
		return a.graph.Review.JudgeText(ctx, id, content, kept)
	})
}

// MendText answers a warning of a text that is being edited, and returns the new
// text. Nothing is saved.
func (a *App) MendText(id galley.ItemID, content string, mend review.Mend) (string, error) {
	return answer(a, func(ctx context.Context) (string, error) { return a.graph.Review.MendText(ctx, id, content, mend) })
}

// KeepUnsaved keeps what is typed into a draft in a window until it is saved.
func (a *App) KeepUnsaved(id galley.ItemID, seat string, turn, revision int, content string) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) {
		return true, a.graph.Review.KeepUnsaved(ctx, id, seat, turn, revision, content)
	})
	return err
}

// DropUnsaved forgets what was kept of a window up to a turn of it.
func (a *App) DropUnsaved(id galley.ItemID, seat string, turn int) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Review.DropUnsaved(ctx, id, seat, turn) })
	return err
}

// ListUnsaved lists what was typed into a draft, in any window, and is not saved.
func (a *App) ListUnsaved(id galley.ItemID) ([]galley.UnsavedEdit, error) {
	return answer(a, func(ctx context.Context) ([]galley.UnsavedEdit, error) { return a.graph.Review.Unsaved(ctx, id) })
}

// ListAllUnsaved lists the drafts with something typed and not saved.
func (a *App) ListAllUnsaved() ([]galley.UnsavedAt, error) {
	return answer(a, a.graph.Review.AllUnsaved)
}

// StepThatLeft is the edit or answer that left a draft at a revision.
func (a *App) StepThatLeft(draft galley.ItemAt, kind galley.StepKind) (galley.StepID, error) {
	return answer(a, func(ctx context.Context) (galley.StepID, error) { return a.graph.Review.StepThatLeft(ctx, draft, kind) })
}

// UndoStep takes back what a person did to drafts.
func (a *App) UndoStep(id galley.StepID) (galley.Moved, error) {
	return answer(a, func(ctx context.Context) (galley.Moved, error) { return a.graph.Review.UndoStep(ctx, id) })
}

// RedoStep does again what was undone.
func (a *App) RedoStep(id galley.StepID) (galley.Moved, error) {
	return answer(a, func(ctx context.Context) (galley.Moved, error) { return a.graph.Review.RedoStep(ctx, id) })
}

// KeepTyped keeps what is typed in the editor of a product or collection until it is
// saved; no texts forget it.
func (a *App) KeepTyped(shop galley.ShopID, id, seat string, turn int, texts []galley.OwnText) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) {
		return true, a.graph.Publishing.KeepTyped(ctx, shop, id, seat, turn, texts)
	})
	return err
}

// ListTyped lists what was typed in the editor of a product or collection, in any
// window, and is not saved.
func (a *App) ListTyped(shop galley.ShopID, id string) ([]galley.TypedTexts, error) {
	return answer(a, func(ctx context.Context) ([]galley.TypedTexts, error) {
		return a.graph.Publishing.Typed(ctx, shop, id)
	})
}

// ListAllTyped lists the editors with something typed and not saved.
func (a *App) ListAllTyped() ([]galley.TypedAt, error) {
	return answer(a, a.graph.Publishing.AllTyped)
}
