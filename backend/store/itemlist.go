package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// itemList is which items of a job a list has: conditions over items with their arguments.
type itemList struct {
	query galley.ItemQuery
	job   []any // the argument of onJob
	state string
	rest  string
	args  []any // of rest
}

// onJob is the condition that every list begins with.
const onJob = "job_id = ?"

func (s *Store) listOf(ctx context.Context, tx *sql.Tx, query galley.ItemQuery) (itemList, error) {
	l := itemList{query: query, job: []any{query.JobID}, state: filters[query.Filter]}
	for _, also := range query.Also {
		l.state += " AND " + filters[also]
	}
	l.state += s.tabWhere(query.Tab)
	l = l.matching()
	if query.Product.IsEmpty() {
		return l, nil
	}
	job, err := jobRow(ctx, db.New(tx), query.JobID)
	return l.ofProducts(job.ShopID), err
}

// where is the whole condition, for one statement with allArgs.
func (l itemList) where() string  { return onJob + " AND " + l.state + l.rest }
func (l itemList) allArgs() []any { return slices.Concat(l.job, l.args) }

// owner is what an item belongs to, as the index items_owned has it.
const owner = "CASE WHEN image_of <> '' THEN image_of ELSE place_id END"

// ofProducts narrows to items whose product passes the filter.
func (l itemList) ofProducts(shop galley.ShopID) itemList {
	f := ofShop(shop)
	f.having(l.query.Product)
	l.rest += " AND row_id IN (SELECT row_id FROM items WHERE job_id = ? AND " + owner + " IN (SELECT p.id FROM products p WHERE " + f.where + "))"
	l.args = slices.Concat(l.args, l.job, f.args)
	return l
}

// matching narrows to items in which a product's name or the draft has the words.
func (l itemList) matching() itemList {
	if strings.TrimSpace(l.query.Search) == "" {
		return l
	}
	if words, ok := wordsOf(l.query.Search); ok {
		// The rows of a job are close together: the index skips what is before and after.
		l.rest += " AND row_id IN (SELECT docid FROM items_fts WHERE items_fts MATCH ?" +
			" AND docid BETWEEN (SELECT min(row_id) FROM items WHERE job_id = ? AND row_id > 0) AND (SELECT max(row_id) FROM items WHERE job_id = ? AND row_id > 0))"
		l.args = slices.Concat(l.args, []any{draftPhrases(words)}, l.job, l.job)
		return l
	}
	l.rest += " AND (instr(place_title, ?) > 0 OR instr(place_handle, ?) > 0 OR instr(content, ?) > 0)"
	sought := strings.TrimSpace(l.query.Search)
	l.args = append(l.args, sought, sought, sought)
	return l
}

// isCounted reports whether item_counts knows how many items the list has.
func (l itemList) isCounted() bool {
	if l.rest != "" {
		return false
	}
	for _, f := range append(slices.Clone(l.query.Also), l.query.Filter) {
		if f == galley.FilterShort || f == galley.FilterLong {
			return false
		}
	}
	switch l.query.Tab {
	case galley.ReviewLow, galley.ReviewToday:
		return false // kept in quarters of an hour, and of drafts to review alone
	case galley.ReviewAll, galley.ReviewWarned, galley.ReviewRewritten:
	}
	return true
}

// total is how many items the list has.
func (l itemList) total(ctx context.Context, tx *sql.Tx) (n int, err error) {
	query := "SELECT count(*) FROM items WHERE "
	if l.isCounted() {
		query = "SELECT coalesce(sum(n), 0) FROM item_counts WHERE "
	}
	err = tx.QueryRowContext(ctx, query+l.where(), l.allArgs()...).Scan(&n)
	return n, err
}

// Items returns a window of a job's items.
func (s *Store) Items(ctx context.Context, query galley.ItemQuery) (galley.ItemPage, error) {
	page := galley.ItemPage{Offset: query.Offset, Items: []galley.Item{}}
	err := s.view(ctx, func(q *db.Queries, tx *sql.Tx) error {
		l, err := s.listOf(ctx, tx, query)
		if err != nil {
			return err
		}
		total, positions, err := l.page(ctx, tx)
		if err != nil {
			return err
		}
		page.Total = total
		kept, err := q.ItemChangesKept(ctx)
		if err != nil {
			return err
		}
		page.AsOf = int64(kept.Newest)
		rows, err := q.ItemsAt(ctx, db.ItemsAtParams{JobID: query.JobID, Positions: jsonArray(positions)})
		if err != nil {
			return err
		}
		page.Items, err = withCan(ctx, q, itemsInOrder(rows, positions))
		return err
	})
	return page, err
}

// page is how many items the list has, and the positions of the query's window.
func (l itemList) page(ctx context.Context, tx *sql.Tx) (total int, positions []int, err error) {
	if !l.isCounted() && itemOrders[l.query.Order].isPosition {
		return l.wholePage(ctx, tx)
	}
	if total, err = l.total(ctx, tx); err != nil {
		return total, nil, err
	}
	positions, err = l.window(ctx, tx, total)
	return total, positions, err
}

// wholePage finds what the list has once, where counting and reading would both find it. As one text, of which only
// the window is read, many thousand positions cost little more than a count.
func (l itemList) wholePage(ctx context.Context, tx *sql.Tx) (total int, positions []int, err error) {
	var found sql.NullString
	query := "SELECT group_concat(position) FROM (SELECT position FROM items WHERE " + l.where() + " ORDER BY " + itemOrders[l.query.Order].forward + ")"
	if err := tx.QueryRowContext(ctx, query, l.allArgs()...).Scan(&found); err != nil || !found.Valid {
		return 0, nil, err
	}
	n := 0
	for position := range strings.SplitSeq(found.String, ",") {
		if n >= l.query.Offset && len(positions) < l.query.Limit {
			at, err := strconv.Atoi(position)
			if err != nil {
				return 0, nil, err
			}
			positions = append(positions, at)
		}
		n++
	}
	return n, positions, nil
}

// window reads the positions of the query's window through a covering index, from the end that is nearer; rows are read
// only for what is shown.
func (l itemList) window(ctx context.Context, tx *sql.Tx, total int) ([]int, error) {
	limit := min(l.query.Limit, total-l.query.Offset)
	if limit <= 0 {
		return nil, nil
	}
	order, offset := itemOrders[l.query.Order], l.query.Offset
	after := total - offset - limit
	isBackward := after < offset
	by := order.forward
	if isBackward {
		by, offset = order.backward, after
	}
	if order.isPosition && l.query.Filter != galley.FilterAll && offset > sortedFrom {
		by = "+" + by // collects and sorts, where reading in order would read most rows of the job
	}
	positions, err := valuesOf[int](ctx, tx, "SELECT position FROM items WHERE "+l.where()+" ORDER BY "+by+" LIMIT ? OFFSET ?", append(l.allArgs(), limit, offset)...)
	if isBackward {
		slices.Reverse(positions)
	}
	return positions, err
}

// sortedFrom is how many items a list by position reads one after the other before it sorts instead: about where both
// take the same time.
const sortedFrom = 1000
