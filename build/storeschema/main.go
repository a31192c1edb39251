// Command storeschema prints the schema of the data file: what all migrations
// together make of an empty one. It imports nothing of the store, so that it
// also runs while generated code is out of date.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	sqlite "github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
)

// all lists tables, then views as they build on each other, then indexes and
// triggers by name. The full-text indexes are left out: sqlc's grammar has no FTS4.
const all = `SELECT sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'goose\_%' ESCAPE '\' AND name NOT LIKE '%\_fts%' ESCAPE '\'
ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'view' THEN 2 WHEN 'index' THEN 3 ELSE 4 END, CASE type WHEN 'view' THEN rowid END, name`

const head = `-- Made by make queries from the migrations beside it. Never edited.
-- Without the full-text indexes: see migrations/00002_search.sql and 00052_large.sql.
`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: storeschema FOLDER-OF-MIGRATIONS")
		os.Exit(2)
	}
	if err := dump(context.Background(), os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "storeschema:", err)
		os.Exit(1)
	}
}

func dump(ctx context.Context, migrations string, to io.Writer) error {
	file, err := openEmpty()
	if err != nil {
		return err
	}
	defer file.Close()
	provider, err := goose.NewProvider(goose.DialectSQLite3, file, os.DirFS(migrations))
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	rows, err := file.QueryContext(ctx, all)
	if err != nil {
		return err
	}
	defer rows.Close()
	fmt.Fprint(to, head)
	for rows.Next() {
		var statement string
		if err := rows.Scan(&statement); err != nil {
			return err
		}
		fmt.Fprintf(to, "\n%s;\n", strings.TrimSpace(statement))
	}
	return rows.Err()
}

// openEmpty opens a data file in memory. The functions that migrations call are
// there, but no row calls them.
func openEmpty() (*sql.DB, error) {
	sql.Register("sqlite3_empty", &sqlite.SQLiteDriver{ConnectHook: func(conn *sqlite.SQLiteConn) error {
		return errors.Join(
			conn.RegisterFunc("galley_empty", func(string, string) bool { return true }, true),
			conn.RegisterFunc("galley_words", func(string) int { return 0 }, true),
			conn.RegisterFunc("galley_guess", func(_, _, _, _ string) string { return "" }, true),
			conn.RegisterFunc("galley_length", func(_, _ string) int { return 0 }, true))
	}})
	file, err := sql.Open("sqlite3_empty", ":memory:")
	if err == nil {
		file.SetMaxOpenConns(1)
	}
	return file, err
}
