package demo

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"strings"
	"time"

	"galley/backend/demo/bulk"
	"galley/backend/demo/graph"
)

// querier reads: one transaction for all of a query, or the pool.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// view is the shop as one request sees it. It is the root object of queries and
// mutations.
type view struct {
	shop *Shop
	from querier
	// base is the server's address as the client calls it; pictures and pages
	// are under it.
	base string
	now  time.Time
	// scopes are what the token may do.
	scopes []string
	// refuses: input is answered with an error and not written.
	refuses bool
	// fileRefusal: files are refused with this code, "" for not.
	fileRefusal string
	// tidies: HTML that is written is kept in the shop's own form.
	tidies bool
	// fate and stall are those of the bulk operation that the request starts.
	fate  bulk.Fate
	stall time.Duration
	// busy: a bulk operation is refused as if others ran.
	busy bool
	// lag is how long the search does not know of changes.
	lag time.Duration
	// partial: the next SEO title that is read is an error.
	partial bool
}

// failsPart reports whether this SEO title is the one that fails.
func (v *view) failsPart() bool {
	fails := v.partial
	v.partial = false
	return fails
}

// resolvers says how each field of the schema is answered.
func resolvers() graph.Resolvers {
	all := make(graph.Resolvers)
	for _, group := range []graph.Resolvers{
		rootFields(), shopFields(), productFields(), variantFields(), mediaFields(),
		metafieldFields(), metaobjectFields(), collectionFields(), pageFields(), writeFields(), bulkFields(), deletionFields(),
	} {
		maps.Copy(all, group)
	}
	guard(all["QueryRoot"])
	guard(all["Mutation"])
	return all
}

// rowsOf reads all rows of a query.
func rowsOf[T any](ctx context.Context, v *view, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := v.from.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// oneOf reads the first row of a query; ok is false where there is none.
func oneOf[T any](ctx context.Context, v *view, scan func(*sql.Rows) (T, error), query string, args ...any) (one T, ok bool, err error) {
	all, err := rowsOf(ctx, v, scan, query, args...)
	if err != nil || len(all) == 0 {
		return one, false, err
	}
	return all[0], true, nil
}

// orNull returns an object for an answer, or null if there is none.
func orNull[T any](object T, ok bool, err error) (any, error) {
	if err != nil || !ok {
		return nil, err
	}
	return object, nil
}

// textOrNull gives a text that may be missing.
func textOrNull(text sql.NullString) any {
	if !text.Valid {
		return nil
	}
	return text.String
}

// timestamp writes a time as Shopify does: 2026-11-01T09:30:00Z.
func timestamp(seconds int64) string { return time.Unix(seconds, 0).UTC().Format(time.RFC3339) }

// marks gives that many placeholders: ?, ?, ?.
func marks(count int) string { return strings.TrimSuffix(strings.Repeat("?, ", count), ", ") }

func anys(numbers []int64) []any {
	list := make([]any, len(numbers))
	for i, number := range numbers {
		list[i] = number
	}
	return list
}

var errMalformedCursor = errors.New("malformed cursor")
