package demo

import (
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"

	"galley/backend/demo/graph"
	"galley/backend/demo/search"
)

// list is a list of the database that is read in pages, sorted and searched.
type list[T any] struct {
	// columns and from are SQL; scan reads the columns, with one more behind them.
	columns, from, id string
	scan              func(rows *sql.Rows, key any) (T, int64, error)
	// changed is the column of an item's last change; a search may not know it yet.
	changed string
	sorts   map[string]sortKey
	filters func(now time.Time) search.Filters
}

// sortKey is what a list is sorted by, besides its id.
type sortKey struct {
	sql    string
	isText bool // compared ignoring case
}

func (k sortKey) order() string {
	if k.isText {
		return k.sql + " COLLATE NOCASE"
	}
	return k.sql
}

// value reads a cursor's value back.
func (k sortKey) value(c cursor) (any, error) {
	if k.isText {
		return c.Value, nil
	}
	number, err := strconv.ParseInt(c.Value, 10, 64)
	if err != nil {
		return nil, graph.Refuse(graph.CodeBadRequest, "Invalid cursor for current pagination sort.")
	}
	return number, nil
}

// page reads the part of a list that a field's arguments request, of items that
// meet a condition.
func (l *list[T]) page(call *graph.Call, v *view, where search.Condition) (*page, error) {
	w, err := windowOf(call.Args)
	if err != nil {
		return nil, err
	}
	key, known := l.sorts[w.sort]
	if !known {
		key = sortKey{sql: l.id}
	}
	found := l.search(call, v, w.query)
	conditions, args := []string{where.SQL, found.SQL}, append(append([]any{}, where.Args...), found.Args...)
	descending := w.reverse != w.fromLast
	for _, edge := range []struct {
		at      *cursor
		forward bool
	}{{w.after, true}, {w.before, false}} {
		if edge.at == nil {
			continue
		}
		value, err := key.value(*edge.at)
		if err != nil {
			return nil, err
		}
		sign := "<"
		if edge.forward != w.reverse {
			sign = ">"
		}
		conditions = append(conditions, fmt.Sprintf("(%s, %s) %s (?, ?)", key.order(), l.id, sign))
		args = append(args, value, edge.at.ID)
	}
	direction := "ASC"
	if descending {
		direction = "DESC"
	}
	query := fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s ORDER BY %s %s, %s %s LIMIT %d",
		l.columns, key.sql, l.from, strings.Join(conditions, " AND "), key.order(), direction, l.id, direction, w.size+1)
	items, err := l.read(call, v, query, args)
	if err != nil {
		return nil, err
	}
	return cut(w, items), nil
}

func (l *list[T]) read(call *graph.Call, v *view, query string, args []any) ([]item, error) {
	return rowsOf(call, v, func(rows *sql.Rows) (item, error) {
		var key keyText
		node, id, err := l.scan(rows, &key)
		return item{cursor: cursor{ID: id, Value: string(key)}, node: node}, err
	}, query, args...)
}

// keyText accepts numbers and texts; null is 0.
type keyText string

// Scan implements sql.Scanner.
func (k *keyText) Scan(value any) error {
	if value == nil {
		value = 0
	}
	*k = keyText(fmt.Sprint(value))
	return nil
}

// cut removes the item that was only read to see whether there are more, and
// reverses a page that was read from the end.
func cut(w window, items []item) *page {
	more := len(items) > w.size
	if more {
		items = items[:w.size]
	}
	p := &page{items: items, hasNext: more, hasPrevious: w.after != nil}
	if w.fromLast {
		for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
			items[i], items[j] = items[j], items[i]
		}
		p.hasNext, p.hasPrevious = w.before != nil, more
	}
	return p
}

// search turns a query into SQL. Ignored parts are reported in the response.
func (l *list[T]) search(call *graph.Call, v *view, query string) search.Condition {
	node := search.Parse(query)
	condition, warnings := l.filters(v.now).Compile(node)
	if node != nil && v.lag > 0 && l.changed != "" {
		condition.SQL = "(" + condition.SQL + ") AND " + l.changed + " <= ?"
		condition.Args = append(condition.Args, v.now.Add(-v.lag).Unix())
	}
	if len(warnings) > 0 {
		call.Note("search", map[string]any{
			"path": call.Path(), "query": query, "parsed": node.Parsed(), "warnings": warnings,
		})
	}
	return condition
}

// count counts what a query finds, up to a limit.
func (l *list[T]) count(call *graph.Call, v *view) (any, error) {
	query, _ := call.Args.String("query")
	found := l.search(call, v, query)
	limit := -1
	if given, limited := call.Args.Int("limit"); limited {
		limit = given
	}
	var number int
	err := v.from.QueryRowContext(call, fmt.Sprintf("SELECT COUNT(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT ?)",
		l.from, found.SQL), append(found.Args, map[bool]int{true: limit + 1, false: -1}[limit >= 0])...).Scan(&number)
	if err != nil {
		return nil, err
	}
	if limit >= 0 && number > limit {
		return count{limit, "AT_LEAST"}, nil
	}
	return count{number, "EXACT"}, nil
}

// count is a number and its precision.
type count struct {
	number    int
	precision string
}

func exactly(number int) count { return count{number, "EXACT"} }

// everything is the condition that all items meet.
var everything = search.Condition{SQL: "1"}
