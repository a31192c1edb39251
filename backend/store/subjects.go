package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// Subject is the local copy of a place: of an image with the product that it is
// listed under. Products and collections are found by id or handle; CodeNotFound
// where they are not there.
func (s *Store) Subject(ctx context.Context, shop galley.ShopID, at galley.Listed) (of galley.Subject, err error) {
	if at.Kind == galley.PlaceCollection {
		return s.collectionSubject(ctx, shop, at.ID)
	}
	of = galley.Product{}.Of(at.Target)
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := findProduct(ctx, q, shop, productAt(at))
		if err != nil {
			return err
		}
		whole, err := wholeProducts(ctx, q, shop, []db.Product{row})
		if of = whole[row.ID]; at.Kind == galley.PlaceImage {
			of = of.At(at.Target)
		}
		return err
	})
	return of, err
}

// Subjects are the local copies of several places by their ids, read together in
// as many statements as one. Places that are not there are left out, and so are
// collections, which are few: Subject reads them.
func (s *Store) Subjects(ctx context.Context, shop galley.ShopID, places []galley.Listed) (map[galley.Listed]galley.Subject, error) {
	found := map[galley.Listed]galley.Subject{}
	ids := map[string]bool{}
	for _, at := range places {
		if at.Kind != galley.PlaceCollection {
			ids[productAt(at)] = true
		}
	}
	if len(ids) == 0 {
		return found, nil
	}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		rows, err := q.ProductsByID(ctx, db.ProductsByIDParams{ShopID: shop, Ids: jsonArray(slices.Collect(maps.Keys(ids)))})
		if err != nil {
			return err
		}
		whole, err := wholeProducts(ctx, q, shop, rows)
		for _, at := range places {
			if of, ok := whole[productAt(at)]; ok && at.Kind != galley.PlaceCollection {
				found[at] = of.At(at.Target)
			}
		}
		return err
	})
	return found, err
}

// productAt is the product that a place is kept under.
func productAt(at galley.Listed) string {
	if at.Kind == galley.PlaceImage {
		return at.ImageOf
	}
	return at.ID
}

// wholeProducts reads all that is known of products, by their ids.
func wholeProducts(ctx context.Context, q *db.Queries, shop galley.ShopID, rows []db.Product) (map[string]galley.Subject, error) {
	whole := make(map[string]galley.Subject, len(rows))
	products, err := productsOf(ctx, q, shop, rows)
	if err != nil || len(products) == 0 {
		return whole, err
	}
	ids := make([]string, len(products))
	for i, p := range products {
		ids[i] = p.ID
	}
	phrases, err := keyphrasesOf(ctx, q, shop, galley.PlaceProduct, ids)
	if err != nil {
		return whole, err
	}
	noted, err := notedOf(ctx, q, shop, products, ids)
	if err != nil {
		return whole, err
	}
	for _, p := range products {
		of := p.Subject()
		of.Keyphrases, of.Noted = phrases[p.ID], noted[p.ID]
		whole[p.ID] = of
	}
	return whole, nil
}

// collectionSubject reads all that is known of a collection.
func (s *Store) collectionSubject(ctx context.Context, shop galley.ShopID, idOrHandle string) (galley.Subject, error) {
	c, err := s.Collection(ctx, shop, idOrHandle)
	of := c.Subject()
	if err != nil {
		return of, err
	}
	return of, s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		phrases, err := keyphrasesOf(ctx, q, shop, galley.PlaceCollection, []string{c.ID})
		if err != nil {
			return err
		}
		written, err := writtenAt(ctx, q, shop, []string{c.ID})
		if err != nil {
			return err
		}
		rows, err := q.ScopedFactsOfCollection(ctx, db.ScopedFactsOfCollectionParams{ShopID: shop, Handle: c.Handle})
		of.Keyphrases, of.Noted = phrases[c.ID], galley.Noted{Scoped: scopedFacts(rows), Written: written.at(c.ID)}
		return err
	})
}
