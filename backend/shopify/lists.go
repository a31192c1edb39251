package shopify

import (
	"context"
	"errors"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify/internal/adminapi"
)

var _ galley.ShopLister = (*Client)(nil)

// StartList implements galley.ShopLister.
func (c *Client) StartList(ctx context.Context) (galley.ProductList, error) {
	if err := c.probeWeights(ctx); err != nil {
		return galley.ProductList{}, err
	}
	answer, err := adminapi.StartList(ctx, c.writing(), listQueryFor(c.asksWeights()))
	if err != nil {
		return galley.ProductList{}, err
	}
	start := answer.BulkOperationRunQuery
	if start == nil {
		return galley.ProductList{}, misfit(errors.New("the shop says nothing about the list"))
	}
	for _, e := range present(start.UserErrors) {
		return galley.ProductList{}, refusedList(e)
	}
	if start.BulkOperation == nil {
		return galley.ProductList{}, misfit(errors.New("the shop began no list"))
	}
	return listOf(start.BulkOperation), nil
}

// probeWeights finds out whether the shop gives weights: a list would fail over them as a whole, after minutes.
func (c *Client) probeWeights(ctx context.Context) error {
	_, err := withWeights(ctx, c, func(weights bool) (*adminapi.ProductsPageResponse, error) {
		k := c.read(1, readGuess(1))
		k.partial = true
		return adminapi.ProductsPage(ctx, k, 1, weights, nil, nil)
	})
	return err
}

func refusedList(e *adminapi.ListError) error {
	cause := errors.New(e.Message)
	if e.Code != nil && *e.Code != adminapi.BulkOperationUserErrorCodeInvalid {
		return galley.WrapError(cause, galley.CodeBusy, messages.ShopListsBusy)
	}
	return galley.WrapError(cause, galley.CodeShopRefused, messages.ShopListRefused(e.Message))
}

// FindList implements galley.ShopLister.
func (c *Client) FindList(ctx context.Context, after time.Time) (galley.ProductList, error) {
	answer, err := adminapi.RecentLists(ctx, c.read(1, 20))
	if err != nil {
		return galley.ProductList{}, err
	}
	if answer.BulkOperations == nil {
		return galley.ProductList{}, misfit(errors.New("the shop does not say which lists it has"))
	}
	for _, operation := range present(answer.BulkOperations.Nodes) {
		list := listOf(operation)
		if list.State != galley.ListFailed && !list.Began.Before(after) && isListQuery(operation.Query) {
			return list, nil
		}
	}
	return galley.ProductList{}, listGone(nil)
}

// List implements galley.ShopLister.
func (c *Client) List(ctx context.Context, id string) (galley.ProductList, error) {
	answer, err := adminapi.ListState(ctx, c.read(1, 1), id)
	if err != nil {
		if answered, ok := errors.AsType[graphQLErrors](err); ok {
			if _, found := answered.find(codeNoResource); found {
				return galley.ProductList{}, listGone(err)
			}
		}
		return galley.ProductList{}, err
	}
	if answer.BulkOperation == nil {
		return galley.ProductList{}, listGone(nil)
	}
	return listOf(answer.BulkOperation), nil
}

// codeNoResource is the error about an id that the shop does not know.
const codeNoResource = "RESOURCE_NOT_FOUND"

func listGone(cause error) error {
	return galley.WrapError(cause, galley.CodeNotFound, messages.ShopListGone)
}

// CancelList implements galley.ShopLister. A refusal means that there is nothing to cancel.
func (c *Client) CancelList(ctx context.Context, id string) error {
	_, err := adminapi.CancelList(ctx, c.writing(), id)
	return err
}

func listOf(o *adminapi.BulkList) galley.ProductList {
	list := galley.ProductList{ID: o.Id, Began: o.CreatedAt, Listed: int(count(o.RootObjectCount)), Lines: int(count(o.ObjectCount))}
	switch o.Status {
	case adminapi.BulkOperationStatusCreated, adminapi.BulkOperationStatusRunning:
	case adminapi.BulkOperationStatusCompleted:
		list.State = galley.ListReady
	case adminapi.BulkOperationStatusCanceled, adminapi.BulkOperationStatusCanceling, adminapi.BulkOperationStatusExpired, adminapi.BulkOperationStatusFailed:
		list.State = galley.ListFailed
		list.Reason = string(o.Status)
	default: // a state of a later version: only these two have a file
		list.State = galley.ListFailed
		list.Reason = string(o.Status)
	}
	if o.ErrorCode != nil {
		list.Reason += ", " + string(*o.ErrorCode)
	}
	if o.Url != nil {
		list.URL = *o.Url
	}
	if o.FileSize != nil {
		list.Size = count(*o.FileSize)
	}
	return list
}
