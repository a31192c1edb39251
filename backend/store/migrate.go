package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"

	"galley/backend/galley"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date. Processes that start together take
// turns; whoever migrates an existing file copies it first.
func (s *Store) migrate(ctx context.Context) error {
	lock := flock.New(s.path + ".lock")
	if err := lock.Lock(); err != nil {
		return galley.Wrap(err, galley.CodeStorage, "The data folder %s cannot be written. Nothing was changed. Check its permissions, or choose another one with --home.", filepath.Dir(s.path))
	}
	defer func() { _ = lock.Unlock() }()

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
		return galley.Errorf(galley.CodeSchemaNewer, "The data file %s was made by a newer Galley (version %d, this one knows %d). It was not touched. Update Galley, or choose another folder with --home.", s.path, have, want)
	case have > 0:
		if err := s.backup(ctx, have); err != nil {
			return err
		}
	}
	if _, err := p.Up(ctx); err != nil {
		return galley.Wrap(err, galley.CodeStorage, "The data file could not be brought up to date. Its copy from before is beside it.")
	}
	return nil
}

func (s *Store) migrator() (*goose.Provider, error) {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fault(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, sub)
	if err != nil {
		return nil, fault(err)
	}
	return p, nil
}

func newest(p *goose.Provider) int64 {
	sources := p.ListSources()
	return sources[len(sources)-1].Version
}

// BackupPath is where the copy from before a migration away from that schema
// version lies.
func BackupPath(path string, version int64) string {
	return fmt.Sprintf("%s.before-v%d", path, version+1)
}

// backup writes a whole copy of the file, in place of an unfinished one.
func (s *Store) backup(ctx context.Context, version int64) error {
	to := BackupPath(s.path, version)
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.Wrap(err, galley.CodeStorage, "The copy %s is in the way. Nothing was changed.", part)
	}
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return galley.Wrap(err, galley.CodeStorage, "No copy of the data file could be made, so it was left as it is. Is the disk full?")
	}
	if err := os.Rename(part, to); err != nil {
		return galley.Wrap(err, galley.CodeStorage, "No copy of the data file could be made, so it was left as it is.")
	}
	return nil
}
