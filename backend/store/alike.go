package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

// EachPrint visits the prints of a job's drafts that are not rejected, in the
// job's order, and then those of the texts that the shop has at other places of
// the job's field. The prints are up to date with the drafts and the local copy.
func (s *Store) EachPrint(ctx context.Context, job galley.Job, visit func(galley.SavedText) error) error {
	if err := s.PrintTexts(ctx, job.ShopID, job.Field); err != nil {
		return err
	}
	if err := s.printDrafts(ctx, job); err != nil {
		return err
	}
	return s.view(ctx, func(q *db.Queries, tx *sql.Tx) error { return eachPrint(ctx, q, tx, job, visit) })
}

func eachPrint(ctx context.Context, q *db.Queries, tx *sql.Tx, job galley.Job, visit func(galley.SavedText) error) error {
	drafts, err := q.DraftPrints(ctx, job.ID)
	if err != nil {
		return err
	}
	for _, r := range drafts {
		if err := visit(galley.SavedText{
			ItemID: galley.NewItemID(job.ID, r.Position), Revision: r.Revision, PlaceID: r.PlaceID, Handle: r.PlaceHandle,
			Title: r.PlaceTitle, Picture: r.ImageUrl, Status: status(r.State, r.PublishState, r.Decision, ""), Digest: r.Digest, Print: r.Print,
		}); err != nil {
			return err
		}
	}
	return eachLivePrint(ctx, tx, job.ShopID, job.Field, job.ID, visit)
}

// eachLivePrint visits the prints of the shop's texts of a field, but where the
// job has a draft in their place or is to write one; a job of "" leaves out none.
func eachLivePrint(ctx context.Context, tx *sql.Tx, shop galley.ShopID, f galley.Field, job galley.JobID, visit func(galley.SavedText) error) error {
	source := sourceOf(f)
	query := "SELECT " + source.target + ", p.handle, p.title, t.digest, t.print FROM " + source.from +
		" JOIN text_prints t ON t.shop_id = p.shop_id AND t.field = ? AND t.place_id = " + source.target +
		" WHERE p.shop_id = ? AND " + fieldParts[f].text + " <> '' AND " + source.target +
		" NOT IN (SELECT place_id FROM items WHERE job_id = ? AND state IN ('pending', 'generating', 'generated') AND decision <> 'rejected')" +
		firstOf(f) + " ORDER BY p.row_id"
	return eachRow(ctx, tx, query, []any{f, shop, job}, func(rows *sql.Rows) error {
		var t galley.SavedText
		if err := rows.Scan(&t.PlaceID, &t.Handle, &t.Title, &t.Digest, &t.Print); err != nil {
			return err
		}
		return visit(t)
	})
}

func eachRow(ctx context.Context, tx *sql.Tx, query string, args []any, visit func(*sql.Rows) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// valuesOf are the values of a query with one column, in its order.
func valuesOf[T any](ctx context.Context, tx *sql.Tx, query string, args ...any) ([]T, error) {
	list := []T{}
	err := eachRow(ctx, tx, query, args, func(rows *sql.Rows) error {
		var value T
		err := rows.Scan(&value)
		list = append(list, value)
		return err
	})
	return list, err
}

// DraftTexts returns the texts of drafts of a job, by item.
func (s *Store) DraftTexts(ctx context.Context, job galley.JobID, items []galley.ItemID) (map[galley.ItemID]string, error) {
	positions, err := galley.PositionsIn(job, items)
	if err != nil {
		return nil, err
	}
	rows, err := db.New(s.read).DraftTexts(ctx, db.DraftTextsParams{JobID: job, Positions: jsonArray(positions)})
	found := make(map[galley.ItemID]string, len(rows))
	for _, r := range rows {
		found[galley.NewItemID(job, r.Position)] = r.Content
	}
	return found, faultOf(ctx, err)
}

// LiveTexts returns the texts of a field that a shop has at places, by place.
func (s *Store) LiveTexts(ctx context.Context, shop galley.ShopID, f galley.Field, places []string) (map[string]string, error) {
	source, found := sourceOf(f), make(map[string]string, len(places))
	query := "SELECT " + source.target + ", coalesce(" + fieldParts[f].text + ", '') FROM " + source.from +
		" WHERE p.shop_id = ? AND " + source.target + " IN (SELECT value FROM json_each(?))"
	err := s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		return eachRow(ctx, tx, query, []any{shop, jsonArray(places)}, func(rows *sql.Rows) error {
			var place, text string
			if err := rows.Scan(&place, &text); err != nil {
				return err
			}
			found[place] = text
			return nil
		})
	})
	return found, err
}

// EachLivePrint visits the prints of all texts of a field that a shop has.
func (s *Store) EachLivePrint(ctx context.Context, shop galley.ShopID, f galley.Field, visit func(galley.SavedText) error) error {
	if err := s.PrintTexts(ctx, shop, f); err != nil {
		return err
	}
	return s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error { return eachLivePrint(ctx, tx, shop, f, "", visit) })
}

// Compared is the state of a job's comparison: how many changes of its texts
// there were, and whether the last comparison knew them all.
func (s *Store) Compared(ctx context.Context, id galley.JobID) (changes int, done bool, err error) {
	row, err := db.New(s.read).Job(ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, galley.NewError(galley.CodeNotFound, messages.NoSuchJob(string(id)))
	}
	return row.AlikeDue, row.AlikeDue <= row.AlikeChecked, faultOf(ctx, err)
}

// SaveAlike saves which drafts of a job are in groups that no person has kept,
// each at the revision that was compared: one that changed since keeps its mark
// until the next comparison. What another comparison has overtaken is not saved.
func (s *Store) SaveAlike(ctx context.Context, id galley.JobID, found galley.AlikeMarks) error {
	return s.tx(ctx, func(q *db.Queries, _ *sql.Tx) error {
		before, err := q.Job(ctx, id)
		if err != nil || found.Changes < before.AlikeChecked {
			return err
		}
		moved, err := q.UnmarkRejected(ctx, id)
		for _, part := range []struct {
			alike  bool
			drafts []galley.ItemAt
		}{{true, found.Held}, {false, found.Free}} {
			if err != nil {
				return err
			}
			var n int64
			n, err = q.MarkAlike(ctx, db.MarkAlikeParams{JobID: id, Alike: part.alike, Drafts: jsonArray(draftKeys(part.drafts))})
			moved += n
		}
		if err != nil {
			return err
		}
		err = q.CompareDone(ctx, db.CompareDoneParams{ID: id, Checked: found.Changes, Texts: found.Texts, Groups: found.Groups, Kept: found.Kept})
		if moved == 0 && before.AlikeTexts == found.Texts && before.AlikeGroups == found.Groups && before.AlikeKept == found.Kept && before.AlikeDue <= before.AlikeChecked {
			return err
		}
		return touched(ctx, q, err, galley.TopicJob(id), galley.TopicJobs)
	})
}

// draftKeys names drafts as MarkAlike compares them.
func draftKeys(drafts []galley.ItemAt) []string {
	keys := make([]string, len(drafts))
	for i, d := range drafts {
		_, pos, _ := d.ID.Split() // made by EachPrint
		keys[i] = strconv.Itoa(pos) + "@" + strconv.Itoa(d.Revision)
	}
	return keys
}

// JobsToCompare lists jobs whose texts changed since they were compared, but
// those that are being written.
func (s *Store) JobsToCompare(ctx context.Context) ([]galley.JobID, error) {
	ids, err := db.New(s.read).JobsToCompare(ctx)
	return ids, fault(err)
}

// JobPlaces are the places of a job's items, and the products of its images.
func (s *Store) JobPlaces(ctx context.Context, job galley.JobID) (map[string]bool, error) {
	found := map[string]bool{}
	err := s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		places, err := q.JobPlaces(ctx, job)
		if err != nil {
			return err
		}
		products, err := q.JobProducts(ctx, job)
		for _, id := range append(places, products...) {
			found[id] = true
		}
		return err
	})
	return found, err
}
