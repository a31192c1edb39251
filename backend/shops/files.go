package shops

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// NewFile names a product file that is to be opened as a shop.
type NewFile struct {
	File     string              `json:"file"` // its name, or its path
	Name     string              `json:"name"` // of the shop; "" is the name of the file
	Encoding galley.FileEncoding `json:"encoding"`
}

// OpenedFile is a shop with what its file was found to be.
type OpenedFile struct {
	galley.ShopOverview

	File galley.ProductFile `json:"file"`
}

// Examine tells what a product file is, keeping nothing. A file that is no
// product list is CodeInvalidFile.
func (s *Service) Examine(f NewFile, content io.ReadSeeker) (galley.ProductFile, error) {
	return s.files.Examine(filepath.Base(f.File), content, f.Encoding)
}

// AddFile opens a product file as a shop. A name that another shop has is
// CodeInvalidInput. A file that is no product list, or whose encoding is not
// known, is CodeInvalidFile, and nothing is kept.
func (s *Service) AddFile(ctx context.Context, f NewFile, content io.ReadSeeker) (added OpenedFile, err error) {
	shop := s.fresh(galley.ShopFile)
	shop.Domain = filepath.Base(f.File)
	if shop.Name, err = s.fileShopName(ctx, shop, f.Name); err != nil {
		return added, err
	}
	if added.File, err = s.files.Keep(shop.ID, shop.Domain, content, f.Encoding); err != nil {
		return added, err
	}
	if err := s.store.AddShop(ctx, shop); err != nil {
		return added, errors.Join(err, s.files.Remove(shop.ID))
	}
	added.ShopOverview, err = s.store.ShopOverview(ctx, shop.ID)
	return added, err
}

func (s *Service) fileShopName(ctx context.Context, shop galley.Shop, name string) (string, error) {
	if name == "" {
		return s.freeName(ctx, strings.TrimSuffix(shop.Domain, filepath.Ext(shop.Domain)), string(shop.ID)[:8])
	}
	name, err := galley.ParseShopName(name)
	if err != nil {
		return "", err
	}
	if taken, err := s.isNameTaken(ctx, name); err != nil || !taken {
		return name, err
	}
	return "", galley.NewError(galley.CodeInvalidInput, messages.ShopNameTaken(name))
}
