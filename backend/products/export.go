package products

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
	"galley/backend/wholefile"
)

// exporter is a client of a shop that gives its published texts as files.
type exporter interface {
	Export(ctx context.Context, limit int) ([]productcsv.Part, error)
	// IsSource reports whether the named file is the one the shop was opened from.
	IsSource(name string) (bool, error)
}

// Export returns the texts that were published to a file shop as files that
// Shopify's own product import takes, each small enough for it. A shop of
// another kind is CodeInvalidInput.
func (s *Service) Export(ctx context.Context, shop galley.Shop) ([]productcsv.Part, error) {
	files, err := s.exporter(ctx, shop)
	if err != nil {
		return nil, err
	}
	return files.Export(ctx, productcsv.MaxImport)
}

func (s *Service) exporter(ctx context.Context, shop galley.Shop) (exporter, error) {
	if !shop.Kind.Traits().Exports {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.ShopNotFromFile(shop.Name))
	}
	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return nil, err
	}
	files, ok := client.(exporter)
	if !ok {
		return nil, galley.NewError(galley.CodeInternal, messages.ShopNotExportable(shop.Name))
	}
	return files, nil
}

// Exported is what an export wrote.
type Exported struct {
	Products int            `json:"products"`
	Files    []ExportedFile `json:"files"`
	// Earlier are files beside them that an earlier export wrote and this one did
	// not replace: importing them would bring older texts back.
	Earlier []string `json:"earlier"`
}

// ExportedFile is one file of an export.
type ExportedFile struct {
	File     string `json:"file"`
	Products int    `json:"products"`
	Bytes    int    `json:"bytes"`
}

// ExportFile writes an export to a file of that name, or to several that are
// numbered: range-1.csv, range-2.csv. Files of these names are replaced once all
// new ones are whole. The file that the shop was opened from is never replaced,
// nor is one that has its name: that is CodeInvalidInput.
func (s *Service) ExportFile(ctx context.Context, shop galley.Shop, name string) (Exported, error) {
	files, err := s.exporter(ctx, shop)
	if err != nil {
		return Exported{}, err
	}
	parts, err := files.Export(ctx, productcsv.MaxImport)
	if err != nil {
		return Exported{}, err
	}
	done := Exported{Files: make([]ExportedFile, len(parts)), Earlier: []string{}}
	contents := make([]wholefile.File, len(parts))
	for i, part := range parts {
		file := PartName(name, i, len(parts))
		if err := notSource(files, shop, file); err != nil {
			return Exported{}, err
		}
		done.Products += part.Products
		done.Files[i] = ExportedFile{File: file, Products: part.Products, Bytes: len(part.Content)}
		contents[i] = wholefile.File{Name: file, Write: func(w io.Writer) error {
			_, err := w.Write(part.Content)
			if i == len(parts)-1 {
				failpoint.Reach(failpoint.ExportWritten)
			}
			return err
		}}
	}
	if err := wholefile.WriteAll(contents); err != nil {
		return Exported{}, err
	}
	done.Earlier = earlier(name, len(parts))
	return done, nil
}

// PartName is the name of the nth file of an export, from 0.
func PartName(name string, n, of int) string {
	if of == 1 {
		return name
	}
	extension := filepath.Ext(name)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n+1, extension)
}

// notSource refuses the file that the shop was opened from, and one of its name
// that exists: somebody may have changed it since.
func notSource(files exporter, shop galley.Shop, name string) error {
	isSource, err := files.IsSource(name)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(name); err == nil && strings.EqualFold(filepath.Base(name), shop.Domain) {
		isSource = true
	}
	if isSource {
		return galley.NewError(galley.CodeInvalidInput, messages.ExportOverSource(name, shop.Name))
	}
	return nil
}

// earlier lists files that an export of another number of parts left.
func earlier(name string, parts int) []string {
	found := []string{}
	add := func(file string) bool {
		_, err := os.Lstat(file)
		if !errors.Is(err, fs.ErrNotExist) {
			found = append(found, file)
			return true
		}
		return false
	}
	next := parts
	if parts == 1 {
		next = 0
	} else {
		add(name)
	}
	for add(PartName(name, next, next+2)) {
		next++
	}
	return found
}
