package shopify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"galley/backend/shopify/internal/adminapi"
)

// sideBySide does n things, as many at once as make the most of the shop. The first error ends it.
func (c *Client) sideBySide(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(c.Concurrency())
	for i := range n {
		g.Go(func() error { return do(ctx, i) })
	}
	return g.Wait()
}

// Members implements galley.ShopLister.
func (c *Client) Members(ctx context.Context, collections []string) (map[string][]string, error) {
	var mu sync.Mutex
	found := map[string][]string{}
	err := c.sideBySide(ctx, len(collections), func(ctx context.Context, i int) error {
		id := collections[i]
		page, err := c.membersPage(ctx, id, nil)
		if err != nil || page == nil {
			return err
		}
		members, err := c.members(ctx, id, page)
		mu.Lock()
		defer mu.Unlock()
		found[id] = members
		return err
	})
	return found, err
}

// membersPage is a page of a collection's members, nil if there is no such collection.
func (c *Client) membersPage(ctx context.Context, id string, cursor *string) (*adminapi.MembersPage, error) {
	answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreMembersResponse, error) {
		return adminapi.MoreMembers(ctx, k, id, size, cursor)
	})
	if err != nil || answer.Collection == nil {
		return nil, err
	}
	if answer.Collection.Products == nil {
		return nil, misfit(errNoPage)
	}
	return answer.Collection.Products, nil
}

// members are the ids of a collection's products: those of the first page, and of the pages after it. A
// collection that was deleted meanwhile keeps those of the first.
func (c *Client) members(ctx context.Context, id string, first *adminapi.MembersPage) ([]string, error) {
	ids, err := memberIDs(id, first)
	if err != nil {
		return nil, err
	}
	err = pagesAfter(first.PageInfo, func(cursor *string) (*adminapi.PageEnd, error) {
		page, err := c.membersPage(ctx, id, cursor)
		if err != nil || page == nil {
			return nil, err
		}
		more, err := memberIDs(id, page)
		ids = append(ids, more...)
		return page.PageInfo, err
	})
	return ids, err
}

func memberIDs(id string, page *adminapi.MembersPage) ([]string, error) {
	ids := make([]string, len(page.Nodes))
	for i, member := range page.Nodes {
		if member == nil {
			return nil, misfit(fmt.Errorf("collection %s has a member that is null", id))
		}
		ids[i] = member.Id
	}
	return ids, nil
}

// productsAsked is how many products are asked for their collections at once.
const productsAsked = 50

// CollectionsOf implements galley.ShopLister.
func (c *Client) CollectionsOf(ctx context.Context, products []string) (map[string][]string, error) {
	var mu sync.Mutex
	found := map[string][]string{}
	asked := slices.Collect(slices.Chunk(products, productsAsked))
	err := c.sideBySide(ctx, len(asked), func(ctx context.Context, i int) error {
		answers, err := c.productsWithCollections(ctx, asked[i])
		if err != nil {
			return err
		}
		for _, p := range answers {
			ids, err := c.collectionIDs(ctx, p.ID, p.Collections)
			if err != nil {
				return err
			}
			mu.Lock()
			found[p.ID] = ids
			mu.Unlock()
		}
		return nil
	})
	return found, err
}

// productWithCollections is a product and the first page of its collections.
type productWithCollections struct {
	ID          string                       `json:"id"`
	Collections *adminapi.ProductCollections `json:"collections"`
}

// productsWithCollections leaves out products that are gone. Where the shop fails over so many or finds
// them too dear, it asks for one half after the other.
func (c *Client) productsWithCollections(ctx context.Context, ids []string) ([]*productWithCollections, error) {
	k := c.read(len(ids), collectionsGuess)
	k.heavy = len(ids) > 1
	answer, err := adminapi.CollectionsOfProducts(ctx, k, ids)
	var large *tooLargeError
	switch {
	case (k.gaveUp || errors.As(err, &large)) && len(ids) > 1:
		first, err := c.productsWithCollections(ctx, ids[:len(ids)/2])
		if err != nil {
			return nil, err
		}
		second, err := c.productsWithCollections(ctx, ids[len(ids)/2:])
		return append(first, second...), err
	case err != nil:
		return nil, err
	case len(answer.Nodes) != len(ids):
		return nil, misfit(fmt.Errorf("asked for %d nodes, got %d", len(ids), len(answer.Nodes)))
	}
	var found []*productWithCollections
	for i, node := range answer.Nodes {
		var p *productWithCollections
		if err := json.Unmarshal(node, &p); err != nil {
			return nil, misfit(err)
		}
		if p == nil {
			continue
		}
		if p.ID != ids[i] || p.Collections == nil {
			return nil, misfit(errors.New("a product came without its collections"))
		}
		found = append(found, p)
	}
	return found, nil
}

// collectionIDs are those of a product's first page of collections, and of the pages after it. A product
// that was deleted meanwhile keeps those of the first.
func (c *Client) collectionIDs(ctx context.Context, product string, first *adminapi.ProductCollections) ([]string, error) {
	ids := []string{}
	add := func(page *adminapi.ProductCollections) *adminapi.PageEnd {
		for _, collection := range present(page.Nodes) {
			ids = append(ids, collection.Id)
		}
		return page.PageInfo
	}
	err := pagesAfter(add(first), func(cursor *string) (*adminapi.PageEnd, error) {
		answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreCollectionsResponse, error) {
			return adminapi.MoreCollections(ctx, k, product, size, cursor)
		})
		if err != nil || answer.Product == nil {
			return nil, err
		}
		if answer.Product.Collections == nil {
			return nil, misfit(errNoPage)
		}
		return add(answer.Product.Collections), nil
	})
	return ids, err
}
