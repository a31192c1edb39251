package store

import (
	"context"
	"database/sql"
	sqldriver "database/sql/driver"
	"errors"
	"sync/atomic"
	"testing"

	sqlite "github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"
)

// Reads counts the statements that a store sends to its data file to read.
type Reads struct{ atomic.Int64 }

// Of is how many statements f takes.
func (r *Reads) Of(f func()) int64 {
	before := r.Load()
	f()
	return r.Load() - before
}

// CountReads has a store read through connections that count.
func (s *Store) CountReads(t *testing.T) *Reads {
	t.Helper()
	require.NoError(t, s.read.Close())
	reads := &Reads{}
	s.read = sql.OpenDB(counting{reads: reads, dsn: dsn(s.path, true, busyReader)})
	return reads
}

// CountWrites has a store write through a connection that counts: what is
// asked within transactions, and what is changed without an answer.
func (s *Store) CountWrites(t *testing.T) (queries, changes *Reads) {
	t.Helper()
	require.NoError(t, s.write.Close())
	queries, changes = &Reads{}, &Reads{}
	s.write = sql.OpenDB(counting{reads: queries, changes: changes, dsn: dsn(s.path, false, busyWriter)})
	s.write.SetMaxOpenConns(1)
	return queries, changes
}

type counting struct {
	sqldriver.Connector

	reads, changes *Reads
	dsn            string
}

func (c counting) Connect(context.Context) (sqldriver.Conn, error) {
	conn, err := (&sqlite.SQLiteDriver{}).Open(c.dsn)
	if err != nil {
		return nil, err
	}
	plain, ok := conn.(*sqlite.SQLiteConn)
	if !ok {
		return nil, errors.New("not SQLite's own connection")
	}
	return &countedConn{SQLiteConn: plain, reads: c.reads, changes: c.changes}, nil
}

func (c counting) Driver() sqldriver.Driver { return &sqlite.SQLiteDriver{} }

type countedConn struct {
	*sqlite.SQLiteConn

	reads, changes *Reads
}

func (c *countedConn) QueryContext(ctx context.Context, query string, args []sqldriver.NamedValue) (sqldriver.Rows, error) {
	c.reads.Add(1)
	return c.SQLiteConn.QueryContext(ctx, query, args)
}

func (c *countedConn) ExecContext(ctx context.Context, query string, args []sqldriver.NamedValue) (sqldriver.Result, error) {
	if c.changes != nil {
		c.changes.Add(1)
	}
	return c.SQLiteConn.ExecContext(ctx, query, args)
}
