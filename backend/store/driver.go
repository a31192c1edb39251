package store

import (
	"database/sql"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/galley"
	"galley/backend/markup"
)

// driver is SQLite with the functions that migrations call. Queries of the
// running program call none, so that any SQLite can read and write the file.
const driver = "sqlite3_galley"

func init() { //nolint:gochecknoinits // database/sql wants drivers registered once
	sql.Register(driver, &sqlite.SQLiteDriver{
		ConnectHook: func(conn *sqlite.SQLiteConn) error {
			return conn.RegisterFunc("galley_empty", func(field, text string) bool {
				return markup.Empty(galley.Field(field), galley.Text(text))
			}, true)
		},
	})
}
