package shops

import (
	"context"
	"errors"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// How long Remove waits for a write or a job that is under way.
const (
	removeWait = 20 * time.Second
	removePoll = 300 * time.Millisecond
)

// Remove deletes a shop with its local copy, jobs and secrets. Queued
// publications are withdrawn and its jobs cancelled first. It waits for writes
// and answers under way, and is CodeBusy if they take longer or the outcome of a
// write is unknown. Published texts stay on the shop, and the ledger keeps them
// with the texts from before.
func (s *Service) Remove(ctx context.Context, nameOrID string) (galley.ShopRemoved, error) {
	return s.remove(ctx, nameOrID, func(ctx context.Context, id galley.ShopID) (int, error) { return 0, s.store.RemoveShop(ctx, id) })
}

// Abandon removes a shop like Remove, even if the outcome of a write is unknown
// and can no longer be read: the ledger keeps that write with the code
// CodeOutcomeUnknown.
func (s *Service) Abandon(ctx context.Context, nameOrID string) (galley.ShopRemoved, error) {
	return s.remove(ctx, nameOrID, s.store.AbandonShop)
}

func (s *Service) remove(ctx context.Context, nameOrID string, remove func(context.Context, galley.ShopID) (int, error)) (removed galley.ShopRemoved, err error) {
	shop, err := s.store.Shop(ctx, nameOrID)
	if err != nil {
		return removed, err
	}
	if removed.ShopOverview, err = s.store.ShopOverview(ctx, shop.ID); err != nil {
		return removed, err
	}
	end, err := s.noteRemoval(ctx, shop)
	if err != nil {
		return removed, err
	}
	defer func() { end(err == nil) }()
	for waited := time.Duration(0); ; waited += removePoll {
		if err := s.stopWork(ctx, &removed); err != nil {
			return removed, err
		}
		removed.Abandoned, err = remove(ctx, shop.ID)
		if err == nil {
			break
		}
		if !galley.HasCode(err, galley.CodeBusy) || waited >= removeWait {
			return removed, withStopped(err, removed)
		}
		if err := s.clock.Sleep(ctx, removePoll); err != nil {
			return removed, err
		}
	}
	if removed.Written, err = s.store.Written(ctx, shop.ID); err != nil {
		return removed, err
	}
	failpoint.Reach(failpoint.ShopRemoved)
	return removed, s.forgetKept(ctx, shop)
}

// forgetKept removes what is kept for shops of the kind outside the data file.
func (s *Service) forgetKept(ctx context.Context, shop galley.Shop) (err error) {
	traits := shop.Kind.Traits()
	if traits.HasKept(galley.KeptCredential) {
		err = s.keys.Forget(ctx, shop.ID)
	}
	if traits.HasKept(galley.KeptFile) {
		err = errors.Join(err, s.files.Remove(shop.ID))
	}
	return err
}

// withStopped adds to a refused removal's error what was stopped for it.
func withStopped(err error, removed galley.ShopRemoved) error {
	if removed.Withdrawn+removed.Cancelled == 0 {
		return err
	}
	return galley.WrapError(err, galley.CodeOf(err), messages.RemovalStopped(galley.ReasonOf(err).Message, removed.Withdrawn, removed.Cancelled))
}

// stopWork withdraws what is queued for a shop, and cancels its jobs.
func (s *Service) stopWork(ctx context.Context, removed *galley.ShopRemoved) error {
	n, err := s.store.Withdraw(ctx, removed.ID, "", nil)
	if err != nil {
		return err
	}
	removed.Withdrawn += n
	jobs, err := s.store.Jobs(ctx, removed.ID)
	if err != nil {
		return err
	}
	for _, job := range jobs {
		if !job.Can.Cancel {
			continue
		}
		err := s.store.SteerJob(ctx, job.ID, galley.JobCancelled, nil)
		if galley.HasCode(err, galley.CodeIllegalState) {
			continue // it ended just now
		}
		if err != nil {
			return err
		}
		if !job.State.Ended() {
			removed.Cancelled++
		}
	}
	failpoint.Reach(failpoint.ShopStopped)
	return nil
}
