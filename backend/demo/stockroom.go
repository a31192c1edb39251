package demo

import (
	"context"
	"database/sql"
	"encoding/json"
	"hash/fnv"
	"strconv"
	"time"

	"galley/backend/demo/pictures"
	"galley/backend/products/productcsv"
)

// stockroom adds products of an export to an empty shop.
type stockroom struct {
	ctx                           context.Context //nolint:containedctx // lives no longer than the call that made it
	exec                          context.Context //nolint:containedctx // the same context without its end, which costs the driver a goroutine a row
	product, variant, media, meta *sql.Stmt
	next                          struct{ product, variant, media, meta int64 }
	handles                       map[string]bool
	metaobjects                   map[string]int64 // by namespace, key and name
	tx                            *sql.Tx
	now                           time.Time
}

func newStockroom(ctx context.Context, tx *sql.Tx, now time.Time) (*stockroom, error) {
	s := &stockroom{ctx: ctx, exec: context.WithoutCancel(ctx), tx: tx, now: now, handles: make(map[string]bool)}
	s.next.product, s.next.variant = firstProduct, firstVariant
	s.next.media, s.next.meta = firstMedia, firstMetafield
	var err error
	prepare := func(query string) *sql.Stmt {
		if err != nil {
			return nil
		}
		var statement *sql.Stmt
		statement, err = tx.PrepareContext(ctx, query) // closed by close
		return statement
	}
	s.product, s.variant = prepare(insertProduct), prepare(insertVariant)
	s.media, s.meta = prepare(insertMedia), prepare(insertMetafield)
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *stockroom) close() {
	for _, statement := range []*sql.Stmt{s.product, s.variant, s.media, s.meta} {
		if statement != nil {
			statement.Close() //nolint:errcheck // the transaction closes what is left
		}
	}
}

const insertProduct = `INSERT INTO products (id, handle, title, body, vendor, type, tags, status, seo_title,
    seo_description, category, gift_card, options, price_min, price_max, compare_min, compare_max, inventory,
    variants, media, created_at, updated_at, published_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// add adds one product. A duplicate handle gets a number appended, a missing
// title is made from the handle, as Shopify has no product without one.
func (s *stockroom) add(p productcsv.Product) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	id := s.next.product
	s.next.product++
	if len(p.Variants) == 0 {
		p.Options = []productcsv.Option{{Name: "Title", Values: []string{"Default Title"}}}
		p.Variants = []productcsv.Variant{{Options: []string{"Default Title"}}}
	}
	if p.Title == "" {
		p.Title = p.Handle
	}
	p.Handle = s.freeHandle(p.Handle)
	created := s.created(p.Handle)
	updated := created + 3600
	sums := sumUp(p.Variants)
	_, err := s.product.ExecContext(s.exec, id, p.Handle, p.Title, p.BodyHTML, p.Vendor, p.Type,
		toJSON(normalTags(p.Tags)), status(p), nullIfEmpty(p.SEOTitle), nullIfEmpty(p.SEODescription),
		p.Category(), p.GiftCard, toJSON(options(p.Options)), sums.priceMin, sums.priceMax,
		sums.compareMin, sums.compareMax, sums.inventory, len(p.Variants), len(p.Images), created, updated,
		publishedAt(p, created))
	if err != nil {
		return err
	}
	images, err := s.addImages(id, p, created)
	if err != nil {
		return err
	}
	if err := s.addVariants(id, p, images, created); err != nil {
		return err
	}
	return s.addMetafields(id, p, created)
}

const insertMedia = `INSERT INTO media
    (id, product_id, position, alt, status, filename, width, height, motif, colour, view, created_at, updated_at)
    VALUES (?, ?, ?, ?, 'READY', ?, ?, ?, ?, ?, ?, ?, ?)`

// addImages returns the id of each picture by its address in the export.
func (s *stockroom) addImages(product int64, p productcsv.Product, created int64) (map[string]int64, error) {
	ids := make(map[string]int64, len(p.Images))
	if len(p.Images) == 0 {
		return ids, nil
	}
	motif := pictures.Motif(append([]string{p.Type, p.Title}, p.Tags...)...)
	colour := pictures.Colour(hash(p.Handle), append([]string{p.Title}, p.Tags...)...)
	for i, image := range p.Images {
		id := s.next.media
		s.next.media++
		width, height := pictureSize(i, colour)
		filename := p.Handle + "-" + strconv.Itoa(i+1) + ".png"
		if _, err := s.media.ExecContext(s.exec, id, product, i+1, nullIfEmpty(image.Alt), filename,
			width, height, motif, colour, i, created, created); err != nil {
			return nil, err
		}
		ids[image.Src] = id
	}
	return ids, nil
}

// pictureSize is square for the first picture of a product and varies after it.
func pictureSize(index int, colour uint32) (width, height int) {
	if index == 0 {
		return 1000, 1000
	}
	sizes := [][2]int{{1000, 1000}, {1000, 1250}, {1250, 1000}}
	size := sizes[(int(colour)+index)%len(sizes)]
	return size[0], size[1]
}

const insertVariant = `INSERT INTO variants (id, product_id, position, title, options, sku, barcode, price, compare_at,
    quantity, grams, tracked, oversell, requires_shipping, taxable, media_id, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

func (s *stockroom) addVariants(product int64, p productcsv.Product, images map[string]int64, created int64) error {
	for i, v := range p.Variants {
		id := s.next.variant
		s.next.variant++
		var image any
		if known, has := images[v.Image]; has {
			image = known
		}
		_, err := s.variant.ExecContext(s.exec, id, product, i+1, variantTitle(v.Options), toJSON(v.Options), v.SKU, v.Barcode,
			cents(v.Price), compareAt(v), v.Quantity, v.Grams, v.Tracker != "", v.Policy == "continue" || v.Policy == "CONTINUE",
			v.RequiresShipping, v.Taxable, image, created, created)
		if err != nil {
			return err
		}
	}
	return nil
}

const insertMetafield = `INSERT INTO metafields (id, product_id, namespace, key, type, value, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

func (s *stockroom) addMetafields(product int64, p productcsv.Product, created int64) error {
	for _, field := range productcsv.Metafields(p.Extra) {
		id := s.next.meta
		s.next.meta++
		kind, value, err := s.metafieldOf(field)
		if err != nil {
			return err
		}
		if _, err := s.meta.ExecContext(s.exec, id, product, field.Namespace, field.Key, kind, value, created, created); err != nil {
			return err
		}
	}
	return nil
}

// finish makes the collections of the products.
func (s *stockroom) finish() error {
	if err := addCollections(s.ctx, s.tx, ruleType, s.now); err != nil {
		return err
	}
	return addCollections(s.ctx, s.tx, ruleVendor, s.now)
}

func (s *stockroom) freeHandle(handle string) string {
	handle = unique(handle, func(h string) bool { return s.handles[h] })
	s.handles[handle] = true
	return handle
}

// created spreads products over the two years before the shop was filled.
func (s *stockroom) created(handle string) int64 {
	const days = 720
	ago := time.Duration(1+hash(handle)%(days*24)) * time.Hour
	return s.now.Add(-ago - time.Hour).Unix()
}

func hash(text string) uint32 {
	sum := fnv.New32a()
	sum.Write([]byte(text))
	return sum.Sum32()
}

func toJSON(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings and lists of them
	}
	return string(text)
}

func nullIfEmpty(text string) any {
	if text == "" {
		return nil
	}
	return text
}
