package demo

import (
	"context"
	"database/sql"

	"galley/backend/demo/graph"
)

// payload is the answer of a mutation: the object that was written, and what was
// wrong with the input.
type payload struct {
	object any
	errors []userError
}

// userError is an error about a value that the user gave. Code is empty for the
// kinds of errors that have none on Shopify.
type userError struct {
	field   []string
	message string
	code    string
}

func writeFields() graph.Resolvers {
	return graph.Resolvers{
		"Mutation": graph.On(map[string]func(*graph.Call, *view) (any, error){
			"productUpdate": updateProduct,
			"fileUpdate":    updateFiles,

			"collectionUpdate": updateCollection,

			"bulkOperationRunQuery": startBulkOperation,
			"bulkOperationCancel":   cancelBulkOperation,
		}),
		"CollectionUpdatePayload": graph.On(map[string]func(*graph.Call, payload) (any, error){
			"collection": graph.Get(func(p payload) any { return p.object }),
			"job":        graph.Get(func(payload) any { return nil }), // nothing is left to do after the answer
			"userErrors": graph.Get(func(p payload) any { return graph.List(p.errors) }),
		}),
		"ProductUpdatePayload": graph.On(map[string]func(*graph.Call, payload) (any, error){
			"product":    graph.Get(func(p payload) any { return p.object }),
			"userErrors": graph.Get(func(p payload) any { return graph.List(p.errors) }),
		}),
		"FileUpdatePayload": graph.On(map[string]func(*graph.Call, payload) (any, error){
			"files":      graph.Get(func(p payload) any { return p.object }),
			"userErrors": graph.Get(func(p payload) any { return graph.List(p.errors) }),
		}),
		"UserError": graph.On(map[string]func(*graph.Call, userError) (any, error){
			"field":   graph.Get(userErrorField),
			"message": graph.Get(func(e userError) any { return e.message }),
		}),
		"FilesUserError": graph.On(map[string]func(*graph.Call, userError) (any, error){
			"field":   graph.Get(userErrorField),
			"message": graph.Get(func(e userError) any { return e.message }),
			"code":    graph.Get(func(e userError) any { return nullIfEmpty(e.code) }),
		}),
	}
}

func userErrorField(e userError) any {
	if e.field == nil {
		return nil
	}
	return graph.List(e.field)
}

// writing runs a change in a transaction; an error rolls it back.
func (v *view) writing(ctx context.Context, change func(*sql.Tx) error) (err error) {
	v.shop.options.Journal.begin()
	defer func() { v.shop.options.Journal.end(err == nil) }()
	tx, err := v.shop.db.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after Commit there is nothing left to roll back
	if err := change(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// within is the shop as a transaction sees it.
func (v *view) within(tx *sql.Tx) *view {
	inside := *v
	inside.from = tx
	return &inside
}
