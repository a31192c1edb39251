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

// migrate brings the schema up to date. Processes that start together take
// turns; the one that migrates an existing file copies it first.
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
	want := newest(p)
	switch {
	case have == want:
		return nil
	case have > want:
		return galley.NewError(galley.CodeSchemaNewer, messages.DataFileNewer(s.path, int(have), int(want)))
	case have > 0:
		if err := s.backup(ctx, have); err != nil {
			return err
		}
	}
	for ; have < want; failpoint.Reach(failpoint.Migrated) {
		step, err := p.UpByOne(ctx)
		if err != nil {
			return galley.WrapError(err, galley.CodeStorage, messages.UpgradeFailed)
		}
		have = step.Source.Version
	}
	return s.fillSums(ctx)
}

func (s *Store) migrator() (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fault(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, sub, goose.WithGoMigrations(keyWarnings))
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
