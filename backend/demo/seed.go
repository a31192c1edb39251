package demo

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"time"

	"galley/backend/demo/catalogue"
	"galley/backend/demo/invent"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

func (s Seed) isZero() bool { return len(s.Catalogues) == 0 && s.Products == 0 }

// signature distinguishes seeds, independent of file names.
func (s Seed) signature() (string, error) {
	if len(s.Catalogues) == 0 {
		if s.Products == 0 {
			return "sample", nil
		}
		return fmt.Sprintf("invented:%d", s.Products), nil
	}
	sum := sha256.New()
	for _, path := range s.Catalogues {
		if err := withFile(path, func(file io.ReadSeeker) error {
			_, err := io.Copy(sum, file)
			return err
		}); err != nil {
			return "", err
		}
		sum.Write([]byte{0})
	}
	fmt.Fprint(sum, s.Products)
	return "catalogues:" + hex.EncodeToString(sum.Sum(nil)), nil
}

// seed fills an empty database and returns the seed's signature.
func seed(ctx context.Context, tx *sql.Tx, s Seed, now time.Time) (string, error) {
	signature, err := s.signature()
	if err != nil {
		return "", err
	}
	stock, err := newStockroom(ctx, tx, now)
	if err != nil {
		return "", err
	}
	defer stock.close()
	if s.isZero() {
		err = eachSample(stock.add)
	}
	for _, path := range s.Catalogues {
		if err == nil {
			err = withFile(path, func(file io.ReadSeeker) error {
				return productcsv.Each(filepath.Base(path), file, stock.add)
			})
		}
	}
	if err == nil {
		err = each(invent.Products(s.Products), stock.add)
	}
	if err == nil {
		err = stock.finish()
	}
	return signature, err
}

func each(products iter.Seq[productcsv.Product], visit func(productcsv.Product) error) error {
	for product := range products {
		if err := visit(product); err != nil {
			return err
		}
	}
	return nil
}

func eachSample(visit func(productcsv.Product) error) error {
	names, err := fs.Glob(catalogue.Files, "*.csv")
	if err != nil {
		return err
	}
	for _, name := range names {
		file, err := catalogue.Files.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		seekable, ok := file.(io.ReadSeeker)
		if !ok {
			return fmt.Errorf("embedded %s cannot be read twice", name)
		}
		if err := productcsv.Each(name, seekable, visit); err != nil {
			return err
		}
	}
	return nil
}

func withFile(path string, use func(io.ReadSeeker) error) error {
	file, err := os.OpenFile(path, os.O_RDONLY|dontWait, 0) // a pipe would wait for a writer
	if err != nil {
		reason := "could not be opened"
		if os.IsNotExist(err) {
			reason = "does not exist"
		}
		return galley.WrapError(err, galley.CodeInvalidFile, messages.DemoImportBroken(filepath.Base(path), reason))
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return galley.WrapError(err, galley.CodeInvalidFile, messages.DemoImportNotAFile(filepath.Base(path)))
	}
	return use(file)
}
