package store

import (
	"context"
	"embed"
	"io/fs"
	"path/filepath"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date: also a file that has a migration and
// lacks one with a lower number, which was merged later. Processes that start
// together take turns; the one that migrates an existing file copies it first.
func (s *Store) migrate(ctx context.Context) error {
	lock := flock.New(s.path + ".lock")
	if err := lock.Lock(); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFolderNotWritable(filepath.Dir(s.path)))
	}
	defer func() { _ = lock.Unlock() }()

	if err := s.refuseEmpty(ctx); err != nil {
		return err
	}
	p, err := s.migrator()
	if err != nil {
		return err
	}
	have, err := p.GetDBVersion(ctx)
	if err != nil {
		return fault(err)
	}
	if want := newest(p); have > want {
		return galley.NewError(galley.CodeSchemaNewer, messages.DataFileNewer(s.path, int(have), int(want)))
	}
	pending, err := p.HasPending(ctx)
	switch {
	case err != nil:
		return fault(err)
	case !pending:
		return nil
	case have > 0:
		if err := s.backup(ctx, have); err != nil {
			return err
		}
	}
	if err := upgrade(ctx, p); err != nil {
		return err
	}
	if err := s.fillSums(ctx); err != nil {
		return err
	}
	return s.measureDrafts(ctx)
}

// upgrade runs the migrations that the file lacks.
func upgrade(ctx context.Context, p *goose.Provider) error {
	for pending := true; pending; failpoint.Reach(failpoint.Migrated) {
		if _, err := p.UpByOne(ctx); err != nil {
			return galley.WrapError(err, galley.CodeStorage, messages.UpgradeFailed)
		}
		var err error
		if pending, err = p.HasPending(ctx); err != nil {
			return fault(err)
		}
	}
	return nil
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
