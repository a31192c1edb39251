package publishing

import (
	"context"

	"galley/backend/galley"
)

// chosen is the set of positions that a request names, nil where it names none.
// An item of another job is CodeInvalidInput.
func chosen(job galley.JobID, ids []galley.ItemID) (map[int]bool, error) {
	positions, err := galley.PositionsIn(job, ids)
	if err != nil || positions == nil {
		return nil, err
	}
	named := make(map[int]bool, len(positions))
	for _, pos := range positions {
		named[pos] = true
	}
	return named, nil
}

// subject is what a request is about: its job, the job's shop, and the
// positions it names.
func (s *Service) subject(ctx context.Context, id galley.JobID, ids []galley.ItemID) (job galley.Job, shop galley.Shop, named map[int]bool, err error) {
	if job, err = s.store.Job(ctx, id); err != nil {
		return job, shop, nil, err
	}
	if shop, err = s.store.Shop(ctx, string(job.ShopID)); err != nil {
		return job, shop, nil, err
	}
	named, err = chosen(id, ids)
	return job, shop, named, err
}

// leave reports whether a publish request leaves the item out, and counts why.
// Conflicts, failures and rejected drafts go only when a person names them.
func leave(left *galley.Left, it galley.ItemStanding, onlyApproved, named bool) bool {
	var why *int
	switch {
	case it.State != galley.ItemGenerated:
		why = &left.Failed
	case it.PublishState == galley.Published:
		why = &left.Published
	case it.PublishState == galley.PublishQueued || it.PublishState == galley.Publishing:
		why = &left.Waiting
	case named:
		return false
	case it.PublishState == galley.PublishFailed:
		why = &left.Failed
	case it.Decision == galley.DecisionRejected:
		why = &left.Rejected
	case it.PublishState == galley.PublishClash:
		why = &left.Conflict
	case onlyApproved && it.Decision != galley.DecisionApproved:
		why = &left.Open
	default:
		return false
	}
	*why++
	return true
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// whyNot says why the one item that was named cannot go to the shop.
func (s *Service) whyNot(ctx context.Context, id galley.ItemID) error {
	item, err := s.store.Item(ctx, id)
	switch {
	case err != nil:
		return err
	case item.State != galley.ItemGenerated:
		return galley.Errorf(galley.CodeIllegalState, "Item %s has no draft, so there is nothing to publish.", id)
	case item.PublishState == galley.Published:
		return galley.Errorf(galley.CodeIllegalState, "Item %s is on the shop already.", id)
	}
	return galley.Errorf(galley.CodeIllegalState, "Item %s is on its way to the shop already.", id)
}

// RetryFailed decides once more the drafts of a job that could not be
// published, those named or, with none named, all, and returns how many those are.
func (s *Service) RetryFailed(ctx context.Context, job galley.JobID, items ...galley.ItemID) (int, error) {
	named, err := chosen(job, items)
	if err != nil {
		return 0, err
	}
	standings, err := s.store.ItemStates(ctx, job)
	if err != nil {
		return 0, err
	}
	var positions []int
	for _, it := range standings {
		if it.PublishState == galley.PublishFailed && (named == nil || named[it.Position]) {
			positions = append(positions, it.Position)
		}
	}
	if len(positions) == 0 {
		return 0, nil
	}
	set, err := s.settings.Get(ctx)
	if err != nil {
		return 0, err
	}
	return s.store.QueueDrafts(ctx, job, positions, galley.PublishDecision{Person: set.Person})
}
