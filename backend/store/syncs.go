package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// syncTx is tx for what a run writes of its sync. Where another process has overtaken it, nothing is written.
func (s *Store) syncTx(ctx context.Context, run galley.SyncRun, f func(*db.Queries, *sql.Tx) error) error {
	return s.tx(ctx, func(q *db.Queries, tx *sql.Tx) error {
		if err := fenceSync(ctx, q, run); err != nil {
			return err
		}
		return f(q, tx)
	})
}

func fenceSync(ctx context.Context, q *db.Queries, run galley.SyncRun) error {
	err := fence(ctx, q, run.Lease)
	if galley.HasCode(err, galley.CodeBusy) {
		return galley.WrapError(err, galley.CodeBusy, messages.SyncOvertaken)
	}
	return err
}

// SyncState returns what is kept of a shop's syncs.
func (s *Store) SyncState(ctx context.Context, shop galley.ShopID) (state galley.SyncState, err error) {
	err = s.view(ctx, func(q *db.Queries, _ *sql.Tx) error {
		state, err = syncState(ctx, q, shop)
		return err
	})
	return state, err
}

func syncState(ctx context.Context, q *db.Queries, shop galley.ShopID) (galley.SyncState, error) {
	row, err := q.SyncState(ctx, shop)
	if errors.Is(err, sql.ErrNoRows) {
		return galley.SyncState{}, nil
	}
	n := row.ShopSync
	return galley.SyncState{
		Open: row.SyncOpen, Kind: n.Kind, Began: n.BeganAt.Time, ChangesFrom: n.ChangesFrom.Time, WholeAt: n.WholeAt.Time,
		ListID: n.ListID, ListAt: n.ListAt.Time, MembersKnown: row.MembersKnown,
	}, err
}

// BeginSyncOf is BeginSync for a sync of that kind: one of another kind that was
// interrupted is not continued, and neither is one of changes, which begins at
// their start again.
func (s *Store) BeginSyncOf(ctx context.Context, shop galley.ShopID, held galley.Lease, kind galley.SyncKind) (run galley.SyncRun, cursor string, err error) {
	run.Lease = held
	err = s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		state, err := syncState(ctx, q, shop)
		if err != nil {
			return err
		}
		// What an earlier version left open was read by pages.
		goesOn := kind != galley.SyncChanges && state.Open && state.Kind == kind || kind == galley.SyncPages && state.Kind == ""
		if !goesOn {
			if err := q.CloseSync(ctx, shop); err != nil {
				return err
			}
		}
		row, err := q.BeginSync(ctx, shop)
		run.Number, cursor = row.SyncRun, row.SyncCursor
		if err != nil || state.Kind != "" && goesOn {
			return err
		}
		return q.NoteSyncBegun(ctx, db.NoteSyncBegunParams{ShopID: shop, Kind: kind, BeganAt: column.At(s.clock.Now())})
	})
	return run, cursor, err
}

// AbandonSync ends a sync that was interrupted, so that the next begins anew.
// What it read stays read.
func (s *Store) AbandonSync(ctx context.Context, shop galley.ShopID, run galley.SyncRun) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		if err := q.CloseSync(ctx, shop); err != nil {
			return err
		}
		return q.NoteList(ctx, db.NoteListParams{ShopID: shop})
	})
}

// NoteList keeps which list the shop writes for the open sync, and when it was
// asked for: with no id before, and with its id afterwards. The zero time means
// that none is.
func (s *Store) NoteList(ctx context.Context, shop galley.ShopID, run galley.SyncRun, id string, asked time.Time) error {
	at := column.NullTime{}
	if !asked.IsZero() {
		at = column.NullAt(asked)
	}
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		return q.NoteList(ctx, db.NoteListParams{ShopID: shop, ListID: id, ListAt: at})
	})
}

// NoteSynced keeps that a sync has ended well that began at a time: whole, if it
// read all products. Without resume, the next sync reads all of them.
func (s *Store) NoteSynced(ctx context.Context, shop galley.ShopID, run galley.SyncRun, began time.Time, whole, resume bool) error {
	note := db.NoteSyncedParams{ShopID: shop}
	if resume {
		note.ChangesFrom = column.NullAt(began)
	}
	if whole {
		note.WholeAt = column.NullAt(began)
	}
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error { return q.NoteSynced(ctx, note) })
}

// KnownAmong returns those of some products that the local copy has, without
// those that a person is asked about.
func (s *Store) KnownAmong(ctx context.Context, shop galley.ShopID, ids []string) ([]string, error) {
	known, err := db.New(s.read).KnownAmong(ctx, db.KnownAmongParams{ShopID: shop, Ids: jsonArray(ids)})
	return known, fault(err)
}

// CountProducts counts the products of the local copy, and those of them that a
// person is asked about.
func (s *Store) CountProducts(ctx context.Context, shop galley.ShopID) (known, missing int, err error) {
	row, err := db.New(s.read).CountProducts(ctx, shop)
	return row.Known, row.Missing, fault(err)
}

// FinishChanges ends a sync of changes, and removes these products.
func (s *Store) FinishChanges(ctx context.Context, shop galley.ShopID, run galley.SyncRun, gone []string) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		if len(gone) > 0 {
			if err := q.DropProducts(ctx, db.DropProductsParams{ShopID: shop, Ids: jsonArray(gone)}); err != nil {
				return err
			}
			if err := q.DropTextPrints(ctx, shop); err != nil {
				return err
			}
		}
		n, err := q.FinishChanges(ctx, db.FinishChangesParams{ID: shop, Run: run.Number, Now: column.NullAt(s.clock.Now())})
		if err = expectOneRow(n, err, messages.SyncEnded); err != nil {
			return err
		}
		return touched(ctx, q, q.CompareAgain(ctx, shop), galley.TopicProducts(shop), galley.TopicShops)
	})
}

// NoteListing keeps how many products a shop has put on its list so far.
func (s *Store) NoteListing(ctx context.Context, shop galley.ShopID, run galley.SyncRun, listed, total int) error {
	return s.syncTx(ctx, run, func(q *db.Queries, _ *sql.Tx) error {
		err := q.NoteListing(ctx, db.NoteListingParams{ID: shop, Run: run.Number, Listed: listed, Total: total})
		return touched(ctx, q, err, galley.TopicShops)
	})
}
