package demo

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// product is a row of products, with the others that were read together with it.
type product struct {
	*siblings

	id                       int64
	handle, title, body      string
	vendor, kind, status     string
	tags                     []string
	seoTitle, seoDescription sql.NullString
	category                 string
	template                 sql.NullString
	giftCard, sellingPlan    bool
	options                  []option
	priceMin, priceMax       int64
	compareMin, compareMax   sql.NullInt64
	inventory                int
	variantCount, mediaCount int
	createdAt, updatedAt     int64
	publishedAt              sql.NullInt64
}

// TypeName implements graph.Typed.
func (*product) TypeName() string { return "Product" }

func (p *product) cursor() cursor { return cursor{ID: p.id} }

const productColumns = `id, handle, title, body, vendor, type, tags, status, seo_title, seo_description, category,
    template, gift_card, selling_plan, options, price_min, price_max, compare_min, compare_max, inventory,
    variants, media, created_at, updated_at, published_at`

// scanProduct reads productColumns and the columns after them.
func scanProduct(rows *sql.Rows, together *siblings, more ...any) (*product, error) {
	p := &product{siblings: together}
	var tags, options string
	err := rows.Scan(append([]any{
		&p.id, &p.handle, &p.title, &p.body, &p.vendor, &p.kind, &tags, &p.status, &p.seoTitle, &p.seoDescription, &p.category,
		&p.template, &p.giftCard, &p.sellingPlan, &options, &p.priceMin, &p.priceMax, &p.compareMin, &p.compareMax, &p.inventory,
		&p.variantCount, &p.mediaCount, &p.createdAt, &p.updatedAt, &p.publishedAt,
	}, more...)...)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(tags), &p.tags); err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(options), &p.options); err != nil {
		return nil, err
	}
	together.ids = append(together.ids, p.id)
	return p, nil
}

// siblings are products that were read together. Their parts are read for all
// at once, on first use.
type siblings struct {
	view       *view
	ids        []int64
	variants   map[int64][]*variant
	pictures   map[int64][]*medium
	metafields map[int64][]*metafield
}

func (v *view) products(ctx context.Context, where search.Condition) ([]*product, error) {
	together := &siblings{view: v}
	return rowsOf(ctx, v, func(rows *sql.Rows) (*product, error) { return scanProduct(rows, together) },
		"SELECT "+productColumns+" FROM products WHERE "+where.SQL, where.Args...)
}

func (v *view) productWhere(ctx context.Context, where string, args ...any) (any, error) {
	p, found, err := v.oneProduct(ctx, where, args...)
	return orNull(p, found, err)
}

func (v *view) oneProduct(ctx context.Context, where string, args ...any) (*product, bool, error) {
	products, err := v.products(ctx, search.Condition{SQL: where, Args: args})
	if err != nil || len(products) == 0 {
		return nil, false, err
	}
	return products[0], true, nil
}

func (v *view) productByGID(ctx context.Context, id string) (any, error) {
	number, err := numberFor("Product", id)
	if err != nil {
		return nil, err
	}
	return v.productWhere(ctx, "id = ?", number)
}

func (v *view) productPage(call *graph.Call, where search.Condition) (any, error) {
	return productList(v).page(call, v, where)
}

// productList is the list of products. Relevance is the order of ids: the demo
// shop does not rank words.
func productList(v *view) *list[*product] {
	together := &siblings{view: v}
	return &list[*product]{
		columns: productColumns, from: "products", id: "id", changed: "updated_at",
		scan: func(rows *sql.Rows, key any) (*product, int64, error) {
			p, err := scanProduct(rows, together, key)
			if err != nil {
				return nil, 0, err
			}
			return p, p.id, nil
		},
		sorts: map[string]sortKey{
			"CREATED_AT":      {sql: "created_at"},
			"CREATED":         {sql: "created_at"},
			"UPDATED_AT":      {sql: "updated_at"},
			"PUBLISHED_AT":    {sql: "COALESCE(published_at, 0)"},
			"INVENTORY_TOTAL": {sql: "inventory"},
			"PRICE":           {sql: "price_min"},
			"TITLE":           {sql: "title", isText: true},
			"VENDOR":          {sql: "vendor", isText: true},
			"PRODUCT_TYPE":    {sql: "type", isText: true},
		},
		filters: productFilters,
	}
}

// ofVariant requires that a variant of the product meets a condition.
func ofVariant(filter search.Filter) search.Filter {
	return func(t search.Term) (search.Condition, bool) {
		condition, usable := filter(t)
		condition.SQL = "EXISTS (SELECT 1 FROM variants WHERE product_id = products.id AND (" + condition.SQL + "))"
		return condition, usable
	}
}

// productFilters are the fields that products are searched by.
// Source: https://shopify.dev/docs/api/admin-graphql/latest/queries/products
func productFilters(now time.Time) search.Filters {
	tag := search.Text("EXISTS (SELECT 1 FROM json_each(tags) WHERE value %s)")
	return search.Filters{
		"":                search.Words("title", "vendor", "type", "tags", "handle", skusOfProduct),
		"id":              search.Number("id"),
		"handle":          search.Text("handle %s"),
		"title":           search.Words("title"),
		"vendor":          search.Text("vendor %s"),
		"product_type":    search.Text("type %s"),
		"tag":             tag,
		"tag_not":         func(t search.Term) (search.Condition, bool) { return negated(tag(t)) },
		"status":          search.OneOf("status", "active", "archived", "draft", "unlisted"),
		"created_at":      search.Time("created_at", now),
		"updated_at":      search.Time("updated_at", now),
		"published_at":    search.Time("published_at", now),
		"gift_card":       search.Flag("gift_card"),
		"inventory_total": search.Number("inventory"),
		"price":           ofVariant(search.Number("price / 100.0")),
		"sku":             ofVariant(search.Text("sku %s")),
		"barcode":         ofVariant(search.Text("barcode %s")),
		"variant_id":      ofVariant(search.Number("id")),
		"variant_title":   ofVariant(search.Words("title")),
	}
}

const skusOfProduct = "(SELECT group_concat(sku || ' ' || barcode, ' ') FROM variants WHERE product_id = products.id)"

func negated(condition search.Condition, usable bool) (search.Condition, bool) {
	condition.SQL = "NOT " + condition.SQL
	return condition, usable
}
