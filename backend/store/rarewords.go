package store

import (
	"context"
	"database/sql"

	"galley/backend/galley"
)

// rareWord is how many drafts a word is in at most whose drafts are read for the other words. The index would read for
// those all drafts that have them.
const rareWord = 1000

// fewDrafts and fewBytes are how many items a job has at most, and how much text, whose drafts are all read in a search.
// The index would first pass over the drafts of all jobs before it.
const (
	fewDrafts = 5000
	fewBytes  = 4 << 20
)

// foundByReading are the rows of a job's drafts that have all the words, where reading drafts for them is faster than the
// index of words.
func foundByReading(ctx context.Context, tx *sql.Tx, job galley.JobID, words []string) (rows []int64, isFaster bool, err error) {
	isSmall, err := isSmallJob(ctx, tx, job)
	if err != nil {
		return nil, false, err
	}
	if !isSmall {
		return withRareWord(ctx, tx, words, onJob, job)
	}
	rows, err = valuesOf[int64](ctx, tx, "SELECT row_id FROM items WHERE "+onJob+" AND galley_has(?, place_title, place_handle, content)", job, draftPatterns(words))
	return rows, true, err
}

// isSmallJob reports whether a job has few drafts and little text. It does not read the text.
func isSmallJob(ctx context.Context, tx *sql.Tx, job galley.JobID) (bool, error) {
	items, size := 0, 0
	err := tx.QueryRowContext(ctx, "SELECT coalesce(sum(n), 0) FROM item_counts WHERE "+onJob, job).Scan(&items)
	if err != nil || items > fewDrafts {
		return false, err
	}
	err = tx.QueryRowContext(ctx, "SELECT coalesce(sum(octet_length(content)), 0) FROM items WHERE "+onJob, job).Scan(&size)
	return size <= fewBytes, err
}

// withRareWord are the rows of drafts that have all the words and pass a condition, where one of the words is rare.
func withRareWord(ctx context.Context, tx *sql.Tx, words []string, where string, args ...any) (rows []int64, isRare bool, err error) {
	if len(words) < 2 {
		return nil, false, nil
	}
	for i := range words {
		with, err := valuesOf[int64](ctx, tx, "SELECT docid FROM items_fts WHERE items_fts MATCH ? LIMIT ?", draftPhrase(words, i), rareWord+1)
		if err != nil {
			return nil, false, err
		}
		if len(with) > rareWord {
			continue
		}
		rows, err = valuesOf[int64](ctx, tx, "SELECT row_id FROM items WHERE row_id IN (SELECT value FROM json_each(?)) AND CASE WHEN "+where+
			" THEN galley_has(?, place_title, place_handle, content) END", append(append([]any{jsonArray(with)}, args...), draftPatterns(words))...)
		return rows, true, err
	}
	return nil, false, nil
}
