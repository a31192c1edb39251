package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// facetSource is where the values of one part of a filter come from.
type facetSource struct {
	part   string // of productParts
	value  string
	label  string
	from   string
	chosen func(galley.ProductFilter) galley.Choice
	into   func(*galley.ProductFacets) *[]galley.Facet
	nameOf string // finds the label of a value that no product of the query has
}

var facetSources = []facetSource{
	{"status", "p.status", "''", "products p", func(f galley.ProductFilter) galley.Choice { return f.Status }, func(a *galley.ProductFacets) *[]galley.Facet { return &a.Statuses }, ""},
	{"vendor", "p.vendor", "''", "products p", func(f galley.ProductFilter) galley.Choice { return f.Vendor }, func(a *galley.ProductFacets) *[]galley.Facet { return &a.Vendors }, ""},
	{"type", "p.product_type", "''", "products p", func(f galley.ProductFilter) galley.Choice { return f.Type }, func(a *galley.ProductFacets) *[]galley.Facet { return &a.Types }, ""},
	{"tag", "g.tag", "''", "products p JOIN product_tags g ON g.product_row = p.row_id", func(f galley.ProductFilter) galley.Choice { return f.Tag }, func(a *galley.ProductFacets) *[]galley.Facet { return &a.Tags }, ""},
	{
		"collection", "c.id", "c.title", "products p JOIN collection_products m ON m.product_id = p.id JOIN collections c ON c.row_id = m.collection_row AND c.shop_id = p.shop_id AND c.missing = 0",
		func(f galley.ProductFilter) galley.Choice { return f.Collection },
		func(a *galley.ProductFacets) *[]galley.Facet { return &a.Collections },
		"SELECT title FROM collections WHERE shop_id = ? AND id = ?",
	},
}

// ProductFacets lists the values by which the products of a query can be
// narrowed. Window and order of the query do not count.
func (s *Store) ProductFacets(ctx context.Context, query galley.ProductQuery) (all galley.ProductFacets, err error) {
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		for _, source := range facetSources {
			if err := source.read(ctx, tx, query, &all); err != nil {
				return err
			}
		}
		all.Without, err = lackingFacets(ctx, tx, query)
		return err
	})
	return all, err
}

func (s facetSource) read(ctx context.Context, tx *sql.Tx, query galley.ProductQuery, all *galley.ProductFacets) error {
	f := ofShop(query.ShopID)
	f.matching(query.Search)
	f.having(query.Filter, s.part)
	found := []galley.Facet{}
	err := eachRow(ctx, tx, "SELECT "+s.value+", "+s.label+", count(*) AS n FROM "+s.from+" WHERE "+f.where+" AND "+s.value+
		" <> '' GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?", append(f.args, galley.MaxFacets), func(rows *sql.Rows) error {
		var one galley.Facet
		err := rows.Scan(&one.Value, &one.Label, &one.Count)
		found = append(found, one)
		return err
	})
	if err != nil {
		return err
	}
	for _, value := range s.chosen(query.Filter) {
		if !slices.ContainsFunc(found, func(one galley.Facet) bool { return one.Value == value }) {
			one := galley.Facet{Value: value}
			if s.nameOf != "" {
				err := tx.QueryRowContext(ctx, s.nameOf, query.ShopID, value).Scan(&one.Label)
				if err != nil && !errors.Is(err, sql.ErrNoRows) {
					return err
				}
			}
			found = append(found, one)
		}
	}
	*s.into(all) = found
	return nil
}

// lackingFacets count, for each field that may be empty, the products where it is.
func lackingFacets(ctx context.Context, tx *sql.Tx, query galley.ProductQuery) ([]galley.Facet, error) {
	f := ofShop(query.ShopID)
	f.matching(query.Search)
	f.having(query.Filter, "without")
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
