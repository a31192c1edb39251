package publishing

import (
	"context"
	"slices"
	"sync"

	"galley/backend/galley"
)

// Wait returns when nothing of the job is queued any more. It does the work
// itself unless another process does; progress is called now and then with the
// number left.
func (d *Dispatcher) Wait(ctx context.Context, id galley.JobID, progress func(left int)) error {
	job, err := d.store.Job(ctx, id)
	if err != nil {
		return err
	}
	stop := d.report(ctx, id, progress)
	defer stop()
	for {
		left, err := d.store.WaitingOf(ctx, id)
		if err != nil || left == 0 {
			return err
		}
		worked, err := d.Dispatch(ctx, job.ShopID)
		if err != nil {
			return err
		}
		if !worked {
			if err := d.clock.Sleep(ctx, poll); err != nil {
				return err
			}
		}
	}
}

// WaitShops returns when nothing is queued for any of the shops any more. It
// does the work itself unless another process does.
func (d *Dispatcher) WaitShops(ctx context.Context, ids []galley.ShopID) error {
	for {
		waiting, err := d.store.ShopsWithOutbox(ctx)
		if err != nil {
			return err
		}
		left := slices.DeleteFunc(waiting, func(id galley.ShopID) bool { return !slices.Contains(ids, id) })
		if len(left) == 0 {
			return nil
		}
		worked, failed := d.dispatchAll(ctx, left)
		for _, id := range left {
			if err := failed[id]; err != nil {
				return err
			}
		}
		if !worked {
			if err := d.clock.Sleep(ctx, poll); err != nil {
				return err
			}
		}
	}
}

func (d *Dispatcher) report(ctx context.Context, id galley.JobID, progress func(int)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		for d.clock.Sleep(ctx, poll) == nil {
			if left, err := d.store.WaitingOf(ctx, id); err == nil {
				progress(left)
			}
		}
	})
	return func() { cancel(); done.Wait() }
}
