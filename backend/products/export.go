package products

import (
	"context"
	"io"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wholefile"
)

// exporter is a client of a shop that gives its published texts as a file.
type exporter interface {
	Export(ctx context.Context, w io.Writer) (products int, err error)
	// IsSource reports whether the named file is the one the shop was opened from.
	IsSource(name string) (bool, error)
}

// Export writes the texts that were published to a file shop as a file that
// Shopify's own product import takes, and returns how many products it holds.
// A shop of another kind is CodeInvalidInput.
func (s *Service) Export(ctx context.Context, shop galley.Shop, w io.Writer) (int, error) {
	files, err := s.exporter(ctx, shop)
	if err != nil {
		return 0, err
	}
	n, err := files.Export(ctx, w)
	if err != nil && galley.CodeOf(err) == galley.CodeInternal {
		err = galley.WrapError(err, galley.CodeStorage, messages.FileNotWritten)
	}
	return n, err
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

// ExportFile does the same to a file of that name, which is replaced once the
// new one is whole. The file that the shop was opened from is never replaced.
func (s *Service) ExportFile(ctx context.Context, shop galley.Shop, name string) (products int, err error) {
	files, err := s.exporter(ctx, shop)
	if err != nil {
		return 0, err
	}
	isSource, err := files.IsSource(name)
	if err != nil {
		return 0, err
	}
	if isSource {
		return 0, galley.NewError(galley.CodeInvalidInput, messages.ExportOverSource(name, shop.Name))
	}
	err = wholefile.Write(name, func(w io.Writer) error {
		products, err = s.Export(ctx, shop, w)
		return err
	})
	return products, err
}
