package productcsv

import (
	"cmp"
	"errors"
	"io"
	"slices"

	"galley/backend/galley/messages"
)

// Read returns all products of an export in the order of their first rows.
// Errors are *galley.Error with CodeInvalidFile; they name the file by name, the
// line and the reason, and no product is returned with them.
func Read(name string, r io.ReadSeeker) ([]Product, error) {
	var products []Product
	err := Each(name, r, func(p Product) error {
		products = append(products, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(products, func(a, b Product) int { return cmp.Compare(a.Line, b.Line) })
	return products, nil
}

// Each calls visit with every product of an export as soon as its last row is
// read, holding only products that are not complete yet. The whole file is
// checked first, so that visit sees either all products or none. An error of
// visit ends the reading and is returned as it is.
func Each(name string, r io.ReadSeeker, visit func(Product) error) error {
	last, err := check(r)
	if err != nil {
		return invalid(name, err)
	}
	var visitErr error
	err = gather(r, last, func(p Product) error {
		visitErr = visit(p)
		return visitErr
	})
	if visitErr != nil {
		return visitErr
	}
	if err != nil {
		return invalid(name, err)
	}
	return nil
}

// check reads the whole file and gives the last line of each handle.
func check(r io.ReadSeeker) (map[string]int, error) {
	last := make(map[string]int)
	scratch := newBuilder(nil)
	err := eachRow(r, func(row *row) error {
		last[row.word(colHandle)] = row.line
		return scratch.check(row)
	})
	if err == nil && len(last) == 0 {
		return nil, fileError(messages.CSVWithoutProducts)
	}
	return last, err
}

// gather builds products from rows that may lie apart.
func gather(r io.ReadSeeker, last map[string]int, visit func(Product) error) error {
	open := make(map[string]*builder)
	err := eachRow(r, func(row *row) error {
		handle := row.word(colHandle)
		product, begun := open[handle]
		if !begun {
			product = newBuilder(row)
			open[handle] = product
		}
		if err := product.add(row); err != nil {
			return err
		}
		if row.line < last[handle] {
			return nil
		}
		delete(open, handle)
		return visit(product.finish())
	})
	if err == nil && len(open) > 0 {
		return fileError(messages.CSVChanged)
	}
	return err
}

func eachRow(r io.ReadSeeker, visit func(*row) error) error {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	file, err := openRows(r)
	if err != nil {
		return err
	}
	for {
		row, err := file.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := visit(row); err != nil {
			return err
		}
	}
}
