package productcsv

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Options are what a person decides about a file.
type Options struct {
	// Encoding is how the file writes characters; "" finds out.
	Encoding galley.FileEncoding
	// Guess reads a file that is not UTF-8 in the encoding that it most likely
	// has. Otherwise such a file is refused.
	Guess bool
}

// File is a product file whose rows were checked.
type File struct {
	name   string
	in     io.ReadSeeker
	format format
	found  checked
	result *gathered // after Each
}

// Open finds out how a product file is written and checks all its rows. A file
// that is no product list is CodeInvalidFile: the error names the file and what
// it seems to be.
func Open(name string, r io.ReadSeeker, o Options) (*File, error) {
	if err := o.Encoding.Check(); err != nil {
		return nil, err
	}
	f := &File{name: name, in: r}
	if err := f.open(o); err != nil {
		return nil, invalid(name, err)
	}
	return f, nil
}

func (f *File) open(o Options) (err error) {
	if f.format, err = findFormat(f.in, o.Encoding); err != nil {
		return err
	}
	f.found, err = check(f.in, &f.format)
	if errors.Is(err, errNotUTF8) {
		err = f.openGuessed()
	}
	if err != nil {
		return err
	}
	if ask := f.found.ask; f.format.characters.guess && !o.Guess && ask != nil {
		name := f.format.characters.name
		return fileError(messages.CSVNotUTF8(name.Label(), ask.Line, ask.Read, string(name)))
	}
	return nil
}

// openGuessed reads a file that is not UTF-8 as what it most likely is.
func (f *File) openGuessed() (err error) {
	if f.format.characters, err = guessed(f.in); err != nil {
		return err
	}
	if err := f.format.findColumns(f.in); err != nil {
		return err
	}
	f.found, err = check(f.in, &f.format)
	return err
}

// Read returns all products of an export in the order of their first rows, as
// Each visits them.
func Read(name string, r io.ReadSeeker) ([]Product, error) {
	f, err := Open(name, r, Options{})
	if err != nil {
		return nil, err
	}
	return f.Products()
}

// Products returns the products of the file in the order of their first rows.
func (f *File) Products() ([]Product, error) {
	var products []Product
	err := f.Each(func(p Product) error {
		products = append(products, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(products, func(a, b Product) int { return cmp.Compare(a.Line, b.Line) })
	return products, nil
}

// Each opens a file and visits its products. Errors are *galley.Error with
// CodeInvalidFile, and no product is visited with them.
func Each(name string, r io.ReadSeeker, visit func(Product) error) error {
	f, err := Open(name, r, Options{})
	if err != nil {
		return err
	}
	return f.Each(visit)
}

// Each calls visit with every product of the file as soon as its last row is
// read, holding only products that are not complete yet. An error of visit ends
// the reading and is returned as it is.
func (f *File) Each(visit func(Product) error) error {
	var visitErr error
	result, err := f.gather(func(_ *builder, p Product) error {
		visitErr = visit(p)
		return visitErr
	})
	if visitErr != nil {
		return visitErr
	}
	if err != nil {
		return invalid(f.name, err)
	}
	f.result = result
	return nil
}

// checked is what reading all rows once shows.
type checked struct {
	last         map[string]int // the last line of each product, by its handle in lower case
	spoilt       map[string]bool
	votes        votes
	decimalComma bool
	ask          *galley.EncodingProof
}

// check reads the whole file.
func check(r io.ReadSeeker, f *format) (checked, error) {
	found := checked{last: make(map[string]int)}
	all, err := eachRow(r, f, false, nil, func(r *row) error {
		found.last[strings.ToLower(r.handle)] = r.line
		for _, col := range numberColumns {
			if cell := r.word(col); cell != "" {
				found.votes.count(cell)
			}
		}
		if found.ask == nil {
			found.ask = f.characters.proof(r)
		}
		return nil
	})
	if err != nil {
		return found, err
	}
	found.spoilt = all.spoilt
	found.decimalComma = found.votes.isComma(f.separator == ';')
	return found, found.refuseEmpty(all)
}

// refuseEmpty refuses a file of which no product can be read.
func (c *checked) refuseEmpty(all *rows) error {
	for key := range c.last {
		if !c.spoilt[key] {
			return nil
		}
	}
	switch {
	case len(c.last) > 0:
		return fileError(messages.CSVAllLeftOut(messages.FileProductIncomplete))
	case all.left == 0:
		return fileError(messages.CSVWithoutProducts)
	case all.handles == 0:
		return fileError(messages.CSVNoHandles)
	}
	return fileError(messages.CSVAllLeftOut(all.firstWhy))
}

// gather builds products from rows that may lie apart.
func (f *File) gather(visit func(*builder, Product) error) (*gathered, error) {
	result := newGathered(&f.format.layout)
	open := make(map[string]*builder)
	_, err := eachRow(f.in, &f.format, f.found.decimalComma, result.report, func(r *row) error {
		key := strings.ToLower(r.handle)
		product, begun := open[key]
		if !begun {
			product = newBuilder(r)
			open[key] = product
		}
		product.add(r)
		result.countCells(r)
		if r.line < f.found.last[key] {
			return nil
		}
		delete(open, key)
		if f.found.spoilt[key] {
			result.leaveOut(product.product, r.layout)
			return nil
		}
		done := product.finish()
		result.count(done, product.filled)
		return visit(product, done)
	})
	if err == nil && len(open) > 0 {
		err = fileError(messages.CSVChanged)
	}
	return result, err
}

// eachRow visits the rows of products of a file.
func eachRow(r io.ReadSeeker, f *format, decimalComma bool, rep *report, visit func(*row) error) (*rows, error) {
	all, err := openRows(r, f, decimalComma, rep)
	if err != nil {
		return nil, err
	}
	for {
		row, err := all.next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		if err := visit(row); err != nil {
			return all, err
		}
	}
}
