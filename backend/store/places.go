package store

import (
	"context"

	"galley/backend/galley"
	"galley/backend/store/db"
)

func placeOfItem(i db.Item) galley.PlaceRef {
	return galley.PlaceRef{Kind: i.PlaceKind, ID: i.PlaceID, Handle: i.PlaceHandle, Title: i.PlaceTitle}
}

func plannedPlace(n db.PlanItem) galley.PlaceRef {
	return galley.PlaceRef{Kind: n.PlaceKind, ID: n.PlaceID, Handle: n.PlaceHandle, Title: n.PlaceTitle}
}

// Subject is the local copy of a place: of an image with the product that it is
// listed under. Products and collections are found by id or handle; CodeNotFound
// where they are not there.
func (s *Store) Subject(ctx context.Context, shop galley.ShopID, at galley.Listed) (galley.Subject, error) {
	of, kind, id, err := s.place(ctx, shop, at)
	if err != nil {
		return of, err
	}
	if of.Keyphrases, err = s.keyphrasesAt(ctx, shop, kind, id); err != nil {
		return of, err
	}
	of.Noted, err = s.notedAt(ctx, shop, of)
	return of, err
}

// place reads a subject, with the product or collection that it is kept under.
func (s *Store) place(ctx context.Context, shop galley.ShopID, at galley.Listed) (of galley.Subject, kind galley.PlaceKind, id string, err error) {
	if at.Kind == galley.PlaceCollection {
		c, err := s.Collection(ctx, shop, at.ID)
		return c.Subject(), at.Kind, c.ID, err
	}
	if at.Kind == galley.PlaceImage {
		p, err := s.Product(ctx, shop, at.ImageOf)
		return p.Of(at.Target), galley.PlaceProduct, p.ID, err
	}
	p, err := s.Product(ctx, shop, at.ID)
	return p.Subject(), galley.PlaceProduct, p.ID, err
}
