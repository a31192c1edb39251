package column

import (
	"database/sql"
	"database/sql/driver"
)

// NullText is a text that is "" if the row has none (NULL).
type NullText string

// Value implements driver.Valuer.
func (t NullText) Value() (driver.Value, error) {
	if t == "" {
		return nil, nil
	}
	return string(t), nil
}

// Scan implements sql.Scanner.
func (t *NullText) Scan(from any) error {
	var v sql.NullString
	err := v.Scan(from)
	*t = NullText(v.String)
	return err
}
