// Package wholefile reads and writes the files that people name. A file gets
// its name once it is whole.
package wholefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Write has f write a file beside the one of that name, which then takes its
// place: nothing half written ever has the name, and a file that was there
// stays until then. A folder that cannot be written is CodeInvalidInput, a
// failure on the way CodeStorage, a name of something else than a file
// CodeInvalidInput; errors of f that have a code keep it.
func Write(name string, f func(io.Writer) error) error {
	if err := writable(name); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.FolderNotWritable(filepath.Dir(name)))
	}
	if err = errors.Join(f(file), file.Sync(), file.Close()); err == nil {
		if err = writable(name); err == nil { // it may have become something else meanwhile
			err = os.Rename(file.Name(), name)
		}
	}
	if err == nil {
		return nil
	}
	_ = os.Remove(file.Name())
	if galley.CodeOf(err) == galley.CodeInternal {
		err = galley.WrapError(err, galley.CodeStorage, messages.FileNotWritten)
	}
	return err
}
