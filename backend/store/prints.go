package store

import (
	"context"
	"database/sql"
	"errors"
	"hash/fnv"

	"galley/backend/galley"
	"galley/backend/sameness"
	"galley/backend/store/db"
)

// printsAtOnce is how many products' texts are read, and printed, in one
// transaction.
const printsAtOnce = 200

// textChanged notes that the shop's text of a field, or of all fields for "",
// changed in the local copy. A title is also the name that the other texts are
// read with.
func textChanged(ctx context.Context, q *db.Queries, shop galley.ShopID, f galley.Field) error {
	for _, field := range galley.Fields() {
		if f != "" && f != field && f != galley.FieldTitle {
			continue
		}
		if err := q.TextChanged(ctx, db.TextChangedParams{ShopID: shop, Field: field}); err != nil {
			return err
		}
	}
	return nil
}

// PrintTexts brings the prints of a field's texts on the shop up to date with the
// local copy. It reads and writes a page at a time, so that no transaction is
// long; several processes may do it at once.
func (s *Store) PrintTexts(ctx context.Context, shop galley.ShopID, f galley.Field) error {
	seen, err := db.New(s.read).TextChanges(ctx, db.TextChangesParams{ShopID: shop, Field: f})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		seen.Changes = 1
	case err != nil:
		return faultOf(ctx, err)
	case seen.Printed >= seen.Changes:
		return nil
	}
	page := printPage{field: f}
	for after, more := 0, true; more; {
		if after, more, err = s.readUnprinted(ctx, shop, &page, after); err != nil {
			return err
		}
		if len(page.fresh) == 0 {
			continue
		}
		if err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			for _, row := range page.fresh {
				if err := q.SaveTextPrint(ctx, row); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		return q.TextsPrinted(ctx, db.TextsPrintedParams{ShopID: shop, Field: f, Printed: seen.Changes})
	})
}

// printPage is the prints to be saved of one page of texts.
type printPage struct {
	field   galley.Field
	printer sameness.Printer
	fresh   []db.SaveTextPrintParams
}

// readUnprinted prints the texts of a page of products, or collections, whose
// print is another one's, and returns the last of them.
func (s *Store) readUnprinted(ctx context.Context, shop galley.ShopID, page *printPage, after int) (last int, more bool, err error) {
	page.fresh = page.fresh[:0]
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		ends := "SELECT coalesce(max(row_id), 0), count(*) FROM (SELECT p.row_id FROM " + sourceOf(page.field).holders +
			" WHERE p.shop_id = ? AND p.row_id > ? ORDER BY p.row_id LIMIT ?)"
		n := 0
		if err := tx.QueryRowContext(ctx, ends, shop, after, printsAtOnce).Scan(&last, &n); err != nil || n == 0 {
			return err
		}
		more = n == printsAtOnce
		return eachRow(ctx, tx, textsToPrint(page.field), []any{page.field, shop, after, last}, func(rows *sql.Rows) error {
			var place, title, content string
			var known int64
			if err := rows.Scan(&place, &title, &content, &known); err != nil {
				return err
			}
			if digest := textDigest(title, content); digest != known {
				page.fresh = append(page.fresh, db.SaveTextPrintParams{
					ShopID: shop, Field: page.field, PlaceID: place, Digest: digest, Print: page.print(title, content),
				})
			}
			return ctx.Err()
		})
	})
	return last, more, err
}

func (p *printPage) print(title, content string) []byte {
	return p.printer.Print(sameness.TextOf(p.field, content, title)).Bytes()
}

// textsToPrint is the query of the shop's texts of a field with the digests of
// their prints. Of a picture that several products show the first one counts.
func textsToPrint(f galley.Field) string {
	source, text := sourceOf(f), fieldParts[f].text
	where := " WHERE p.shop_id = ? AND p.row_id > ? AND p.row_id <= ? AND " + text + " <> ''"
	return "SELECT " + source.target + ", p.title, " + text + ", coalesce(t.digest, 0) FROM " + source.from +
		" LEFT JOIN text_prints t ON t.shop_id = p.shop_id AND t.field = ? AND t.place_id = " + source.target + where + firstOf(f)
}

// firstOf is the condition that a place is listed once.
func firstOf(f galley.Field) string {
	if f.Place() != galley.PlaceImage {
		return ""
	}
	return " AND p.row_id = (SELECT min(m.product_row) FROM images m WHERE m.shop_id = i.shop_id AND m.id = i.id)"
}

// textDigest tells a text and its name from others; it is never 0.
func textDigest(title, content string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(title))
	_, _ = h.Write([]byte{0})
	_, _ = h.Write([]byte(content))
	return int64(h.Sum64()>>1) | 1
}

// printDrafts makes the prints of a job's drafts that have another revision than
// the one that was printed.
func (s *Store) printDrafts(ctx context.Context, job galley.Job) error {
	page := printPage{field: job.Field}
	for {
		var rows []db.DraftsToPrintRow
		if err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) (err error) {
			rows, err = q.DraftsToPrint(ctx, db.DraftsToPrintParams{JobID: job.ID, N: printsAtOnce})
			return err
		}); err != nil || len(rows) == 0 {
			return err
		}
		fresh := make([]db.SaveDraftPrintParams, len(rows))
		for i, r := range rows {
			fresh[i] = db.SaveDraftPrintParams{
				ItemRow: r.RowID, Revision: r.Revision, Digest: textDigest(r.PlaceTitle, r.Content), Print: page.print(r.PlaceTitle, r.Content),
			}
		}
		if err := s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
			for _, row := range fresh {
				if err := q.SaveDraftPrint(ctx, row); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
}
