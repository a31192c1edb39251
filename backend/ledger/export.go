package ledger

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wholefile"
)

// Format is the format of an exported ledger.
type Format string

// The formats: CSV for spreadsheets, and JSON with one entry a line.
const (
	CSV   Format = "csv"
	JSONL Format = "jsonl"
)

// Formats lists the formats.
func Formats() []Format { return []Format{CSV, JSONL} }

// ParseFormat returns the format of that name, or CodeInvalidInput.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", galley.NewError(galley.CodeInvalidInput, messages.NoSuchFormat(name))
}

// chunk is how many entries are read at once: a ledger may have a million, each
// with three texts.
const chunk = 200

// Export writes the entries that q selects, newest first, and returns their
// number. q.Limit is the maximum, 0 for all. Entries added while it writes are
// left out. It reads in chunks, so memory does not grow with the ledger.
func (s *Service) Export(ctx context.Context, q galley.ActivityQuery, format Format, w io.Writer) (written int, err error) {
	if q.Filter, err = galley.ParseActivityFilter(string(q.Filter)); err != nil {
		return 0, err
	}
	put, flush := lines(format, w)
	var last int64
	for {
		n := chunk
		if q.Limit > 0 {
			n = min(n, q.Limit-written)
		}
		found, err := s.store.ActivityBefore(ctx, q, last, n)
		if err != nil {
			return written, err
		}
		for _, e := range found {
			if err := put(e.Entry); err != nil {
				return written, unwritten(err)
			}
			last = e.Number
		}
		written += len(found)
		if len(found) < n || written == q.Limit {
			return written, unwritten(flush())
		}
	}
}

// byteOrderMark tells spreadsheets that a file is UTF-8. Files for people begin
// with it; what Shopify imports does not.
const byteOrderMark = "\ufeff"

// lines returns functions that write one entry and end the file.
func lines(format Format, w io.Writer) (put func(galley.Entry) error, flush func() error) {
	if format == JSONL {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return func(e galley.Entry) error { return encoder.Encode(e) }, func() error { return nil }
	}
	_, err := io.WriteString(w, byteOrderMark)
	rows := csv.NewWriter(w)
	heading := errors.Join(err, rows.Write(columns))
	put = func(e galley.Entry) error { return errors.Join(heading, rows.Write(record(e))) }
	return put, func() error { rows.Flush(); return errors.Join(heading, rows.Error()) }
}

func unwritten(err error) error {
	if err == nil {
		return nil
	}
	return galley.WrapError(err, galley.CodeStorage, messages.LedgerNotExported)
}

// ExportFile does the same to a file, which is replaced when the new one is
// complete.
func (s *Service) ExportFile(ctx context.Context, q galley.ActivityQuery, format Format, name string) (written int, err error) {
	err = wholefile.Write(name, func(w io.Writer) error {
		written, err = s.Export(ctx, q, format, w)
		return err
	})
	return written, err
}
