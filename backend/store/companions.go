package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"galley/backend/failpoint"
)

// companions are the files that a copy of the data file needs: the encrypted
// key store with the note of where secrets are, and the product exports of file
// shops. Secrets in the system keyring are not files, and are not copied.
var companions = []string{"keystore.age", "keystore.json", "files"}

// companionsOf is the folder of what belongs to a copy.
func companionsOf(copyPath string) string { return copyPath + ".home" }

// companionsIn reports what belongs to a copy: the key store, and how many
// product exports.
func companionsIn(copyPath string) (keystore bool, files int) {
	_, err := os.Stat(filepath.Join(companionsOf(copyPath), "keystore.age"))
	exports, _ := os.ReadDir(filepath.Join(companionsOf(copyPath), "files")) // without them, none
	return err == nil, len(exports)
}

// copyCompanions copies the companions from one folder to another. With
// onlyMissing, files that are there already are left alone.
func copyCompanions(from, to string, onlyMissing bool) error {
	for _, name := range companions {
		err := filepath.WalkDir(filepath.Join(from, name), func(path string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			inner, err := filepath.Rel(from, path)
			if err != nil {
				return err
			}
			return copyEntry(path, filepath.Join(to, inner), entry, onlyMissing)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func copyEntry(from, to string, entry fs.DirEntry, onlyMissing bool) error {
	if entry.IsDir() {
		return os.MkdirAll(to, 0o700)
	}
	if !entry.Type().IsRegular() {
		return nil
	}
	if _, err := os.Lstat(to); err == nil && onlyMissing {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	part := to + ".part"
	err := duplicate(from, part)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // its shop was removed just now
	}
	if err != nil {
		return err
	}
	return os.Rename(part, to)
}

// moveCopy renames a copy and its companions, replacing files with the new
// name; a missing copy is skipped. After an interrupted move, the companions
// have the new name already.
func moveCopy(from, to string) error {
	if !exists(from) {
		return nil
	}
	if begun := !exists(companionsOf(from)) && !exists(to); begun {
		return os.Rename(from, to)
	}
	if err := os.RemoveAll(companionsOf(to)); err != nil {
		return err
	}
	if err := os.Rename(companionsOf(from), companionsOf(to)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	failpoint.Reach(failpoint.CopyMoving)
	return os.Rename(from, to)
}

// removeCopy deletes a copy and what belongs to it.
func removeCopy(path string) error {
	err := os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, os.RemoveAll(companionsOf(path)))
}

// duplicate copies a file, and syncs it to the disk.
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
