package demo

import (
	"context"
	"database/sql"
	"strconv"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// collection is a row of collections: an automated one, of all products with a
// value in the rule's column.
type collection struct {
	view                     *view
	id                       int64
	handle, title            string
	rule, value              string
	body                     string
	seoTitle, seoDescription sql.NullString
	updatedAt                int64
}

// TypeName implements graph.Typed.
func (*collection) TypeName() string { return "Collection" }

const collectionColumns = "id, handle, title, rule, value, body, seo_title, seo_description, updated_at"

func scanCollection(rows *sql.Rows, from *view, more ...any) (*collection, error) {
	c := &collection{view: from}
	return c, rows.Scan(append([]any{&c.id, &c.handle, &c.title, &c.rule, &c.value, &c.body, &c.seoTitle, &c.seoDescription,
		&c.updatedAt}, more...)...)
}

func (v *view) oneCollection(ctx context.Context, id int64) (*collection, bool, error) {
	return oneOf(ctx, v, func(rows *sql.Rows) (*collection, error) { return scanCollection(rows, v) },
		"SELECT "+collectionColumns+" FROM collections WHERE id = ?", id)
}

func (v *view) collectionWhere(ctx context.Context, id int64) (any, error) {
	c, found, err := v.oneCollection(ctx, id)
	return orNull(c, found, err)
}

func (v *view) collectionByGID(ctx context.Context, id string) (any, error) {
	number, err := numberFor("Collection", id)
	if err != nil {
		return nil, err
	}
	return v.collectionWhere(ctx, number)
}

func collectionList(v *view) *list[*collection] {
	return &list[*collection]{
		columns: collectionColumns, from: "collections", id: "id", changed: "updated_at",
		scan: func(rows *sql.Rows, key any) (*collection, int64, error) {
			c, err := scanCollection(rows, v, key)
			if err != nil {
				return nil, 0, err
			}
			return c, c.id, nil
		},
		sorts: map[string]sortKey{
			"TITLE":      {sql: "title", isText: true},
			"UPDATED_AT": {sql: "updated_at"},
		},
		filters: func(now time.Time) search.Filters {
			return search.Filters{
				"":                search.Words("title"),
				"id":              search.Number("id"),
				"handle":          search.Text("handle %s"),
				"title":           search.Words("title"),
				"collection_type": search.OneOf("'smart'", "smart", "custom"),
				"updated_at":      search.Time("updated_at", now),
			}
		},
	}
}

func collectionFields() graph.Resolvers {
	return graph.Resolvers{
		"Collection": graph.On(map[string]func(*graph.Call, *collection) (any, error){
			"id":               graph.Get(func(c *collection) any { return gid("Collection", c.id) }),
			"legacyResourceId": graph.Get(func(c *collection) any { return strconv.FormatInt(c.id, 10) }),
			"handle":           graph.Get(func(c *collection) any { return c.handle }),
			"title":            graph.Get(func(c *collection) any { return c.title }),
			"description": func(call *graph.Call, c *collection) (any, error) {
				return truncated(call, plainText(c.body)), nil
			},
			"descriptionHtml": graph.Get(func(c *collection) any { return c.body }),
			"seo": graph.Get(func(c *collection) any {
				return seo{title: textOrNull(c.seoTitle), description: textOrNull(c.seoDescription)}
			}),
			"sortOrder":      graph.Get(func(*collection) any { return "BEST_SELLING" }),
			"templateSuffix": graph.Get(func(*collection) any { return nil }),
			"updatedAt":      graph.Get(func(c *collection) any { return timestamp(c.updatedAt) }),
			"image":          graph.Get(func(*collection) any { return nil }),
			"productsCount":  countProducts,
			"hasProduct":     hasProduct,
			"products": func(call *graph.Call, c *collection) (any, error) {
				return c.view.productPage(call, c.members())
			},
		}),
	}
}

// The rules of collections are columns of products.
const (
	ruleType   = "type"
	ruleVendor = "vendor"
)

// leastOfVendor is the minimum number of products for a vendor's collection.
const leastOfVendor = 2

// addCollections makes a collection of each product type, or of each vendor of
// several products, in the order of their first products.
func addCollections(ctx context.Context, tx *sql.Tx, rule string, now time.Time) error {
	values, err := textsOf(ctx, tx, "SELECT "+rule+" FROM products WHERE "+rule+" <> '' GROUP BY 1 HAVING COUNT(*) >= ? ORDER BY MIN(id)",
		map[string]int{ruleType: 1, ruleVendor: leastOfVendor}[rule])
	if err != nil {
		return err
	}
	taken, err := textsOf(ctx, tx, "SELECT handle FROM collections")
	if err != nil {
		return err
	}
	handles := make(map[string]bool)
	for _, handle := range taken {
		handles[handle] = true
	}
	for _, value := range values {
		handle := unique(handleOf(value, "collection"), func(h string) bool { return handles[h] })
		handles[handle] = true
		if _, err := tx.ExecContext(ctx, `INSERT INTO collections (id, handle, title, rule, value, updated_at)
		    VALUES ((SELECT COALESCE(MAX(id) + 1, ?) FROM collections), ?, ?, ?, ?, ?)`,
			firstCollection, handle, value, rule, value, now.Unix()); err != nil {
			return err
		}
	}
	return nil
}

func textsOf(ctx context.Context, tx *sql.Tx, query string, args ...any) ([]string, error) {
	return rowsOf(ctx, &view{from: tx}, func(rows *sql.Rows) (text string, err error) {
		return text, rows.Scan(&text)
	}, query, args...)
}

// members is the condition that the collection's products meet. Its first half
// uses the index; the second compares case.
func (c *collection) members() search.Condition {
	return search.Condition{SQL: c.rule + " = ? COLLATE NOCASE AND " + c.rule + " = ?", Args: []any{c.value, c.value}}
}

func countProducts(call *graph.Call, c *collection) (any, error) {
	var number int
	in := c.members()
	err := c.view.from.QueryRowContext(call, "SELECT COUNT(*) FROM products WHERE "+in.SQL, in.Args...).Scan(&number)
	return exactly(number), err
}

func hasProduct(call *graph.Call, c *collection) (any, error) {
	id, _ := call.Args.String("id")
	var has bool
	in := c.members()
	err := c.view.from.QueryRowContext(call, "SELECT EXISTS (SELECT 1 FROM products WHERE id = ? AND "+in.SQL+")",
		append([]any{numberOf("Product", id)}, in.Args...)...).Scan(&has)
	return has, err
}

func collectionsOf(call *graph.Call, p *product) (any, error) {
	return collectionList(p.view).page(call, p.view, search.Condition{
		SQL:  "(rule, value) IN (VALUES (?, ?), (?, ?))",
		Args: []any{ruleType, p.kind, ruleVendor, p.vendor},
	})
}
