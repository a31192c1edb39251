package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/db"
)

//go:embed migrations/*.sql
var migrations embed.FS

// enter shows that this process has the file open, and brings the schema up to
// date. Processes that start together take turns.
func (s *Store) enter(ctx context.Context) error {
	lock := flock.New(s.path + ".lock")
	if err := lock.Lock(); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFolderNotWritable(filepath.Dir(s.path)))
	}
	defer func() { _ = lock.Unlock() }()
	if err := s.stand(); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return errors.Join(err, s.stepDown())
	}
	return nil
}

// migrate brings the schema up to date: also a file that has a migration and
// lacks one with a lower number, which was merged later. An existing file is
// copied first, and left as it is while an earlier Galley has it open.
func (s *Store) migrate(ctx context.Context) error {
	if err := s.refuseEmpty(ctx); err != nil {
		return err
	}
	p, err := s.migrator()
	if err != nil {
		return err
	}
	var have int64
	err = untilFree(ctx, func() error {
		have, err = p.GetDBVersion(ctx)
		return err
	})
	if err != nil {
		return fault(err)
	}
	if s.version = newest(p); have > s.version {
		return galley.NewError(galley.CodeSchemaNewer, messages.DataFileNewer(s.path, int(have), int(s.version)))
	}
	pending, err := p.HasPending(ctx)
	if err != nil {
		return fault(err)
	}
	if pending && have > 0 {
		if err := s.keepEarlier(ctx, have); err != nil {
			return err
		}
	}
	if err := s.markVersion(ctx); err != nil || !pending {
		return err
	}
	return s.upgrade(ctx, p)
}

// keepEarlier copies a file of an earlier version. It is CodeBusy while another
// process has it open.
func (s *Store) keepEarlier(ctx context.Context, version int64) error {
	if open, cause := inUse(s.path, s.holder); open != "" {
		return galley.WrapError(cause, galley.CodeBusy, messages.UpgradeWaits(open))
	}
	return s.backup(ctx, version)
}

// markVersion notes in the file which version of it this Galley knows, so that
// an earlier one that has it open stops writing.
func (s *Store) markVersion(ctx context.Context) error {
	marked, err := versionMark(ctx, s.write)
	if err == nil && marked != s.version {
		err = s.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d", s.version))
	}
	return fault(err)
}

// refuseNewer keeps this Galley from writing to a file that a newer one has
// brought up to date since.
func (s *Store) refuseNewer(ctx context.Context, tx *sql.Tx) error {
	marked, err := versionMark(context.WithoutCancel(ctx), tx) // a context that can end costs as much again
	if err == nil && marked > s.version {
		err = galley.NewError(galley.CodeSchemaNewer, messages.DataFileUpgraded)
	}
	return err
}

func versionMark(ctx context.Context, in db.DBTX) (mark int64, err error) {
	err = in.QueryRowContext(ctx, "PRAGMA user_version").Scan(&mark)
	return mark, err
}

// upgrade runs the migrations that the file lacks.
func (s *Store) upgrade(ctx context.Context, p *goose.Provider) error {
	for pending := true; pending; failpoint.Reach(failpoint.Migrated) {
		err := untilFree(ctx, func() error {
			_, err := p.UpByOne(ctx)
			return err
		})
		if err != nil {
			return galley.WrapError(err, galley.CodeStorage, messages.UpgradeFailed)
		}
		if pending, err = p.HasPending(ctx); err != nil {
			return fault(err)
		}
	}
	if err := s.fillSums(ctx); err != nil {
		return err
	}
	return s.measureDrafts(ctx)
}

func (s *Store) migrator() (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fault(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, sub, goose.WithGoMigrations(keyWarnings), goose.WithAllowOutofOrder(true))
	if err != nil {
		return nil, fault(err)
	}
	return p, nil
}

// refuseEmpty keeps a file without a table from being filled beside copies.
func (s *Store) refuseEmpty(ctx context.Context) error {
	tables, err := lines(ctx, s.write, "SELECT name FROM sqlite_schema LIMIT 1")
	if err != nil || len(tables) > 0 {
		return err
	}
	return missingFile(ctx, s.path)
}

func newest(p *goose.Provider) int64 {
	sources := p.ListSources()
	return sources[len(sources)-1].Version
}
