package shopify

import (
	"context"
	"errors"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// How many collections are requested at once, with and without members, and their cost until the shop has
// reported it.
const (
	collectionsPage  = 50
	headsPage        = 100
	collectionsGuess = 150
)

// Collections returns the page after the cursor, sorted by ID, with all members of each collection. A
// cursor that the shop does not know is CodeInvalidInput. Members of several collections are requested
// side by side.
func (c *Client) Collections(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := c.collectionsPage(ctx, cursor)
	if err != nil {
		return galley.CollectionBatch{}, ofCursor(cursor, err)
	}
	batch := galley.CollectionBatch{Collections: make([]galley.ListedCollection, len(page.Nodes)), Next: after(page.PageInfo)}
	err = c.sideBySide(ctx, len(page.Nodes), func(ctx context.Context, i int) (err error) {
		batch.Collections[i], err = c.collectionOf(ctx, page.Nodes[i])
		return err
	})
	if err != nil {
		return galley.CollectionBatch{}, err
	}
	return batch, nil
}

// CollectionHeads implements galley.ShopLister. A shop that does not count members has -1.
func (c *Client) CollectionHeads(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := c.collectionHeads(ctx, cursor)
	if err != nil {
		return galley.CollectionBatch{}, ofCursor(cursor, err)
	}
	batch := galley.CollectionBatch{Next: after(page.PageInfo)}
	for _, node := range page.Nodes {
		if node == nil || node.Seo == nil {
			return galley.CollectionBatch{}, misfit(errCollection)
		}
		head := headOf(&node.CollectionHead)
		if head.ProductCount = -1; node.ProductsCount != nil {
			head.ProductCount = node.ProductsCount.Count
		}
		batch.Collections = append(batch.Collections, galley.ListedCollection{Collection: head})
	}
	return batch, nil
}

var (
	errCollection    = errors.New("a collection of the page is missing or not whole")
	errNoCollections = errors.New("the page has no collections")
)

func (c *Client) collectionsPage(ctx context.Context, cursor string) (*adminapi.CollectionsPageConnection, error) {
	answer, err := halving(c, collectionsPage, func(k *call, size int) (*adminapi.CollectionsPageResponse, error) {
		return adminapi.CollectionsPage(ctx, k, size, optional(cursor))
	})
	if err == nil && answer.Collections == nil {
		err = misfit(errNoCollections)
	}
	if err != nil {
		return nil, err
	}
	return answer.Collections, nil
}

func (c *Client) collectionHeads(ctx context.Context, cursor string) (*adminapi.CollectionHeadsConnection, error) {
	answer, err := halving(c, headsPage, func(k *call, size int) (*adminapi.CollectionHeadsResponse, error) {
		return adminapi.CollectionHeads(ctx, k, size, optional(cursor))
	})
	if err == nil && answer.Collections == nil {
		err = misfit(errNoCollections)
	}
	if err != nil {
		return nil, err
	}
	return answer.Collections, nil
}

// halving asks for half as many collections each time the shop does not make the page in time, fails over
// it or finds it too dear.
func halving[T any](c *Client, size int, ask func(k *call, size int) (T, error)) (T, error) {
	for ; ; size /= 2 {
		k := c.read(size, collectionsGuess)
		k.heavy = size > leastPage
		answer, err := ask(k, size)
		var large *tooLargeError
		if k.gaveUp || errors.As(err, &large) && size > 1 {
			continue
		}
		return answer, err
	}
}

// collectionOf is a collection as the shop lists it, with all its members.
func (c *Client) collectionOf(ctx context.Context, node *adminapi.ListedCollection) (galley.ListedCollection, error) {
	if node == nil || node.Seo == nil || node.Products == nil {
		return galley.ListedCollection{}, misfit(errCollection)
	}
	members, err := c.members(ctx, node.Id, node.Products)
	if err != nil {
		return galley.ListedCollection{}, err
	}
	head := headOf(&node.CollectionHead)
	head.ProductCount = len(members)
	return galley.ListedCollection{Collection: head, Members: members}, nil
}

// headOf is what a collection says of itself: all but its members.
func headOf(node *adminapi.CollectionHead) galley.Collection {
	head := galley.Collection{
		ID:              node.Id,
		Handle:          node.Handle,
		Title:           node.Title,
		DescriptionHTML: node.DescriptionHtml,
		SEOTitle:        valueOf(node.Seo.Title),
		MetaDescription: valueOf(node.Seo.Description),
		UpdatedAt:       node.UpdatedAt,
	}
	if node.Image != nil {
		head.ImageURL = node.Image.Url
	}
	return head
}
