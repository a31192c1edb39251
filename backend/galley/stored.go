package galley

import (
	"database/sql/driver"
	"fmt"
	"strconv"

	"galley/backend/galley/messages"
)

// Scan implements sql.Scanner: NULL is the null value.
func (v *Value) Scan(from any) error {
	switch from := from.(type) {
	case nil:
		*v = Null()
	case string:
		*v = Text(from)
	case []byte:
		*v = Text(string(from))
	default:
		return fmt.Errorf("a text is stored as %T", from)
	}
	return nil
}

// Value implements driver.Valuer.
func (v Value) Value() (driver.Value, error) {
	if v.Null {
		return nil, nil
	}
	return v.Text, nil
}

// Scan implements sql.Scanner: NULL is no shop.
func (id *ShopID) Scan(from any) error {
	var v Value
	err := v.Scan(from)
	*id = ShopID(v.Text)
	return err
}

// Scan implements sql.Scanner: jobs are stored by number, with 0 or NULL for no job.
func (id *JobID) Scan(from any) error {
	switch from := from.(type) {
	case nil:
		*id = ""
	case int64:
		*id = ""
		if from != 0 {
			*id = JobID(strconv.FormatInt(from, 10))
		}
	default:
		return fmt.Errorf("the id of a job is stored as %T, not as a number", from)
	}
	return nil
}

// Value implements driver.Valuer. An id that is not a number is CodeNotFound.
func (id JobID) Value() (driver.Value, error) {
	if id == "" {
		return int64(0), nil
	}
	n, err := strconv.ParseInt(string(id), 10, 64)
	if err != nil || n < 1 {
		return nil, NewError(CodeNotFound, messages.NotAJobID(string(id)))
	}
	return n, nil
}

// Before reports whether a job was made before another one.
func (id JobID) Before(other JobID) bool {
	return len(id) < len(other) || len(id) == len(other) && id < other
}
