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

// File is a file that a person named, and what writes it.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// Write has f write the file that a person named. A folder that cannot be
// written, and the name of something other than a file, are CodeInvalidInput; a
// failed write is CodeStorage; errors of f that have a code keep it.
func Write(name string, f func(io.Writer) error) error { return WriteAll([]File{{name, f}}) }

// WriteAll is Write for several files. All are complete before the first one
// takes its name, so that a full disk changes none of them.
func WriteAll(files []File) error {
	parts := make([]*os.File, 0, len(files))
	defer func() {
		for _, part := range parts {
			_ = os.Remove(part.Name()) // those that have their names are not there any more
		}
	}()
	for _, file := range files {
		if err := writable(file.Name); err != nil {
			return err
		}
		part, err := createBeside(file.Name)
		if err != nil {
			return galley.WrapError(err, galley.CodeInvalidInput, messages.FolderNotWritable(filepath.Dir(file.Name)))
		}
		parts = append(parts, part)
		if err := fill(part, file.Write); err != nil {
			return unwritten(err)
		}
	}
	for i, file := range files {
		if err := writable(file.Name); err != nil { // it may have become something else in the meantime
			return err
		}
		if err := move(parts[i], file.Name); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

func unwritten(err error) error {
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
	if err = fill(file, f); err == nil {
		err = move(file, name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

func createBeside(name string) (*os.File, error) {
	return os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*") // mode 0600
}

// fill has f write the file, and syncs it.
func fill(file *os.File, f func(io.Writer) error) error {
	return errors.Join(f(file), file.Sync(), file.Close())
}

// move gives a complete file its name. No partial file ever has it; an earlier
// file keeps it until then, even if the machine loses power.
func move(file *os.File, name string) error {
	if err := os.Rename(file.Name(), name); err != nil {
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
