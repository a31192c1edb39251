package demo

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"galley/backend/demo/bulk"
	"galley/backend/demo/graph"
)

// response is the body of an answer, in Shopify's order.
type response struct {
	Errors     []*graph.Error `json:"errors,omitempty"`
	Data       **graph.Object `json:"data,omitempty"` // null is not the same as missing
	Extensions map[string]any `json:"extensions,omitempty"`
}

type costReport struct {
	Requested int            `json:"requestedQueryCost"`
	Actual    *int           `json:"actualQueryCost"`
	Throttle  throttleStatus `json:"throttleStatus"`
}

// admit reports whether a request may run: valid, not too expensive, within the
// bucket. Its cost is then taken; if not, the response says why.
func (s *Shop) admit(request graph.Request) (*graph.Operation, *response) {
	operation, errs := s.schema.Prepare(request)
	if len(errs) > 0 {
		return nil, &response{Errors: errs}
	}
	if tooDear := operation.CheckLimits(); tooDear != nil {
		return nil, &response{Errors: []*graph.Error{tooDear}}
	}
	if tooLong := operation.CheckInputs(); tooLong != nil {
		return nil, &response{Errors: []*graph.Error{tooLong}, Extensions: s.cost(operation.Cost, nil)}
	}
	if !s.bucket.take(operation.Cost) {
		return nil, s.throttle(operation)
	}
	return operation, nil
}

func (s *Shop) throttle(operation *graph.Operation) *response {
	return &response{Errors: []*graph.Error{throttled()}, Extensions: s.cost(operation.Cost, nil)}
}

// apiCall is a request to the API.
type apiCall struct {
	shop      *Shop
	scopes    []string         // what its token may do
	operation *graph.Operation // once it is admitted
	base      string           // the server's address as the client knows it
	id        string           // of the request
	// refuses: input is answered with an error and not written.
	refuses bool
	// fileRefusal: files are refused with this code for a while.
	fileRefusal string
	// tidies: HTML that is written is kept in the shop's own form.
	tidies bool
	// fate and stall are those of the bulk operation that is started.
	fate  bulk.Fate
	stall time.Duration
	// busy: a bulk operation is refused as if others ran.
	busy bool
	// lag is how long the search does not know of changes.
	lag time.Duration
	// partial: the SEO title of one product is an error.
	partial bool
}

// carryOut executes the operation.
func (c *apiCall) carryOut(ctx context.Context) *response {
	result, err := c.execute(ctx)
	if err != nil {
		if ctx.Err() == nil {
			slog.ErrorContext(ctx, "demo shop: request failed", "request", c.id, "error", err)
		}
		return &response{Errors: []*graph.Error{internalError(c.id)}}
	}
	actual := min(result.Cost, c.operation.Cost)
	c.shop.bucket.giveBack(c.operation.Cost - actual)
	extensions := c.shop.cost(c.operation.Cost, &actual)
	for name, notes := range result.Notes {
		extensions[name] = notes
	}
	return &response{Errors: result.Errors, Data: &result.Data, Extensions: extensions}
}

// execute runs a query on one state of the shop; a mutation sees its own writes.
func (c *apiCall) execute(ctx context.Context) (*graph.Result, error) {
	root := c.view()
	if c.operation.IsMutation() || c.onlyPolls() {
		return c.operation.Execute(ctx, root)
	}
	tx, err := c.shop.db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // nothing was written
	root.from = tx
	return c.operation.Execute(ctx, root)
}

// onlyPolls: the request asks for bulk operations alone. It may wait for one, and
// holds no reader meanwhile.
func (c *apiCall) onlyPolls() bool {
	return !slices.ContainsFunc(c.operation.RootFields(), func(field graph.RootField) bool {
		return field.Name != "bulkOperation" && field.Name != "bulkOperations"
	})
}

func (c *apiCall) view() *view {
	return &view{
		shop: c.shop, from: c.shop.db.read, base: c.base, now: c.shop.options.Clock.Now(),
		scopes: c.scopes, fate: c.fate, stall: c.stall, busy: c.busy, lag: c.lag, refuses: c.refuses, fileRefusal: c.fileRefusal, tidies: c.tidies, partial: c.partial,
	}
}

func (s *Shop) cost(requested int, actual *int) map[string]any {
	return map[string]any{"cost": costReport{Requested: requested, Actual: actual, Throttle: s.bucket.status()}}
}

func throttled() *graph.Error {
	failure := graph.Refuse("THROTTLED", "Throttled")
	maps.Copy(failure.Extensions, map[string]any{"documentation": "https://shopify.dev/api/usage/rate-limits"})
	return failure
}

func internalError(requestID string) *graph.Error {
	failure := graph.Refuse(graph.CodeInternal, "Internal error. Looks like something went wrong on our end.\n"+
		"Request ID: %s (include this in support requests).", requestID)
	failure.Extensions["requestId"] = requestID
	return failure
}
