package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// rowsAtOnce is how many rows are inserted in one statement.
const rowsAtOnce = 100

// manyRows inserts rows of a table: in statements of rowsAtOnce, and what is left one by one, so that two statements are
// prepared for a table.
type manyRows struct {
	insert   string // up to VALUES
	columns  int
	conflict string // what follows the values

	values []any
}

func (m *manyRows) add(ctx context.Context, tx *sql.Tx, row ...any) error {
	m.values = append(m.values, row...)
	if len(m.values) < rowsAtOnce*m.columns {
		return nil
	}
	err := m.exec(ctx, tx, m.values)
	m.values = m.values[:0]
	return err
}

func (m *manyRows) end(ctx context.Context, tx *sql.Tx) error {
	for row := range slices.Chunk(m.values, m.columns) {
		if err := m.exec(ctx, tx, row); err != nil {
			return err
		}
	}
	m.values = nil
	return nil
}

func (m *manyRows) exec(ctx context.Context, tx *sql.Tx, values []any) error {
	row := "(?" + strings.Repeat(", ?", m.columns-1) + ")"
	_, err := tx.ExecContext(ctx, m.insert+" VALUES "+row+strings.Repeat(", "+row, len(values)/m.columns-1)+m.conflict, values...)
	return err
}
