package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/ledger"
	"galley/backend/web"
)

// GetHeld lists what is held since the data file was restored.
func (a *App) GetHeld() (galley.Held, error) { return answer(a, a.graph.Publishing.Held) }

// PlanRelease says what ReleaseHeld would release.
func (a *App) PlanRelease(req galley.HeldRequest) (galley.HeldPlan, error) {
	return answer(a, func(ctx context.Context) (galley.HeldPlan, error) { return a.graph.Publishing.PlanRelease(ctx, req) })
}

// ReleaseHeld lets the held publications and jobs of a plan of PlanRelease go on.
func (a *App) ReleaseHeld(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.ReleaseHeld(ctx, plan) })
}

// PlanWithdraw says what WithdrawHeld would withdraw.
func (a *App) PlanWithdraw(req galley.HeldRequest) (galley.HeldPlan, error) {
	return answer(a, func(ctx context.Context) (galley.HeldPlan, error) { return a.graph.Publishing.PlanWithdraw(ctx, req) })
}

// WithdrawHeld withdraws the held publications of a plan of PlanWithdraw and cancels its held jobs.
func (a *App) WithdrawHeld(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.WithdrawHeld(ctx, plan) })
}

// ExportActivity asks for a file name and writes the entries that q selects
// there, as csv or jsonl. A browser gets the file from /data/ledger instead.
func (a *App) ExportActivity(q galley.ActivityQuery, format ledger.Format) (ExportedLedger, error) {
	return answer(a, func(ctx context.Context) (done ExportedLedger, err error) {
		form, err := ledger.ParseFormat(string(format))
		if err != nil {
			return done, err
		}
		name, err := web.LedgerName(ctx, a.graph, q.ShopID, form)
		if err != nil {
			return done, err
		}
		if done.File, err = a.askName(name); err != nil || done.File == "" {
			return done, err
		}
		done.Entries, err = a.graph.Ledger.ExportFile(ctx, q, form, done.File)
		return done, err
	})
}

// PlanPutBack says which published text PutBack would publish again, in the
// place of the one that was seen.
func (a *App) PlanPutBack(seen galley.SeenChange) (galley.PutBackPlan, error) {
	return answer(a, func(ctx context.Context) (galley.PutBackPlan, error) {
		return a.graph.Publishing.PlanPutBack(ctx, seen)
	})
}

// PutBack queues the text of a plan of PlanPutBack.
func (a *App) PutBack(plan galley.PlanID) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return a.graph.Publishing.PutBack(ctx, plan) })
}

// PlanPublish says which drafts Publish would publish.
func (a *App) PlanPublish(req galley.PublishRequest) (galley.PublishPlan, error) {
	return answer(a, func(ctx context.Context) (galley.PublishPlan, error) { return a.graph.Publishing.Plan(ctx, req) })
}

// Publish queues the drafts of a plan of PlanPublish; they are written in the background.
func (a *App) Publish(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Publish)
}

func (a *App) confirm(plan galley.PlanID, f func(context.Context, galley.PlanID) (galley.Confirmed, error)) (galley.Confirmed, error) {
	return answer(a, func(ctx context.Context) (galley.Confirmed, error) { return f(ctx, plan) })
}

// GetRun tells how far the writes of a confirmed plan are.
func (a *App) GetRun(plan galley.PlanID) (galley.Run, error) {
	return answer(a, func(ctx context.Context) (galley.Run, error) { return a.graph.Publishing.Run(ctx, plan) })
}

// LatestRun returns the last confirmed plan of a job, null if it has none.
func (a *App) LatestRun(job galley.JobID) (*galley.Run, error) {
	return answer(a, func(ctx context.Context) (*galley.Run, error) { return a.graph.Publishing.LatestRun(ctx, job) })
}

// ListOutbox tells what waits for a shop, job by job.
func (a *App) ListOutbox(shop galley.ShopID) ([]galley.OutboxPart, error) {
	return answer(a, func(ctx context.Context) ([]galley.OutboxPart, error) { return a.graph.Publishing.Outbox(ctx, shop) })
}

// Withdraw takes back what was decided and has not gone out yet.
func (a *App) Withdraw(req galley.WithdrawRequest) (int, error) {
	return answer(a, func(ctx context.Context) (int, error) { return a.graph.Publishing.Withdraw(ctx, req) })
}

// TryOutbox has a shop's outbox tried at once.
func (a *App) TryOutbox(shop galley.ShopID) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Publishing.TryNow(ctx, shop) })
	return err
}

// PlanUndo says what Undo would undo: of a job, of entries of the ledger, or of
// one publication.
func (a *App) PlanUndo(req galley.UndoRequest) (galley.UndoPlan, error) {
	return answer(a, func(ctx context.Context) (galley.UndoPlan, error) { return a.graph.Publishing.PlanUndo(ctx, req) })
}

// Undo queues the earlier texts of a plan of PlanUndo.
func (a *App) Undo(plan galley.PlanID) (galley.Confirmed, error) {
	return a.confirm(plan, a.graph.Publishing.Undo)
}
