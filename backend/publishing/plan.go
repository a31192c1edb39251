package publishing

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Plan says what Publish would do with the request, and keeps exactly that
// under an id for a person to confirm.
func (s *Service) Plan(ctx context.Context, req galley.PublishRequest) (galley.PublishPlan, error) {
	job, shop, err := s.jobAndShop(ctx, req.JobID)
	if err != nil {
		return galley.PublishPlan{}, err
	}
	named, err := namedItems(req.JobID, req.ItemIDs, req.Items)
	if err != nil {
		return galley.PublishPlan{}, err
	}
	if req.Selection, err = selectionOf(req, named != nil); err != nil {
		return galley.PublishPlan{}, err
	}
	scope, err := req.WholeScope()
	if err != nil {
		return galley.PublishPlan{}, err
	}
	if err := s.alike.Compare(ctx, job.ID); err != nil {
		return galley.PublishPlan{}, err
	}
	if named != nil || req.Selection != nil {
		scope = ""
	}
	choice := publishChoice{PublishPlan: galley.PublishPlan{Shop: shop.Name, ShopKind: shop.Kind, Field: job.Field, Scope: scope}, req: req, scope: scope}
	id, err := s.store.PlanDrafts(ctx, galley.NewPlan{
		Kind: galley.PlanToPublish, ShopID: shop.ID, JobID: job.ID, Overwrite: req.Overwrite, Rejected: req.Rejected,
		Approved: scope == galley.ScopeApproved, Scope: scope, Selection: req.Selection,
	}, func(items []galley.ItemStanding) ([]int, error) {
		choice.reset()
		return choice.choose(items, named)
	})
	if err != nil {
		return galley.PublishPlan{}, err
	}
	choice.Plan = id
	if choice.Seconds, err = s.secondsFor(ctx, shop.ID, choice.Count); err != nil {
		return galley.PublishPlan{}, err
	}
	choice.Changed, err = s.nameChanged(ctx, choice.stale)
	return choice.PublishPlan, err
}

// selectionOf is the selection of a request as it is checked, nil where it has none.
func selectionOf(req galley.PublishRequest, isNamed bool) (*galley.ItemSelection, error) {
	if req.Selection == nil {
		return nil, nil //nolint:nilnil // there is no selection
	}
	if isNamed || req.Scope != "" || req.OnlyApproved || req.Overwrite || req.Rejected || req.Selection.JobID != req.JobID {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.SelectionAlone)
	}
	sel, err := req.Selection.Whole()
	return &sel, err
}

// secondsFor is about how long n texts take, at the pace of the shop's last plan; 0 where that is not known.
func (s *Service) secondsFor(ctx context.Context, shop galley.ShopID, n int) (int, error) {
	pace, err := s.store.PublishPace(ctx, shop)
	if err != nil || pace == 0 {
		return 0, err
	}
	return max(1, int((time.Duration(n) * pace).Round(time.Second).Seconds())), nil
}

// Publish queues exactly the drafts of a plan; those that changed since are left
// out and named. Any process that works the outbox writes them.
// CodeNotFound is an unknown plan, CodeInvalidInput one of another kind,
// CodeChanged an expired one.
func (s *Service) Publish(ctx context.Context, plan galley.PlanID) (galley.Confirmed, error) {
	return s.confirm(ctx, plan, galley.PlanToPublish)
}

// PublishNow plans and confirms in one step, for callers that do not ask. A
// single named item that cannot be published is an error.
func (s *Service) PublishNow(ctx context.Context, req galley.PublishRequest) (galley.PublishPlan, galley.Confirmed, error) {
	plan, err := s.Plan(ctx, req)
	if err != nil {
		return plan, galley.Confirmed{}, err
	}
	if named := append(galley.IDsOf(req.Items), req.ItemIDs...); plan.Count == 0 && len(named) == 1 {
		return plan, galley.Confirmed{}, s.whyNot(ctx, named[0], plan)
	}
	done, err := s.Publish(ctx, plan.Plan)
	return plan, done, err
}

func (s *Service) confirm(ctx context.Context, plan galley.PlanID, kind galley.PlanKind) (galley.Confirmed, error) {
	shop, err := s.store.PlanShop(ctx, plan)
	if err != nil {
		return galley.Confirmed{}, err
	}
	set, err := s.settings.For(ctx, shop)
	if err != nil {
		return galley.Confirmed{}, err
	}
	return s.store.ConfirmPlan(ctx, plan, kind, set.Person)
}

// Run returns the progress of a confirmed plan's writes, or CodeNotFound.
func (s *Service) Run(ctx context.Context, plan galley.PlanID) (galley.Run, error) {
	return s.store.Run(ctx, plan)
}

// LatestRun returns the run of the job's last confirmed plan, nil if it has
// none.
func (s *Service) LatestRun(ctx context.Context, job galley.JobID) (*galley.Run, error) {
	id, err := s.store.LatestRun(ctx, job)
	if err != nil || id == "" {
		return nil, err
	}
	run, err := s.store.Run(ctx, id)
	return &run, err
}

func (s *Service) jobAndShop(ctx context.Context, id galley.JobID) (job galley.Job, shop galley.Shop, err error) {
	if job, err = s.store.Job(ctx, id); err != nil {
		return job, shop, err
	}
	shop, err = s.store.Shop(ctx, string(job.ShopID))
	return job, shop, err
}

// namedItems maps the positions that a request names to the drafts as they were
// on screen, revision 0 for the current one; nil where it names none.
func namedItems(job galley.JobID, ids []galley.ItemID, items []galley.ItemAt) (map[int]galley.ItemAt, error) {
	positions, err := galley.PositionsIn(job, ids)
	if err != nil {
		return nil, err
	}
	shown, err := galley.PositionsIn(job, galley.IDsOf(items))
	if err != nil || len(positions)+len(shown) == 0 {
		return nil, err
	}
	named := make(map[int]galley.ItemAt, len(positions)+len(shown))
	for i, pos := range positions {
		named[pos] = galley.ItemAt{ID: ids[i]}
	}
	for i, pos := range shown {
		named[pos] = items[i]
	}
	return named, nil
}

// whyNot says why the only named item cannot be published.
func (s *Service) whyNot(ctx context.Context, id galley.ItemID, plan galley.PublishPlan) error {
	item, err := s.store.Item(ctx, id)
	switch {
	case err != nil:
		return err
	case len(plan.Changed) == 1:
		return plan.Changed[0].Reason.Err()
	case item.State != galley.ItemGenerated:
		return galley.NewError(galley.CodeIllegalState, messages.NoDraftToPublish(string(id)))
	case plan.Left.Gone > 0:
		return galley.NewError(galley.CodeShopMissing, messages.ProductGone(string(id)))
	case plan.Left.Rejected > 0:
		return galley.NewError(galley.CodeIllegalState, messages.DraftRejected(string(id)))
	case item.PublishState == galley.Published:
		return galley.NewError(galley.CodeIllegalState, messages.AlreadyPublished(string(id)))
	}
	return galley.NewError(galley.CodeIllegalState, messages.AlreadyQueued(string(id)))
}

// nameChanged names drafts that have changed since they were on screen.
func (s *Service) nameChanged(ctx context.Context, stale []galley.ItemAt) ([]galley.LeftOut, error) {
	changed := []galley.LeftOut{}
	for _, at := range stale {
		item, err := s.store.Item(ctx, at.ID)
		if err != nil {
			return changed, err
		}
		why := galley.NewError(galley.CodeShopChanged, messages.ConflictTextChanged)
		switch {
		case at.Revision == 0 && at.OnShop == nil:
			why = galley.NewError(galley.CodeChanged, messages.ChangedSinceDrawn)
		case at.Revision != 0 && at.Revision != item.Revision:
			why = galley.NewError(galley.CodeChanged, messages.PlanDraftChanged(at.Revision, item.Revision))
		}
		changed = append(changed, galley.LeftOut{ItemID: item.ID, Place: item.Place, Product: item.Product, Field: item.Field, Reason: *galley.ReasonOf(why)})
	}
	return changed, nil
}
