// Package fileshop is a shop opened from a product export: the file is its
// catalogue, and texts published to it are kept separately until they are
// exported for Shopify's import.
package fileshop

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// pageSize is the number of products on a page of a sync.
const pageSize = 250

// Texts stores texts published to file shops.
type Texts interface {
	// FileTexts returns the texts of one field by target.
	FileTexts(ctx context.Context, shop galley.ShopID, f galley.Field) (map[string]galley.Value, error)
	// FileText returns the text at one target, nil where none was published.
	FileText(ctx context.Context, shop galley.ShopID, f galley.Field, target string) (*galley.Value, error)
	PutFileText(ctx context.Context, shop galley.ShopID, f galley.Field, target string, v galley.Value) error
	// FileRun says which of the shop's files is the present one.
	FileRun(ctx context.Context, shop galley.ShopID) (int, error)
	// PictureAddresses are the pictures of the local copy, by product.
	PictureAddresses(ctx context.Context, shop galley.ShopID) (map[string][]galley.Image, error)
}

// Client is one file shop: galley.ShopClient.
type Client struct {
	shop     galley.ShopID
	path     string
	run      int
	texts    Texts
	found    galley.ProductFile
	encoding galley.FileEncoding
	digest   string // of the file
	products []galley.Product
	byID     map[string]int // places in products, by the id of a product or one of its images
}

var _ galley.ShopClient = (*Client)(nil)

// Open reads a shop's first file. A file that is no product export is
// CodeInvalidFile.
func Open(shop galley.ShopID, path string, texts Texts) (*Client, error) {
	file, err := read(path)
	if err != nil {
		return nil, err
	}
	return newClient(shop, path, texts, file, nil), nil
}

// newClient maps the products of a file. known are the pictures that the local
// copy has, nil for a shop's first file.
func newClient(shop galley.ShopID, path string, texts Texts, file content, known map[string][]galley.Image) *Client {
	c := &Client{shop: shop, path: path, texts: texts, found: file.found, encoding: file.encoding, digest: file.digest, byID: make(map[string]int, len(file.products))}
	for i, p := range file.products {
		c.products = append(c.products, product(p))
		if known != nil {
			identify(&c.products[i], known[c.products[i].ID])
		}
		c.byID[c.products[i].ID] = i
		for _, img := range c.products[i].Images {
			c.byID[img.ID] = i
		}
	}
	return c
}

// Run says which of the shop's files this is, from 0.
func (c *Client) Run() int { return c.run }

// Info implements galley.ShopClient.
func (c *Client) Info(context.Context) (galley.ShopInfo, error) {
	found := c.found
	return galley.ShopInfo{Products: len(c.products), Scopes: galley.RequiredScopes(), Missing: []string{}, File: &found}, nil
}

// Products implements galley.ShopClient; the cursor is the position in the
// file.
func (c *Client) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	from := 0
	if cursor != "" {
		n, err := strconv.Atoi(cursor)
		if err != nil || n < 0 || n > len(c.products) {
			return galley.ProductBatch{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchPlaceInFile)
		}
		from = n
	}
	to := min(from+pageSize, len(c.products))
	page := galley.ProductBatch{Total: len(c.products), Unknown: c.found.Unknown, Products: make([]galley.Product, 0, to-from)}
	published, err := c.published(ctx)
	if err != nil {
		return page, err
	}
	for _, p := range c.products[from:to] {
		page.Products = append(page.Products, published.over(p))
	}
	if to < len(c.products) {
		page.Next = strconv.Itoa(to)
	}
	return page, nil
}

// Collections implements galley.ShopClient: a product export has none.
func (c *Client) Collections(context.Context, string) (galley.CollectionBatch, error) {
	return galley.CollectionBatch{}, nil
}

// Content implements galley.ShopClient.
func (c *Client) Content(ctx context.Context, f galley.Field, targets []galley.Target) ([]galley.Current, error) {
	found := make([]galley.Current, len(targets))
	for i, t := range targets {
		found[i].Target = t
		at, ok := c.byID[t.ID]
		if !ok {
			continue
		}
		if found[i].Value, found[i].Exists = c.products[at].Value(f, t); !found[i].Exists {
			continue
		}
		published, err := c.texts.FileText(ctx, c.shop, f, t.ID)
		if err != nil {
			return nil, err
		}
		if published != nil {
			found[i].Value = *published
		}
	}
	return found, nil
}

// Slot implements galley.ShopClient.
func (c *Client) Slot(ctx context.Context, slot galley.Slot) (galley.SlotContent, error) {
	now := galley.SlotContent{Values: map[galley.Field]galley.Value{}}
	for _, f := range slot.Fields() {
		found, err := c.Content(ctx, f, []galley.Target{slot.Target})
		if err != nil {
			return now, err
		}
		now.Exists, now.Values[f] = found[0].Exists, found[0].Value
	}
	return now, nil
}

// Write implements galley.ShopClient. Each field is stored separately, so a
// sibling needs no writing.
func (c *Client) Write(ctx context.Context, slot galley.Slot, decide galley.Decide) (galley.Receipt, error) {
	if ctx.Err() != nil {
		return galley.Receipt{}, ctx.Err()
	}
	now, err := c.Slot(ctx, slot)
	if err != nil {
		return galley.Receipt{}, err
	}
	sending, err := decide(ctx, now)
	if err != nil || sending == nil {
		return galley.Receipt{}, err
	}
	for f, v := range sending.Values {
		if own, _ := c.products[c.byID[slot.Target.ID]].Value(f, slot.Target); !c.has(f) && !v.Same(own) {
			return galley.Receipt{}, galley.NewError(galley.CodeShopRefused, messages.FieldUnknown("The file", string(f)))
		}
		if limit := f.Limit(); limit > 0 && len([]rune(v.Text)) > limit {
			return galley.Receipt{}, galley.NewError(galley.CodeShopRefused, messages.TooLongForShopify(string(f), limit))
		}
	}
	for f, v := range sending.Values {
		if err := c.texts.PutFileText(ctx, c.shop, f, slot.Target.ID, v); err != nil {
			return galley.Receipt{}, err
		}
		now.Values[f] = v
	}
	return galley.Receipt{Values: now.Values, Sent: maps.Clone(now.Values)}, nil
}

// has reports whether the file has the field's column. Without it, what the shop
// has there is not known.
func (c *Client) has(f galley.Field) bool {
	return !slices.Contains(c.found.Unknown, f)
}

// overlay holds the published texts, by field and target.
type overlay map[galley.Field]map[string]galley.Value

func (c *Client) published(ctx context.Context) (overlay, error) {
	all := overlay{}
	for _, f := range galley.Fields() {
		texts, err := c.texts.FileTexts(ctx, c.shop, f)
		if err != nil {
			return nil, err
		}
		all[f] = texts
	}
	return all, nil
}

// over replaces the file's texts by the published ones.
func (o overlay) over(p galley.Product) galley.Product {
	for _, f := range galley.Fields() {
		for _, t := range holders(p, f) {
			if v, ok := o[f][t.ID]; ok {
				p = p.Of(t).With(f, v).Product
			}
		}
	}
	return p
}

// holders are the places that hold the field: the product, or its images.
func holders(p galley.Product, f galley.Field) (places []galley.Target) {
	switch f.Place() {
	case galley.PlaceProduct:
		places = append(places, galley.ProductTarget(p.ID))
	case galley.PlaceImage:
		for _, img := range p.Images {
			places = append(places, galley.ImageTarget(img.ID))
		}
	case galley.PlaceCollection: // an export has none
	}
	return places
}
