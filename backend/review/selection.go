package review

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// SelectionStore acts on everything in a list.
type SelectionStore interface {
	SelectItems(ctx context.Context, sel galley.ItemSelection) (galley.SelectedItems, error)
	CountSelected(ctx context.Context, sel galley.ItemSelection) (galley.SelectionCount, error)
	DecideSelected(ctx context.Context, sel galley.ItemSelection, d galley.Decision) (galley.Decided, error)
}

// SelectItems returns the items of a selection that take its action now, each at
// its current revision. An unknown filter or action is CodeInvalidInput.
func (s *Service) SelectItems(ctx context.Context, sel galley.ItemSelection) (galley.SelectedItems, error) {
	sel, err := s.forAction(ctx, sel)
	if err != nil {
		return galley.SelectedItems{}, err
	}
	return s.store.SelectItems(ctx, sel)
}

// CountSelected counts the drafts of a selection, and those that can be decided, or written again, now.
func (s *Service) CountSelected(ctx context.Context, sel galley.ItemSelection) (galley.SelectionCount, error) {
	sel, err := s.forAction(ctx, sel)
	if err != nil {
		return galley.SelectionCount{}, err
	}
	return s.store.CountSelected(ctx, sel)
}

func (s *Service) forAction(ctx context.Context, sel galley.ItemSelection) (galley.ItemSelection, error) {
	sel, err := sel.Checked()
	if err != nil {
		return sel, err
	}
	if err := sel.Action.Check(); err != nil {
		return sel, err
	}
	_, err = s.store.Job(ctx, sel.JobID)
	return sel, err
}

// DecideSelected decides about the drafts of a whole selection that can be decided, in one step. What changed since
// the list was drawn was not read: it is left as it is, counted and named.
func (s *Service) DecideSelected(ctx context.Context, sel galley.ItemSelection, d galley.Decision) (galley.Decided, error) {
	sel, err := sel.Whole()
	if err != nil {
		return galley.Decided{}, err
	}
	switch d {
	case galley.DecisionApproved, galley.DecisionRejected, galley.DecisionOpen:
	default:
		return galley.Decided{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchDecision(string(d)))
	}
	if _, err := s.store.Job(ctx, sel.JobID); err != nil {
		return galley.Decided{}, err
	}
	done, err := s.store.DecideSelected(ctx, sel, d)
	if err != nil {
		return done, err
	}
	return done, s.notePace(ctx, done.Count, d)
}
