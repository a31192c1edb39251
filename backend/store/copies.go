package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Beside the data file are whole copies of it: one from before each update,
// the last few from days on which it was used, and copies that were taken out
// of this rotation because they hold what newer ones lack.

const (
	keptCopies  = 3
	copyTerm    = 24 * time.Hour      // between two daily copies
	keptBackups = 3                   // copies from before an update that are never pruned
	pruneAge    = 30 * 24 * time.Hour // younger copies are never pruned
)

// CopyPath is the path of the daily copy of that age; 1 is the newest.
func CopyPath(path string, age int) string { return fmt.Sprintf("%s.copy-%d", path, age) }

// BackupPath is the path of the copy from before a migration from that schema
// version.
func BackupPath(path string, version int64) string {
	return fmt.Sprintf("%s.before-v%d", path, version+1)
}

// keptPath is the path of a copy that was taken out of the rotation.
func keptPath(path string, made time.Time) string {
	return path + ".kept-" + made.UTC().Format("20060102-150405")
}

// KeepCopy copies the data file if the last copy is older than a day, and keeps
// the last three. The new copy is opened and checked before it takes its place,
// so that damage never replaces a sound copy. A copy that would leave the
// rotation and holds more than the new one of anything is kept.
func (s *Store) KeepCopy(ctx context.Context) error {
	leaving := CopyPath(s.path, keptCopies+1)
	if s.copied() && !exists(leaving) {
		return nil
	}
	taken, err := s.TakeLease(ctx, "copy", s.holder, time.Hour)
	if err != nil || !taken {
		return err
	}
	defer func() { _ = s.DropLease(context.WithoutCancel(ctx), "copy", s.holder) }()
	if s.copied() { // by another process just before, or by one that was killed while the oldest left
		return s.retire(ctx, leaving, CopyPath(s.path, 1))
	}
	if err := s.fillSums(ctx); err != nil { // an update that was killed may have left some
		return err
	}
	part, err := s.copyInto(ctx, CopyPath(s.path, 0))
	if err != nil {
		return err
	}
	if err := s.rotate(ctx, part); err != nil {
		return noCopy(err)
	}
	failpoint.Reach(failpoint.CopyKept)
	return prune(ctx, s.path, s.clock.Now())
}

// rotate gives a new copy its name and moves each older one to the next name,
// up to the first free one: a rotation that was cut short goes on there. The
// oldest leaves last, so that there are never fewer copies than before.
func (s *Store) rotate(ctx context.Context, part string) error {
	free := 1
	for free <= keptCopies && exists(CopyPath(s.path, free)) {
		free++
	}
	leaving := CopyPath(s.path, keptCopies+1)
	if free > keptCopies {
		if err := s.retire(ctx, leaving, part); err != nil {
			return err
		}
	}
	for age := free - 1; age >= 0; age-- {
		from := CopyPath(s.path, age)
		if age == 0 {
			from = part
		}
		if err := moveCopy(from, CopyPath(s.path, age+1)); err != nil {
			return err
		}
		failpoint.Reach(failpoint.CopyRotating)
	}
	return s.retire(ctx, leaving, CopyPath(s.path, 1))
}

// retire takes a copy out of the rotation, if it is there: one that holds more
// than the newest of anything is kept, others are deleted.
func (s *Store) retire(ctx context.Context, leaving, newest string) error {
	info, err := os.Stat(leaving)
	if err != nil {
		return nil //nolint:nilerr // it does not exist
	}
	more, err := holdsMore(ctx, leaving, newest)
	if err != nil {
		return err
	}
	if more {
		return moveCopy(leaving, keptPath(s.path, info.ModTime()))
	}
	return removeCopy(leaving)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
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

// backup makes a whole copy of the file before a migration. An existing one, of
// a file that has been restored since, is kept too.
func (s *Store) backup(ctx context.Context, version int64) error {
	to := BackupPath(s.path, version)
	part, err := s.copyInto(ctx, to)
	if err != nil {
		return err
	}
	if info, statErr := os.Stat(to); statErr == nil {
		var more bool
		if more, err = holdsMore(ctx, to, part); err == nil && more {
			err = moveCopy(to, keptPath(s.path, info.ModTime()))
		}
	}
	if err == nil {
		err = moveCopy(part, to)
	}
	if err != nil {
		return noCopy(err)
	}
	failpoint.Reach(failpoint.CopyKept)
	return nil
}

// copyInto writes a whole copy under an unfinished name, with the files of the
// home that belong to it, checks it and syncs it to disk. It reads through a
// separate connection, so that no writer has to wait.
func (s *Store) copyInto(ctx context.Context, name string) (part string, err error) {
	part = name + ".part"
	if err := removeCopy(part); err != nil {
		return part, noCopy(err)
	}
	from, err := sql.Open("sqlite3", dsn(s.path, false, busyReader))
	if err != nil {
		return part, noCopy(err)
	}
	defer from.Close()
	if _, err = from.ExecContext(ctx, "VACUUM INTO ?", part); err == nil {
		err = s.finishCopy(ctx, part)
	}
	if err != nil {
		_ = removeCopy(part) // a full disk needs the space
		return part, noCopy(err)
	}
	failpoint.Reach(failpoint.CopyWritten)
	return part, nil
}

func (s *Store) finishCopy(ctx context.Context, part string) error {
	now := s.clock.Now()
	if err := markCopy(ctx, part, now); err != nil {
		return err
	}
	if err := sound(ctx, part); err != nil {
		return err
	}
	if err := copyCompanions(filepath.Dir(s.path), companionsOf(part), false); err != nil {
		return err
	}
	return settleFile(part, now)
}

// settleFile syncs a new file to the disk, and notes when it was made.
func settleFile(path string, made time.Time) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close(), os.Chtimes(path, made, made), os.Chmod(path, 0o600))
}

func noCopy(err error) error {
	return galley.WrapError(err, galley.CodeStorage, messages.DataCopyNotMade)
}

// Copies lists the copies beside a data file, newest first.
func Copies(path string) []galley.DataCopy {
	var found []galley.DataCopy
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // no folder, no copies
	}
	for _, e := range entries {
		kind := copyKind(filepath.Base(path), e.Name())
		if info, err := e.Info(); err == nil && kind != "" && info.Mode().IsRegular() {
			c := galley.DataCopy{Path: filepath.Join(filepath.Dir(path), e.Name()), Kind: kind, Made: info.ModTime(), Size: info.Size()}
			c.Keystore, c.Files = companionsIn(c.Path)
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b galley.DataCopy) int { return b.Made.Compare(a.Made) })
	return found
}

// copyKind is the kind of copy that a file of that name is, "" for none.
func copyKind(base, name string) galley.CopyKind {
	rest, ok := strings.CutPrefix(name, base+".")
	if !ok {
		return ""
	}
	if age, ok := strings.CutPrefix(rest, "copy-"); ok && isNumber(age) {
		return galley.CopyDaily
	}
	if version, ok := strings.CutPrefix(rest, "before-v"); ok && isNumber(version) {
		return galley.CopyUpgrade
	}
	if made, ok := strings.CutPrefix(rest, "kept-"); ok && isNumber(strings.ReplaceAll(made, "-", "")) {
		return galley.CopyKept
	}
	return ""
}

func isNumber(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}

// newestCopy is the newest sound copy that is not empty, or CodeNotFound.
func newestCopy(ctx context.Context, path string) (galley.DataCopy, error) {
	for _, c := range Copies(path) {
		held, err := contentsOf(ctx, c.Path)
		if err == nil && !held.empty() && sound(ctx, c.Path) == nil {
			return c, nil
		}
	}
	return galley.DataCopy{}, galley.NewError(galley.CodeNotFound, messages.NoSoundCopy)
}

// sound reads a file from end to end, and changes nothing.
func sound(ctx context.Context, path string) error {
	file, err := openReadOnly(path)
	if err != nil {
		return err
	}
	defer file.Close()
	found, err := examine(ctx, file)
	if err == nil && len(found) > 0 {
		err = galley.WrapError(fmt.Errorf("%w: %s", errUnsound, found[0]), galley.CodeStorage, messages.DataFileDamaged)
	}
	return err
}

// offer names the copy that can replace a damaged file.
func offer(ctx context.Context, path string, err error) error {
	if !IsDamage(err) {
		return err
	}
	c, missing := newestCopy(ctx, path)
	if missing != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFileDamagedWithoutCopy(path))
	}
	return galley.WrapError(err, galley.CodeStorage, messages.DataFileDamagedWithCopy(path, c.Made))
}
