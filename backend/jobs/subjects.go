package jobs

import (
	"context"

	"galley/backend/galley"
)

// toWrite is a claimed item with what its text is about, nil where that is still
// to be read.
type toWrite struct {
	galley.Claimed

	of *galley.Subject
}

// withSubjects reads what the texts of a batch are about at once. What this does
// not find is read again for its item, which fails for the reason that it has.
func (r *run) withSubjects(ctx context.Context, batch []galley.Claimed) []toWrite {
	places := make([]galley.Listed, len(batch))
	for i, c := range batch {
		places[i] = c.Place
	}
	subjects, err := r.store.Subjects(ctx, r.job.ShopID, places)
	if err != nil {
		r.log.Debug("products are read one by one", "job", r.job.ID, "error", err)
	}
	items := make([]toWrite, len(batch))
	for i, c := range batch {
		items[i].Claimed = c
		if of, ok := subjects[c.Place]; ok {
			items[i].of = &of
		}
	}
	return items
}

// subject is what the text of an item is about.
func (r *run) subject(ctx context.Context, c toWrite) (galley.Subject, error) {
	if c.of != nil {
		return *c.of, nil
	}
	return r.store.Subject(ctx, r.job.ShopID, c.Place)
}

// subjects are what texts at places are about, in their order.
func (s *Service) subjects(ctx context.Context, shop galley.ShopID, places []galley.Listed) ([]galley.Subject, error) {
	found, err := s.store.Subjects(ctx, shop, places)
	if err != nil {
		return nil, err
	}
	list := make([]galley.Subject, len(places))
	for i, at := range places {
		of, ok := found[at]
		if !ok {
			if of, err = s.store.Subject(ctx, shop, at); err != nil {
				return nil, err
			}
		}
		list[i] = of
	}
	return list, nil
}
