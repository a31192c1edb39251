package main

import (
	"context"

	"galley/backend/galley"
)

// PreviewReplace says what replacing words would do to each draft that has them.
func (a *App) PreviewReplace(request galley.ReplaceRequest) (galley.EditsPreview, error) {
	return answer(a, func(ctx context.Context) (galley.EditsPreview, error) {
		return a.graph.Review.PreviewReplace(ctx, request)
	})
}

// ReplaceInDrafts puts words in the place of others in these drafts, as they were
// on screen.
func (a *App) ReplaceInDrafts(request galley.ReplaceRequest, drafts []galley.ItemAt) (galley.Edited, error) {
	return answer(a, func(ctx context.Context) (galley.Edited, error) {
		return a.graph.Review.Replace(ctx, request, drafts)
	})
}

// PreviewPaste says what the cells that a spreadsheet copied would make of drafts.
func (a *App) PreviewPaste(request galley.PasteRequest) (galley.PastePreview, error) {
	return answer(a, func(ctx context.Context) (galley.PastePreview, error) {
		return a.graph.Review.PreviewPaste(ctx, request)
	})
}

// EditDrafts puts a person's texts in the place of many drafts at once.
func (a *App) EditDrafts(job galley.JobID, texts []galley.NewText) (galley.Edited, error) {
	return answer(a, func(ctx context.Context) (galley.Edited, error) { return a.graph.Review.EditDrafts(ctx, job, texts) })
}

// GetLengths says how long the texts of a job are to be, and how many are not.
func (a *App) GetLengths(job galley.JobID) (galley.JobLengths, error) {
	return answer(a, func(ctx context.Context) (galley.JobLengths, error) { return a.graph.Review.Lengths(ctx, job) })
}
