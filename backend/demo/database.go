package demo

import (
	"context"
	"database/sql"
	_ "embed" // the schema
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/demo/bulk"
	"galley/backend/demo/search"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// maxReaders limits the connections that read at once; more would only wait for
// the processor.
const maxReaders = 8

// schemaVersion is kept in the file's user_version.
const schemaVersion = 3

//go:embed schema.sql
var schemaSQL string

//go:embed upgrade.sql
var upgradeSQL string

//go:embed deletions.sql
var deletionsSQL string

//go:embed indexes.sql
var indexesSQL string

// driver is SQLite with the function that search needs.
const driver = "sqlite3_demo_shop"

func init() { //nolint:gochecknoinits // database/sql wants drivers registered once
	sql.Register(driver, &sqlite.SQLiteDriver{
		ConnectHook: func(conn *sqlite.SQLiteConn) error {
			return conn.RegisterFunc(search.WordsFunction, search.HasWords, true)
		},
	})
}

// database is one writer and a pool of readers on one file.
type database struct {
	write, read *sql.DB
	// bulk reads for bulk operations, without a limit: requests that hold a reader
	// wait for it.
	bulk *sql.DB
	// temporary is the folder to remove with the database, if any.
	temporary string
}

func openDatabase(ctx context.Context, path string) (*database, error) {
	db := &database{}
	synchronous := "NORMAL"
	if path == "" {
		folder, err := os.MkdirTemp("", "galley-demo-shop-")
		if err != nil {
			return nil, galley.WrapError(err, galley.CodeStorage, messages.DemoNoFolder)
		}
		db.temporary, path, synchronous = folder, filepath.Join(folder, "shop.db"), "OFF"
	}
	var err error
	if db.write, err = sql.Open(driver, dsn(path, "_txlock=immediate", "_cache_size=-65536", "_synchronous="+synchronous)); err == nil {
		db.read, err = sql.Open(driver, dsn(path, "_query_only=true"))
	}
	if err == nil {
		db.bulk, err = sql.Open(driver, dsn(path, "_query_only=true"))
	}
	if err == nil {
		db.write.SetMaxOpenConns(1)
		db.read.SetMaxOpenConns(maxReaders)
		err = db.write.PingContext(ctx)
	}
	if err != nil {
		err = errors.Join(err, db.close())
		return nil, galley.WrapError(err, galley.CodeStorage, messages.DemoFileNotOpened(filepath.Base(path)))
	}
	return db, nil
}

// dsn sets the pragmas for every connection of a pool.
func dsn(path string, more ...string) string {
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if absolute, err := filepath.Abs(path); err == nil {
		address.Path = "/" + strings.TrimPrefix(filepath.ToSlash(absolute), "/")
	}
	pragmas := []string{"_busy_timeout=30000", "_journal_mode=WAL", "_foreign_keys=on"}
	address.RawQuery = strings.Join(append(pragmas, more...), "&")
	return address.String()
}

// prepare creates the tables in a new file, and reports whether it was new. A
// file of an older Galley is upgraded, one of a newer Galley is refused.
func prepare(ctx context.Context, tx *sql.Tx, now time.Time) (isNew bool, err error) {
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return false, err
	}
	switch {
	case version > schemaVersion:
		return false, galley.NewError(galley.CodeSchemaNewer, messages.DemoFileNewer)
	case version == schemaVersion:
		return false, nil
	case version > 0:
		return false, upgrade(ctx, tx, version, now)
	}
	if _, err := tx.ExecContext(ctx, schemaSQL+deletionsSQL+bulk.Tables); err != nil {
		return false, err
	}
	return true, setVersion(ctx, tx)
}

// upgrade upgrades a file of an older version. Those of version 1 had collections
// without texts, and none of vendors; those of version 2 recorded no deletions and
// had no bulk operations.
func upgrade(ctx context.Context, tx *sql.Tx, from int, now time.Time) error {
	if from == 1 {
		if _, err := tx.ExecContext(ctx, upgradeSQL); err != nil {
			return err
		}
		if err := addCollections(ctx, tx, ruleVendor, now); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, deletionsSQL+bulk.Tables); err != nil {
		return err
	}
	return setVersion(ctx, tx)
}

func setVersion(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "PRAGMA user_version = "+strconv.Itoa(schemaVersion))
	return err
}

// bulkFolder is where a shop's files are kept, beside its database.
func bulkFolder(db *database, path string) string {
	if db.temporary != "" {
		return filepath.Join(db.temporary, "bulk")
	}
	return path + "-bulk"
}

func (db *database) close() error {
	var failure error
	for _, pool := range []*sql.DB{db.bulk, db.read, db.write} {
		if pool == nil {
			continue
		}
		if err := pool.Close(); err != nil {
			failure = err
		}
	}
	if db.temporary != "" {
		if err := os.RemoveAll(db.temporary); err != nil {
			failure = err
		}
	}
	return failure
}
