// Package wholefile reads and writes files that people name, and replaces a
// file only when the new one is complete.
package wholefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Write has f write the file that a person named. A folder that cannot be
// written, and the name of something other than a file, are CodeInvalidInput; a
// failed write is CodeStorage; errors of f that have a code keep it.
func Write(name string, f func(io.Writer) error) error {
	if err := writable(name); err != nil {
		return err
	}
	file, err := createBeside(name)
	if err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.FolderNotWritable(filepath.Dir(name)))
	}
	err = put(file, name, f, func() error { return writable(name) }) // it may have become something else in the meantime
	if err != nil && galley.CodeOf(err) == galley.CodeInternal {
		return galley.WrapError(err, galley.CodeStorage, messages.FileNotWritten)
	}
	return err
}

// Replace has f write one of Galley's own files, with mode 0600.
func Replace(name string, f func(io.Writer) error) error {
	file, err := createBeside(name)
	if err != nil {
		return err
	}
	return put(file, name, f, func() error { return nil })
}

func createBeside(name string) (*os.File, error) {
	return os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*") // mode 0600
}

// put has f write the file, which then takes the name if check allows it. No
// partial file ever has the name; an earlier file keeps it until then, even if
// the machine loses power.
func put(file *os.File, name string, f func(io.Writer) error, check func() error) error {
	err := errors.Join(f(file), file.Sync(), file.Close())
	if err == nil {
		err = check()
	}
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return err
	}
	syncFolder(filepath.Dir(name))
	return nil
}

// syncFolder makes a rename durable where the system can; Windows orders it by
// itself.
func syncFolder(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return
	}
	_ = folder.Sync()
	_ = folder.Close()
}
