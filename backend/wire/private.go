package wire

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"galley/backend/store"
)

// ownFiles are prefixes of the names of Galley's files in a home.
var ownFiles = []string{store.FileName, demoFile, "keystore.", lockFile, "window.json", ".keystore", ".open-"}

// makePrivate removes others' access to a home and Galley's files in it,
// independent of the umask. A folder that everyone may write to, like /tmp, is
// left unchanged, but Galley's files in it become private. A failure (a file
// system without permissions, a folder of another account) is logged, and Galley
// continues.
func makePrivate(home string, log *slog.Logger) {
	entries, err := os.ReadDir(home)
	for _, e := range entries {
		switch {
		case e.IsDir() && (e.Name() == filesFolder || isOwnFile(e.Name())):
			err = errors.Join(err, privateFolder(filepath.Join(home, e.Name())))
		case e.Type().IsRegular() && isOwnFile(e.Name()):
			err = errors.Join(err, tighten(filepath.Join(home, e.Name()), 0o600))
		}
	}
	if err = errors.Join(err, tighten(home, 0o700)); err != nil {
		log.Warn("other accounts of this machine may be able to read the data folder", "folder", home, "error", err)
	}
}

func isOwnFile(name string) bool {
	return slices.ContainsFunc(ownFiles, func(begin string) bool { return strings.HasPrefix(name, begin) })
}

func privateFolder(folder string) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // gone meanwhile
			return nil
		case err != nil:
			return err
		case e.IsDir():
			return tighten(path, 0o700)
		case e.Type().IsRegular():
			return tighten(path, 0o600)
		}
		return nil
	})
}

// tighten removes others' permissions. A file removed meanwhile by another
// process needs nothing.
func tighten(path string, most fs.FileMode) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || info.Mode()&fs.ModeSticky != 0 || info.Mode().Perm()&^most == 0 {
		return err
	}
	err = os.Chmod(path, info.Mode().Perm()&most)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
