package store

import (
	"database/sql"
	"errors"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/markup"
)

// driver is SQLite with the functions that migrations call, and the search of products whose words are not in the index
// yet. Nothing in the file's schema calls one, so that any SQLite can read and write the file.
const driver = "sqlite3_galley"

func init() { //nolint:gochecknoinits // database/sql wants drivers registered once
	sql.Register(driver, &sqlite.SQLiteDriver{
		ConnectHook: func(conn *sqlite.SQLiteConn) error {
			empty := func(field, text string) bool { return markup.Empty(galley.Field(field), galley.Text(text)) }
			guess := func(title, vendor, productType, html string) string {
				return checks.Guess(galley.Product{Title: title, Vendor: vendor, ProductType: productType, DescriptionHTML: html}.Subject()).Text
			}
			return errors.Join(conn.RegisterFunc("galley_empty", empty, true), conn.RegisterFunc("galley_words", words, true),
				conn.RegisterFunc("galley_guess", guess, true), conn.RegisterFunc("galley_has", hasPatterns, true),
				conn.RegisterFunc("galley_length", func(field, text string) int { return length(galley.Field(field), text) }, true))
		},
	})
}
