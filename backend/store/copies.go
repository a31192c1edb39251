package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
)

// Beside the data file lie whole copies of it: one from before each update,
// and the last few from days on which it was worked with.

const (
	keptCopies = 3
	copyTerm   = 24 * time.Hour // between two daily copies
)

// CopyPath is where the daily copy of that age lies; 1 is the newest.
func CopyPath(path string, age int) string { return fmt.Sprintf("%s.copy-%d", path, age) }

// BackupPath is where the copy from before a migration away from that schema
// version lies.
func BackupPath(path string, version int64) string {
	return fmt.Sprintf("%s.before-v%d", path, version+1)
}

// KeepCopy copies the data file where the last copy is older than a day, and
// keeps the last three. A file that cannot be read whole is not copied, so that
// damage never takes the place of a sound copy.
func (s *Store) KeepCopy(ctx context.Context) error {
	if s.copied() {
		return nil
	}
	taken, err := s.TakeLease(ctx, "copy", s.holder, time.Hour)
	if err != nil || !taken {
		return err
	}
	defer func() { _ = s.DropLease(context.WithoutCancel(ctx), "copy", s.holder) }()
	if s.copied() { // by another process, just before
		return nil
	}
	part, err := s.copyInto(ctx, CopyPath(s.path, 0))
	if err != nil {
		return err
	}
	for age := keptCopies - 1; age >= 0; age-- {
		from := CopyPath(s.path, age)
		if age == 0 {
			from = part
		}
		if err := os.Rename(from, CopyPath(s.path, age+1)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return noCopy(err)
		}
	}
	failpoint.Reach(failpoint.CopyKept)
	return nil
}

// copied reports whether there is a copy of the last day. A copy from the
// future was made by a clock that has been set back since, and does not count.
func (s *Store) copied() bool {
	info, err := os.Stat(CopyPath(s.path, 1))
	if err != nil {
		return false
	}
	age := s.clock.Now().Sub(info.ModTime())
	return age >= 0 && age < copyTerm
}

// backup keeps a whole copy of the file from before a migration.
func (s *Store) backup(ctx context.Context, version int64) error {
	to := BackupPath(s.path, version)
	part, err := s.copyInto(ctx, to)
	if err != nil {
		return err
	}
	if err := os.Rename(part, to); err != nil {
		return noCopy(err)
	}
	failpoint.Reach(failpoint.CopyKept)
	return nil
}

// copyInto writes a whole copy, synced to disk, which gets its name when it is
// whole; it takes the place of one that was left unfinished. It reads through a
// connection of its own, so that nobody who writes has to wait.
func (s *Store) copyInto(ctx context.Context, name string) (part string, err error) {
	part = name + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return part, noCopy(err)
	}
	from, err := sql.Open("sqlite3", dsn(s.path, false))
	if err != nil {
		return part, noCopy(err)
	}
	defer from.Close()
	if _, err = from.ExecContext(ctx, "VACUUM INTO ?", part); err == nil {
		err = settleFile(part, s.clock.Now())
	}
	if err != nil {
		_ = os.Remove(part) // a disk that is full needs the room
		return part, noCopy(err)
	}
	failpoint.Reach(failpoint.CopyWritten)
	return part, nil
}

// settleFile sees a new file to the disk, and notes when it was made.
func settleFile(path string, made time.Time) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close(), os.Chtimes(path, made, made), os.Chmod(path, 0o600))
}

func noCopy(err error) error {
	return galley.Wrap(err, galley.CodeStorage, "No copy of the data file could be made, so it was left as it is. Is the disk full?")
}

// Copy is a whole copy of a data file.
type Copy struct {
	Path string    `json:"path"`
	Made time.Time `json:"made"`
}

// copies lists what lies beside the data file, newest first.
func copies(path string) []Copy {
	var found []Copy
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // no folder, no copies
	}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		isCopy, _ := filepath.Match(filepath.Base(path)+".copy-[0-9]", e.Name())
		isBackup, _ := filepath.Match(filepath.Base(path)+".before-v*[0-9]", e.Name())
		if info, err := e.Info(); err == nil && (isCopy || isBackup) {
			found = append(found, Copy{Path: name, Made: info.ModTime()})
		}
	}
	slices.SortFunc(found, func(a, b Copy) int { return b.Made.Compare(a.Made) })
	return found
}

// newestCopy is the newest copy that is sound, or CodeNotFound.
func newestCopy(ctx context.Context, path string) (Copy, error) {
	for _, c := range copies(path) {
		if sound(ctx, c.Path) == nil {
			return c, nil
		}
	}
	return Copy{}, galley.Errorf(galley.CodeNotFound, "There is no sound copy of the data file beside it. Nothing was changed. Put one from a backup in its place, or move it away to begin anew.")
}

// sound reads a file from end to end, and changes nothing.
func sound(ctx context.Context, path string) error {
	file, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: "mode=ro"}).String())
	if err != nil {
		return fault(err)
	}
	defer file.Close()
	found, err := examine(ctx, file)
	if err == nil && len(found) > 0 {
		err = galley.Wrap(fmt.Errorf("%w: %s", errUnsound, found[0]), galley.CodeStorage, "%s", damaged)
	}
	return err
}

// day is how a copy is called in a sentence.
func (c Copy) day() string { return c.Made.Local().Format("2 January 2006, 15:04") }

// offer says of a file that turned out to be damaged which copy there is.
func offer(ctx context.Context, path string, err error) error {
	if !isDamage(err) {
		return err
	}
	c, missing := newestCopy(ctx, path)
	if missing != nil {
		return galley.Wrap(err, galley.CodeStorage, "The data file %s is damaged, and there is no sound copy of it beside it. Nothing was changed. Put one from a backup in its place, or move it away to begin anew.", path)
	}
	return galley.Wrap(err, galley.CodeStorage, "The data file %s is damaged. Nothing was changed. galley doctor --restore puts the copy of %s in its place, and keeps the damaged file beside it.", path, c.day())
}
