package shopify

import (
	"context"
	"errors"
	"fmt"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// How many collections are requested at once, and their cost until the shop has reported it.
const (
	collectionsPage  = 50
	collectionsGuess = 150
)

// Collections returns the page after the cursor, sorted by ID, with all members of each collection. A
// cursor that the shop does not know is CodeInvalidInput.
func (c *Client) Collections(ctx context.Context, cursor string) (galley.CollectionBatch, error) {
	page, err := c.collectionsPage(ctx, cursor)
	if err != nil {
		return galley.CollectionBatch{}, ofCursor(cursor, err)
	}
	batch := galley.CollectionBatch{Collections: make([]galley.ListedCollection, 0, len(page.Nodes))}
	for _, node := range page.Nodes {
		collection, err := c.collectionOf(ctx, node)
		if err != nil {
			return galley.CollectionBatch{}, err
		}
		batch.Collections = append(batch.Collections, collection)
	}
	if batch.Next = after(page.PageInfo); batch.Next != "" && batch.Next == cursor {
		return galley.CollectionBatch{}, misfit(errEndless)
	}
	return batch, nil
}

// collectionsPage asks for half as many collections each time the shop does not make the page in time,
// fails over it or finds it too dear.
func (c *Client) collectionsPage(ctx context.Context, cursor string) (*adminapi.CollectionsPageConnection, error) {
	for size := collectionsPage; ; size /= 2 {
		call := c.read(size, collectionsGuess)
		call.heavy = size > leastPage
		answer, err := adminapi.CollectionsPage(ctx, call, size, optional(cursor))
		var large *tooLargeError
		switch {
		case call.gaveUp, errors.As(err, &large) && size > 1:
			continue
		case err != nil:
			return nil, err
		case answer.Collections == nil:
			return nil, misfit(errors.New("the page has no collections"))
		}
		return answer.Collections, nil
	}
}

// collectionOf is a collection as the shop lists it, with all its members.
func (c *Client) collectionOf(ctx context.Context, node *adminapi.ListedCollection) (galley.ListedCollection, error) {
	if node == nil || node.Seo == nil || node.Products == nil {
		return galley.ListedCollection{}, misfit(errors.New("a collection of the page is missing or not whole"))
	}
	members, err := c.members(ctx, node.Id, node.Products)
	if err != nil {
		return galley.ListedCollection{}, err
	}
	collection := galley.Collection{
		ID:              node.Id,
		Handle:          node.Handle,
		Title:           node.Title,
		DescriptionHTML: node.DescriptionHtml,
		SEOTitle:        valueOf(node.Seo.Title),
		MetaDescription: valueOf(node.Seo.Description),
		ProductCount:    len(members),
		UpdatedAt:       node.UpdatedAt,
	}
	if node.Image != nil {
		collection.ImageURL = node.Image.Url
	}
	return galley.ListedCollection{Collection: collection, Members: members}, nil
}

// members are the ids of a collection's products: those of the first page, and of the pages after it. A
// collection that was deleted meanwhile keeps those of the first.
func (c *Client) members(ctx context.Context, id string, page *adminapi.MembersPage) ([]string, error) {
	ids := []string{}
	for {
		for _, member := range page.Nodes {
			if member == nil {
				return nil, misfit(fmt.Errorf("collection %s has a member that is null", id))
			}
			ids = append(ids, member.Id)
		}
		cursor := after(page.PageInfo)
		if cursor == "" {
			return ids, nil
		}
		answer, err := innerPage(c, func(k *call, size int) (*adminapi.MoreMembersResponse, error) {
			return adminapi.MoreMembers(ctx, k, id, size, &cursor)
		})
		if err != nil || answer.Collection == nil {
			return ids, err
		}
		if page = answer.Collection.Products; page == nil || after(page.PageInfo) == cursor {
			return nil, misfit(errEndless)
		}
	}
}
