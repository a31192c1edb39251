package store

import (
	"context"
	"database/sql"
	"strings"

	"galley/backend/galley"
	"galley/backend/markup"
	"galley/backend/store/db"
)

// narrow leaves what is searched: all of a job whose name, or whose shop's, has
// the text, and of others the drafts that have its words.
func narrow(ctx context.Context, tx *sql.Tx, search string, today int, jobs []db.InboxJobsRow, byJob map[galley.JobID][]drafts) error {
	var unnamed []galley.JobID
	for _, job := range jobs {
		if !isNamed(job, search) {
			unnamed = append(unnamed, job.ID)
			delete(byJob, job.ID)
		}
	}
	if len(unnamed) == 0 {
		return nil
	}
	from, args, err := draftsWith(ctx, tx, search)
	if err != nil {
		return err
	}
	query := `SELECT i.job_id, i.warned, i.low, i.rewrite = 'written', coalesce(i.written_at, 0) / 900000 >= ?, count(*), min(coalesce(i.written_at, 0)) / 900000
		FROM ` + from + ` AND ` + toReview + ` AND i.job_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4, 5`
	args = append(append([]any{today}, args...), jsonArray(unnamed))
	return eachRow(ctx, tx, query, args, func(rows *sql.Rows) error {
		var g drafts
		err := rows.Scan(&g.JobID, &g.Warned, &g.Low, &g.Rewritten, &g.Today, &g.N, &g.Oldest)
		byJob[g.JobID] = append(byJob[g.JobID], g)
		return err
	})
}

// manyHits is from how many drafts on it is faster to read an index of all than the rows of those found.
const manyHits = 50_000

// draftsWith is the tables and the condition of items (as i) in which a product's name or the draft has the words.
func draftsWith(ctx context.Context, tx *sql.Tx, search string) (from string, args []any, err error) {
	words, ok := wordsOf(search)
	if !ok {
		sought := strings.TrimSpace(search)
		return "items i WHERE (instr(i.place_title, ?) > 0 OR instr(i.place_handle, ?) > 0 OR instr(i.content, ?) > 0)", []any{sought, sought, sought}, nil
	}
	if rows, isRare, err := withRareWord(ctx, tx, words, toReview); isRare || err != nil {
		return "items i WHERE i.row_id IN (SELECT value FROM json_each(?))", []any{jsonArray(rows)}, err
	}
	args = []any{draftPhrases(words)}
	hits := 0
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM items_fts WHERE items_fts MATCH ? LIMIT ?)", args[0], manyHits).Scan(&hits)
	if hits == manyHits {
		return "items i WHERE +i.row_id IN (SELECT docid FROM items_fts WHERE items_fts MATCH ?)", args, err
	}
	return "items_fts f CROSS JOIN items i ON i.row_id = f.docid WHERE f.items_fts MATCH ?", args, err
}

// isNamed reports whether the search is part of a name. An empty one is part of each.
func isNamed(job db.InboxJobsRow, search string) bool {
	return markup.Contains(job.Name, search) || markup.Contains(job.ShopName, search)
}
