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
	query   galley.ItemQuery
	job     []any // the argument of onJob
	state   string
	ofState []any // its arguments
	rest    string
	args    []any // of rest
	// left are statements that select rows which the list does not have; they are few, mostly.
	left   []string
	ofLeft []any
}

// onJob is the condition that every list begins with.
const onJob = "job_id = ?"

func (s *Store) listOf(ctx context.Context, tx *sql.Tx, query galley.ItemQuery) (itemList, error) {
	l := itemList{query: query, job: []any{query.JobID}, state: filters[query.Filter]}
	for _, also := range query.Also {
		l.state += " AND " + filters[also]
	}
	l.state += s.tabWhere(query.Tab)
	l, err := l.matching(ctx, tx)
	if err != nil || query.Product.IsEmpty() {
		return l, err
	}
	job, err := jobRow(ctx, db.New(tx), query.JobID)
	return l.ofProducts(job.ShopID), err
}

// where is the whole condition, for one statement with allArgs.
func (l itemList) where() string {
	where := onJob + " AND " + l.state + l.rest
	if len(l.left) > 0 {
		where += " AND row_id NOT IN (" + l.allLeft() + ")"
	}
	return where
}

func (l itemList) allArgs() []any { return slices.Concat(l.job, l.ofState, l.args, l.ofLeft) }

func (l itemList) allLeft() string { return strings.Join(l.left, " UNION ALL ") }

// without leaves rows out.
func (l itemList) without(rows string, args ...any) itemList {
	l.left, l.ofLeft = append(slices.Clone(l.left), rows), slices.Concat(l.ofLeft, args)
	return l
}

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
func (l itemList) matching(ctx context.Context, tx *sql.Tx) (itemList, error) {
	if strings.TrimSpace(l.query.Search) == "" {
		return l, nil
	}
	if words, ok := wordsOf(l.query.Search); ok {
		if rows, isFaster, err := foundByReading(ctx, tx, l.query.JobID, words); isFaster || err != nil {
			return l.and(" AND row_id IN (SELECT value FROM json_each(?))", jsonArray(rows)), err
		}
		// The rows of a job are close together: the index skips what is before and after.
		l.rest += " AND row_id IN (SELECT docid FROM items_fts WHERE items_fts MATCH ?" +
			" AND docid BETWEEN (SELECT min(row_id) FROM items WHERE job_id = ? AND row_id > 0) AND (SELECT max(row_id) FROM items WHERE job_id = ? AND row_id > 0))"
		l.args = slices.Concat(l.args, []any{draftPhrases(words)}, l.job, l.job)
		return l, nil
	}
	l.rest += " AND (instr(place_title, ?) > 0 OR instr(place_handle, ?) > 0 OR instr(content, ?) > 0)"
	sought := strings.TrimSpace(l.query.Search)
	l.args = append(l.args, sought, sought, sought)
	return l, nil
}

// isCounted reports whether item_counts knows how many items the list has, but for those that are left out.
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
	if !l.isCounted() {
		err = tx.QueryRowContext(ctx, "SELECT count(*) FROM items WHERE "+l.where(), l.allArgs()...).Scan(&n)
		return n, err
	}
	of := slices.Concat(l.job, l.ofState)
	err = tx.QueryRowContext(ctx, "SELECT coalesce(sum(n), 0) FROM item_counts WHERE "+onJob+" AND "+l.state, of...).Scan(&n)
	if err != nil || len(l.left) == 0 || n == 0 {
		return n, err
	}
	from, err := l.fromLeft(ctx, tx)
	if err != nil {
		return n, err
	}
	without := 0
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM "+from+" WHERE "+onJob+" AND "+l.state+" AND row_id IN ("+l.allLeft()+")",
		slices.Concat(of, l.ofLeft)...).Scan(&without)
	return n - without, err
}

// manyLeft is from how many rows on that are left out it is faster to read all of the list in an index.
const manyLeft = 10_000

// fromLeft is the table of items, read by the rows that are left out while they are few: SQLite would read all of the list.
func (l itemList) fromLeft(ctx context.Context, tx *sql.Tx) (string, error) {
	rows := 0
	err := tx.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM ("+l.allLeft()+") LIMIT ?)", append(slices.Clone(l.ofLeft), manyLeft)...).Scan(&rows)
	if rows == manyLeft {
		return "items", err
	}
	return "items NOT INDEXED", err
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
	if !l.isCounted() && (itemOrders[l.query.Order].isPosition || l.rest != "") {
		return l.wholePage(ctx, tx)
	}
	if total, err = l.total(ctx, tx); err != nil {
		return total, nil, err
	}
	if l.query.Limit = min(l.query.Limit, total-l.query.Offset); l.query.Limit <= 0 {
		return total, nil, nil
	}
	if l.isGrouped() {
		positions, err = l.windowOfGroups(ctx, tx, total)
	} else {
		positions, err = l.window(ctx, tx, total)
	}
	return total, positions, err
}

// wholePage finds what the list has once, where counting and reading would both find it. As one text, of which only
// the window is read, many thousand positions cost little more than a count.
func (l itemList) wholePage(ctx context.Context, tx *sql.Tx) (total int, positions []int, err error) {
	var found sql.NullString
	by := itemOrders[l.query.Order].forward
	if l.state != filters[galley.FilterAll] {
		by = "+" + by // through a covering index, where reading in order would read the rows of the job
	}
	query := "SELECT group_concat(position) FROM (SELECT position FROM items WHERE " + l.where() + " ORDER BY " + by + ")"
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
	order, offset, limit := itemOrders[l.query.Order], l.query.Offset, l.query.Limit
	after := total - offset - limit
	isBackward := after < offset
	by := order.forward
	if isBackward {
		by, offset = order.backward, after
	}
	positions, err := valuesOf[int](ctx, tx, "SELECT position FROM items WHERE "+l.where()+" ORDER BY "+by+" LIMIT ? OFFSET ?", append(l.allArgs(), limit, offset)...)
	if isBackward {
		slices.Reverse(positions)
	}
	return positions, err
}
