package fileshop

import (
	"context"
	"os"
	"path/filepath"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// Export returns the published texts as files for Shopify's product import: one
// with a header alone if nothing is published, several if one would be larger
// than limit bytes. Products without changed texts are left out, and so are
// columns that none needs or that the shop's file does not have; all else is as
// in the file. A file without titles, which the import wants, is
// CodeInvalidInput; one that is not as it was when it was opened is CodeStorage.
func (c *Client) Export(ctx context.Context, limit int) ([]productcsv.Part, error) {
	if !c.has(galley.FieldTitle) {
		return nil, galley.NewError(galley.CodeInvalidInput, messages.ExportWithoutTitle)
	}
	published, err := c.published(ctx)
	if err != nil {
		return nil, err
	}
	edits := map[string]productcsv.Edit{}
	for _, p := range c.products {
		if e := c.edit(p, published.over(p)); !e.IsNone() {
			edits[p.Handle] = e
		}
	}
	in, err := c.unchanged()
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }()
	file, err := productcsv.Open(filepath.Base(c.path), in, productcsv.Options{Encoding: c.encoding})
	if err != nil {
		return nil, err
	}
	return file.Export(edits, limit)
}

// unchanged opens the kept file, if it is still what was read.
func (c *Client) unchanged() (*os.File, error) {
	in, err := openKept(c.path)
	if err != nil {
		return nil, err
	}
	now, err := digest(in, c.encoding)
	if err == nil && now != c.digest {
		err = galley.NewError(galley.CodeStorage, messages.ShopFileChanged(filepath.Base(c.path)))
	}
	if err != nil {
		_ = in.Close()
		return nil, err
	}
	return in, nil
}

// edit is what was published to a product, in the columns that the file has.
func (c *Client) edit(before, now galley.Product) productcsv.Edit {
	e := productcsv.Edit{
		Title:          c.changed(galley.FieldTitle, galley.Text(before.Title), galley.Text(now.Title)),
		Body:           c.changed(galley.FieldDescription, galley.Text(before.DescriptionHTML), galley.Text(now.DescriptionHTML)),
		SEOTitle:       c.changed(galley.FieldSEOTitle, before.SEOTitle, now.SEOTitle),
		SEODescription: c.changed(galley.FieldMetaDescription, before.MetaDescription, now.MetaDescription),
		Alts:           map[int]string{},
	}
	for i := range before.Images {
		if alt := c.changed(galley.FieldAltText, before.Images[i].Alt, now.Images[i].Alt); alt != nil {
			e.Alts[i] = *alt
		}
	}
	return e
}

// changed is the new text of a field, nil where it is as before or the file has
// no such column.
func (c *Client) changed(f galley.Field, before, now galley.Value) *string {
	if before.Same(now) || !c.has(f) {
		return nil
	}
	return &now.Text
}
