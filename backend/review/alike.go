package review

import (
	"context"

	"galley/backend/galley"
)

// Alike lists the drafts of a job that are too much alike, among themselves and
// with the shop's other texts of the field. Parts of a page that stay as they
// are, such as a size table that many products share, make no texts alike.
func (s *Service) Alike(ctx context.Context, id galley.JobID) (galley.Alike, error) {
	return s.alike.Find(ctx, id)
}

// AlikeLive lists groups of texts that the shop has now in the other fields of a
// job's products or collections.
func (s *Service) AlikeLive(ctx context.Context, id galley.JobID) ([]galley.AlikeGroup, error) {
	return s.alike.Live(ctx, id)
}

// Closest is the text that is most like a draft, nil where none is. An unknown
// draft is CodeNotFound.
func (s *Service) Closest(ctx context.Context, id galley.ItemID) (*galley.Closest, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.alike.Closest(ctx, item)
}

// KeepAlike remembers that groups of a job are as they should be, for exactly
// their texts. A group that has other texts by now is CodeChanged.
func (s *Service) KeepAlike(ctx context.Context, id galley.JobID, groups []string) (galley.Alike, error) {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return galley.Alike{}, err
	}
	person, err := s.person(ctx, job.ShopID)
	if err == nil {
		err = s.alike.Keep(ctx, id, groups, person, s.clock.Now())
	}
	if err != nil {
		return galley.Alike{}, err
	}
	return s.alike.Find(ctx, id)
}

// ReopenAlike takes back that a group is kept. One that is not kept is
// CodeNotFound.
func (s *Service) ReopenAlike(ctx context.Context, id galley.JobID, group string) (galley.Alike, error) {
	if err := s.alike.Reopen(ctx, id, group); err != nil {
		return galley.Alike{}, err
	}
	return s.alike.Find(ctx, id)
}
