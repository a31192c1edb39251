package main

import (
	"context"

	"galley/backend/galley"
)

// GetProfile returns how a shop speaks.
func (a *App) GetProfile(shop galley.ShopID) (galley.Profile, error) {
	return answer(a, func(ctx context.Context) (galley.Profile, error) { return a.graph.Settings.Profile(ctx, shop) })
}

// SaveProfile saves how a shop speaks, for jobs that are made from now on.
func (a *App) SaveProfile(shop galley.ShopID, profile galley.Profile) (galley.Profile, error) {
	return answer(a, func(ctx context.Context) (galley.Profile, error) {
		return a.graph.Settings.SaveProfile(ctx, shop, profile)
	})
}

// MarkGood marks the text of a draft as good in its shop's profile, or takes the mark back.
func (a *App) MarkGood(id galley.ItemID, revision int, good bool) (galley.Profile, error) {
	return answer(a, func(ctx context.Context) (galley.Profile, error) {
		return a.graph.Review.MarkGood(ctx, id, revision, good)
	})
}

// EstimateLearn tells what having a profile proposed would cost.
func (a *App) EstimateLearn(shop galley.ShopID) (galley.LearnEstimate, error) {
	return answer(a, func(ctx context.Context) (galley.LearnEstimate, error) { return a.graph.Jobs.EstimateLearn(ctx, shop) })
}

// LearnProfile has the model propose a profile. Nothing is saved.
func (a *App) LearnProfile(shop galley.ShopID) (galley.LearnedProfile, error) {
	return answer(a, func(ctx context.Context) (galley.LearnedProfile, error) { return a.graph.Runner.Learn(ctx, shop) })
}

// PreviewPrompt returns the finished prompt for the first few items of a job.
func (a *App) PreviewPrompt(spec galley.JobSpec) (galley.PromptPreview, error) {
	return answer(a, func(ctx context.Context) (galley.PromptPreview, error) { return a.graph.Jobs.Preview(ctx, spec) })
}

// EstimateRest tells what writing the rest of a sample would cost.
func (a *App) EstimateRest(id galley.JobID) (galley.Estimate, error) {
	return answer(a, func(ctx context.Context) (galley.Estimate, error) { return a.graph.Jobs.EstimateRest(ctx, id) })
}

// ContinueJob has the rest of a sample written.
func (a *App) ContinueJob(id galley.JobID) (galley.Job, error) {
	return a.job(id, a.graph.Jobs.Continue)
}

// CompareJobs makes two samples of the same items.
func (a *App) CompareJobs(spec galley.ComparisonSpec) (galley.Comparison, error) {
	return answer(a, func(ctx context.Context) (galley.Comparison, error) { return a.graph.Jobs.Compare(ctx, spec) })
}

// GetComparison returns two samples side by side.
func (a *App) GetComparison(id galley.JobID) (galley.Comparison, error) {
	return answer(a, func(ctx context.Context) (galley.Comparison, error) { return a.graph.Jobs.Comparison(ctx, id) })
}

// ChooseDrafts ends a comparison with the drafts that a person kept.
func (a *App) ChooseDrafts(choice galley.ComparisonChoice) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return a.graph.Jobs.Choose(ctx, choice) })
}

// WriteSideAgain has one side of a comparison written again.
func (a *App) WriteSideAgain(again galley.SideAgain) (galley.Comparison, error) {
	return answer(a, func(ctx context.Context) (galley.Comparison, error) {
		return a.graph.Jobs.WriteSideAgain(ctx, again)
	})
}

// GetPrefix tells how long the stable part of a shop's prompts is, and how much of it is cached.
func (a *App) GetPrefix(shop galley.ShopID) (galley.PromptPrefix, error) {
	return answer(a, func(ctx context.Context) (galley.PromptPrefix, error) { return a.graph.Jobs.Prefix(ctx, shop) })
}

// MarkOnShop marks the text that a shop has in a field of a product as good.
func (a *App) MarkOnShop(shop galley.ShopID, field galley.Field, handle string) (galley.Profile, error) {
	return answer(a, func(ctx context.Context) (galley.Profile, error) {
		of, err := a.graph.Store.Subject(ctx, shop, galley.Listed{Target: galley.Target{Kind: field.Owner(), ID: handle}})
		if err != nil {
			return galley.Profile{}, err
		}
		return a.graph.Settings.MarkOnShop(ctx, shop, field, of)
	})
}
