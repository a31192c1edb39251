package main

import (
	"context"

	"galley/backend/galley"
)

// ListInstructions returns what is saved for a field and a shop.
func (a *App) ListInstructions(q galley.InstructionsQuery) ([]galley.Instructions, error) {
	return answer(a, func(ctx context.Context) ([]galley.Instructions, error) {
		return a.graph.Settings.Instructions(ctx, q.Field, q.ShopID)
	})
}

// SaveInstructions keeps words under a name.
func (a *App) SaveInstructions(i galley.Instructions) (galley.Instructions, error) {
	return answer(a, func(ctx context.Context) (galley.Instructions, error) {
		return a.graph.Settings.SaveInstructions(ctx, i)
	})
}

// DeleteInstructions forgets saved instructions; jobs keep their words.
func (a *App) DeleteInstructions(id string) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Settings.DeleteInstructions(ctx, id) })
	return err
}

// EstimateJob tells what a job would do and cost.
func (a *App) EstimateJob(spec galley.JobSpec) (galley.Estimate, error) {
	return answer(a, func(ctx context.Context) (galley.Estimate, error) { return a.graph.Jobs.Estimate(ctx, spec) })
}

// SpentToday returns what writing has cost since midnight, and what is set aside.
func (a *App) SpentToday() (galley.Spend, error) { return answer(a, a.graph.Spend.Today) }

// CreateJob puts a job into the queue.
func (a *App) CreateJob(spec galley.JobSpec) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return a.graph.Jobs.Create(ctx, spec) })
}

// ListJobs returns the jobs of a shop, newest first.
func (a *App) ListJobs(shop galley.ShopID) ([]galley.Job, error) {
	return answer(a, func(ctx context.Context) ([]galley.Job, error) { return a.graph.Jobs.List(ctx, shop) })
}

// GetJob returns a job with its counts.
func (a *App) GetJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Get) }

// PauseJob stops a job for now.
func (a *App) PauseJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Pause) }

// ResumeJob lets a paused job go on.
func (a *App) ResumeJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Resume) }

// WriteJobNow has a paused job write at once what waits for another batch.
func (a *App) WriteJobNow(id galley.JobID) (galley.Job, error) {
	return a.job(id, a.graph.Jobs.WriteNow)
}

// CancelJob ends a job; what is written stays.
func (a *App) CancelJob(id galley.JobID) (galley.Job, error) { return a.job(id, a.graph.Jobs.Cancel) }

// PlanRetry says which failed items of a job Retry would try again.
func (a *App) PlanRetry(req galley.RetryRequest) (galley.RetryPlan, error) {
	return answer(a, func(ctx context.Context) (galley.RetryPlan, error) { return a.graph.Publishing.PlanRetry(ctx, req) })
}

// Retry has the failed items of a plan of PlanRetry written, or published, again.
func (a *App) Retry(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Retry)
}

func (a *App) job(id galley.JobID, f func(context.Context, galley.JobID) (galley.Job, error)) (galley.Job, error) {
	return answer(a, func(ctx context.Context) (galley.Job, error) { return f(ctx, id) })
}

// RegenerateItems queues drafts to be written again, each as it was on screen.
// They stay as they are until another one is saved.
func (a *App) RegenerateItems(drafts []galley.ItemAt, note string) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) {
		return a.graph.Jobs.Regenerate(ctx, drafts, note)
	})
}

// RegenerateSelected queues everything in a list to be written again, but what changed since it was drawn.
func (a *App) RegenerateSelected(sel galley.ItemSelection, note string) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) {
		return a.graph.Jobs.RegenerateSelected(ctx, sel, note)
	})
}

// EstimateAlike computes what RegenerateAlike would do and cost.
func (a *App) EstimateAlike(job galley.JobID, groups []string) (galley.AlikeRewrite, error) {
	return answer(a, func(ctx context.Context) (galley.AlikeRewrite, error) {
		return a.graph.Jobs.EstimateAlike(ctx, job, groups)
	})
}

// RegenerateAlike queues the drafts of groups of a job to be written again,
// unlike the others of their group.
func (a *App) RegenerateAlike(job galley.JobID, groups []string) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) {
		return a.graph.Jobs.RegenerateAlike(ctx, job, groups)
	})
}

// GetNotes lists notes to choose from where drafts of a shop are written again.
func (a *App) GetNotes(shop galley.ShopID) (galley.RewriteNotes, error) {
	return answer(a, func(ctx context.Context) (galley.RewriteNotes, error) { return a.graph.Jobs.Notes(ctx, shop) })
}

// CancelRegenerate keeps drafts that were to be written again, and returns of
// how many. None of them is replaced any more once it has returned.
func (a *App) CancelRegenerate(items []galley.ItemID) (int, error) {
	return answer(a, func(ctx context.Context) (int, error) { return a.graph.Jobs.CancelRegenerate(ctx, items) })
}
