package column

import (
	"database/sql/driver"
	"fmt"
)

// RowID is the key of a row, or a reference to one: 0 for none, which is NULL.
type RowID int64

// Value implements driver.Valuer.
func (id RowID) Value() (driver.Value, error) {
	if id == 0 {
		return nil, nil
	}
	return int64(id), nil
}

// Scan implements sql.Scanner.
func (id *RowID) Scan(from any) error {
	switch from := from.(type) {
	case nil:
		*id = 0
	case int64:
		*id = RowID(from)
	default:
		return fmt.Errorf("the key of a row is stored as %T, not as a number", from)
	}
	return nil
}
