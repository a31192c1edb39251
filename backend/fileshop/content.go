package fileshop

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// content is what a product file holds.
type content struct {
	found    galley.ProductFile
	products []productcsv.Product
	encoding galley.FileEncoding // chosen by a person, or ""
	digest   string              // of the bytes and the encoding: SHA-256, hexadecimal
}

// read reads a kept file, in the encoding that was chosen for it.
func read(path string) (content, error) {
	encoding, err := encodingOf(path)
	if err != nil {
		return content{}, err
	}
	file, err := openKept(path)
	if err != nil {
		return content{}, err
	}
	defer func() { _ = file.Close() }()
	return readFrom(filepath.Base(path), file, encoding)
}

func openKept(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotOpened(filepath.Base(path)))
	}
	return file, nil
}

func encodingOf(path string) (galley.FileEncoding, error) {
	encoding, err := os.ReadFile(encodingPath(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", galley.WrapError(err, galley.CodeStorage, messages.ShopFileNotOpened(filepath.Base(path)))
	}
	return galley.FileEncoding(encoding), nil
}

// readFrom reads a product file of that name. One that is no product list is
// CodeInvalidFile.
func readFrom(name string, in io.ReadSeeker, encoding galley.FileEncoding) (found content, err error) {
	file, err := productcsv.Open(name, in, productcsv.Options{Encoding: encoding})
	if err != nil {
		return found, err
	}
	if found.products, err = file.Products(); err != nil {
		return content{}, err
	}
	found.found, found.encoding = file.Found(), encoding
	if found.digest, err = digest(in, encoding); err != nil {
		return content{}, galley.WrapError(err, galley.CodeStorage, messages.ShopFileUnreadable)
	}
	return found, nil
}

func digest(in io.ReadSeeker, encoding galley.FileEncoding) (string, error) {
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err := io.Copy(sum, in)
	_, _ = io.WriteString(sum, string(encoding)) // never fails
	return hex.EncodeToString(sum.Sum(nil)), err
}
