package fileshop

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// Library keeps the files of file shops in a folder of the home, so that a shop
// does not depend on the original download.
type Library struct{ Folder string }

// Path returns the path of a shop's file.
func (l Library) Path(id galley.ShopID) string { return filepath.Join(l.Folder, string(id)+".csv") }

// Keep copies a valid product export and returns its number of products.
// Otherwise the error is CodeInvalidFile and nothing is kept.
func (l Library) Keep(id galley.ShopID, name string, content io.ReadSeeker) (products int, err error) {
	err = productcsv.Each(name, content, func(productcsv.Product) error { products++; return nil })
	if err != nil {
		return 0, err
	}
	if err := l.write(id, content); err != nil {
		return 0, galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotCopied)
	}
	return products, nil
}

func (l Library) write(id galley.ShopID, content io.ReadSeeker) error {
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := os.MkdirAll(l.Folder, 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(l.Path(id), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	return errors.Join(err, file.Sync(), file.Close())
}

// Remove deletes a shop's file; a missing one is no error.
func (l Library) Remove(id galley.ShopID) error {
	if err := os.Remove(l.Path(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotDeleted)
	}
	return nil
}
