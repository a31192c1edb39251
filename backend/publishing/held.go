package publishing

import (
	"context"

	"galley/backend/galley"
)

// HeldStore keeps what is held since the data file was restored.
type HeldStore interface {
	Held(ctx context.Context) (galley.Held, error)
	ReleaseHeld(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error)
	WithdrawHeld(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error)
}

// Held lists what waits for a person since the data file was restored.
func (s *Service) Held(ctx context.Context) (galley.Held, error) { return s.store.Held(ctx) }

// ReleaseHeld lets held publications go out and held jobs go on.
func (s *Service) ReleaseHeld(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error) {
	return s.settleHeld(ctx, req, s.store.ReleaseHeld)
}

// WithdrawHeld withdraws held publications and cancels held jobs.
func (s *Service) WithdrawHeld(ctx context.Context, req galley.HeldRequest) (galley.HeldDone, error) {
	return s.settleHeld(ctx, req, s.store.WithdrawHeld)
}

func (s *Service) settleHeld(ctx context.Context, req galley.HeldRequest, settle func(context.Context, galley.HeldRequest) (galley.HeldDone, error)) (done galley.HeldDone, err error) {
	if req.Editor && req.ShopID == "" || req.Field != "" && !req.Editor {
		return done, galley.Errorf(galley.CodeInvalidInput, "Held texts of the product editor are named by their shop, and by a field of it. Nothing was changed.")
	}
	if req.ShopID != "" {
		shop, err := s.store.Shop(ctx, string(req.ShopID))
		if err != nil {
			return done, err
		}
		req.ShopID = shop.ID
	}
	if done, err = settle(ctx, req); err == nil && done == (galley.HeldDone{}) {
		err = galley.Errorf(galley.CodeNotFound, "Nothing of that is held. Nothing was changed.")
	}
	return done, err
}
