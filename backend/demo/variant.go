package demo

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"strconv"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// variant is a row of variants. Its product is nil until requested, if the
// variant was not reached through it.
type variant struct {
	view              *view
	product           *product
	id, productID     int64
	position          int
	title             string
	options           []string
	sku, barcode      string
	price             int64
	compareAt         sql.NullInt64
	quantity          int
	grams             float64
	tracked, oversell bool
	shipped, taxed    bool
	mediaID           sql.NullInt64
	createdAt         int64
	updatedAt         int64
}

// TypeName implements graph.Typed.
func (*variant) TypeName() string { return "ProductVariant" }

func (v *variant) cursor() cursor { return cursor{v.id, strconv.Itoa(v.position)} }

const variantColumns = `id, product_id, position, title, options, sku, barcode, price, compare_at, quantity, grams,
    tracked, oversell, requires_shipping, taxable, media_id, created_at, updated_at`

func scanVariant(rows *sql.Rows, from *view, more ...any) (*variant, error) {
	v := &variant{view: from}
	var options string
	err := rows.Scan(append([]any{
		&v.id, &v.productID, &v.position, &v.title, &options, &v.sku, &v.barcode, &v.price, &v.compareAt, &v.quantity, &v.grams,
		&v.tracked, &v.oversell, &v.shipped, &v.taxed, &v.mediaID, &v.createdAt, &v.updatedAt,
	}, more...)...)
	if err != nil {
		return nil, err
	}
	return v, json.Unmarshal([]byte(options), &v.options)
}

func (v *view) variantWhere(ctx context.Context, id int64) (any, error) {
	found, ok, err := oneOf(ctx, v, func(rows *sql.Rows) (*variant, error) { return scanVariant(rows, v) },
		"SELECT "+variantColumns+" FROM variants WHERE id = ?", id)
	return orNull(found, ok, err)
}

func (v *view) variantByGID(ctx context.Context, id string) (any, error) {
	number, err := numberFor("ProductVariant", id)
	if err != nil {
		return nil, err
	}
	return v.variantWhere(ctx, number)
}

func variantList(v *view) *list[*variant] {
	return &list[*variant]{
		columns: variantColumns, from: "variants", id: "id",
		scan: func(rows *sql.Rows, key any) (*variant, int64, error) {
			one, err := scanVariant(rows, v, key)
			if err != nil {
				return nil, 0, err
			}
			return one, one.id, nil
		},
		sorts: map[string]sortKey{
			"POSITION":                   {sql: "position"},
			"INVENTORY_QUANTITY":         {sql: "quantity"},
			"INVENTORY_LEVELS_AVAILABLE": {sql: "quantity"},
			"SKU":                        {sql: "sku", isText: true},
			"TITLE":                      {sql: "title", isText: true},
			"NAME":                       {sql: "title", isText: true},
			"FULL_TITLE":                 {sql: "title", isText: true},
		},
		filters: func(now time.Time) search.Filters {
			return search.Filters{
				"":                   search.Words("title", "sku", "barcode", "(SELECT title FROM products WHERE id = product_id)"),
				"id":                 search.Number("id"),
				"product_id":         search.Number("product_id"),
				"sku":                search.Text("sku %s"),
				"barcode":            search.Text("barcode %s"),
				"title":              search.Words("title"),
				"inventory_quantity": search.Number("quantity"),
				"updated_at":         search.Time("updated_at", now),
			}
		},
	}
}

// variantsOfAll reads the variants of all siblings.
func (s *siblings) variantsOfAll(ctx context.Context) error {
	if s.variants != nil {
		return nil
	}
	all, err := rowsOf(ctx, s.view, func(rows *sql.Rows) (*variant, error) { return scanVariant(rows, s.view) },
		"SELECT "+variantColumns+" FROM variants WHERE product_id IN ("+marks(len(s.ids))+") ORDER BY product_id, position",
		anys(s.ids)...)
	if err != nil {
		return err
	}
	s.variants = make(map[int64][]*variant, len(s.ids))
	for _, v := range all {
		s.variants[v.productID] = append(s.variants[v.productID], v)
	}
	return nil
}

func (p *product) variantsInOrder(ctx context.Context) ([]*variant, error) {
	if err := p.variantsOfAll(ctx); err != nil {
		return nil, err
	}
	own := p.variants[p.id]
	for _, v := range own {
		v.product = p
	}
	return own, nil
}

// variantOrders compare variants by the sort keys that products know.
var variantOrders = map[string]func(a, b *variant) int{
	"ID":                 func(a, b *variant) int { return cmp.Compare(a.id, b.id) },
	"SKU":                func(a, b *variant) int { return cmp.Compare(a.sku, b.sku) },
	"TITLE":              func(a, b *variant) int { return cmp.Compare(a.title, b.title) },
	"NAME":               func(a, b *variant) int { return cmp.Compare(a.title, b.title) },
	"FULL_TITLE":         func(a, b *variant) int { return cmp.Compare(a.title, b.title) },
	"INVENTORY_QUANTITY": func(a, b *variant) int { return cmp.Compare(a.quantity, b.quantity) },
}

func variantsOf(call *graph.Call, p *product) (any, error) {
	w, err := windowOf(call.Args)
	if err != nil {
		return nil, err
	}
	all, err := p.variantsInOrder(call)
	if err != nil {
		return nil, err
	}
	return pageOf(w, sorted(all, variantOrders[w.sort]), (*variant).cursor), nil
}

func hasOutOfStockVariants(call *graph.Call, p *product) (any, error) {
	all, err := p.variantsInOrder(call)
	for _, v := range all {
		if v.tracked && v.quantity <= 0 {
			return true, err
		}
	}
	return false, err
}

func tracksInventory(call *graph.Call, p *product) (any, error) {
	all, err := p.variantsInOrder(call)
	for _, v := range all {
		if v.tracked {
			return true, err
		}
	}
	return false, err
}
