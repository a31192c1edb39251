package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// BeginCollectionSync starts a sync of the shop's collections, or continues an
// interrupted one that has kept a cursor: it returns the run under that lease, and
// the cursor. Until it ends, members are not known.
func (s *Store) BeginCollectionSync(ctx context.Context, shop galley.ShopID, held galley.Lease) (run galley.SyncRun, cursor string, err error) {
	run.Lease = held
	err = s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.BeginCollectionSync(ctx, shop)
		run.Number, cursor = row.Run, row.Cursor
		return err
	})
	return run, cursor, err
}

// SaveCollections keeps one page of a sync together with the cursor after it.
func (s *Store) SaveCollections(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.CollectionBatch) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		if err := saveCollectionCursor(ctx, q, shop, run.Number, page.Next); err != nil {
			return err
		}
		if err := s.saveCollections(ctx, q, shop, run.Number, page); err != nil {
			return err
		}
		if err := textChanged(ctx, q, shop, ""); err != nil {
			return err
		}
		return touched(ctx, q, nil, galley.TopicProducts(shop))
	})
}

// saveCollectionCursor keeps where a sync of collections is. One that has ended, since another began, is CodeNotFound.
func saveCollectionCursor(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, cursor string) error {
	n, err := q.SaveCollectionCursor(ctx, db.SaveCollectionCursorParams{ShopID: shop, Run: run, Cursor: cursor})
	return expectOneRow(n, err, messages.SyncEnded)
}

// saveCollections keeps the collections of a page. Those that were written after
// the shop was read, or are being written, are newer in the local copy: the next
// sync brings the rest of them.
func (s *Store) saveCollections(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, page galley.CollectionBatch) error {
	readAt := s.orNow(page.ReadAt)
	newer, err := writtenSince(ctx, q, shop, readAt)
	if err != nil {
		return err
	}
	var late []string
	var subjects []galley.Subject
	for _, c := range page.Collections {
		if newer[c.ID] {
			late = append(late, c.ID)
			continue
		}
		c.ReadAt = &readAt
		if err := saveCollection(ctx, q, shop, run, c); err != nil {
			return err
		}
		subjects = append(subjects, c.Subject())
	}
	if err := q.MarkCollectionsSeen(ctx, db.MarkCollectionsSeenParams{ShopID: shop, Run: run, Ids: jsonArray(late)}); err != nil {
		return err
	}
	if err := saveDerived(ctx, q, shop, subjects); err != nil {
		return err
	}
	return noteSubjects(ctx, q, shop, subjects, readAt)
}

func saveCollection(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64, c galley.ListedCollection) error {
	row, err := q.UpsertCollection(ctx, db.UpsertCollectionParams{
		ShopID: shop, ID: c.ID, SyncRun: run, Handle: c.Handle, Title: c.Title,
		SeoTitle: c.SEOTitle, MetaDescription: c.MetaDescription,
		DescriptionWords: words(c.DescriptionHTML), ProductCount: c.ProductCount, ImageUrl: c.ImageURL,
		DescriptionEmpty: empty(galley.FieldDescription, galley.Text(c.DescriptionHTML)),
		SeoTitleEmpty:    empty(galley.FieldSEOTitle, c.SEOTitle), MetaDescriptionEmpty: empty(galley.FieldMetaDescription, c.MetaDescription),
		UpdatedAt: column.At(c.UpdatedAt), ReadAt: column.NullAt(*c.ReadAt), DescriptionHtml: c.DescriptionHTML,
	})
	if err != nil {
		return err
	}
	if c.Members == nil {
		return nil
	}
	members := jsonArray(c.Members)
	if err := q.DropOtherMembers(ctx, db.DropOtherMembersParams{CollectionRow: row, Products: members}); err != nil {
		return err
	}
	return q.AddMembers(ctx, db.AddMembersParams{CollectionRow: row, Products: members})
}

// FinishCollectionSync ends a sync that has read its last page. It drops the
// collections that it did not find; where these are many, only those that the
// sync before it did not find either, and the others are kept as missing.
func (s *Store) FinishCollectionSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (found galley.CollectionsFound, err error) {
	err = s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.FinishCollectionSync(ctx, db.FinishCollectionSyncParams{ShopID: shop, Run: run.Number})
		if err = expectOneRow(n, err, messages.SyncEnded); err != nil {
			return err
		}
		if found.RemovedCollections, err = dropUnseen(ctx, q, shop, run.Number); err != nil {
			return err
		}
		missing, err := q.MarkMissingCollections(ctx, db.MarkMissingCollectionsParams{ShopID: shop, Run: run.Number})
		if err != nil {
			return err
		}
		all, err := q.CountCollections(ctx, shop)
		found.Collections, found.MissingCollections = all, int(missing)
		err = errors.Join(err, q.CompareAgain(ctx, shop))
		return touched(ctx, q, err, galley.TopicProducts(shop))
	})
	return found, err
}

// NoteMembersKnown keeps that a sync of collections has ended after which all
// members are known as they were at that time or later.
func (s *Store) NoteMembersKnown(ctx context.Context, shop galley.ShopID, run galley.SyncRun, from time.Time) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		n, err := q.NoteMembersKnown(ctx, db.NoteMembersKnownParams{ShopID: shop, Run: run.Number, KnownFrom: column.NullAt(from)})
		return expectOneRow(n, err, messages.SyncEnded)
	})
}

// CollectionMarks returns the marks of those of some collections that the local
// copy has.
func (s *Store) CollectionMarks(ctx context.Context, shop galley.ShopID, ids []string) (map[string]galley.CollectionMark, error) {
	rows, err := db.New(s.read).CollectionMarks(ctx, db.CollectionMarksParams{ShopID: shop, Ids: jsonArray(ids)})
	marks := make(map[string]galley.CollectionMark, len(rows))
	for _, r := range rows {
		marks[r.ID] = galley.CollectionMark{ProductCount: r.ProductCount, UpdatedAt: r.UpdatedAt.Time}
	}
	return marks, fault(err)
}

// SaveMemberships keeps that products are in these collections and in no others,
// as far as the local copy has them. The sync keeps no cursor.
func (s *Store) SaveMemberships(ctx context.Context, shop galley.ShopID, run galley.SyncRun, collections map[string][]string) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		if err := saveCollectionCursor(ctx, q, shop, run.Number, ""); err != nil {
			return err
		}
		var touchedRows []int
		for product, of := range collections {
			ids := jsonArray(of)
			left, err := q.LeaveCollections(ctx, db.LeaveCollectionsParams{ProductID: product, ShopID: shop, Ids: ids})
			if err != nil {
				return err
			}
			joined, err := q.JoinCollections(ctx, db.JoinCollectionsParams{ProductID: product, ShopID: shop, Ids: ids})
			if err != nil {
				return err
			}
			touchedRows = append(append(touchedRows, left...), joined...)
		}
		if len(touchedRows) == 0 {
			return nil
		}
		if err := q.CountMembers(ctx, jsonArray(touchedRows)); err != nil {
			return err
		}
		return touched(ctx, q, textChanged(ctx, q, shop, ""), galley.TopicProducts(shop))
	})
}

func dropUnseen(ctx context.Context, q *db.Queries, shop galley.ShopID, run int64) (int, error) {
	count, err := q.CountUnseenCollections(ctx, db.CountUnseenCollectionsParams{ShopID: shop, Run: run})
	if err != nil || count.Unseen == 0 {
		return 0, err
	}
	var removed int64
	if galley.AsksBeforeRemoving(count.Unseen, count.Known) {
		removed, err = q.DeleteCollectionsMissedAgain(ctx, db.DeleteCollectionsMissedAgainParams{ShopID: shop, Run: run})
	} else {
		removed, err = q.DeleteUnseenCollections(ctx, db.DeleteUnseenCollectionsParams{ShopID: shop, Run: run})
	}
	return int(removed), err
}

// Collection finds a collection of the shop by id or handle, with those of its
// products that the local copy has.
func (s *Store) Collection(ctx context.Context, shop galley.ShopID, idOrHandle string) (c galley.Collection, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		row, err := collectionRow(ctx, q, shop, idOrHandle)
		if err != nil {
			return err
		}
		members, err := q.CollectionMembers(ctx, db.CollectionMembersParams{ShopID: row.ShopID, CollectionRow: row.RowID})
		c = collection(row)
		for _, m := range members {
			c.Products = append(c.Products, galley.ProductRef{ID: m.ID, Handle: m.Handle, Title: m.Title})
		}
		if err != nil {
			return err
		}
		c.ShopFacts, err = q.FactsOf(ctx, row.ShopID)
		return err
	})
	return c, err
}

func collectionRow(ctx context.Context, q *db.Queries, shop galley.ShopID, idOrHandle string) (db.Collection, error) {
	row, err := q.CollectionByID(ctx, db.CollectionByIDParams{ShopID: shop, ID: idOrHandle})
	if errors.Is(err, sql.ErrNoRows) {
		row, err = q.CollectionByHandle(ctx, db.CollectionByHandleParams{ShopID: shop, Handle: idOrHandle})
	}
	if errors.Is(err, sql.ErrNoRows) {
		return row, galley.NewError(galley.CodeNotFound, messages.NoSuchCollection(idOrHandle))
	}
	return row, err
}

func collection(r db.Collection) galley.Collection {
	return galley.Collection{
		ID: r.ID, ShopID: r.ShopID, Handle: r.Handle, Title: r.Title, DescriptionHTML: r.DescriptionHtml,
		SEOTitle: r.SeoTitle, MetaDescription: r.MetaDescription, ImageURL: r.ImageUrl,
		ProductCount: r.ProductCount, Missing: r.Missing, UpdatedAt: r.UpdatedAt.Time, ReadAt: r.ReadAt.Time,
		Products: []galley.ProductRef{},
	}
}

// Collections returns a window of the collections that match.
func (s *Store) Collections(ctx context.Context, query galley.CollectionQuery) (galley.CollectionPage, error) {
	page := galley.CollectionPage{Offset: query.Offset, Collections: []galley.CollectionSummary{}}
	f := ofShop(query.ShopID)
	f.named(query.Search)
	where, args := f.where, f.args
	err := s.view(ctx, func(_ *db.Queries, tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, "SELECT count(*), CAST(total(missing) AS INTEGER) FROM collections p WHERE "+where, args...).Scan(&page.Total, &page.Missing); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, `SELECT id, handle, title, product_count, missing, description_words,
			coalesce(length(seo_title), 0), coalesce(length(meta_description), 0), updated_at
			FROM collections p WHERE `+where+` ORDER BY title COLLATE NOCASE, row_id LIMIT ? OFFSET ?`,
			append(args, query.Limit, query.Offset)...)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var c galley.CollectionSummary
			var updated column.Time
			if err := rows.Scan(&c.ID, &c.Handle, &c.Title, &c.ProductCount, &c.Missing, &c.DescriptionWords,
				&c.SEOTitleChars, &c.MetaChars, &updated); err != nil {
				return err
			}
			c.UpdatedAt = updated.Time
			page.Collections = append(page.Collections, c)
		}
		return rows.Err()
	})
	return page, err
}

// named narrows to collections that have each word in title or handle. A shop
// has few enough collections to read them all.
func (f *filter) named(search string) {
	for word := range strings.FieldsSeq(search) {
		pattern := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(word) + "%"
		f.and(`(p.title LIKE ? ESCAPE '\' OR p.handle LIKE ? ESCAPE '\')`, pattern, pattern)
	}
}
