package demo

import (
	"context"
	"log/slog"
	"maps"

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

// answer carries a request through: valid, not too dear, within the bucket, done.
func (s *Shop) answer(ctx context.Context, request graph.Request, base, requestID string) response {
	operation, errs := s.schema.Prepare(request)
	if len(errs) > 0 {
		return response{Errors: errs}
	}
	if tooDear := operation.CheckLimits(); tooDear != nil {
		return response{Errors: []*graph.Error{tooDear}}
	}
	if tooLong := operation.CheckInputs(); tooLong != nil {
		return response{Errors: []*graph.Error{tooLong}, Extensions: s.cost(operation.Cost, nil)}
	}
	if !s.bucket.take(operation.Cost) {
		return response{Errors: []*graph.Error{throttled()}, Extensions: s.cost(operation.Cost, nil)}
	}
	result, err := s.execute(ctx, operation, base)
	if err != nil {
		if ctx.Err() == nil {
			slog.ErrorContext(ctx, "demo shop: request failed", "request", requestID, "error", err)
		}
		return response{Errors: []*graph.Error{internalError(requestID)}}
	}
	actual := min(result.Cost, operation.Cost)
	s.bucket.giveBack(operation.Cost - actual)
	extensions := s.cost(operation.Cost, &actual)
	for name, notes := range result.Notes {
		extensions[name] = notes
	}
	return response{Errors: result.Errors, Data: &result.Data, Extensions: extensions}
}

// execute runs a query on one state of the shop; a mutation sees its own writes.
func (s *Shop) execute(ctx context.Context, operation *graph.Operation, base string) (*graph.Result, error) {
	root := &view{shop: s, from: s.db.read, base: base, now: s.options.Clock.Now()}
	if operation.IsMutation() {
		return operation.Execute(ctx, root)
	}
	tx, err := s.db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // nothing was written
	root.from = tx
	return operation.Execute(ctx, root)
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
