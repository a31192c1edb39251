package store

import (
	"database/sql"
	"encoding/json"
	"strconv"
	"time"

	"galley/backend/galley"
)

func millis(t time.Time) int64 { return t.UnixMilli() }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

func momentOrNil(ms sql.NullInt64) *time.Time {
	if !ms.Valid {
		return nil
	}
	t := moment(ms.Int64)
	return &t
}

func at(t time.Time) sql.NullInt64 { return sql.NullInt64{Int64: millis(t), Valid: true} }

func column(v galley.Value) sql.NullString {
	return sql.NullString{String: v.Text, Valid: !v.Null}
}

func value(c sql.NullString) galley.Value {
	if !c.Valid {
		return galley.Null()
	}
	return galley.Text(c.String)
}

// known reads a value that may not have been learned yet.
func known(is int64, c sql.NullString) *galley.Value {
	if is == 0 {
		return nil
	}
	v := value(c)
	return &v
}

// unknown writes what known reads.
func unknown(v *galley.Value) (int64, sql.NullString) {
	if v == nil {
		return 0, sql.NullString{}
	}
	return 1, column(*v)
}

func dollars(usd float64) sql.NullFloat64 { return sql.NullFloat64{Float64: usd, Valid: true} }

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// list is a JSON array for json_each, which unlike IN (?,?,…) has no limit.
// Only strings, numbers and structs of them come here: they always marshal.
func list(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	if string(b) == "null" {
		return "[]"
	}
	return string(b)
}

func jobKey(id galley.JobID) (int64, error) {
	n, err := strconv.ParseInt(string(id), 10, 64)
	if err != nil || n < 1 {
		return 0, galley.Errorf(galley.CodeNotFound, "There is no job %q.", string(id))
	}
	return n, nil
}

func jobID(n int64) galley.JobID { return galley.JobID(strconv.FormatInt(n, 10)) }

func itemKey(id galley.ItemID) (job, position int64, err error) {
	j, pos, err := id.Split()
	if err != nil {
		return 0, 0, err
	}
	job, err = jobKey(j)
	return job, int64(pos), err
}

func reason(code, message string) *galley.Reason {
	if code == "" {
		return nil
	}
	return &galley.Reason{Code: galley.Code(code), Message: message}
}

func reasonColumns(r *galley.Reason) (code, message string) {
	if r == nil {
		return "", ""
	}
	return string(r.Code), r.Message
}
