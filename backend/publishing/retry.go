package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PlanRetry says what Retry would try again, and keeps exactly that under an
// id for a person to confirm: items that were not written, and drafts whose
// publication failed.
func (s *Service) PlanRetry(ctx context.Context, req galley.RetryRequest) (galley.RetryPlan, error) {
	job, shop, err := s.jobAndShop(ctx, req.JobID)
	if err != nil {
		return galley.RetryPlan{}, err
	}
	named, err := namedItems(req.JobID, req.ItemIDs, req.Items)
	if err != nil {
		return galley.RetryPlan{}, err
	}
	var choice retryChoice
	id, err := s.store.PlanDrafts(ctx, galley.NewPlan{Kind: galley.PlanToRetry, ShopID: shop.ID, JobID: job.ID},
		func(items []galley.ItemStanding) ([]int, error) {
			choice = retryChoice{RetryPlan: galley.RetryPlan{Shop: shop.Name, Field: job.Field}, job: job.ID}
			return choice.choose(items, named)
		})
	if err != nil {
		return galley.RetryPlan{}, err
	}
	choice.Plan = id
	choice.Changed, err = s.nameChanged(ctx, choice.stale)
	return choice.RetryPlan, err
}

// Retry tries exactly what a plan names again. What changed since is left out
// and named.
func (s *Service) Retry(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToRetry)
}

// RetryNow plans and confirms in one go. If nothing failed it is
// CodeIllegalState.
func (s *Service) RetryNow(ctx context.Context, req galley.RetryRequest) (galley.RetryPlan, galley.Confirmed, error) {
	plan, err := s.PlanRetry(ctx, req)
	if err == nil && plan.Count == 0 {
		err = galley.NewError(galley.CodeIllegalState, messages.NoFailedItems(string(req.JobID)))
	}
	if err != nil {
		return plan, galley.Confirmed{}, err
	}
	done, err := s.Retry(ctx, plan.Plan)
	return plan, done, err
}
