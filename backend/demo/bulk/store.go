package bulk

import (
	"context"
	"database/sql"
	_ "embed" // the tables
	"encoding/json"
	"errors"
	"time"
)

// Tables are the SQL of the tables that a new shop needs.
//
//go:embed tables.sql
var Tables string

// Columns are what Scan reads.
const Columns = `id, query, grouped, scopes, base, fate, stall, status, error_code, created_at, canceled_at, completed_at,
    objects, roots, size, file`

// Scan reads Columns and the columns after them.
func Scan(rows *sql.Rows, more ...any) (*Operation, error) {
	op := &Operation{}
	var scopes string
	var stall, created, canceled, completed int64
	err := rows.Scan(append([]any{
		&op.ID, &op.Query, &op.Grouped, &scopes, &op.Base, &op.Fate, &stall, &op.Status, &op.ErrorCode, &created, &canceled,
		&completed, &op.Objects, &op.Roots, &op.Size, &op.File,
	}, more...)...)
	if err != nil {
		return nil, err
	}
	op.Stall = time.Duration(stall) * time.Millisecond
	op.CreatedAt, op.CanceledAt, op.CompletedAt = timeOf(created), timeOf(canceled), timeOf(completed)
	return op, json.Unmarshal([]byte(scopes), &op.Scopes)
}

func timeOf(milliseconds int64) time.Time {
	if milliseconds == 0 {
		return time.Time{}
	}
	return time.UnixMilli(milliseconds).UTC()
}

func milliseconds(at time.Time) int64 {
	if at.IsZero() {
		return 0
	}
	return at.UnixMilli()
}

func (o *Operations) where(ctx context.Context, condition string, args ...any) ([]*Operation, error) {
	rows, err := o.db.QueryContext(ctx, "SELECT "+Columns+" FROM bulk_operations WHERE "+condition, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []*Operation
	for rows.Next() {
		op, err := Scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, op)
	}
	return all, rows.Err()
}

func (o *Operations) first(ctx context.Context, condition string, args ...any) (*Operation, error) {
	all, err := o.where(ctx, condition, args...)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

const active = "status IN ('CREATED', 'CANCELING')"

// firstID is above those of other kinds of objects.
const firstID = 7_600_000_000_001

// insert writes a new operation; started is false while too many run.
func (o *Operations) insert(ctx context.Context, op *Operation) (started bool, err error) {
	scopes, err := json.Marshal(op.Scopes)
	if err != nil {
		return false, err
	}
	err = o.db.QueryRowContext(ctx, `INSERT INTO bulk_operations (id, query, grouped, scopes, base, fate, stall, status, created_at)
	    SELECT (SELECT COALESCE(MAX(id) + 1, ?) FROM bulk_operations), ?, ?, ?, ?, ?, ?, ?, ?
	    WHERE (SELECT COUNT(*) FROM bulk_operations WHERE `+active+`) < ? RETURNING id`,
		firstID, op.Query, op.Grouped, string(scopes), op.Base, op.Fate, op.Stall.Milliseconds(), op.Status,
		milliseconds(op.CreatedAt), MostAtOnce).Scan(&op.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// cancel writes that an operation is canceled, and how far it was read; false where
// it was canceled or has ended before.
func (o *Operations) cancel(ctx context.Context, op *Operation) (canceled bool, err error) {
	return changed(o.db.ExecContext(ctx, `UPDATE bulk_operations SET status = 'CANCELING', canceled_at = ?, objects = ?, roots = ?
	    WHERE id = ? AND status = 'CREATED'`, milliseconds(op.CanceledAt), op.Objects, op.Roots, op.ID))
}

// forget writes that the file of an operation is removed.
func (o *Operations) forget(ctx context.Context, id int64) error {
	_, err := o.db.ExecContext(ctx, "UPDATE bulk_operations SET file = '' WHERE id = ?", id)
	return err
}

// end writes how an operation ended, unless another process was faster.
func (o *Operations) end(ctx context.Context, op *Operation) (first bool, err error) {
	return changed(o.db.ExecContext(ctx, `UPDATE bulk_operations SET status = ?, error_code = ?, completed_at = ?, objects = ?,
	    roots = ?, size = ?, file = ? WHERE id = ? AND `+active,
		op.Status, op.ErrorCode, milliseconds(op.CompletedAt), op.Objects, op.Roots, op.Size, op.File, op.ID))
}

// changed reports whether a statement changed a row.
func changed(done sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	rows, err := done.RowsAffected()
	return rows > 0, err
}
