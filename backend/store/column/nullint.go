package column

import "database/sql"

// NullInt is a number that is 0 if the row has none (NULL).
type NullInt int

// Scan implements sql.Scanner.
func (n *NullInt) Scan(from any) error {
	var v sql.NullInt64
	err := v.Scan(from)
	*n = NullInt(v.Int64)
	return err
}
