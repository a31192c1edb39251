package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"galley/backend/galley"
)

// itemGroup are items of a job that have the same status. items_listed has them by position, and item_counts how many
// they are, so a page can be read without reading the ranks before it.
type itemGroup struct {
	rank   sql.NullInt64
	n      int
	status []any // of groupStatus
}

const groupStatus = "state, publish_state, decision, warned, since, alike, rewrite"

// mostGroups is how many groups are put together at most: SQLite takes 500.
const mostGroups = 200

// isGrouped reports whether the list is a number of groups in each rank of its order. All of a job by position is one
// range of an index without them.
func (l itemList) isGrouped() bool {
	order := itemOrders[l.query.Order]
	return order.rank != "" && l.isCounted() && len(l.left) == 0 && (!order.isPosition || l.state != filters[galley.FilterAll])
}

// groups are those of the list, by rank.
func (l itemList) groups(ctx context.Context, tx *sql.Tx, rank string) (groups []itemGroup, err error) {
	query := "SELECT " + rank + " AS rank, sum(n), " + groupStatus + " FROM item_counts WHERE " + l.where() +
		" GROUP BY 1, " + groupStatus + " ORDER BY 1 NULLS LAST"
	err = eachRow(ctx, tx, query, l.allArgs(), func(rows *sql.Rows) error {
		g := itemGroup{status: make([]any, strings.Count(groupStatus, ",")+1)}
		into := []any{&g.rank, &g.n}
		for i := range g.status {
			into = append(into, &g.status[i])
		}
		err := rows.Scan(into...)
		groups = append(groups, g)
		return err
	})
	return groups, err
}

// windowOfGroups reads the positions of the query's window from the ranks that it is in.
func (l itemList) windowOfGroups(ctx context.Context, tx *sql.Tx, total int) (positions []int, err error) {
	order := itemOrders[l.query.Order]
	groups, err := l.groups(ctx, tx, order.rank)
	if err != nil {
		return nil, err
	}
	if len(groups) > mostGroups {
		return l.window(ctx, tx, total)
	}
	offset, limit := l.query.Offset, l.query.Limit
	isDown := order.forward == byPosition.backward
	if isDown {
		offset = total - offset - limit
	}
	for len(groups) > 0 && limit > 0 && err == nil {
		same := ofFirstRank(groups)
		groups = groups[len(same):]
		n := itemsOf(same)
		if offset >= n {
			offset -= n
			continue
		}
		var found []int
		l.query.Offset, l.query.Limit = offset, min(limit, n-offset)
		found, err = l.windowOfRank(ctx, tx, same, n)
		positions = append(positions, found...)
		offset, limit = 0, limit-l.query.Limit
	}
	if isDown {
		slices.Reverse(positions)
	}
	return positions, err
}

func ofFirstRank(groups []itemGroup) []itemGroup {
	n := slices.IndexFunc(groups, func(g itemGroup) bool { return g.rank != groups[0].rank })
	if n < 0 {
		n = len(groups)
	}
	return groups[:n]
}

func itemsOf(groups []itemGroup) (n int) {
	for _, g := range groups {
		n += g.n
	}
	return n
}

// windowOfRank reads a window of the n items of a rank: of each group no more than the window may have, from the end
// that is nearer.
func (l itemList) windowOfRank(ctx context.Context, tx *sql.Tx, groups []itemGroup, n int) ([]int, error) {
	if !groups[0].rank.Valid {
		l.state += " AND (" + itemOrders[l.query.Order].rank + ") IS NULL"
		return l.window(ctx, tx, n)
	}
	by, offset, limit := byPosition.forward, l.query.Offset, l.query.Limit
	after := n - offset - limit
	isBackward := after < offset
	if isBackward {
		by, offset = byPosition.backward, after
	}
	part := "SELECT position FROM (SELECT position FROM items WHERE " + onJob + " AND (" + groupStatus + ") = (?, ?, ?, ?, ?, ?, ?) ORDER BY " + by + " LIMIT ?)"
	var args []any
	for _, g := range groups {
		args = append(slices.Concat(args, l.job, g.status), offset+limit)
	}
	query := strings.Repeat(part+" UNION ALL ", len(groups)-1) + part + " ORDER BY " + by + " LIMIT ? OFFSET ?"
	positions, err := valuesOf[int](ctx, tx, query, append(args, limit, offset)...)
	if isBackward {
		slices.Reverse(positions)
	}
	return positions, err
}
