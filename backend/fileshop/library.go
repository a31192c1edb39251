package fileshop

import (
	"errors"
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
// does not depend on the original download.
type Library struct{ Folder string }

// Path returns the path of a shop's file.
func (l Library) Path(id galley.ShopID) string { return filepath.Join(l.Folder, string(id)+".csv") }

// encodingPath is the file beside a shop's file that names the encoding that a
// person chose for it.
func encodingPath(path string) string { return strings.TrimSuffix(path, ".csv") + ".encoding" }

// Examine reads a product file and tells what it is, keeping nothing. A file that
// is not UTF-8 is read in the encoding named, or with "" in the one that it most
// likely has. A file that is no product list is CodeInvalidFile.
func (l Library) Examine(name string, content io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error) {
	return examine(name, content, productcsv.Options{Encoding: encoding, Guess: true})
}

func examine(name string, content io.ReadSeeker, o productcsv.Options) (galley.ProductFile, error) {
	file, err := productcsv.Open(name, content, o)
	if err != nil {
		return galley.ProductFile{}, err
	}
	if err := file.Each(func(productcsv.Product) error { return nil }); err != nil {
		return galley.ProductFile{}, err
	}
	found := file.Found()
	found.Bytes, err = content.Seek(0, io.SeekEnd)
	return found, err
}

// Keep copies a product file and tells what it is. A file that is no product
// list, or that is neither UTF-8 nor in the encoding named, is CodeInvalidFile,
// and nothing is kept.
func (l Library) Keep(id galley.ShopID, name string, content io.ReadSeeker, encoding galley.FileEncoding) (galley.ProductFile, error) {
	found, err := examine(name, content, productcsv.Options{Encoding: encoding})
	if err != nil {
		return found, err
	}
	if err := l.write(id, content, encoding); err != nil {
		return found, galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotCopied)
	}
	return found, nil
}

func (l Library) write(id galley.ShopID, content io.ReadSeeker, encoding galley.FileEncoding) error {
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := os.MkdirAll(l.Folder, 0o700); err != nil {
		return err
	}
	if encoding != "" {
		if err := create(encodingPath(l.Path(id)), strings.NewReader(string(encoding))); err != nil {
			return err
		}
	}
	return create(l.Path(id), content)
}

// create writes a file that is not there yet, to the disk.
func create(path string, content io.Reader) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	return errors.Join(err, file.Sync(), file.Close())
}

// Remove deletes a shop's file; a missing one is no error.
func (l Library) Remove(id galley.ShopID) error {
	for _, path := range []string{l.Path(id), encodingPath(l.Path(id))} {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotDeleted)
		}
	}
	return nil
}

// read opens the file of a shop in the encoding that was chosen for it.
func read(path string) (*productcsv.File, []productcsv.Product, error) {
	name := filepath.Base(path)
	content, err := os.Open(path)
	if err != nil {
		return nil, nil, galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotOpened(name))
	}
	defer func() { _ = content.Close() }()
	encoding, err := os.ReadFile(encodingPath(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotOpened(name))
	}
	file, err := productcsv.Open(name, content, productcsv.Options{Encoding: galley.FileEncoding(encoding)})
	if err != nil {
		return nil, nil, err
	}
	products, err := file.Products()
	return file, products, err
}
