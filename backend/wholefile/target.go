package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// writable refuses a file name from a person if writing to it would do
// something else: a device, a pipe, a socket, a folder, a link (its target may
// be anywhere), a file that is not to be written, or Galley's own data.
func writable(name string) error {
	if err := notOurs(name); err != nil {
		return err
	}
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return galley.WrapError(err, galley.CodeInvalidInput, messages.TargetUnreadable(name))
	case info.Mode()&fs.ModeSymlink != 0:
		return galley.NewError(galley.CodeInvalidInput, messages.TargetIsLink(name))
	case !info.Mode().IsRegular():
		return galley.NewError(galley.CodeInvalidInput, messages.TargetNotAFile(name, kindOf(info.Mode())))
	case info.Mode().Perm()&0o200 == 0: // a rename would replace it all the same
		return galley.NewError(galley.CodeInvalidInput, messages.TargetIsReadOnly(name))
	}
	return nil
}

// Open opens a file that a person named for reading. Something other than a
// file is CodeInvalidFile: reading a pipe or a device could take for ever.
func Open(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeInvalidFile, messages.FileUnreadable(name))
	}
	if !info.Mode().IsRegular() {
		return nil, galley.NewError(galley.CodeInvalidFile, messages.NotAFile(name, kindOf(info.Mode())))
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeInvalidFile, messages.FileUnreadable(name))
	}
	return file, nil
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// ours are the prefixes of Galley's own file names in a home.
var ours = []string{"galley.db", "demo-shop.db", "keystore.", "signin.lock", "window.json"}

// notOurs refuses the files of any home, under any path. A home is recognised
// by its data file.
func notOurs(name string) error {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err == nil {
		if target, linkErr := filepath.EvalSymlinks(folder); linkErr == nil {
			folder = target
		}
	}
	base := strings.ToLower(filepath.Base(name))
	isOurs := slices.ContainsFunc(ours, func(begin string) bool { return strings.HasPrefix(base, begin) })
	if isHome(folder) && isOurs || isHome(filepath.Dir(folder)) && strings.EqualFold(filepath.Base(folder), "files") {
		return galley.NewError(galley.CodeInvalidInput, messages.TargetIsDataFile(name))
	}
	return nil
}

func isHome(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, "galley.db"))
	return err == nil && info.Mode().IsRegular()
}
