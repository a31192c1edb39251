package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Held lists the publications and jobs that wait for a person's decision since
// the data file was restored.
func (s *Service) Held(ctx context.Context) (galley.Held, error) { return s.store.Held(ctx) }

// PlanRelease says what ReleaseHeld would release, and keeps exactly that under
// an id for a person to confirm.
func (s *Service) PlanRelease(ctx context.Context, req galley.HeldRequest) (galley.HeldPlan, error) {
	return s.planHeld(ctx, galley.PlanToRelease, req)
}

// PlanWithdraw says what WithdrawHeld would withdraw, and keeps exactly that
// under an id for a person to confirm.
func (s *Service) PlanWithdraw(ctx context.Context, req galley.HeldRequest) (galley.HeldPlan, error) {
	return s.planHeld(ctx, galley.PlanToWithdraw, req)
}

// ReleaseHeld releases the held publications and jobs of a plan. What is no
// longer held is left out and named.
func (s *Service) ReleaseHeld(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToRelease)
}

// WithdrawHeld withdraws the held publications of a plan and cancels its held
// jobs. What is no longer held is left out and named.
func (s *Service) WithdrawHeld(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToWithdraw)
}

// ReleaseHeldNow plans and confirms a release in one step, for callers that do
// not ask.
func (s *Service) ReleaseHeldNow(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error) {
	return s.settleHeldNow(ctx, galley.PlanToRelease, req)
}

// WithdrawHeldNow plans and confirms a withdrawal in one step, for callers that
// do not ask.
func (s *Service) WithdrawHeldNow(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error) {
	return s.settleHeldNow(ctx, galley.PlanToWithdraw, req)
}

func (s *Service) settleHeldNow(ctx context.Context, kind galley.PlanKind, req galley.HeldRequest) (galley.HeldDone, error) {
	plan, err := s.planHeld(ctx, kind, req)
	if err != nil {
		return galley.HeldDone{}, err
	}
	done, err := s.confirm(ctx, plan.Plan, kind)
	return galley.HeldDone{Publications: done.Count, Jobs: done.Jobs, Left: done.Left}, err
}

func (s *Service) planHeld(ctx context.Context, kind galley.PlanKind, req galley.HeldRequest) (plan galley.HeldPlan, err error) {
	if req.Editor && req.ShopID == "" || req.Field != "" && !req.Editor {
		return plan, galley.NewError(galley.CodeInvalidInput, messages.HeldTextUnnamed)
	}
	if req.ShopID != "" {
		shop, err := s.store.Shop(ctx, string(req.ShopID))
		if err != nil {
			return plan, err
		}
		req.ShopID = shop.ID
	}
	if plan, err = s.store.PlanHeld(ctx, kind, req); err == nil && plan.Publications+plan.Jobs == 0 {
		err = galley.NewError(galley.CodeNotFound, messages.NothingHeld)
	}
	return plan, err
}
