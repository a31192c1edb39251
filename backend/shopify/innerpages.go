package shopify

import (
	"context"
	"errors"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// innerGuess is what a page of 250 of a product's variants, media or metafields may cost.
const innerGuess = 260

var errNoPage = errors.New("the next page is missing")

// innerPage requests one inner page, or half of it if the shop is too slow or fails over it.
func innerPage[T any](c *Client, ask func(k *call, size int) (T, error)) (T, error) {
	for halved := 0; ; halved++ {
		size := c.innerSize()
		k := c.read(size, innerGuess)
		k.heavy = halved < halvings && size > leastInner
		answer, err := ask(k, size)
		switch {
		case k.gaveUp:
			c.halveInner(size)
			continue
		case err == nil:
			c.innerCameWell()
		}
		return answer, err
	}
}

func (c *Client) innerSize() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.inner.most()
}

func (c *Client) halveInner(size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inner.halve(size, leastInner)
}

func (c *Client) innerCameWell() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inner.cameWell()
}

// complete fetches what did not fit into the product's inner pages. A product that was deleted
// meanwhile is left as it is.
func (c *Client) complete(ctx context.Context, p *adminapi.ListedProduct) error {
	if p == nil || p.Media == nil || p.Variants == nil || p.Metafields == nil {
		return misfit(errors.New("a product of the page is missing or not whole"))
	}
	if err := c.completeMedia(ctx, p); err != nil {
		return err
	}
	if err := c.completeVariants(ctx, p); err != nil {
		return err
	}
	return c.completeMetafields(ctx, p)
}

// pagesAfter reads the pages after one that ends so. read returns how the page at a cursor ends, nil if what is read is
// gone.
func pagesAfter(end *adminapi.PageEnd, read func(cursor *string) (*adminapi.PageEnd, error)) error {
	seen := galley.Cursors{}
	for cursor := after(end); cursor != ""; cursor = after(end) {
		if err := seen.Follow(cursor); err != nil {
			return err
		}
		var err error
		if end, err = read(&cursor); err != nil {
			return err
		}
	}
	return nil
}

func (c *Client) completeMedia(ctx context.Context, p *adminapi.ListedProduct) error {
	return pagesAfter(p.Media.PageInfo, func(cursor *string) (*adminapi.PageEnd, error) {
		answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreMediaResponse, error) {
			return adminapi.MoreMedia(ctx, k, p.Id, size, cursor)
		})
		if err != nil || answer.Product == nil {
			return nil, err
		}
		page := answer.Product.Media
		if page == nil {
			return nil, misfit(errNoPage)
		}
		p.Media.Nodes = append(p.Media.Nodes, page.Nodes...)
		return page.PageInfo, nil
	})
}

func (c *Client) completeVariants(ctx context.Context, p *adminapi.ListedProduct) error {
	return pagesAfter(p.Variants.PageInfo, func(cursor *string) (*adminapi.PageEnd, error) {
		answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreVariantsResponse, error) {
			return withWeights(ctx, c, func(weights bool) (*adminapi.MoreVariantsResponse, error) {
				return adminapi.MoreVariants(ctx, k, p.Id, size, weights, cursor)
			})
		})
		if err != nil || answer.Product == nil {
			return nil, err
		}
		page := answer.Product.Variants
		if page == nil {
			return nil, misfit(errNoPage)
		}
		p.Variants.Nodes = append(p.Variants.Nodes, page.Nodes...)
		return page.PageInfo, nil
	})
}

func (c *Client) completeMetafields(ctx context.Context, p *adminapi.ListedProduct) error {
	return pagesAfter(p.Metafields.PageInfo, func(cursor *string) (*adminapi.PageEnd, error) {
		answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreMetafieldsResponse, error) {
			return adminapi.MoreMetafields(ctx, k, p.Id, size, cursor)
		})
		if err != nil || answer.Product == nil {
			return nil, err
		}
		page := answer.Product.Metafields
		if page == nil {
			return nil, misfit(errNoPage)
		}
		p.Metafields.Nodes = append(p.Metafields.Nodes, page.Nodes...)
		return page.PageInfo, nil
	})
}
