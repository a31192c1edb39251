package publishing

import (
	"context"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// PlanUndo says what Undo would undo, and keeps exactly that under an id for a
// person to confirm: of a job, of entries of the ledger, or of one publication.
func (s *Service) PlanUndo(ctx context.Context, req galley.UndoRequest) (galley.UndoPlan, error) {
	switch {
	case len(req.Entries) > 0:
		return s.planEntries(ctx, req.Entries)
	case req.PublicationID != "":
		p, undone, err := s.store.Publication(ctx, req.PublicationID)
		if err == nil {
			err = undoable(p, undone)
		}
		if err != nil {
			return galley.UndoPlan{}, err
		}
		return s.keepUndos(ctx, []galley.PlannedUndo{{Publication: p}}, nil)
	}
	return s.planUndoOfJob(ctx, req)
}

// Undo queues exactly what a plan names: the texts that were on the shop
// before. What changed since is left out and named; a text that changed on the
// shop is found when it is written, and left alone.
func (s *Service) Undo(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToUndo)
}

// UndoNow plans and confirms in one go. A single named item that is not
// published is an error.
func (s *Service) UndoNow(ctx context.Context, req galley.UndoRequest) (galley.UndoPlan, galley.Confirmed, error) {
	plan, err := s.PlanUndo(ctx, req)
	if named := append(galley.IDsOf(req.Items), req.ItemIDs...); err == nil && plan.Count == 0 && len(named) == 1 {
		err = galley.NewError(galley.CodeIllegalState, messages.ItemNotPublished(string(named[0])))
		if len(plan.Left) == 1 {
			err = plan.Left[0].Reason.Err()
		}
	}
	if err != nil {
		return plan, galley.Confirmed{}, err
	}
	done, err := s.Undo(ctx, plan.Plan)
	if err == nil && done.Count == 0 && len(done.Left) == 1 && single(req) {
		err = &galley.Error{Code: galley.CodeBusy, Message: messages.NothingChanged(done.Left[0].Reason.Message)}
	}
	return plan, done, err
}

// single reports whether a request names one thing only.
func single(req galley.UndoRequest) bool {
	return len(req.ItemIDs)+len(req.Items) == 1 || len(req.Entries) == 1 || req.PublicationID != ""
}

func (s *Service) planUndoOfJob(ctx context.Context, req galley.UndoRequest) (galley.UndoPlan, error) {
	job, shop, err := s.jobAndShop(ctx, req.JobID)
	if err != nil {
		return galley.UndoPlan{}, err
	}
	named, err := namedItems(req.JobID, req.ItemIDs, req.Items)
	if err != nil {
		return galley.UndoPlan{}, err
	}
	plan := galley.UndoPlan{Shop: shop.Name, Field: job.Field, Left: []galley.LeftOut{}}
	var stale []galley.ItemAt
	plan.Plan, err = s.store.PlanDrafts(ctx, galley.NewPlan{Kind: galley.PlanToUndo, ShopID: shop.ID, JobID: job.ID},
		func(items []galley.ItemStanding) (positions []int, err error) {
			plan.Count, stale = 0, nil
			for _, it := range items {
				at, isNamed := named[it.Position]
				switch {
				case !it.Can().Undo || named != nil && !isNamed:
				case at.Revision != 0 && at.Revision != it.Revision:
					stale = append(stale, at)
				default:
					positions = append(positions, it.Position)
					plan.Count++
				}
			}
			return positions, nil
		})
	if err == nil {
		plan.Left, err = s.nameChanged(ctx, stale)
	}
	return plan, err
}

// planEntries plans the undo of entries of the ledger, the newest first, so
// that of several for one place the newest is undone. Those that cannot be are
// named with the reason; a single one that cannot is an error.
func (s *Service) planEntries(ctx context.Context, numbers []int64) (galley.UndoPlan, error) {
	newestFirst := slices.Compact(slices.Sorted(slices.Values(numbers)))
	slices.Reverse(newestFirst)
	var undos []galley.PlannedUndo
	left := []galley.LeftOut{}
	places := map[string]bool{}
	for _, n := range newestFirst {
		p, undone, err := s.store.PublicationAt(ctx, n)
		if err == nil {
			err = undoable(p, undone)
		}
		if place := placeOf(p); err == nil && places[place] {
			err = galley.NewError(galley.CodeBusy, messages.NewerEntryFirst)
		} else if err == nil {
			places[place] = true
		}
		switch {
		case err == nil:
			undos = append(undos, galley.PlannedUndo{Publication: p, Entry: n})
		case len(newestFirst) > 1 && concernsEntry(err):
			left = append(left, leftEntry(n, p, err))
		default:
			return galley.UndoPlan{}, err
		}
	}
	return s.keepUndos(ctx, undos, left)
}

func leftEntry(number int64, p galley.Publication, why error) galley.LeftOut {
	return galley.LeftOut{ItemID: p.ItemID, Place: p.Place, Product: p.Product, Field: p.Field, Entry: number, Reason: *galley.ReasonOf(why)}
}

func onItsWay(p galley.Publication) error {
	return galley.NewError(galley.CodeBusy, messages.UndoPlaceBusy(string(p.Field), p.Place.Title))
}

func placeOf(p galley.Publication) string {
	return string(p.ShopID) + " " + string(p.Field) + " " + p.Place.ID
}

// keepUndos saves a plan over publications, with their shop and field if all
// have the same.
func (s *Service) keepUndos(ctx context.Context, undos []galley.PlannedUndo, left []galley.LeftOut) (galley.UndoPlan, error) {
	plan := galley.UndoPlan{Left: append([]galley.LeftOut{}, left...)}
	kept := galley.NewPlan{Kind: galley.PlanToUndo}
	for i, u := range undos {
		p := u.Publication
		if i == 0 {
			kept.ShopID, plan.Field = p.ShopID, p.Field
		}
		if p.ShopID != kept.ShopID {
			kept.ShopID = ""
		}
		if p.Field != plan.Field {
			plan.Field = ""
		}
	}
	if kept.ShopID != "" {
		shop, err := s.store.Shop(ctx, string(kept.ShopID))
		if err != nil {
			return plan, err
		}
		plan.Shop = shop.Name
	}
	id, busy, err := s.store.PlanUndos(ctx, kept, undos)
	plan.Plan, plan.Count = id, len(undos)-len(busy)
	for _, u := range busy {
		if plan.Count+len(plan.Left) == 0 && len(undos) == 1 {
			return plan, onItsWay(u.Publication)
		}
		plan.Left = append(plan.Left, leftEntry(u.Entry, u.Publication, onItsWay(u.Publication)))
	}
	return plan, err
}

// concernsEntry reports whether the reason why an entry cannot be undone
// concerns it alone.
func concernsEntry(err error) bool {
	switch galley.CodeOf(err) {
	case galley.CodeNotFound, galley.CodeIllegalState, galley.CodeBusy:
		return true
	}
	return false
}

// undoable says why a publication cannot be undone, nil where it can.
func undoable(p galley.Publication, undone bool) error {
	switch {
	case !p.Written() || p.Before == nil || p.Live == nil:
		return galley.NewError(galley.CodeIllegalState, messages.EntryNotWritten)
	case undone:
		return galley.NewError(galley.CodeIllegalState, messages.AlreadyUndone)
	}
	return nil
}
