package publishing

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PlanPutBack says which published text PutBack would publish again, and keeps
// exactly that under an id for a person to confirm. A shop that has another text
// than the one that was seen is CodeShopChanged, and a text that is queued there
// already CodeBusy.
func (s *Service) PlanPutBack(ctx context.Context, seen galley.SeenChange) (galley.PutBackPlan, error) {
	return s.store.PlanPutBack(ctx, seen)
}

// PutBack queues the text that a plan names. It is compared like every write:
// if the shop has another text by then, it is a conflict.
func (s *Service) PutBack(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToPutBack)
}

// PutBackNow plans and confirms in one go. A text that cannot be put back is an
// error.
func (s *Service) PutBackNow(ctx context.Context, seen galley.SeenChange) (galley.Confirmed, error) {
	plan, err := s.PlanPutBack(ctx, seen)
	if err != nil {
		return galley.Confirmed{}, err
	}
	done, err := s.PutBack(ctx, plan.Plan)
	if err == nil && len(done.Left) == 1 {
		err = &galley.Error{Code: done.Left[0].Reason.Code, Message: messages.NothingChanged(done.Left[0].Reason.Message)}
	}
	return done, err
}
