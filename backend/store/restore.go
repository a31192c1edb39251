package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"galley/backend/galley"
)

// Restored says what a restoration did. Where the file was sound it is empty.
type Restored struct {
	From  Copy   // what is in the data file's place now
	Aside string // where the damaged file is
}

// Sentence tells it to a person.
func (r Restored) Sentence() string {
	if r.Aside == "" {
		return "The data file is sound, so nothing was put in its place."
	}
	return "The copy of " + r.From.day() + " is in place of the damaged file, which is kept as " + filepath.Base(r.Aside) +
		". What was done since is not in it; texts that went to a shop since are still there."
}

// Restore puts the newest sound copy in the place of a damaged data file. The
// damaged one is kept beside it, and the copy too: nothing is deleted. It
// returns CodeBusy while a Galley has the home open, and CodeNotFound where
// there is no sound copy. A sound file is left alone.
func Restore(ctx context.Context, path string, now time.Time) (Restored, error) {
	if _, err := os.Stat(path); err != nil {
		return Restored{}, galley.Wrap(err, galley.CodeNotFound, "There is no data file %s, so there is nothing to restore.", path)
	}
	lock := flock.New(path + ".lock") // nobody opens it meanwhile
	if err := lock.Lock(); err != nil {
		return Restored{}, galley.Wrap(err, galley.CodeStorage, "%s", unwritable)
	}
	defer func() { _ = lock.Unlock() }()
	if inUse(path) {
		return Restored{}, galley.Errorf(galley.CodeBusy, "A Galley is open on this home. Nothing was changed. Close it and try again.")
	}
	switch err := sound(ctx, path); {
	case err == nil:
		return Restored{}, nil
	case !isDamage(err):
		return Restored{}, err
	}
	from, err := newestCopy(ctx, path)
	if err != nil {
		return Restored{}, err
	}
	r := Restored{From: from, Aside: path + ".damaged-" + now.Format("20060102-150405")}
	if err := r.put(path); err != nil {
		return Restored{}, galley.Wrap(err, galley.CodeStorage, "The copy could not be put in place. The damaged file and the copy are both kept.")
	}
	return r, nil
}

// put exchanges the files in an order in which a crash leaves either the
// damaged file or the copy in place, and never the one with the other's log.
func (r Restored) put(path string) error {
	part := path + ".part"
	if err := duplicate(r.From.Path, part); err != nil {
		return err
	}
	if os.Link(path, r.Aside) != nil { // not on every kind of disk
		if err := duplicate(path, r.Aside); err != nil {
			return err
		}
	}
	for _, of := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+of, r.Aside+of); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(part, path)
}

func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// inUse reports whether a process has the data file open.
func inUse(path string) bool {
	files, err := filepath.Glob(escaped(path) + ".*" + aliveSuffix)
	if err != nil {
		return true // not to be known: leave it alone
	}
	for _, file := range files {
		lock := flock.New(file)
		dead, err := lock.TryLock()
		if err != nil || !dead {
			return true
		}
		_ = lock.Unlock()
	}
	return false
}

// escaped takes a path as it is in a pattern.
func escaped(path string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "*", `\*`, "?", `\?`).Replace(path)
}
