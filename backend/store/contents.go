package store

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
)

// counted are the contents of a data file, by query. A file of an earlier
// schema lacks some tables, and so their contents.
var counted = map[string]string{
	"shops":        "SELECT count(*) FROM shops",
	"products":     "SELECT count(*) FROM products",
	"jobs":         "SELECT count(*) FROM jobs",
	"items":        "SELECT count(*) FROM items WHERE state = 'generated'",
	"revisions":    "SELECT count(*) FROM revisions",
	"publications": "SELECT count(*) FROM publications",
	"ledger":       "SELECT count(*) FROM ledger",
}

// contents is how much a data file holds of each kind.
type contents map[string]int

// empty reports whether nothing was ever saved in the file.
func (c contents) empty() bool {
	for _, n := range c {
		if n > 0 {
			return false
		}
	}
	return true
}

// covers reports whether it holds at least as much as the other of every kind.
func (c contents) covers(other contents) bool {
	for kind, n := range other {
		if c[kind] < n {
			return false
		}
	}
	return true
}

// contentsOf counts what a file holds, and changes nothing.
func contentsOf(ctx context.Context, path string) (contents, error) {
	file, err := openReadOnly(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	tables, err := lines(ctx, file, "SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		return nil, err
	}
	held := contents{}
	for table, query := range counted {
		if !slices.Contains(tables, table) {
			continue
		}
		found, err := lines(ctx, file, query)
		if err != nil {
			return nil, err
		}
		if held[table], err = strconv.Atoi(found[0]); err != nil {
			return nil, err
		}
	}
	return held, nil
}

// holdsMore reports whether an older copy holds more of any kind than a newer
// one. An unreadable one is assumed to: it may be all there is.
func holdsMore(ctx context.Context, older, newer string) (bool, error) {
	have, err := contentsOf(ctx, newer)
	if err != nil {
		return false, err
	}
	had, err := contentsOf(ctx, older)
	if err != nil {
		return true, nil //nolint:nilerr // what cannot be read is kept
	}
	return !have.covers(had), nil
}

func openReadOnly(path string) (*sql.DB, error) {
	file, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: "mode=ro"}).String())
	return file, fault(err)
}
