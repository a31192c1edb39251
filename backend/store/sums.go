package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"galley/backend/galley"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// fingerprint is the SHA-256 of a value, NULL if there is none.
func fingerprint(v *galley.Value) column.NullText {
	if v == nil || v.Null {
		return ""
	}
	return checksum(v.Text)
}

// checksum is the SHA-256 of a text in UTF-8, in hexadecimal.
func checksum(text string) column.NullText {
	sum := sha256.Sum256([]byte(text))
	return column.NullText(hex.EncodeToString(sum[:]))
}

// fillSums gives drafts and revisions from before there were checksums theirs.
func (s *Store) fillSums(ctx context.Context) error {
	for {
		filled := 0
		err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			items, err := fillItemSums(ctx, q)
			if err != nil {
				return err
			}
			revisions, err := fillRevisionSums(ctx, q)
			filled = items + revisions
			return err
		})
		if err != nil || filled == 0 {
			return err
		}
	}
}

func fillItemSums(ctx context.Context, q *db.Queries) (int, error) {
	items, err := q.SumlessItems(ctx)
	for _, i := range items {
		if err := q.SetItemSum(ctx, db.SetItemSumParams{RowID: i.RowID, Sum: checksum(i.Content)}); err != nil {
			return 0, err
		}
	}
	return len(items), err
}

func fillRevisionSums(ctx context.Context, q *db.Queries) (int, error) {
	revisions, err := q.SumlessRevisions(ctx)
	for _, r := range revisions {
		if err := q.SetRevisionSum(ctx, db.SetRevisionSumParams{ItemRow: r.ItemRow, Number: r.Number, Sum: checksum(r.Content)}); err != nil {
			return 0, err
		}
	}
	return len(revisions), err
}

// summed are the texts that have checksums: what a text is called, the text
// and its checksum. The texts of a settled publication are held against the
// checksums of its entry in the ledger.
var summed = map[string]string{
	"items.content_sha256":     `SELECT 'draft ' || job_id || '/' || position, content, content_sha256 FROM items WHERE content_sha256 IS NOT NULL`,
	"revisions.content_sha256": `SELECT 'revision ' || number || ' of draft ' || i.job_id || '/' || i.position, r.content, r.content_sha256 FROM revisions r JOIN items i ON i.row_id = r.item_row WHERE r.content_sha256 IS NOT NULL`,
	"ledger.before_sha256":     `SELECT 'earlier text of ledger entry ' || number, before, before_sha256 FROM ledger WHERE before_sha256 IS NOT NULL`,
	"ledger.after_sha256":      `SELECT 'text of ledger entry ' || number, after, after_sha256 FROM ledger WHERE after_sha256 IS NOT NULL`,
	"ledger.sibling_sha256":    `SELECT 'other field of ledger entry ' || number, sibling, sibling_sha256 FROM ledger WHERE sibling_sha256 IS NOT NULL`,
	"ledger.live_sha256": `SELECT 'text on the shop of ledger entry ' || number, live, live_sha256 FROM ledger WHERE live_sha256 IS NOT NULL
		UNION ALL SELECT 'earlier text of publication ' || p.id, p.before, l.before_sha256 FROM publications p JOIN ledger l ON l.publication_id = p.id WHERE l.before_sha256 IS NOT NULL
		UNION ALL SELECT 'text of publication ' || p.id, p.after, l.after_sha256 FROM publications p JOIN ledger l ON l.publication_id = p.id WHERE l.after_sha256 IS NOT NULL`,
}

// changedTexts lists the texts of a file that do not fit their checksums. A
// file of an earlier schema has fewer checksums.
func changedTexts(ctx context.Context, file *sql.DB) ([]string, error) {
	columns, err := lines(ctx, file, "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE '%_sha256'")
	if err != nil {
		return nil, err
	}
	var found []string
	for _, column := range columns {
		query, ok := summed[column]
		if !ok {
			continue
		}
		changed, err := unequal(ctx, file, query)
		if err != nil {
			return nil, err
		}
		found = append(found, changed...)
	}
	return found, nil
}

func unequal(ctx context.Context, file *sql.DB, query string) (found []string, err error) {
	rows, err := file.QueryContext(ctx, query)
	if err != nil {
		return nil, fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var sum column.NullText
		var text sql.NullString
		if err := rows.Scan(&name, &text, &sum); err != nil {
			return nil, fault(err)
		}
		if !text.Valid || checksum(text.String) != sum {
			found = append(found, fmt.Sprintf("the %s is not the text that was saved", name))
		}
	}
	return found, fault(rows.Err())
}
