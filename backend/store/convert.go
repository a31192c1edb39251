package store

import (
	"encoding/json"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// knownValue returns a value, or nil if it is not known yet.
func knownValue(is bool, v galley.Value) *galley.Value {
	if !is {
		return nil
	}
	return &v
}

// unknown writes what known reads.
func unknown(v *galley.Value) (bool, galley.Value) {
	if v == nil {
		return false, galley.Null()
	}
	return true, *v
}

// jsonArray returns a JSON array for json_each, which unlike IN (?,?,…) has no limit.
// Only strings, numbers and structs of them come here: they always marshal.
func jsonArray(v any) string { return string(jsonBytes(v)) }

func jsonBytes(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	if string(b) == "null" {
		return []byte("[]")
	}
	return b
}

func reason(code galley.Code, column string) *galley.Reason {
	if code == "" {
		return nil
	}
	record := messages.ReadColumn(column)
	return &galley.Reason{Code: code, Message: record.Message(), Detail: record.Detail}
}

func reasonColumns(r *galley.Reason) (code galley.Code, column string) {
	if r == nil {
		return "", ""
	}
	record := r.Message.Record()
	record.Detail = r.Detail
	return r.Code, record.Column()
}
