package store

import (
	"fmt"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// itemOrder is an order of a job's items, and the same from its other end.
type itemOrder struct {
	forward, backward string
	isPosition        bool
	// rank is by what item_counts knows of an item; those of a rank are by position, and those of none come last, in the
	// order itself. It is '' for an order of which item_counts knows nothing.
	rank string
}

// itemOrders use columns that items_listed has. Each is a single number, which sorts faster than several columns.
// Items of a job are in the order of their products, by title.
var itemOrders = map[galley.ItemOrder]itemOrder{
	galley.OrderJob:          byPosition,
	galley.OrderReview:       numbered("(rewrite = 'written') * 4611686018427387904 + CASE rewrite WHEN 'written' THEN written_at / 1000 ELSE 1 - warned END * 1073741824 + position").known("CASE rewrite WHEN 'written' THEN NULL ELSE 1 - warned END"),
	galley.OrderScore:        ranked("coalesce(score_total, 1000)"),
	galley.OrderScoreDown:    ranked("coalesce(1000 - score_total, 1001)"),
	galley.OrderWarnings:     ranked("1000000 - warning_count"),
	galley.OrderWarningsDown: ranked("(state <> 'generated') * 1000000 + warning_count"),
	galley.OrderLength:       ranked("(state <> 'generated') * 1000000000 + length"),
	galley.OrderLengthDown:   ranked("(state <> 'generated') * 1000000000 - length"),
	galley.OrderProduct:      byPosition,
	galley.OrderProductDown:  {"position DESC", "position", true, "0"},
	galley.OrderState:        ranked(stateRank).known(stateRank),
	galley.OrderStateDown:    ranked("-" + stateRank).known("-" + stateRank),
}

var byPosition = itemOrder{"position", "position DESC", true, "0"}

func (o itemOrder) known(rank string) itemOrder {
	o.rank = rank
	return o
}

// ranked orders by a number, and equal ones by position, which is below 1 << 32.
func ranked(rank string) itemOrder {
	return numbered("(" + rank + ") * 4294967296 + position")
}

func numbered(key string) itemOrder {
	return itemOrder{forward: key, backward: key + " DESC"}
}

// stateRank puts what waits for a person before what is done.
const stateRank = `(CASE
	WHEN state = 'failed' OR publish_state = 'failed' THEN 1
	WHEN publish_state = 'conflict' AND decision <> 'rejected' THEN 2
	WHEN publish_state = 'published' AND since = 'changed' THEN 3
	WHEN ` + toReview + ` THEN 4
	WHEN state = 'generated' AND rewrite = 'open' THEN 5
	WHEN state = 'generated' AND decision = 'approved' AND publish_state IN ('unpublished', 'undone') THEN 6
	WHEN publish_state IN ('queued', 'publishing') THEN 7
	WHEN publish_state = 'published' THEN 8
	WHEN state = 'generated' THEN 9
	WHEN state IN ('pending', 'generating') THEN 10
	WHEN state = 'skipped' THEN 11
	ELSE 12 END)`

// quarterMS is the length of a quarter in item_counts, in milliseconds. Each
// local day begins with one: no zone is off by less.
const quarterMS = int64(15 * time.Minute / time.Millisecond)

// midnight is when the local day of the machine began, in milliseconds.
func (s *Store) midnight() int64 {
	now := s.clock.Now().Local()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()).UnixMilli()
}

// tabWhere is the condition over items that a tab adds to toReview.
func (s *Store) tabWhere(tab galley.ReviewTab) string {
	switch tab {
	case galley.ReviewWarned:
		return " AND warned = 1"
	case galley.ReviewLow:
		return " AND score_total < 80"
	case galley.ReviewRewritten:
		return " AND rewrite = 'written'"
	case galley.ReviewToday:
		return fmt.Sprintf(" AND written_at >= %d", s.midnight())
	case galley.ReviewAll:
	}
	return ""
}

// itemsInOrder are the rows in the order of their positions.
func itemsInOrder(rows []db.Item, positions []int) []db.Item {
	at := make(map[int]int, len(positions))
	for i, pos := range positions {
		at[pos] = i
	}
	slices.SortFunc(rows, func(a, b db.Item) int { return at[a.Position] - at[b.Position] })
	return rows
}
