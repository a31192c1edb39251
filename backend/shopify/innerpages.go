package shopify

import (
	"context"
	"errors"

	"galley/backend/shopify/internal/adminapi"
)

// innerGuess is what a page of 250 of a product's variants, media or metafields may cost.
const innerGuess = 260

// innerSize is the size of such a page, as the operations have it.
const innerSize = 250

// errEndless is a shop that sends the same cursor again and again.
var errEndless = errors.New("the next page begins where this one did")

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

func (c *Client) completeMedia(ctx context.Context, p *adminapi.ListedProduct) error {
	for cursor := after(p.Media.PageInfo); cursor != ""; {
		answer, err := adminapi.MoreMedia(ctx, c.read(innerSize, innerGuess), p.Id, &cursor)
		if err != nil || answer.Product == nil {
			return err
		}
		page := answer.Product.Media
		if page == nil || after(page.PageInfo) == cursor {
			return misfit(errEndless)
		}
		p.Media.Nodes = append(p.Media.Nodes, page.Nodes...)
		cursor = after(page.PageInfo)
	}
	return nil
}

func (c *Client) completeVariants(ctx context.Context, p *adminapi.ListedProduct) error {
	for cursor := after(p.Variants.PageInfo); cursor != ""; {
		answer, err := adminapi.MoreVariants(ctx, c.read(innerSize, innerGuess), p.Id, &cursor)
		if err != nil || answer.Product == nil {
			return err
		}
		page := answer.Product.Variants
		if page == nil || after(page.PageInfo) == cursor {
			return misfit(errEndless)
		}
		p.Variants.Nodes = append(p.Variants.Nodes, page.Nodes...)
		cursor = after(page.PageInfo)
	}
	return nil
}

func (c *Client) completeMetafields(ctx context.Context, p *adminapi.ListedProduct) error {
	for cursor := after(p.Metafields.PageInfo); cursor != ""; {
		answer, err := adminapi.MoreMetafields(ctx, c.read(innerSize, innerGuess), p.Id, &cursor)
		if err != nil || answer.Product == nil {
			return err
		}
		page := answer.Product.Metafields
		if page == nil || after(page.PageInfo) == cursor {
			return misfit(errEndless)
		}
		p.Metafields.Nodes = append(p.Metafields.Nodes, page.Nodes...)
		cursor = after(page.PageInfo)
	}
	return nil
}
