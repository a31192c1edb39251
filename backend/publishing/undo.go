package publishing

import (
	"context"

	"galley/backend/galley"
)

// PlanUndo says what Undo would do, for the sentence that asks.
func (s *Service) PlanUndo(ctx context.Context, req galley.UndoRequest) (galley.UndoPlan, error) {
	plan, _, err := s.planUndo(ctx, req)
	return plan, err
}

// Undo decides to put back the text that stood on the shop before. What was
// changed there since is found out when it is done, and left alone.
func (s *Service) Undo(ctx context.Context, req galley.UndoRequest) (galley.UndoPlan, error) {
	plan, pubs, err := s.planUndo(ctx, req)
	if err != nil {
		return plan, err
	}
	if len(pubs) == 0 && len(req.ItemIDs) == 1 {
		return plan, galley.Errorf(galley.CodeIllegalState, "Item %s is not on the shop, so there is nothing to put back.", req.ItemIDs[0])
	}
	queued, err := s.queueUndos(ctx, pubs)
	plan.Count = len(queued)
	return plan, err
}

func (s *Service) planUndo(ctx context.Context, req galley.UndoRequest) (plan galley.UndoPlan, pubs []galley.Publication, err error) {
	job, shop, named, err := s.subject(ctx, req.JobID, req.ItemIDs)
	if err != nil {
		return plan, nil, err
	}
	all, err := s.store.Undoable(ctx, req.JobID)
	if err != nil {
		return plan, nil, err
	}
	for _, p := range all {
		_, pos, err := p.ItemID.Split()
		if err != nil {
			return plan, nil, err
		}
		if named == nil || named[pos] {
			pubs = append(pubs, p)
		}
	}
	return galley.UndoPlan{Shop: shop.Name, Field: job.Field, Count: len(pubs)}, pubs, nil
}
