package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// BeginSync starts a sync of the shop, or continues an interrupted one: it
// returns the run under that lease and the cursor.
func (s *Store) BeginSync(ctx context.Context, shop galley.ShopID, held galley.Lease) (run galley.SyncRun, cursor string, err error) {
	run.Lease = held
	err = s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		row, err := q.BeginSync(ctx, shop)
		run.Number, cursor = row.SyncRun, row.SyncCursor
		return err
	})
	return run, cursor, err
}

// RestartSync goes back to the first page; products read so far stay read.
func (s *Store) RestartSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		_, err := q.RestartSync(ctx, shop)
		return err
	})
}

// SavePage keeps one page of a sync together with the cursor after it. Products that are as the local copy has them cost
// little. Other writers wait while a part of the page is saved, and get their turn between two parts. A sync that ends
// between them has the cursor before the page, so the whole page comes again.
func (s *Store) SavePage(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch) error {
	return s.saveParts(ctx, shop, run, page, s.tx)
}

// transaction runs a function in one writing transaction.
type transaction func(context.Context, func(*db.Queries, *sql.Tx) error) error

// saveParts prepares each part of a page while the one before is saved. Parts share a transaction as long as nobody else
// may want to write.
func (s *Store) saveParts(ctx context.Context, shop galley.ShopID, run galley.SyncRun, page galley.ProductBatch, inTx transaction) error {
	parts := partsOf(page)
	prepare := func(part pagePart) chan preparation {
		done := make(chan preparation, 1)
		go func() {
			prepared, err := s.preparePage(ctx, shop, run, part.ProductBatch)
			done <- preparation{prepared, err}
			close(done)
		}()
		return done
	}
	next := prepare(parts[0])
	defer func() { <-next }() // nothing is read after the page
	saveNext := func(q *db.Queries, tx *sql.Tx, now preparation) error {
		part := parts[0]
		if parts = parts[1:]; len(parts) > 0 {
			next = prepare(parts[0])
		}
		if now.err != nil {
			return now.err
		}
		return savePart(ctx, q, tx, now.page, part)
	}
	for len(parts) > 0 {
		now := <-next
		err := inTx(ctx, func(q *db.Queries, tx *sql.Tx) error {
			err := saveNext(q, tx, now)
			for together := 1; err == nil && len(parts) > 0 && together < partsTogether && !s.othersWrite(); together++ {
				err = saveNext(q, tx, <-next)
			}
			return err
		})
		if err != nil {
			return err
		}
		if len(parts) > 0 {
			failpoint.Reach(failpoint.SyncPart)
		}
	}
	return nil
}

// preparation is a part of a page that was prepared, or not.
type preparation struct {
	page *syncPage
	err  error
}

func savePart(ctx context.Context, q *db.Queries, tx *sql.Tx, prepared *syncPage, part pagePart) error {
	shop := prepared.shop
	if err := fenceSync(ctx, q, prepared.run); err != nil {
		return err
	}
	if err := writeMuch(ctx, tx, part.whole >= largePage); err != nil {
		return err
	}
	if err := noteRead(ctx, q, prepared, part); err != nil {
		return err
	}
	if err := q.SetUnknownFields(ctx, db.SetUnknownFieldsParams{ID: shop, UnknownFields: jsonArray(part.Unknown)}); err != nil {
		return err
	}
	if err := prepared.save(ctx, q); err != nil {
		return err
	}
	if err := prepared.saveRest(ctx, tx); err != nil {
		return err
	}
	if part.whole < largePage { // the words of large pages come later
		if _, err := indexWords(ctx, tx); err != nil {
			return err
		}
	}
	if err := textChanged(ctx, q, shop, ""); err != nil {
		return err
	}
	return touched(ctx, q, nil, galley.TopicProducts(shop), galley.TopicShops)
}

// noteRead keeps the cursor and count with the last part of a page. With each other one it requires that the sync has
// not ended.
func noteRead(ctx context.Context, q *db.Queries, prepared *syncPage, part pagePart) error {
	if !part.last {
		n, err := q.CountOpenSyncs(ctx, db.CountOpenSyncsParams{ID: prepared.shop, Run: prepared.run.Number})
		return expectOneRow(int64(n), err, messages.SyncEnded)
	}
	n, err := q.SaveSyncCursor(ctx, db.SaveSyncCursorParams{ID: prepared.shop, Run: prepared.run.Number, Cursor: part.Next, N: part.whole, Total: part.Total})
	if err = expectOneRow(n, err, messages.SyncEnded); err == nil {
		failpoint.Reach(failpoint.SyncCursor)
	}
	return err
}

// pagePart is a part of a page that is saved in one transaction.
type pagePart struct {
	galley.ProductBatch // with the products of the part

	whole int // how many products the page has
	last  bool
}

// partsOf splits a page. A page without products is one part, for its cursor.
func partsOf(page galley.ProductBatch) (parts []pagePart) {
	products := onceEach(page.Products)
	for from := 0; from == 0 || from < len(products); from += savedAtOnce {
		part := pagePart{page, len(page.Products), from+savedAtOnce >= len(products)}
		part.Products = products[from:min(from+savedAtOnce, len(products))]
		parts = append(parts, part)
	}
	return parts
}

// savedAtOnce is how many products are saved in one transaction; other writers wait meanwhile. Where nobody else may want
// to write there are partsTogether times as many, so that pages of the indexes are written less often.
const (
	savedAtOnce   = 500
	partsTogether = 4
)

// largePage is the size from which a page makes room for those that follow.
const largePage = 500

// writeMuch has the writing connection keep the ends of all indexes in memory while much is written, and move the log
// into the data file in larger parts. Otherwise it needs little memory.
func writeMuch(ctx context.Context, tx *sql.Tx, much bool) error {
	pragmas := "PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000" // 2 MB, and 4 MB: what SQLite begins with
	if much {
		pragmas = "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000"
	}
	_, err := tx.ExecContext(ctx, pragmas)
	return err
}

// FinishSync ends a sync that has read its last page, and removes what the shop
// no longer has. It returns the number of removed products.
func (s *Store) FinishSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (removed int, err error) {
	err = s.finishSync(ctx, shop, run, func(q *db.Queries) error {
		gone, err := q.DeleteUnseen(ctx, db.DeleteUnseenParams{ShopID: shop, Run: run.Number})
		removed = int(gone)
		return err
	})
	return removed, err
}

// Unseen counts the products that this sync has not found on the shop, and all
// that there are in the local copy.
func (s *Store) Unseen(ctx context.Context, shop galley.ShopID, run galley.SyncRun) (unseen, known int, err error) {
	row, err := db.New(s.read).CountUnseen(ctx, db.CountUnseenParams{ShopID: shop, Run: run.Number})
	return row.Unseen, row.Known, fault(err)
}

// FinishSyncKeeping ends a sync like FinishSync, but keeps the products that
// the shop did not list until a person confirms.
func (s *Store) FinishSyncKeeping(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	return s.finishSync(ctx, shop, run, func(*db.Queries) error { return nil })
}

// FinishSyncRemoving ends a sync like FinishSyncKeeping, but drops the products
// of a plan that this sync did not find either. A plan that is not that of
// Removals is CodeChanged, and nothing is dropped.
func (s *Store) FinishSyncRemoving(ctx context.Context, shop galley.ShopID, run galley.SyncRun, plan galley.PlanID) (removed int, err error) {
	err = s.finishSync(ctx, shop, run, func(q *db.Queries) error {
		now, err := removals(ctx, q, shop)
		if err != nil {
			return err
		}
		if now.Plan != plan {
			return galley.NewError(galley.CodeChanged, messages.MissingProductsNotConfirmed)
		}
		gone, err := q.DeleteConfirmed(ctx, db.DeleteConfirmedParams{ShopID: shop, Run: run.Number})
		removed = int(gone)
		return err
	})
	return removed, err
}

// finishSync ends a sync. remove drops products; those that this sync did not
// find and that remain are kept as missing.
func (s *Store) finishSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun, remove func(*db.Queries) error) error {
	return s.syncTx(ctx, run, func(q *db.Queries, tx *sql.Tx) error {
		if err := cmp.Or(writeMuch(ctx, tx, false), remove(q)); err != nil {
			return err
		}
		if err := q.DropMissing(ctx, shop); err != nil {
			return err
		}
		missing, err := q.KeepMissing(ctx, db.KeepMissingParams{ShopID: shop, Run: run.Number})
		if err != nil {
			return err
		}
		n, err := q.FinishSync(ctx, db.FinishSyncParams{ID: shop, Run: run.Number, Now: column.NullAt(s.clock.Now()), Missing: int(missing)})
		if err = expectOneRow(n, err, messages.SyncEnded); err != nil {
			return err
		}
		err = errors.Join(q.DropTextPrints(ctx, shop), q.CompareAgain(ctx, shop))
		return touched(ctx, q, err, galley.TopicProducts(shop), galley.TopicShops)
	})
}

// Removals lists the products that the last sync did not find on the shop.
func (s *Store) Removals(ctx context.Context, shop galley.ShopID) (found galley.Removals, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		found, err = removals(ctx, q, shop)
		return err
	})
	return found, err
}

func removals(ctx context.Context, q *db.Queries, shop galley.ShopID) (galley.Removals, error) {
	rows, err := q.MissingProducts(ctx, shop)
	found := galley.Removals{Count: len(rows), Products: []galley.ProductRef{}}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
		if i < galley.RemovalsShown {
			found.Products = append(found.Products, galley.ProductRef{ID: r.ID, Handle: r.Handle, Title: r.Title})
		}
	}
	slices.Sort(ids)
	found.Plan = galley.RemovalPlan(shop, ids)
	return found, err
}
