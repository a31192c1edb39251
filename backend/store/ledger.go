package store

import (
	"context"
	"database/sql"
	"errors"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/column"
	"galley/backend/store/db"
)

// enterLedger writes a publication that has just been settled into the ledger.
func enterLedger(ctx context.Context, q *db.Queries, p galley.Publication, end galley.Settled) error {
	result := galley.EntryResult(end.State)
	switch {
	case end.AlreadyThere:
		result = galley.ResultAlreadyThere
	case end.State == galley.PublicationDone:
		result = galley.ResultWritten
	}
	err := q.EnterLedger(ctx, db.EnterLedgerParams{
		ID: p.ID, Result: result, ItemID: p.ItemID, BeforeSha256: fingerprint(end.Before), AfterSha256: fingerprint(&p.After),
		LiveSha256: fingerprint(end.Live), SiblingSha256: fingerprint(end.Sibling),
	})
	return touched(ctx, q, err, galley.TopicActivity(p.ShopID))
}

// activityFilters are the tabs of the Activity page as conditions over the ledger.
var activityFilters = map[galley.ActivityFilter]string{
	galley.ActivityAll:       "1",
	galley.ActivityPublished: "(l.kind = 'publish' OR l.again = 1) AND l.result IN ('written', 'already_there')",
	galley.ActivityUndone:    "l.kind = 'undo' AND l.again = 0 AND l.result IN ('written', 'already_there')",
	galley.ActivityConflict:  "l.result = 'conflict'",
	galley.ActivityFailed:    "l.result = 'failed'",
}

// ofActivity is the WHERE clause of a query over the ledger (as l).
func ofActivity(query galley.ActivityQuery) filter {
	f := filter{where: activityFilters[query.Filter]}
	if query.ShopID != "" {
		f.and("l.shop_id = ?", query.ShopID)
	}
	if s := query.Search; s != "" {
		f.and("(instr(lower(l.place_title), lower(?)) > 0 OR instr(lower(l.place_handle), lower(?)) > 0 OR instr(lower(l.person), lower(?)) > 0)", s, s, s)
	}
	return f
}

// Activity returns a window of the ledger, newest first.
func (s *Store) Activity(ctx context.Context, query galley.ActivityQuery) (galley.ActivityPage, error) {
	page := galley.ActivityPage{Offset: query.Offset, Entries: []galley.Activity{}}
	f := ofActivity(query)
	err := s.view(ctx, func(_ *db.Queries, tx *sql.Tx) (err error) {
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM ledger l WHERE "+f.where, f.args...).Scan(&page.Total); err != nil {
			return err
		}
		// The window comes from the covering index; texts are read only for what is shown.
		page.Entries, err = entries(ctx, tx, "l.number IN (SELECT number FROM ledger l WHERE "+f.where+" ORDER BY number DESC LIMIT ? OFFSET ?)",
			append(f.args, query.Limit, query.Offset))
		return err
	})
	return page, err
}

// ActivityBefore returns up to n entries with numbers below that one, newest
// first; 0 begins with the newest.
func (s *Store) ActivityBefore(ctx context.Context, query galley.ActivityQuery, number int64, n int) (found []galley.Activity, err error) {
	f := ofActivity(query)
	if number > 0 {
		f.and("l.number < ?", number)
	}
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) (err error) {
		found, err = entries(ctx, tx, "l.number IN (SELECT number FROM ledger l WHERE "+f.where+" ORDER BY number DESC LIMIT ?)", append(f.args, n))
		return err
	})
	return found, err
}

// UndoingsOf lists the entries that take back those of these numbers, newest first.
func (s *Store) UndoingsOf(ctx context.Context, numbers []int64) (found []galley.Activity, err error) {
	err = s.view(ctx, func(_ *db.Queries, tx *sql.Tx) (err error) {
		found, err = entries(ctx, tx, "l.undoes <> '' AND l.undoes IN (SELECT publication_id FROM ledger WHERE number IN (SELECT value FROM json_each(?)))", []any{jsonArray(numbers)})
		return err
	})
	return found, err
}

// entries reads the entries under a condition over the ledger (as l), newest
// first. Whether one can be undone depends on its publication, which is deleted
// with its shop.
func entries(ctx context.Context, tx *sql.Tx, where string, args []any) ([]galley.Activity, error) {
	rows, err := tx.QueryContext(ctx, `SELECT l.number, l.at, l.publication_id, l.decided_at, l.kind, l.again,
		coalesce((SELECT u.number FROM ledger u WHERE u.publication_id = l.undoes), 0), l.result,
		l.shop_id, l.shop_name, l.shop_domain, l.item_id, l.place_kind, l.place_id, l.place_handle, l.place_title, l.image_of, l.field,
		l.person, l.written_by, l.model, l.prompt_version, l.cost_usd, l.request_id, l.attempts, l.error_code, l.error_message,
		coalesce(l.before_sha256, ''), coalesce(l.after_sha256, ''), l.before_known, l.before, l.after, l.live_known, l.live,
		l.sibling_known, l.sibling, l.late,
		EXISTS (SELECT 1 FROM ledger u WHERE u.undoes = l.publication_id AND u.undoes <> '' AND u.result IN ('written', 'already_there')),
		EXISTS (SELECT 1 FROM publications p WHERE p.id = l.publication_id AND (p.state = 'published' OR p.state = 'conflict' AND p.error_code = 'shop_readback')
			AND NOT EXISTS (SELECT 1 FROM publications u WHERE u.undoes = p.id AND u.state IN ('queued', 'publishing', 'published')))
		FROM ledger l WHERE `+where+" ORDER BY l.number DESC", args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	found := []galley.Activity{}
	for rows.Next() {
		e, err := entry(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, e)
	}
	return found, rows.Err()
}

func entry(rows *sql.Rows) (e galley.Activity, err error) {
	var (
		ended, decided                             column.Time
		beforeKnown, liveKnown, siblingKnown, late bool
		before, live, sibling                      galley.Value
		code                                       galley.Code
		message                                    string
		imageOf                                    string
	)
	err = rows.Scan(&e.Number, &ended, &e.PublicationID, &decided, &e.Kind, &e.Again, &e.Undoes, &e.Result,
		&e.Shop.ID, &e.Shop.Name, &e.Shop.Domain, &e.ItemID, &e.Place.Kind, &e.Place.ID, &e.Place.Handle, &e.Place.Title, &imageOf, &e.Field,
		&e.Person, &e.WrittenBy, &e.Model, &e.PromptVersion, &e.CostUSD, &e.RequestID, &e.Attempts, &code, &message,
		&e.BeforeSHA256, &e.AfterSHA256, &beforeKnown, &before, &e.After, &liveKnown, &live,
		&siblingKnown, &sibling, &late, &e.Undone, &e.CanUndo)
	e.Product, e.ImageID = e.Place.Product(imageOf), e.Place.ImageID()
	e.At, e.DecidedAt = ended.Time, decided.Time
	e.Before, e.Live = knownValue(beforeKnown, before), knownValue(liveKnown, live)
	e.Sibling = knownValue(siblingKnown, sibling)
	if late {
		e.Result = galley.ResultLate
	}
	e.Error = reason(code, message)
	e.Describe()
	return e, err
}

// ShopInLedger returns the shop of that name or id that the ledger knows last,
// removed ones included, or CodeNotFound.
func (s *Store) ShopInLedger(ctx context.Context, nameOrID string) (galley.ShopID, error) {
	id, err := db.New(s.read).LedgerShop(ctx, nameOrID)
	if errors.Is(err, sql.ErrNoRows) {
		return "", galley.NewError(galley.CodeNotFound, messages.NoSuchShopInLedger(nameOrID))
	}
	return id, fault(err)
}

// PublicationAt returns the publication behind an entry of the ledger. One
// whose shop was removed is CodeNotFound.
func (s *Store) PublicationAt(ctx context.Context, number int64) (galley.Publication, bool, error) {
	id, err := db.New(s.read).LedgerPublication(ctx, number)
	if errors.Is(err, sql.ErrNoRows) {
		return galley.Publication{}, false, galley.NewError(galley.CodeNotFound, messages.NoSuchEntry(int(number)))
	}
	if err != nil {
		return galley.Publication{}, false, fault(err)
	}
	return s.Publication(ctx, id)
}
