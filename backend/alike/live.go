package alike

import (
	"context"

	"galley/backend/galley"
	"galley/backend/sameness"
)

// liveShown is how many groups of the shop's own texts are listed.
const liveShown = 20

// Live lists groups of texts that the shop has now in the other fields of a job's
// products, or collections: equal and nearly the same ones, the largest first.
func (s *Service) Live(ctx context.Context, id galley.JobID) (found []galley.AlikeGroup, err error) {
	found = []galley.AlikeGroup{}
	job, err := s.store.Job(ctx, id)
	if err != nil {
		return found, err
	}
	all, err := s.compareLive(ctx, job)
	if err != nil {
		return found, err
	}
	for _, c := range all {
		of := job
		of.Field = c.field
		for _, g := range c.groups {
			if g.kept != nil || len(found) == liveShown {
				continue
			}
			shown, err := s.show(ctx, of, c, g)
			if err != nil {
				return found, err
			}
			found = append(found, shown)
		}
	}
	return found, nil
}

// compareLive finds the groups among the shop's texts of the other fields, with
// at least one of the job's products or collections.
func (s *Service) compareLive(ctx context.Context, job galley.Job) ([]compared, error) {
	places, err := s.store.JobPlaces(ctx, job.ID)
	if err != nil {
		return nil, err
	}
	var all []compared
	for _, f := range galley.Fields() {
		if f == job.Field || f.Owner() != job.Field.Owner() || f.Place() != job.Field.Owner() {
			continue
		}
		c, finder := compared{field: f}, sameness.NewFinder()
		if err := s.store.EachLivePrint(ctx, job.ShopID, f, c.adder(ctx, finder)); err != nil {
			return nil, err
		}
		if err := s.group(ctx, &c, job.ShopID, finder); err != nil {
			return nil, err
		}
		c.groups = ofPlaces(c, places)
		all = append(all, c)
	}
	return all, nil
}

// ofPlaces are the groups of equal and nearly equal texts with one of the places.
func ofPlaces(c compared, places map[string]bool) (groups []group) {
	for _, g := range c.groups {
		if g.Kind != sameness.Equal && g.Kind != sameness.Near {
			continue
		}
		for _, m := range g.Members {
			if places[c.texts[m].PlaceID] {
				groups = append(groups, g)
				break
			}
		}
	}
	return groups
}
