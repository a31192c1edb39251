package demo

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"time"

	"galley/backend/demo/bulk"
	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// bulkJob is a bulk operation as a request sees it.
type bulkJob struct {
	*bulk.Operation

	view *view
}

// TypeName implements graph.Typed.
func (bulkJob) TypeName() string { return "BulkOperation" }

func bulkGID(op *bulk.Operation) string { return gid("BulkOperation", op.ID) }

// readInBulk begins to read an operation's result, as its starter may see it.
func (s *Shop) readInBulk(ctx context.Context, op bulk.Operation) (bulk.Reader, error) {
	query, refused := s.schema.PrepareBulk(op.Query)
	if len(refused) > 0 {
		return nil, errors.New(refused[0]) // it was good when it was started
	}
	root := &view{shop: s, from: s.db.bulk, base: op.Base, now: s.options.Clock.Now(), scopes: op.Scopes}
	run := query.Run(ctx, root, bulk.Chunk, op.Grouped)
	return func() ([]byte, int, int, bool, error) {
		chunk, more, err := run.Next()
		if refusal, ok := errors.AsType[*graph.Error](err); ok {
			code, _ := refusal.Extensions["code"].(string)
			if code != "ACCESS_DENIED" {
				code = graph.CodeInternal
			}
			err = bulk.RefusedError{Code: code}
		}
		return chunk.Lines, chunk.Objects, chunk.Roots, more, err
	}, nil
}

// startBulkOperation is refused for queries that Shopify does not run, and while
// too many others run.
func startBulkOperation(call *graph.Call, v *view) (any, error) {
	query, _ := call.Args.String("query")
	if v.refuses {
		return payload{errors: []userError{{field: []string{"query"}, message: "Query is invalid", code: "INVALID"}}}, nil
	}
	if _, refused := v.shop.schema.PrepareBulk(query); len(refused) > 0 {
		answer := payload{}
		for _, message := range refused {
			answer.errors = append(answer.errors, userError{field: []string{"query"}, message: message, code: "INVALID"})
		}
		return answer, nil
	}
	if v.busy {
		return payload{errors: []userError{inProgress(strangers())}}, nil
	}
	op, running, err := v.shop.bulk.Start(call, bulk.Operation{
		Query: query, Grouped: call.Args.Bool("groupObjects"), Scopes: v.scopes, Base: v.base, Fate: v.fate, Stall: v.stall,
	})
	if errors.Is(err, bulk.ErrBusy) {
		return payload{errors: []userError{inProgress(running)}}, nil
	}
	if err != nil {
		return nil, err
	}
	return payload{object: bulkJob{op, v}}, nil
}

func inProgress(running []*bulk.Operation) userError {
	ids := make([]string, len(running))
	for i, op := range running {
		ids[i] = bulkGID(op)
	}
	return userError{code: "OPERATION_IN_PROGRESS",
		message: "A bulk query operation for this app and shop is already in progress: " + strings.Join(ids, ", ")}
}

// strangers are operations of the app that another of its users started.
func strangers() []*bulk.Operation {
	const first = 7_500_000_000_001
	all := make([]*bulk.Operation, bulk.MostAtOnce)
	for i := range all {
		all[i] = &bulk.Operation{ID: first + int64(i)}
	}
	return all
}

func cancelBulkOperation(call *graph.Call, v *view) (any, error) {
	id, _ := call.Args.String("id")
	op, stopped, err := v.shop.bulk.Cancel(call, numberOf("BulkOperation", id))
	switch {
	case err != nil:
		return nil, err
	case op == nil:
		return payload{errors: []userError{{field: []string{"id"}, message: "Bulk operation does not exist"}}}, nil
	case !stopped:
		return payload{object: bulkJob{op, v}, errors: []userError{{
			message: "A bulk operation cannot be canceled when it is " + strings.ToLower(string(op.Status)),
		}}}, nil
	}
	return payload{object: bulkJob{op, v}}, nil
}

func bulkOperation(call *graph.Call, v *view) (any, error) {
	id, _ := call.Args.String("id")
	number, err := numberFor("BulkOperation", id)
	if err != nil {
		return nil, err
	}
	return v.bulkOperation(call, number)
}

func (v *view) bulkOperation(ctx context.Context, number int64) (any, error) {
	op, err := v.shop.bulk.Get(ctx, number)
	if err != nil || op == nil {
		return nil, err
	}
	return bulkJob{op, v}, nil
}

// bulkOperations lists operations as they are now: those that run are looked at
// first, and the list is read after that, in no transaction that began before. The
// request may hold one of the limited readers, so it must not wait for another.
func bulkOperations(call *graph.Call, v *view) (any, error) {
	running, err := v.shop.bulk.Active(call)
	if err != nil {
		return nil, err
	}
	now := *v
	now.from = v.shop.db.bulk
	found, err := bulkList().page(call, &now, everything)
	if err != nil {
		return nil, err
	}
	for i := range found.items {
		op := found.items[i].node.(*bulk.Operation) //nolint:forcetypeassert,errcheck // the list has only these
		for _, known := range running {
			if known.ID == op.ID {
				op = known
			}
		}
		found.items[i].node = bulkJob{op, v}
	}
	return found, nil
}

func bulkList() *list[*bulk.Operation] {
	return &list[*bulk.Operation]{
		columns: bulk.Columns, from: "bulk_operations", id: "id",
		scan: func(rows *sql.Rows, key any) (*bulk.Operation, int64, error) {
			op, err := bulk.Scan(rows, key)
			if err != nil {
				return nil, 0, err
			}
			return op, op.ID, nil
		},
		sorts: map[string]sortKey{"CREATED_AT": {sql: "created_at"}, "COMPLETED_AT": {sql: "completed_at"}},
		filters: func(now time.Time) search.Filters {
			return search.Filters{
				"id":             search.Number("id"),
				"created_at":     search.Time("(created_at / 1000)", now),
				"operation_type": search.OneOf("'query'", "query", "mutation"),
				"status": search.OneOf(statusAt(now),
					"canceled", "canceling", "completed", "created", "expired", "failed", "running"),
			}
		},
	}
}

// statusAt is the SQL of an operation's state: in the database, one is created until
// it ends.
func statusAt(now time.Time) string {
	runs := strconv.FormatInt(now.Add(-bulk.UntilRunning).UnixMilli(), 10)
	return "CASE WHEN status = 'CREATED' AND created_at <= " + runs + " THEN 'running' ELSE lower(status) END"
}

func bulkFields() graph.Resolvers {
	ended := graph.Resolvers{
		"BulkOperation": graph.On(map[string]func(*graph.Call, bulkJob) (any, error){
			"id":              graph.Get(func(j bulkJob) any { return bulkGID(j.Operation) }),
			"type":            graph.Get(func(bulkJob) any { return "QUERY" }),
			"status":          graph.Get(func(j bulkJob) any { return string(j.Status) }),
			"query":           graph.Get(func(j bulkJob) any { return j.Query }),
			"createdAt":       graph.Get(func(j bulkJob) any { return timestamp(j.CreatedAt.Unix()) }),
			"completedAt":     graph.Get(bulkJob.completedAt),
			"errorCode":       graph.Get(func(j bulkJob) any { return nullIfEmpty(j.ErrorCode) }),
			"objectCount":     graph.Get(func(j bulkJob) any { return strconv.FormatInt(j.Objects, 10) }),
			"rootObjectCount": graph.Get(func(j bulkJob) any { return strconv.FormatInt(j.Roots, 10) }),
			"fileSize":        graph.Get(bulkJob.fileSize),
			"url":             graph.Get(func(j bulkJob) any { return j.address(j.Status == bulk.Completed) }),
			"partialDataUrl":  graph.Get(func(j bulkJob) any { return j.address(j.Status != bulk.Completed) }),
		}),
	}
	for _, kind := range []string{"RunQuery", "Cancel"} {
		ended["BulkOperation"+kind+"Payload"] = graph.On(map[string]func(*graph.Call, payload) (any, error){
			"bulkOperation": graph.Get(func(p payload) any { return p.object }),
			"userErrors":    graph.Get(func(p payload) any { return graph.List(p.errors) }),
		})
	}
	ended["BulkOperationUserError"] = graph.On(map[string]func(*graph.Call, userError) (any, error){
		"field":   graph.Get(userErrorField),
		"message": graph.Get(func(e userError) any { return e.message }),
		"code":    graph.Get(func(e userError) any { return nullIfEmpty(e.code) }),
	})
	return ended
}

func (j bulkJob) completedAt() any {
	if j.CompletedAt.IsZero() {
		return nil
	}
	return timestamp(j.CompletedAt.Unix())
}

func (j bulkJob) fileSize() any {
	if j.File == "" {
		return nil
	}
	return strconv.FormatInt(j.Size, 10)
}

// address is where the file can be fetched, if there is one and it is of this kind.
func (j bulkJob) address(is bool) any {
	if !is || j.File == "" {
		return nil
	}
	return j.view.base + bulkFolderPath + j.File + "?Expires=" + strconv.FormatInt(j.CompletedAt.Add(bulk.Kept).Unix(), 10)
}
