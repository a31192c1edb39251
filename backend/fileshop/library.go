package fileshop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// Library keeps the files of file shops in a folder of the home, so that a shop
// does not depend on the original download. A shop's files are numbered: the
// first is 0, and each newer export has the next number. Texts knows which one
// is the present one; the one before stays for a copy of the data file that was
// made in between.
type Library struct {
	Folder string
	Texts  Texts
}

// Path returns the path of a shop's file of that number.
func (l Library) Path(id galley.ShopID, run int) string {
	name := string(id) + ".csv"
	if run > 0 {
		name = fmt.Sprintf("%s.%d.csv", id, run)
	}
	return filepath.Join(l.Folder, name)
}

// encodingPath is the file beside a shop's file that names the encoding that a
// person chose for it.
func encodingPath(path string) string { return strings.TrimSuffix(path, ".csv") + ".encoding" }

// Client opens a shop's present file.
func (l Library) Client(ctx context.Context, id galley.ShopID) (*Client, error) {
	run, err := l.Texts.FileRun(ctx, id)
	if err != nil {
		return nil, err
	}
	path := l.Path(id, run)
	file, err := read(path)
	if err != nil {
		return nil, err
	}
	return l.client(ctx, id, run, path, file)
}

// client is a shop with what one of its files holds.
func (l Library) client(ctx context.Context, id galley.ShopID, run int, path string, file content) (*Client, error) {
	var known map[string][]galley.Image
	if run > 0 {
		var err error
		if known, err = l.Texts.PictureAddresses(ctx, id); err != nil {
			return nil, err
		}
	}
	c := newClient(id, path, l.Texts, file, known)
	c.run = run
	return c, nil
}

// Examine reads a product file and tells what it is, keeping nothing. A file that
// is not UTF-8 is read in the encoding named, or with "" in the one that it most
// likely has. A file that is no product list is CodeInvalidFile.
func (l Library) Examine(name string, file io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error) {
	return examine(name, file, productcsv.Options{Encoding: encoding, Guess: true})
}

func examine(name string, in io.ReadSeeker, o productcsv.Options) (galley.ProductFile, error) {
	file, err := productcsv.Open(name, in, o)
	if err != nil {
		return galley.ProductFile{}, err
	}
	if err := file.Each(func(productcsv.Product) error { return nil }); err != nil {
		return galley.ProductFile{}, err
	}
	found := file.Found()
	found.Bytes, err = in.Seek(0, io.SeekEnd)
	return found, err
}

// Keep copies a product file and tells what it is. A file that is no product
// list, or that is neither UTF-8 nor in the encoding named, is CodeInvalidFile,
// and nothing is kept.
func (l Library) Keep(id galley.ShopID, name string, file io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error) {
	found, err := examine(name, file, productcsv.Options{Encoding: encoding})
	if err != nil {
		return found, err
	}
	return found, l.KeepNext(id, 0, file, encoding)
}

// KeepNext copies a file under that number. It is the shop's present one when
// the data file says so; what an earlier try left under it is replaced.
func (l Library) KeepNext(id galley.ShopID, run int, file io.ReadSeeker, encoding galley.FileEncoding) error {
	if err := l.write(l.Path(id, run), file, encoding); err != nil {
		return galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotCopied)
	}
	return nil
}

func (l Library) write(path string, file io.ReadSeeker, encoding galley.FileEncoding) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := os.MkdirAll(l.Folder, 0o700); err != nil {
		return err
	}
	err := remove(encodingPath(path))
	if err == nil && encoding != "" {
		err = create(encodingPath(path), strings.NewReader(string(encoding)))
	}
	if err != nil {
		return err
	}
	return create(path, file)
}

// create writes a file to the disk, whole or not at all.
func create(path string, from io.Reader) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, from)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		_ = os.Remove(path)
	}
	return err
}

// Forget deletes a shop's files before that number; missing ones are no error.
func (l Library) Forget(id galley.ShopID, before int) error {
	var errs []error
	for run := range before {
		path := l.Path(id, run)
		errs = append(errs, remove(path), remove(encodingPath(path)))
	}
	return errors.Join(errs...)
}

// Remove deletes all files of a shop; missing ones are no error.
func (l Library) Remove(id galley.ShopID) error {
	entries, err := os.ReadDir(l.Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotDeleted)
	}
	var errs []error
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), string(id)+".") {
			errs = append(errs, remove(filepath.Join(l.Folder, entry.Name())))
		}
	}
	return errors.Join(errs...)
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotDeleted)
	}
	return nil
}
