package demo

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// deletion is a row of deletions: that a product or a collection is gone.
type deletion struct {
	id, subject, occurredAt int64
	kind                    string
}

// subjects are the kinds of objects whose deletion is recorded, in Shopify's words.
var subjects = map[string]string{"Product": "PRODUCT", "Collection": "COLLECTION"}

func noteDeletion(ctx context.Context, tx *sql.Tx, kind string, id int64, at time.Time) error {
	subject, recorded := subjects[kind]
	if !recorded {
		return nil
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO deletions (kind, subject, occurred_at) VALUES (?, ?, ?)", subject, id, at.Unix())
	return err
}

func deletionEvents(call *graph.Call, v *view) (any, error) {
	where := everything
	if kinds, given := call.Args.Strings("subjectTypes"); given {
		where = search.Condition{SQL: "kind IN (" + marks(len(kinds)) + ")", Args: graph.List(kinds)}
	}
	return deletionList().page(call, v, where)
}

func deletionList() *list[deletion] {
	return &list[deletion]{
		columns: "id, kind, subject, occurred_at", from: "deletions", id: "id",
		scan: func(rows *sql.Rows, key any) (deletion, int64, error) {
			var d deletion
			err := rows.Scan(&d.id, &d.kind, &d.subject, &d.occurredAt, key)
			return d, d.id, err
		},
		sorts: map[string]sortKey{"CREATED_AT": {sql: "occurred_at"}},
		filters: func(now time.Time) search.Filters {
			return search.Filters{"id": search.Number("id"), "occurred_at": search.Time("occurred_at", now)}
		},
	}
}

func (d deletion) subjectID() string {
	kind := d.kind[:1] + strings.ToLower(d.kind[1:])
	return gid(kind, d.subject)
}

func deletionFields() graph.Resolvers {
	return graph.Resolvers{
		"DeletionEvent": graph.On(map[string]func(*graph.Call, deletion) (any, error){
			"occurredAt":  graph.Get(func(d deletion) any { return timestamp(d.occurredAt) }),
			"subjectId":   graph.Get(func(d deletion) any { return d.subjectID() }),
			"subjectType": graph.Get(func(d deletion) any { return d.kind }),
		}),
	}
}
