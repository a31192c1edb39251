package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Outbox lists a shop's queued publications by job, or CodeNotFound.
func (s *Service) Outbox(ctx context.Context, shop galley.ShopID) ([]galley.OutboxPart, error) {
	if _, err := s.store.Shop(ctx, string(shop)); err != nil {
		return nil, err
	}
	return s.store.Outbox(ctx, shop)
}

// Withdraw withdraws queued publications that are not sent yet, of a plan, job or
// shop, and returns their number.
func (s *Service) Withdraw(ctx context.Context, req galley.WithdrawRequest) (int, error) {
	switch {
	case req.Plan != "":
		return s.withdrawPlan(ctx, req.Plan)
	case req.JobID == "":
		shop, err := s.store.Shop(ctx, string(req.ShopID))
		if err != nil {
			return 0, err
		}
		return s.store.Withdraw(ctx, shop.ID, "", nil)
	}
	job, shop, err := s.jobAndShop(ctx, req.JobID)
	if err != nil {
		return 0, err
	}
	positions, err := galley.PositionsIn(job.ID, req.ItemIDs)
	if err != nil {
		return 0, err
	}
	return s.store.Withdraw(ctx, shop.ID, job.ID, positions)
}

// WithdrawJob withdraws the queued publications of a job. Without any, it is
// CodeIllegalState.
func (s *Service) WithdrawJob(ctx context.Context, id galley.JobID) (galley.Job, error) {
	n, err := s.Withdraw(ctx, galley.WithdrawRequest{JobID: id})
	if err != nil {
		return galley.Job{}, err
	}
	if n == 0 {
		return galley.Job{}, galley.NewError(galley.CodeIllegalState, messages.NothingWaits(string(id)))
	}
	return s.store.Job(ctx, id)
}

// withdrawPlan withdraws what is left of a plan, at each of its shops.
func (s *Service) withdrawPlan(ctx context.Context, plan galley.PlanID) (withdrawn int, err error) {
	run, err := s.store.Run(ctx, plan)
	if err != nil {
		return 0, err
	}
	for _, shop := range run.Shops {
		n, err := s.store.WithdrawPlan(ctx, shop, plan)
		if err != nil {
			return withdrawn, err
		}
		withdrawn += n
	}
	return withdrawn, nil
}

// TryNow ends the pause of a shop's outbox, so that it is tried at once.
func (s *Service) TryNow(ctx context.Context, shop galley.ShopID) error {
	return s.store.TryShop(ctx, shop)
}
