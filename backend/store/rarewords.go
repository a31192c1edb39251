package store

import (
	"context"
	"database/sql"
)

// rareWord is how many drafts a word is in at most whose drafts are read for the other words. The index would read for
// those all drafts that have them.
const rareWord = 1000

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
