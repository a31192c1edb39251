package demo

import (
	"context"
	"database/sql"
	"strconv"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// collection is a row of collections: an automated one, of all products of a type.
type collection struct {
	view          *view
	id            int64
	handle, title string
	kind          string
	updatedAt     int64
}

// TypeName implements graph.Typed.
func (*collection) TypeName() string { return "Collection" }

const collectionColumns = "id, handle, title, type, updated_at"

func scanCollection(rows *sql.Rows, from *view, more ...any) (*collection, error) {
	c := &collection{view: from}
	return c, rows.Scan(append([]any{&c.id, &c.handle, &c.title, &c.kind, &c.updatedAt}, more...)...)
}

func (v *view) collectionWhere(ctx context.Context, id int64) (any, error) {
	c, found, err := oneOf(ctx, v, func(rows *sql.Rows) (*collection, error) { return scanCollection(rows, v) },
		"SELECT "+collectionColumns+" FROM collections WHERE id = ?", id)
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
		columns: collectionColumns, from: "collections", id: "id",
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
			"description":      graph.Get(func(*collection) any { return "" }),
			"descriptionHtml":  graph.Get(func(*collection) any { return "" }),
			"seo":              graph.Get(func(*collection) any { return seo{} }),
			"sortOrder":        graph.Get(func(*collection) any { return "BEST_SELLING" }),
			"templateSuffix":   graph.Get(func(*collection) any { return nil }),
			"updatedAt":        graph.Get(func(c *collection) any { return timestamp(c.updatedAt) }),
			"image":            graph.Get(func(*collection) any { return nil }),
			"productsCount":    countProducts,
			"hasProduct":       hasProduct,
			"products": func(call *graph.Call, c *collection) (any, error) {
				return c.view.productPage(call, c.members())
			},
		}),
	}
}

func (c *collection) members() search.Condition {
	return search.Condition{SQL: "type = ?", Args: []any{c.kind}}
}

func countProducts(call *graph.Call, c *collection) (any, error) {
	var number int
	err := c.view.from.QueryRowContext(call, "SELECT COUNT(*) FROM products WHERE type = ?", c.kind).Scan(&number)
	return exactly(number), err
}

func hasProduct(call *graph.Call, c *collection) (any, error) {
	id, _ := call.Args.String("id")
	var has bool
	err := c.view.from.QueryRowContext(call, "SELECT EXISTS (SELECT 1 FROM products WHERE id = ? AND type = ?)",
		numberOf("Product", id), c.kind).Scan(&has)
	return has, err
}
