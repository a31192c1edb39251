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
		return galley.Wrap(err, f.code, "%s", f.message)
	}
	return galley.WrapError(err, galley.CodeStorage, messages.DataFileFailed)
}

// faults are what SQLite can meet, in words.
var faults = map[sqlite.ErrNo]struct {
	code    galley.Code
	message string
}{
	sqlite.ErrConstraint: {galley.CodeInternal, "Galley tried to save something that breaks its own rules. Nothing was changed."},
	sqlite.ErrFull:       {galley.CodeStorage, "The disk is full, so nothing could be saved. What was saved before is safe. Free some space and go on."},
	sqlite.ErrReadonly:   {galley.CodeStorage, unwritable},
	sqlite.ErrPerm:       {galley.CodeStorage, unwritable},
	sqlite.ErrCantOpen:   {galley.CodeStorage, unwritable},
	sqlite.ErrAuth:       {galley.CodeStorage, unwritable},
	sqlite.ErrBusy:       {galley.CodeBusy, held},
	sqlite.ErrLocked:     {galley.CodeBusy, held},
	sqlite.ErrIoErr:      {galley.CodeStorage, failing},
	sqlite.ErrCorrupt:    {galley.CodeStorage, damaged},
	sqlite.ErrNotADB:     {galley.CodeStorage, damaged},
}

const (
	unwritable = "The data file cannot be written. What was saved before is safe. Check the permissions of the folder."
	held       = "Another program holds the data file. Nothing was changed. Close it and try again."
	failing    = "The disk did not take or give what it was asked for, so nothing could be saved. What was saved before is safe. It may be full, failing or gone."
	damaged    = "The data file is damaged. Nothing was changed. Close Galley and run galley doctor --restore: it puts the newest sound copy in its place, and keeps the damaged file."
)

// errUnsound is what an examination makes of a file that SQLite could open.
var errUnsound = errors.New("unsound")

// IsDamage reports whether an error came of a damaged file.
func IsDamage(err error) bool {
	var e sqlite.Error
	return errors.Is(err, errUnsound) || errors.As(err, &e) && (e.Code == sqlite.ErrCorrupt || e.Code == sqlite.ErrNotADB)
}
