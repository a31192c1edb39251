package catalogue

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"galley/backend/galley"
)

// exporter is a client of a shop that gives its published texts as a file.
type exporter interface {
	Export(ctx context.Context, w io.Writer) (products int, err error)
}

// Export writes the texts that were published to a file shop as a file that
// Shopify's own product import takes, and returns how many products it holds.
// A shop of another kind is CodeInvalidInput.
func (s *Service) Export(ctx context.Context, shop galley.Shop, w io.Writer) (int, error) {
	if shop.Kind != galley.ShopFile {
		return 0, galley.Errorf(galley.CodeInvalidInput, "%s is not opened from a file: what is published there is on the shop already.", shop.Name)
	}
	client, err := s.clients.Client(ctx, shop)
	if err != nil {
		return 0, err
	}
	files, ok := client.(exporter)
	if !ok {
		return 0, galley.Errorf(galley.CodeInternal, "%s cannot be exported.", shop.Name)
	}
	n, err := files.Export(ctx, w)
	if err != nil && galley.CodeOf(err) == galley.CodeInternal {
		err = galley.Wrap(err, galley.CodeStorage, "The file could not be written. Nothing else was changed.")
	}
	return n, err
}

// ExportFile does the same to a file of that name. It writes beside the file
// and then takes its place, so that nothing half written ever has its name.
func (s *Service) ExportFile(ctx context.Context, shop galley.Shop, name string) (products int, err error) {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return 0, galley.Wrap(err, galley.CodeInvalidInput, "No file can be written to %s. Nothing was changed.", filepath.Dir(name))
	}
	products, err = s.Export(ctx, shop, file)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return products, err
}
