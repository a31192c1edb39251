package column

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Time is a moment as the data file has it: milliseconds since 1970. It is read in UTC.
type Time struct{ time.Time }

// At is the column of a moment.
func At(t time.Time) Time { return Time{t} }

// Value implements driver.Valuer.
func (t Time) Value() (driver.Value, error) { return t.UnixMilli(), nil }

// Scan implements sql.Scanner.
func (t *Time) Scan(from any) error {
	ms, ok := from.(int64)
	if !ok {
		return fmt.Errorf("a time is stored as %T, not as milliseconds", from)
	}
	t.Time = time.UnixMilli(ms).UTC()
	return nil
}

// NullTime is a moment that may not have come, which is NULL.
type NullTime struct{ Time *time.Time }

// NullAt is the column of a time that is set.
func NullAt(t time.Time) NullTime { return NullTime{&t} }

// Value implements driver.Valuer.
func (t NullTime) Value() (driver.Value, error) {
	if t.Time == nil {
		return nil, nil
	}
	return Time{*t.Time}.Value()
}

// Scan implements sql.Scanner.
func (t *NullTime) Scan(from any) error {
	*t = NullTime{}
	if from == nil {
		return nil
	}
	var at Time
	if err := at.Scan(from); err != nil {
		return err
	}
	t.Time = &at.Time
	return nil
}

// OrZero is the moment, or the zero time if there is none.
func (t NullTime) OrZero() time.Time {
	if t.Time == nil {
		return time.Time{}
	}
	return *t.Time
}
