package store

import (
	"fmt"
	"slices"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// itemOrders are the orders of a job's items, in columns that items_listed has.
// Items of a job are in the order of their products, by title.
var itemOrders = map[galley.ItemOrder]string{
	galley.OrderJob:          "position",
	galley.OrderReview:       "rewrite = 'written', CASE rewrite WHEN 'written' THEN written_at END, warned DESC, position",
	galley.OrderScore:        "score_total IS NULL, score_total, position",
	galley.OrderScoreDown:    "score_total IS NULL, score_total DESC, position",
	galley.OrderWarnings:     "warning_count DESC, position",
	galley.OrderWarningsDown: "state <> 'generated', warning_count, position",
	galley.OrderLength:       "state <> 'generated', length, position",
	galley.OrderLengthDown:   "state <> 'generated', length DESC, position",
	galley.OrderProduct:      "position",
	galley.OrderProductDown:  "position DESC",
	galley.OrderState:        stateRank + ", position",
	galley.OrderStateDown:    stateRank + " DESC, position",
}

// stateRank puts what waits for a person before what is done.
const stateRank = `CASE
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
	ELSE 12 END`

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
