package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// filter is a WHERE clause over products (as p) with its arguments.
type filter struct {
	where string
	args  []any
}

func (f *filter) and(clause string, args ...any) {
	f.where += " AND " + clause
	f.args = append(f.args, args...)
}

func ofShop(shop galley.ShopID) filter {
	return filter{where: "p.shop_id = ?", args: []any{shop}}
}

// matching narrows to products that have all the words, the last one as the
// beginning of a word. Scripts without spaces between words are searched as
// text, since the index knows whole runs of them only.
func (f *filter) matching(search string) {
	terms := strings.Fields(search)
	if len(terms) == 0 {
		return
	}
	if strings.ContainsFunc(search, func(r rune) bool { return unicode.In(r, withoutSpaces...) }) {
		for _, t := range terms {
			f.and("(instr(p.title, ?) > 0 OR instr(p.tags, ?) > 0 OR instr(p.vendor, ?) > 0)", t, t, t)
		}
		return
	}
	f.and("p.row_id IN (SELECT docid FROM products_fts WHERE products_fts MATCH ?)", phrases(terms))
}

// having narrows to products with these properties.
func (f *filter) having(want galley.ProductFilter) {
	for column, value := range map[string]string{"status": want.Status, "vendor": want.Vendor, "product_type": want.Type} {
		if value != "" {
			f.and("p."+column+" = ?", value)
		}
	}
	if want.Without != "" {
		f.and(fieldParts[want.Without].lacking)
	}
}

// phrases quotes each word for the index, so that none is read as an operator; a
// word like orla-dome becomes the phrase of its parts. The last one matches as a
// prefix.
func phrases(terms []string) string {
	for i, t := range terms {
		t = strings.NewReplacer(`"`, " ", "*", " ").Replace(t)
		if i == len(terms)-1 {
			t += "*"
		}
		terms[i] = `"` + t + `"`
	}
	return strings.Join(terms, " ")
}

// withoutSpaces are the scripts that do not part words.
var withoutSpaces = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// ProductFacets lists the values by which the shop's products can be filtered.
func (s *Store) ProductFacets(ctx context.Context, shop galley.ShopID) (all galley.ProductFacets, err error) {
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		for column, into := range map[string]*[]galley.Facet{"status": &all.Statuses, "vendor": &all.Vendors, "product_type": &all.Types} {
			if *into, err = facets(ctx, tx, shop, column); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

func facets(ctx context.Context, tx *sql.Tx, shop galley.ShopID, column string) ([]galley.Facet, error) {
	rows, err := tx.QueryContext(ctx, "SELECT "+column+", count(*) AS n FROM products WHERE shop_id = ? AND "+column+
		" <> '' GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?", shop, galley.MaxFacets)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	found := []galley.Facet{}
	for rows.Next() {
		var f galley.Facet
		if err := rows.Scan(&f.Value, &f.Count); err != nil {
			return nil, err
		}
		found = append(found, f)
	}
	return found, rows.Err()
}

// Products returns a window of the products that match.
func (s *Store) Products(ctx context.Context, query galley.ProductQuery) (galley.ProductPage, error) {
	page := galley.ProductPage{Offset: query.Offset, Products: []galley.ProductSummary{}}
	f := ofShop(query.ShopID)
	f.matching(query.Search)
	f.having(query.Filter)
	err := s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "SELECT count(*) FROM products p WHERE "+f.where, f.args...).Scan(&page.Total)
		if err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, `SELECT p.id, p.handle, p.title, p.vendor, p.product_type, p.status, p.image_url,
			p.description_words, coalesce(length(p.seo_title), 0), coalesce(length(p.meta_description), 0),
			p.images, p.images_with_alt, p.updated_at
			FROM products p WHERE `+f.where+` ORDER BY p.title COLLATE NOCASE, p.row_id LIMIT ? OFFSET ?`,
			append(f.args, query.Limit, query.Offset)...)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var p galley.ProductSummary
			var updated column.Time
			if err := rows.Scan(&p.ID, &p.Handle, &p.Title, &p.Vendor, &p.ProductType, &p.Status, &p.ImageURL,
				&p.DescriptionWords, &p.SEOTitleChars, &p.MetaChars, &p.Images, &p.ImagesWithAlt, &updated); err != nil {
				return err
			}
			p.UpdatedAt = updated.Time
			page.Products = append(page.Products, p)
		}
		return rows.Err()
	})
	return page, err
}
