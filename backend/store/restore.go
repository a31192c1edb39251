package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Restored is the result of a restoration. It is empty if the file was sound.
type Restored struct {
	From    galley.DataCopy // what is now in the data file's place
	Aside   string          // path of the damaged file, "" if there was none
	changed bool
}

// Message tells it to a person.
func (r Restored) Message() messages.Message {
	name := filepath.Base(r.Aside)
	switch {
	case !r.changed:
		return messages.NotRestored
	case r.Aside == "":
		return messages.RestoredMissing(r.From.Made)
	case strings.Contains(r.Aside, ".damaged-"):
		return messages.RestoredDamaged(r.From.Made, name)
	}
	return messages.RestoredEarlier(r.From.Made, name)
}

// Restore replaces a damaged, empty or missing data file by the newest sound
// copy, and restores the key store and the files of file shops where they are
// missing. A damaged file is kept beside it, and the copy too: nothing is
// deleted. It returns CodeBusy while a Galley has the home open, and
// CodeNotFound if there is no sound copy. A sound file is left alone, unless a
// person names the copy to restore in from. What the copy has queued is held
// when it is opened.
func Restore(ctx context.Context, path, from string, now time.Time) (Restored, error) {
	unlock, err := lockClosed(path)
	if err != nil {
		return Restored{}, err
	}
	defer unlock()
	state, err := inspect(ctx, path)
	if err != nil {
		return Restored{}, err
	}
	r := Restored{changed: true}
	if from != "" {
		r.From, err = namedCopy(ctx, from)
	} else {
		r.From, err = copyFor(ctx, path, state)
	}
	if err != nil || r.From.Path == "" {
		return Restored{}, err
	}
	if state != fileMissing {
		r.Aside = path + ".replaced-" + now.Format("20060102-150405")
		if state == fileDamaged {
			r.Aside = path + ".damaged-" + now.Format("20060102-150405")
		}
	}
	if err := r.put(ctx, path); err != nil {
		return Restored{}, galley.WrapError(err, galley.CodeStorage, messages.CopyNotRestored)
	}
	return r, nil
}

// copyFor chooses the copy that replaces a file in that state; none for a file
// that needs no other.
func copyFor(ctx context.Context, path string, state fileState) (galley.DataCopy, error) {
	if state == fileSound {
		return galley.DataCopy{}, nil
	}
	if state == fileMissing && len(Copies(path)) == 0 {
		return galley.DataCopy{}, galley.NewError(galley.CodeNotFound, messages.NothingToRestore(path))
	}
	c, err := newestCopy(ctx, path)
	if state == fileEmpty && galley.HasCode(err, galley.CodeNotFound) {
		return galley.DataCopy{}, nil // nothing was ever saved on this home
	}
	return c, err
}

// namedCopy is the copy that a person named.
func namedCopy(ctx context.Context, path string) (galley.DataCopy, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return galley.DataCopy{}, galley.NewError(galley.CodeNotFound, messages.NoSuchCopy(path))
	}
	held, err := contentsOf(ctx, path)
	if err == nil {
		err = sound(ctx, path)
	}
	if _, isOurs := held["shops"]; err != nil || !isOurs {
		return galley.DataCopy{}, galley.WrapError(err, galley.CodeInvalidFile, messages.CopyNotSound(path))
	}
	return galley.DataCopy{Path: path, Made: info.ModTime(), Size: info.Size()}, nil
}

// put exchanges the files in an order in which a crash leaves either the
// damaged file or the copy in place, never one with the other's log.
func (r Restored) put(ctx context.Context, path string) error {
	part := path + ".part"
	if err := duplicate(r.From.Path, part); err != nil {
		return err
	}
	if err := markCopy(ctx, part, r.From.Made); err != nil { // copies of earlier versions have no mark
		return err
	}
	if err := copyCompanions(companionsOf(r.From.Path), filepath.Dir(path), true); err != nil {
		return err
	}
	failpoint.Reach(failpoint.RestoreReady)
	if err := putAside(path, r.Aside); err != nil {
		return err
	}
	failpoint.Reach(failpoint.RestoreAside)
	if err := os.Rename(part, path); err != nil {
		return err
	}
	failpoint.Reach(failpoint.RestorePut)
	return nil
}

// putAside keeps a data file under another name, and takes its log away with
// it. The file itself stays until another one takes its name.
func putAside(path, aside string) error {
	if aside == "" {
		aside = path + ".log-without-file"
	} else if os.Link(path, aside) != nil { // not on every kind of disk
		if err := duplicate(path, aside); err != nil {
			return err
		}
	}
	for _, of := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+of, aside+of); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// StartEmpty replaces a missing, empty or damaged data file by an empty one.
// The damaged file is kept, and all copies are taken out of the rotation, so
// that no copy of the empty file replaces them.
func StartEmpty(ctx context.Context, path string, clock galley.Clock) (sentence string, err error) {
	unlock, err := lockClosed(path)
	if err != nil {
		return "", err
	}
	state, err := inspect(ctx, path)
	if err == nil && state == fileSound {
		err = galley.NewError(galley.CodeIllegalState, messages.DataFileIsSound(path))
	}
	if err == nil {
		err = clearPlace(path, state, clock.Now())
	}
	unlock()
	if err != nil {
		return "", err
	}
	s, err := Open(ctx, path, clock)
	if err != nil {
		return "", err
	}
	return "An empty data file is in place. Every earlier copy is kept beside it.", s.Close()
}

func clearPlace(path string, state fileState, now time.Time) error {
	stamp := now.UTC().Format("20060102-150405")
	for _, c := range Copies(path) {
		if err := moveCopy(c.Path, path+".before-empty-"+stamp+strings.TrimPrefix(c.Path, path)); err != nil {
			return galley.WrapError(err, galley.CodeStorage, messages.CopyNotRenamed)
		}
	}
	aside := ""
	if state != fileMissing {
		aside = path + ".damaged-" + stamp
	}
	if err := putAside(path, aside); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFileNotRenamed)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFileUnwritable)
	}
	return nil
}

// fileState is what there is at the data file's place.
type fileState int

const (
	fileSound fileState = iota
	fileMissing
	fileEmpty // nothing was ever saved in it
	fileDamaged
)

// inspect reads the data file from end to end, and changes nothing.
func inspect(ctx context.Context, path string) (fileState, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fileMissing, nil
	case err != nil:
		return 0, galley.WrapError(err, galley.CodeStorage, messages.DataFileUnwritable)
	case info.Size() == 0:
		return fileEmpty, nil
	}
	if err := sound(ctx, path); IsDamage(err) {
		return fileDamaged, nil
	} else if err != nil {
		return 0, err
	}
	held, err := contentsOf(ctx, path)
	if err == nil && held.empty() {
		return fileEmpty, nil
	}
	return fileSound, err
}

// refuseToReplace returns CodeDataMissing if a new data file would be made
// beside copies of one.
func refuseToReplace(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err == nil && info.Size() > 0 {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.WrapError(err, galley.CodeStorage, messages.DataFileUnwritable)
	}
	return missingFile(ctx, path)
}

// missingFile is CodeDataMissing if there are copies of a data file that is
// missing or empty.
func missingFile(ctx context.Context, path string) error {
	if len(Copies(path)) == 0 {
		return nil
	}
	what := messages.FileIsMissing
	if _, err := os.Stat(path); err == nil {
		what = messages.FileIsEmpty
	}
	newest, err := newestCopy(ctx, path)
	if err != nil {
		return galley.NewError(galley.CodeDataMissing, messages.DataMissingWithoutCopy(path, what))
	}
	return galley.NewError(galley.CodeDataMissing, messages.DataMissingWithCopy(path, what, newest.Made))
}

// lockClosed keeps every Galley from opening the data file, or returns CodeBusy
// if one has it open.
func lockClosed(path string) (unlock func(), err error) {
	lock := flock.New(path + ".lock")
	if err := lock.Lock(); err != nil {
		return nil, galley.WrapError(err, galley.CodeStorage, messages.DataFileUnwritable)
	}
	unlock = func() { _ = lock.Unlock() }
	if open, cause := inUse(path, ""); open != "" {
		unlock()
		return nil, galley.WrapError(cause, galley.CodeBusy, messages.HomeIsOpen)
	}
	return unlock, nil
}

// inUse names the file by which a process shows that it has the data file open, but for one holder; empty if none has.
// A file that cannot be locked for another reason, which is the cause, counts: it is not known, then.
func inUse(path, but string) (open string, cause error) {
	pattern := escaped(path) + ".*" + aliveSuffix
	files, err := filepath.Glob(pattern)
	if err != nil {
		return pattern, err
	}
	for _, file := range files {
		if but != "" && strings.HasSuffix(file, "."+but+aliveSuffix) {
			continue
		}
		lock := flock.New(file)
		dead, err := lock.TryLock()
		if err != nil || !dead {
			return file, err
		}
		_ = lock.Unlock()
	}
	return "", nil
}

// escaped escapes a path for use in a pattern.
func escaped(path string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "*", `\*`, "?", `\?`).Replace(path)
}
