package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
	"galley/backend/store/db"
)

// facetSource is where the values of one part of a filter come from.
type facetSource struct {
	part   string // of productParts
	column string // of products that has the value, '' where several are to be joined
	value  string
	label  string
	from   string
	chosen func(galley.ProductFilter) galley.Choice
	into   func(*galley.ProductFacets) *[]galley.Facet
	nameOf string // finds the label of a value that no product of the query has
}

var facetSources = []facetSource{
	{part: "status", column: "p.status", chosen: func(f galley.ProductFilter) galley.Choice { return f.Status }, into: func(a *galley.ProductFacets) *[]galley.Facet { return &a.Statuses }},
	{part: "vendor", column: "p.vendor", chosen: func(f galley.ProductFilter) galley.Choice { return f.Vendor }, into: func(a *galley.ProductFacets) *[]galley.Facet { return &a.Vendors }},
	{part: "type", column: "p.product_type", chosen: func(f galley.ProductFilter) galley.Choice { return f.Type }, into: func(a *galley.ProductFacets) *[]galley.Facet { return &a.Types }},
	{
		part: "tag", value: "g.tag", label: "''", from: "product_tags g",
		chosen: func(f galley.ProductFilter) galley.Choice { return f.Tag }, into: func(a *galley.ProductFacets) *[]galley.Facet { return &a.Tags },
	},
	{
		part: "collection", value: "c.id", label: "c.title",
		from:   "products p JOIN collection_products m ON m.product_id = p.id JOIN collections c ON c.row_id = m.collection_row AND c.shop_id = p.shop_id AND c.missing = 0",
		chosen: func(f galley.ProductFilter) galley.Choice { return f.Collection },
		into:   func(a *galley.ProductFacets) *[]galley.Facet { return &a.Collections },
		nameOf: "SELECT title FROM collections WHERE shop_id = ? AND id = ?",
	},
}

// ProductFacets lists the values by which the products of a query can be
// narrowed. Window and order of the query do not count.
func (s *Store) ProductFacets(ctx context.Context, query galley.ProductQuery) (all galley.ProductFacets, err error) {
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		shared, err := columnFacets(ctx, tx, query)
		if err != nil {
			return err
		}
		for _, source := range facetSources {
			found, ok := shared[source.part]
			if !ok {
				if found, err = source.read(ctx, tx, query); err != nil {
					return err
				}
			}
			if *source.into(&all), err = source.withChosen(ctx, tx, query, mostFrequent(found)); err != nil {
				return err
			}
		}
		all.Without, err = lackingFacets(ctx, tx, query)
		return err
	})
	return all, err
}

// FindFacets lists the values of one part whose names have what was typed, out of
// all: ProductFacets has the most frequent alone. An unknown part is CodeInvalidInput.
func (s *Store) FindFacets(ctx context.Context, query galley.ProductQuery, part, typed string) (found []galley.Facet, err error) {
	at := slices.IndexFunc(facetSources, func(source facetSource) bool { return source.part == part })
	if at < 0 {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.NoSuchFacet(part))
	}
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		all, err := facetSources[at].read(ctx, tx, query)
		found = mostFrequent(slices.DeleteFunc(all, func(one galley.Facet) bool { return !markup.Contains(cmp.Or(one.Label, one.Value), typed) }))
		return err
	})
	return found, err
}

// columnFacets counts the values of the parts that are columns of products in one pass; those that the query chooses
// from are counted without their own part, alone.
func columnFacets(ctx context.Context, tx *sql.Tx, query galley.ProductQuery) (map[string][]galley.Facet, error) {
	var parts, columns []string
	for _, source := range facetSources {
		if source.column != "" && len(source.chosen(query.Filter)) == 0 {
			parts, columns = append(parts, source.part), append(columns, source.column)
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	counts := make([]map[string]int, len(parts))
	for i := range counts {
		counts[i] = map[string]int{}
	}
	f := narrowed(query)
	names := strings.Join(columns, ", ")
	err := eachRow(ctx, tx, "SELECT count(*), "+names+" FROM products p WHERE "+f.where+" GROUP BY "+names, f.args, func(rows *sql.Rows) error {
		var n int
		values := make([]string, len(parts))
		into := []any{&n}
		for i := range values {
			into = append(into, &values[i])
		}
		err := rows.Scan(into...)
		for i, value := range values {
			counts[i][value] += n
		}
		return err
	})
	shared := map[string][]galley.Facet{}
	for i, part := range parts {
		found := []galley.Facet{}
		for value, n := range counts[i] {
			if value != "" {
				found = append(found, galley.Facet{Value: value, Count: n})
			}
		}
		shared[part] = found
	}
	return shared, err
}

// ofWholeShop counts the products of collections where all of the shop's count: the members, but for those whose product the
// local copy does not have.
const ofWholeShop = `SELECT c.id, c.title, (SELECT count(*) FROM collection_products m WHERE m.collection_row = c.row_id) - coalesce(a.n, 0) AS here
	FROM collections c LEFT JOIN (SELECT collection_row, count(*) AS n FROM absent_members GROUP BY 1) a ON a.collection_row = c.row_id
	WHERE c.shop_id = ? AND c.missing = 0 AND here > 0`

// read counts all values of a part.
func (s facetSource) read(ctx context.Context, tx *sql.Tx, query galley.ProductQuery) ([]galley.Facet, error) {
	f := narrowed(query, s.part)
	wholeShop := f.where == ofShop(query.ShopID).where
	value, label, from := s.value, s.label, s.from
	switch {
	case s.column != "":
		value, label, from = s.column, "''", "products p"
	case s.part == "tag":
		products := f
		f = filter{where: "g.shop_id = ?", args: []any{query.ShopID}}
		if !wholeShop {
			f.and("g.product_row IN (SELECT p.row_id FROM products p WHERE "+products.where+")", products.args...)
		}
	}
	counted := "SELECT " + value + ", " + label + ", count(*) FROM " + from + " WHERE " + f.where + " AND " + value + " <> '' GROUP BY 1"
	if s.part == "collection" && wholeShop {
		counted = ofWholeShop
	}
	found := []galley.Facet{}
	err := eachRow(ctx, tx, counted, f.args, func(rows *sql.Rows) error {
		var one galley.Facet
		err := rows.Scan(&one.Value, &one.Label, &one.Count)
		found = append(found, one)
		return err
	})
	return found, err
}

// mostFrequent are the first values as a page shows them.
func mostFrequent(all []galley.Facet) []galley.Facet {
	slices.SortFunc(all, func(a, b galley.Facet) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	return all[:min(len(all), galley.MaxFacets)]
}

// withChosen adds values that the query chooses and that no product has.
func (s facetSource) withChosen(ctx context.Context, tx *sql.Tx, query galley.ProductQuery, found []galley.Facet) ([]galley.Facet, error) {
	for _, value := range s.chosen(query.Filter) {
		if slices.ContainsFunc(found, func(one galley.Facet) bool { return one.Value == value }) {
			continue
		}
		one := galley.Facet{Value: value}
		if s.nameOf != "" {
			err := tx.QueryRowContext(ctx, s.nameOf, query.ShopID, value).Scan(&one.Label)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return nil, err
			}
		}
		found = append(found, one)
	}
	return found, nil
}

// lackingFacets count, for each field that may be empty, the products where it is.
func lackingFacets(ctx context.Context, tx *sql.Tx, query galley.ProductQuery) ([]galley.Facet, error) {
	f := narrowed(query, "without")
	found := []galley.Facet{}
	var columns []string
	for _, field := range galley.Fields() {
		if field.Owner() == galley.PlaceProduct {
			found = append(found, galley.Facet{Value: string(field)})
			columns = append(columns, "coalesce(sum("+fieldParts[field].lacking+"), 0)")
		}
	}
	counts := make([]any, len(found))
	for i := range found {
		counts[i] = &found[i].Count
	}
	err := tx.QueryRowContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM products p WHERE "+f.where, f.args...).Scan(counts...)
	return found, err
}
