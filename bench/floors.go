package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver of plain inserts

	core "galley/backend/galley"
	"galley/backend/shopify"
	"galley/bench/front"
)

// keptTables hold what a sync keeps of products.
const keptTables = "products images product_tags derived_phrases product_readings"

// floors are what no sync can be faster than.
func (r *readShop) floors(ctx context.Context, work string) ([]row, error) {
	prepared, read, err := r.readForNothing(ctx)
	if err != nil {
		return nil, err
	}
	inserted, err := r.insertPlainly(ctx)
	if err != nil {
		return nil, err
	}
	floor := func(name string, took time.Duration) row {
		return row{work: work, client: "*floor: " + name + "*", took: took, ideal: took, refused: -1}
	}
	r.bench.progress("floors: %.2f s to read, after %.2f s in which the shop writes the list, %.2f s to insert", read.Seconds(), prepared.Seconds(), inserted.Seconds())
	return []row{floor("the shop's list, read for nothing", prepared+read), floor("plain inserts of the same rows", inserted)}, nil
}

// readForNothing has the shop write a list of all products, and reads its file.
func (r *readShop) readForNothing(ctx context.Context) (prepared, read time.Duration, err error) {
	client, err := shopify.New(shopify.Config{Endpoint: r.front.Endpoint, Token: front.Token, Logger: slog.New(slog.DiscardHandler), Folder: r.place.folder})
	if err != nil {
		return 0, 0, err
	}
	defer client.Close()
	began := time.Now()
	list, err := client.StartList(ctx)
	for err == nil && list.State == core.ListRunning {
		time.Sleep(50 * time.Millisecond)
		list, err = client.List(ctx, list.ID)
	}
	if err == nil && list.State != core.ListReady {
		err = fmt.Errorf("the shop's list of %d products failed", r.bench.synced)
	}
	if err != nil {
		return 0, 0, err
	}
	prepared, began = time.Since(began), time.Now()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, list.URL, nil)
	if err != nil {
		return 0, 0, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, 0, err
	}
	defer response.Body.Close()
	size, err := io.Copy(io.Discard, response.Body)
	if err == nil && size != list.Size {
		err = fmt.Errorf("%d of %d bytes came", size, list.Size)
	}
	return prepared, time.Since(began), err
}

// insertPlainly puts the rows that Galley's sync left into a file of the same tables and indexes.
func (r *readShop) insertPlainly(ctx context.Context) (took time.Duration, err error) {
	from, err := sql.Open("sqlite3", "file:"+filepath.Join(r.place.home(), "galley.db")+"?mode=ro")
	if err != nil {
		return 0, err
	}
	defer from.Close()
	to, err := sql.Open("sqlite3", "file:"+filepath.Join(r.place.folder, "floor.db")+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return 0, err
	}
	defer to.Close()
	to.SetMaxOpenConns(1)
	for table := range strings.FieldsSeq(keptTables) {
		rows, err := copied(ctx, from, to, table)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", table, err)
		}
		began := time.Now()
		for len(rows) > 0 {
			some := rows[:min(2_000, len(rows))]
			rows = rows[len(some):]
			if err := insert(ctx, to, table, some); err != nil {
				return 0, fmt.Errorf("%s: %w", table, err)
			}
		}
		took += time.Since(began)
	}
	return took, nil
}

// copied makes the table and its indexes, and reads its rows.
func copied(ctx context.Context, from, to *sql.DB, table string) ([][]any, error) {
	definitions, err := all(ctx, from, "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC", table)
	if err != nil {
		return nil, err
	}
	for _, definition := range definitions {
		if _, err := to.ExecContext(ctx, fmt.Sprint(definition[0])); err != nil {
			return nil, err
		}
	}
	return all(ctx, from, "SELECT * FROM "+table) //nolint:unqueryvet // every column, whatever there are
}

func all(ctx context.Context, from *sql.DB, query string, args ...any) (found [][]any, err error) {
	rows, err := from.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		values, into := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		found = append(found, values)
	}
	return found, rows.Err()
}

func insert(ctx context.Context, to *sql.DB, table string, rows [][]any) (err error) {
	tx, err := to.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	statement, err := tx.PrepareContext(ctx, fmt.Sprintf("INSERT INTO %s VALUES (?%s)", table, strings.Repeat(", ?", len(rows[0])-1)))
	if err != nil {
		return err
	}
	defer statement.Close()
	for _, row := range rows {
		if _, err := statement.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
