// Package alike finds drafts of a job that are too much alike, among themselves
// and with the shop's other texts, and remembers which groups a person kept.
// Drafts of an open group stay out when all drafts of a job are published.
package alike

import (
	"context"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Store keeps prints of texts, which are compared in place of them: see package
// sameness.
type Store interface {
	Job(ctx context.Context, id galley.JobID) (galley.Job, error)
	EachPrint(ctx context.Context, job galley.Job, visit func(galley.SavedText) error) error
	EachLivePrint(ctx context.Context, shop galley.ShopID, f galley.Field, visit func(galley.SavedText) error) error
	DraftTexts(ctx context.Context, job galley.JobID, items []galley.ItemID) (map[galley.ItemID]string, error)
	LiveTexts(ctx context.Context, shop galley.ShopID, f galley.Field, places []string) (map[string]string, error)
	JobPlaces(ctx context.Context, job galley.JobID) (map[string]bool, error)
	Compared(ctx context.Context, id galley.JobID) (changes int, done bool, err error)
	SaveAlike(ctx context.Context, id galley.JobID, found galley.AlikeMarks) error
	KeptGroups(ctx context.Context, shop galley.ShopID, f galley.Field) ([]galley.KeptGroup, error)
	KeepGroup(ctx context.Context, shop galley.ShopID, f galley.Field, kept galley.KeptGroup) error
	ReopenGroup(ctx context.Context, shop galley.ShopID, f galley.Field, id string) error
}

// Service compares texts.
type Service struct{ store Store }

// New makes the service.
func New(store Store) *Service { return &Service{store: store} }

// Compare compares the texts of a job, if one of them, or the shop's copy, changed
// since the last time, and marks the drafts that are in an open group. Several
// processes may do it at once: a draft that changes meanwhile keeps its mark, and
// the job is compared again.
func (s *Service) Compare(ctx context.Context, id galley.JobID) error {
	changes, done, err := s.store.Compared(ctx, id)
	if err != nil || done {
		return err
	}
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return err
	}
	c, err := s.compare(ctx, job)
	if err != nil {
		return err
	}
	found := galley.AlikeMarks{Changes: changes}
	in, held := map[galley.ItemID]bool{}, map[galley.ItemID]bool{}
	for _, g := range c.groups {
		switch {
		case g.drafts == 0:
			continue
		case g.kept != nil:
			found.Kept++
			continue
		}
		found.Groups++
		for _, m := range g.Members[:g.drafts] {
			in[c.texts[m].ItemID] = true
			if galley.AlikeKind(g.Kind).Holds(job.Writer.Kind) {
				held[c.texts[m].ItemID] = true
			}
		}
	}
	found.Texts = len(in)
	for _, t := range c.texts[:c.drafts] {
		at := galley.ItemAt{ID: t.ItemID, Revision: t.Revision}
		if held[t.ItemID] {
			found.Held = append(found.Held, at)
		} else {
			found.Free = append(found.Free, at)
		}
	}
	return s.store.SaveAlike(ctx, id, found)
}

// Find lists the groups of a job's drafts with their texts.
func (s *Service) Find(ctx context.Context, id galley.JobID) (galley.Alike, error) {
	found := galley.Alike{JobID: id, Groups: []galley.AlikeGroup{}, Kept: []galley.AlikeGroup{}}
	if err := s.Compare(ctx, id); err != nil {
		return found, err
	}
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return found, err
	}
	found.Field = job.Field
	c, err := s.compare(ctx, job)
	if err != nil {
		return found, err
	}
	found.Drafts, found.Live = c.drafts, len(c.texts)-c.drafts
	in := map[int]bool{}
	for _, g := range c.groups {
		if g.drafts == 0 {
			continue
		}
		shown, err := s.show(ctx, job, c, g)
		if err != nil {
			return found, err
		}
		if g.kept != nil {
			found.Kept = append(found.Kept, shown)
			continue
		}
		found.Groups = append(found.Groups, shown)
		for _, m := range g.Members[:g.drafts] {
			in[m] = true
		}
	}
	found.Alike = len(in)
	return found, nil
}

// Groups returns groups of a job by their ids, each with all its drafts. One that
// is not there, or has other texts by now, is CodeChanged.
func (s *Service) Groups(ctx context.Context, id galley.JobID, ids []string) ([]galley.AlikeGroup, error) {
	found, err := s.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	groups := make([]galley.AlikeGroup, len(ids))
	for i, want := range ids {
		for _, g := range append(found.Groups, found.Kept...) {
			if g.ID == want {
				groups[i] = g
			}
		}
		if groups[i].ID == "" {
			return nil, galley.NewError(galley.CodeChanged, messages.NoSuchGroup(want))
		}
	}
	return groups, nil
}

// Keep remembers that groups are as they should be: their drafts are published
// with the others. It holds for exactly these texts. Groups of the shop's own
// texts are named with the others.
func (s *Service) Keep(ctx context.Context, id galley.JobID, ids []string, person string, at time.Time) error {
	job, all, err := s.compareAll(ctx, id)
	if err != nil {
		return err
	}
	for _, want := range ids {
		of, g := groupIn(all, want)
		if g == nil {
			return galley.NewError(galley.CodeChanged, messages.NoSuchGroup(want))
		}
		kept := galley.KeptGroup{ID: want, Kind: galley.AlikeKind(g.Kind), Texts: g.keys, Person: person, At: at}
		if err := s.store.KeepGroup(ctx, job.ShopID, of.field, kept); err != nil {
			return err
		}
	}
	return s.Compare(ctx, id)
}

// compareAll compares the texts of a job, and those on its shop field by field.
func (s *Service) compareAll(ctx context.Context, id galley.JobID) (galley.Job, []compared, error) {
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return job, nil, err
	}
	c, err := s.compare(ctx, job)
	if err != nil {
		return job, nil, err
	}
	live, err := s.compareLive(ctx, job)
	return job, append([]compared{c}, live...), err
}

func groupIn(all []compared, id string) (compared, *group) {
	for _, c := range all {
		for i := range c.groups {
			if c.groups[i].id == id {
				return c, &c.groups[i]
			}
		}
	}
	return compared{}, nil
}

// Reopen takes back that a group is kept: that group, or the larger one that was
// kept and has its texts.
func (s *Service) Reopen(ctx context.Context, id galley.JobID, group string) error {
	job, all, err := s.compareAll(ctx, id)
	if err != nil {
		return err
	}
	of, g := groupIn(all, group)
	if g == nil || g.kept == nil {
		return galley.NewError(galley.CodeNotFound, messages.NoSuchGroup(group))
	}
	if err := s.store.ReopenGroup(ctx, job.ShopID, of.field, g.kept.ID); err != nil {
		return err
	}
	return s.Compare(ctx, id)
}
