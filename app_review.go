package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/review"
)

// GetInbox returns the drafts to review by shop and job.
func (a *App) GetInbox(query galley.InboxQuery) (galley.Inbox, error) {
	return answer(a, func(ctx context.Context) (galley.Inbox, error) { return a.graph.Review.Inbox(ctx, query) })
}

// GetProof returns an item with its product, revisions and publications.
func (a *App) GetProof(id galley.ItemID) (review.Proof, error) {
	return answer(a, func(ctx context.Context) (review.Proof, error) { return a.graph.Review.Proof(ctx, id) })
}

// EditItem puts a person's text in the place of a draft's revision.
func (a *App) EditItem(id galley.ItemID, revision int, content string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) { return a.graph.Review.Edit(ctx, id, revision, content) })
}

// OpenedDrafts notes that a person was shown drafts as a whole.
func (a *App) OpenedDrafts(drafts []galley.ItemAt) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Review.Opened(ctx, drafts) })
	return err
}

// TakeOut removes the sentence that a warning of a draft speaks of.
func (a *App) TakeOut(id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.TakeOut(ctx, id, revision, warning)
	})
}

// KeepWarning puts a warning of a draft aside, or brings it back.
func (a *App) KeepWarning(id galley.ItemID, revision int, warning galley.WarningKey, keep bool) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.Keep(ctx, id, revision, warning, keep)
	})
}

// WriteRight puts what the data says in the place of the words that contradict it.
func (a *App) WriteRight(id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.WriteRight(ctx, id, revision, warning)
	})
}

// PutBackFact adds the sentence of the shop's text that has a lost fact.
func (a *App) PutBackFact(id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.PutBackFact(ctx, id, revision, warning)
	})
}

// PutBackBlock adds a part of the shop's text that a draft lacks, byte for byte.
func (a *App) PutBackBlock(id galley.ItemID, revision, number int) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.PutBackBlock(ctx, id, revision, number)
	})
}

// AddFact notes what holds for every product of an item's shop.
func (a *App) AddFact(id galley.ItemID, revision int, fact string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.AddFact(ctx, id, revision, fact)
	})
}

// SelectItems returns the items of a selection that take its action now.
func (a *App) SelectItems(sel galley.ItemSelection) (galley.SelectedItems, error) {
	return answer(a, func(ctx context.Context) (galley.SelectedItems, error) { return a.graph.Review.SelectItems(ctx, sel) })
}

// CountSelected counts the items of a selection, and those that take its action now.
func (a *App) CountSelected(sel galley.ItemSelection) (galley.SelectionCount, error) {
	return answer(a, func(ctx context.Context) (galley.SelectionCount, error) {
		return a.graph.Review.CountSelected(ctx, sel)
	})
}

// DecideSelected decides about everything in a list, but what changed since it was drawn.
func (a *App) DecideSelected(sel galley.ItemSelection, decision galley.Decision) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) {
		return a.graph.Review.DecideSelected(ctx, sel, decision)
	})
}

// ApproveItems marks drafts as good, each at the revision that was on screen.
func (a *App) ApproveItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Approve)
}

// RejectItems keeps drafts from being published with the others.
func (a *App) RejectItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Reject)
}

// ReopenItems takes decisions back.
func (a *App) ReopenItems(drafts []galley.ItemAt) (galley.Decided, error) {
	return a.decide(drafts, a.graph.Review.Reopen)
}

func (a *App) decide(drafts []galley.ItemAt, f func(context.Context, []galley.ItemAt) (galley.Decided, error)) (galley.Decided, error) {
	return answer(a, func(ctx context.Context) (galley.Decided, error) { return f(ctx, drafts) })
}

// TakeOver accepts the text that the shop has in the place of a published one.
// Nothing is written to the shop.
func (a *App) TakeOver(seen galley.SeenChange) error {
	_, err := answer(a, func(ctx context.Context) (bool, error) { return true, a.graph.Review.TakeOver(ctx, seen) })
	return err
}

// EditChanged makes a person's text a new draft of a published item whose text
// on the shop was changed since.
func (a *App) EditChanged(id galley.ItemID, seen galley.SeenChange, content string) (galley.Item, error) {
	return answer(a, func(ctx context.Context) (galley.Item, error) {
		return a.graph.Review.EditChanged(ctx, id, seen, content)
	})
}

// GetAlike lists the drafts of a job that are too much alike.
func (a *App) GetAlike(job galley.JobID) (galley.Alike, error) {
	return answer(a, func(ctx context.Context) (galley.Alike, error) { return a.graph.Review.Alike(ctx, job) })
}

// ListLiveAlike lists groups of texts that the shop has now in the other fields of
// a job's products or collections.
func (a *App) ListLiveAlike(job galley.JobID) ([]galley.AlikeGroup, error) {
	return answer(a, func(ctx context.Context) ([]galley.AlikeGroup, error) { return a.graph.Review.AlikeLive(ctx, job) })
}

// GetClosest returns the text that is most like a draft, null where none is.
func (a *App) GetClosest(id galley.ItemID) (*galley.Closest, error) {
	return answer(a, func(ctx context.Context) (*galley.Closest, error) { return a.graph.Review.Closest(ctx, id) })
}

// KeepAlike remembers that groups are as they should be, for exactly their texts.
func (a *App) KeepAlike(job galley.JobID, groups []string) (galley.Alike, error) {
	return answer(a, func(ctx context.Context) (galley.Alike, error) { return a.graph.Review.KeepAlike(ctx, job, groups) })
}

// ReopenAlike takes back that a group is kept.
func (a *App) ReopenAlike(job galley.JobID, group string) (galley.Alike, error) {
	return answer(a, func(ctx context.Context) (galley.Alike, error) { return a.graph.Review.ReopenAlike(ctx, job, group) })
}
