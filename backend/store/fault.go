package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	sqlite "github.com/mattn/go-sqlite3"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// fault gives an error of the driver its code and sentence. Errors that have
// one already, and contexts that ended, pass.
func fault(err error) error {
	var known *galley.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if errors.Is(err, sql.ErrNoRows) {
		return galley.WrapError(err, galley.CodeNotFound, messages.NoLongerThere)
	}
	var e sqlite.Error
	if !errors.As(err, &e) {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFileFailed)
	}
	if e.Code == sqlite.ErrConstraint && strings.HasPrefix(e.Error(), "illegal move") { // raised by our own triggers
		return galley.WrapError(err, galley.CodeIllegalState, messages.NotInThisState)
	}
	if e.ExtendedCode == sqlite.ErrIoErrSHMSize { // the log's index finds no room
		e.Code = sqlite.ErrFull
	}
	if f, ok := faults[e.Code]; ok {
		return galley.WrapError(err, f.code, f.message)
	}
	return galley.WrapError(err, galley.CodeStorage, messages.DataFileFailed)
}

// faultOf is fault for an error of a transaction. One that was cut short since
// its context ended is no failure of the data file, however the driver puts it.
func faultOf(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil && wasCutShort(err) {
		return ctx.Err()
	}
	return fault(err)
}

func wasCutShort(err error) bool {
	var e sqlite.Error
	return errors.Is(err, sql.ErrTxDone) || errors.As(err, &e) && e.Code == sqlite.ErrInterrupt
}

// faults are what SQLite can meet.
var faults = map[sqlite.ErrNo]struct {
	code    galley.Code
	message messages.Message
}{
	sqlite.ErrConstraint: {galley.CodeInternal, messages.DataFileRulesBroken},
	sqlite.ErrFull:       {galley.CodeStorage, messages.DiskFull},
	sqlite.ErrReadonly:   {galley.CodeStorage, messages.DataFileUnwritable},
	sqlite.ErrPerm:       {galley.CodeStorage, messages.DataFileUnwritable},
	sqlite.ErrCantOpen:   {galley.CodeStorage, messages.DataFileUnwritable},
	sqlite.ErrAuth:       {galley.CodeStorage, messages.DataFileUnwritable},
	sqlite.ErrBusy:       {galley.CodeBusy, messages.DataFileBusy},
	sqlite.ErrLocked:     {galley.CodeBusy, messages.DataFileBusy},
	sqlite.ErrIoErr:      {galley.CodeStorage, messages.DiskFailing},
	sqlite.ErrCorrupt:    {galley.CodeStorage, messages.DataFileDamaged},
	sqlite.ErrNotADB:     {galley.CodeStorage, messages.DataFileDamaged},
}

// errUnsound is what an examination makes of a file that SQLite could open.
var errUnsound = errors.New("unsound")

// IsDamage reports whether an error was caused by a damaged data file.
func IsDamage(err error) bool {
	var e sqlite.Error
	return errors.Is(err, errUnsound) || errors.As(err, &e) && (e.Code == sqlite.ErrCorrupt || e.Code == sqlite.ErrNotADB)
}
