package store

import (
	"context"
	"database/sql"
	"time"

	"galley/backend/galley"
	"galley/backend/store/db"
)

// Fence is what every transaction of results does first.
func (s *Store) Fence(ctx context.Context, l galley.Lease) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error { return fence(ctx, q, l) })
}

// InWrite runs f while a transaction that has written is open.
func (s *Store) InWrite(ctx context.Context, f func(ctx context.Context) error) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		if err := q.TouchTopic(ctx, galley.TopicShops); err != nil {
			return err
		}
		return f(ctx)
	})
}

// KeyWarnings is the migration that is written in Go.
var KeyWarnings = keyWarnings

// Synchronous is how SQLite waits for the disk within a transaction: 2 is FULL,
// 1 NORMAL. The transaction ends with err.
func (s *Store) Synchronous(ctx context.Context, err error) (level int, failed error) {
	failed = s.tx(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&level); err != nil {
			return err
		}
		return err
	})
	return level, failed
}

// SavePageAfter is SavePage of a page of one part, with something that happens after it was prepared.
func (s *Store) SavePageAfter(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch, between func()) error {
	prepared, err := s.preparePage(ctx, shop, run, page)
	if err != nil {
		return err
	}
	between()
	return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error { return savePart(ctx, q, tx, prepared, partsOf(page)[0]) })
}

// SavePageWith is SavePage, with something that happens when each of its transactions has begun.
func (s *Store) SavePageWith(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch, begun func()) error {
	return s.saveParts(ctx, shop, run, page, func(ctx context.Context, f func(*db.Queries, *sql.Tx) error) error {
		return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
			begun()
			return f(q, tx)
		})
	})
}

// Writers is how many transactions write, or wait for it.
func (s *Store) Writers() int { return int(s.writers.Load()) }

// SavePageTimed is SavePage. It returns how long the longest of its transactions took; other writers wait meanwhile.
func (s *Store) SavePageTimed(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) (longest time.Duration, err error) {
	err = s.saveParts(ctx, shop, run, page, func(ctx context.Context, f func(*db.Queries, *sql.Tx) error) error {
		begun := time.Now()
		err := s.tx(ctx, f)
		longest = max(longest, time.Since(begun))
		return err
	})
	return longest, err
}

// KeptChanges is how many changes of items are kept at least.
const KeptChanges = keptChanges

// NarrowedBy are the parts that a filter narrows by.
var NarrowedBy = narrowedBy

// ProductParts are the names of all parts of a product filter.
func ProductParts() (names []string) {
	for _, part := range productParts {
		names = append(names, part.name)
	}
	return names
}

// OrderBy is the number that an order sorts items by, written without what item_counts knows.
func OrderBy(o galley.ItemOrder) string { return itemOrders[o].forward }

// FoundInIndex are the positions of a job's drafts that the index of words alone finds, none where it cannot look.
func (s *Store) FoundInIndex(ctx context.Context, job galley.JobID, search string) (positions []int, err error) {
	words, ok := wordsOf(search)
	if !ok || len(words) == 0 {
		return nil, nil
	}
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		positions, err = valuesOf[int](ctx, tx, "SELECT position FROM items WHERE job_id = ? AND row_id IN (SELECT docid FROM items_fts WHERE items_fts MATCH ?) ORDER BY position",
			job, draftPhrases(words))
		return err
	})
	return positions, err
}

// AsWords are the words of a text as the index has them.
var AsWords = asWords
