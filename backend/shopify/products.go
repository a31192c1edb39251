package shopify

import (
	"context"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify/internal/adminapi"
)

// How many products are requested at once. The first page is a guess; after it the size follows the
// reported cost of a page.
const (
	firstPageSize = 25
	mostPageSize  = 250 // Shopify's limit; larger pages cost less for each product
	// A page may cost half of what one request may cost at most (1000 points), and a quarter of the
	// bucket, so that a sync leaves room for publishing.
	pageBudget  = 500.0
	bucketShare = 0.25
)

// Products returns the page after the cursor, sorted by ID, with all images, SKUs, weights and metafields of
// each product. Total is counted with the first page. A cursor that the shop does not know is
// CodeInvalidInput.
func (c *Client) Products(ctx context.Context, cursor string) (galley.ProductBatch, error) {
	batch, err := c.batch(ctx, "", cursor)
	if err != nil {
		return batch, err
	}
	batch.Total, err = c.totalProducts(ctx, cursor == "")
	return batch, err
}

// batch is a page of the products that a search finds, of all for "".
func (c *Client) batch(ctx context.Context, search, cursor string) (galley.ProductBatch, error) {
	page, unread, err := c.productsPage(ctx, search, cursor)
	if err != nil {
		return galley.ProductBatch{}, ofCursor(cursor, err)
	}
	batch := galley.ProductBatch{Products: make([]galley.Product, 0, len(page.Nodes))}
	if len(unread) > 0 {
		c.log.Warn("the shop gave products without some of their fields; what is known of them is kept", "products", len(unread))
	}
	for i, node := range page.Nodes {
		if node != nil {
			fillUnread(node, unread[i])
		}
		if err := c.complete(ctx, node); err != nil {
			return galley.ProductBatch{}, err
		}
	}
	if cursor == "" {
		c.forgetNames()
	}
	names, err := c.namesFor(ctx, page.Nodes)
	if err != nil {
		return galley.ProductBatch{}, err
	}
	for i, node := range page.Nodes {
		product, err := productOf(node, names)
		if err != nil {
			return galley.ProductBatch{}, err
		}
		noteUnread(&product, unread[i])
		batch.Products = append(batch.Products, product)
	}
	batch.Next = after(page.PageInfo)
	return batch, nil
}

// totalProducts counts again for a new sync, and once for one that continues.
func (c *Client) totalProducts(ctx context.Context, again bool) (int, error) {
	c.mu.Lock()
	total := c.total
	c.mu.Unlock()
	if total > 0 && !again {
		return total, nil
	}
	total, err := c.countProducts(ctx)
	if err != nil {
		return 0, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total = total
	return total, nil
}

// productsPage asks for as many products as fit, and for fewer when they turn out not to.
func (c *Client) productsPage(ctx context.Context, search, cursor string) (*adminapi.ProductsPageConnection, unreadFields, error) {
	for halved := 0; ; {
		size := c.pageSizeNow()
		var call *call
		answer, err := withWeights(ctx, c, func(weights bool) (*adminapi.ProductsPageResponse, error) {
			call = c.read(size, pageBudget)
			call.partial = true
			call.heavy = halved < halvings && size > leastPage
			return adminapi.ProductsPage(ctx, call, size, weights, optional(cursor), optional(search))
		})
		var large *tooLargeError
		if errors.As(err, &large) && size > 1 {
			c.shrinkPages(size, large)
			continue
		}
		if call.gaveUp {
			halved++
			c.halvePages(size)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		if answer.Products == nil {
			return nil, nil, misfit(errors.New("the page has no products"))
		}
		c.fitPages(size, call.requested)
		return answer.Products, call.unread, nil
	}
}

func (c *Client) pageSizeNow() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.pageSize
}

// fitPages sets the next page's size by what this one cost, at most doubling it.
func (c *Client) fitPages(size int, cost float64) {
	if cost <= 0 {
		return
	}
	budget := pageBudget
	if bucket := c.bucket.size(); bucket > 0 {
		budget = min(budget, bucket*bucketShare)
	}
	c.setPageSize(min(int(float64(size)*budget/cost), 2*size, c.cameWell()))
}

// shrinkPages makes pages smaller after a refusal: by their cost, or by half.
func (c *Client) shrinkPages(size int, large *tooLargeError) {
	smaller := size / 2
	if large.cost > 0 && large.maxCost > 0 {
		smaller = min(int(float64(size)*large.maxCost/large.cost/2), smaller)
	}
	c.setPageSize(smaller)
}

func (c *Client) setPageSize(size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pageSize = max(1, min(size, mostPageSize))
}

// ofCursor distinguishes a request refused because of its cursor from other faults: without a cursor
// it is never refused.
func ofCursor(cursor string, err error) error {
	if cursor == "" || !galley.HasCode(err, galley.CodeInternal) {
		return err
	}
	return galley.WrapError(err, galley.CodeInvalidInput, messages.SyncCursorLost)
}

// after is the cursor of the next page, "" if there is none.
func after(page *adminapi.PageEnd) string {
	if page == nil || !page.HasNextPage || page.EndCursor == nil {
		return ""
	}
	return *page.EndCursor
}

// optional is a variable that is left out when it is empty.
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
