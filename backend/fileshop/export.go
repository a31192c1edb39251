package fileshop

import (
	"context"
	"io"
	"slices"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products/productcsv"
)

// Export writes the published texts as a file for Shopify's product import, and
// returns the number of products. Products without changed texts are left out,
// and so are columns that none needs or that the file has not; cells beside a changed text are as in the
// file.
func (c *Client) Export(ctx context.Context, w io.Writer) (int, error) {
	if slices.Contains(c.found.Unknown, galley.FieldTitle) {
		return 0, galley.NewError(galley.CodeInvalidInput, messages.ExportWithoutTitle)
	}
	published, err := c.published(ctx)
	if err != nil {
		return 0, err
	}
	for _, f := range c.found.Unknown {
		delete(published, f)
	}
	var changed []productcsv.Product
	var columns productcsv.TextColumns
	for i, p := range c.products {
		now := published.over(p)
		diff := differences(p, now)
		if diff == (productcsv.TextColumns{}) && now.Title == p.Title {
			continue
		}
		columns = columns.And(diff)
		changed = append(changed, texts(c.source[i], now))
	}
	return len(changed), productcsv.WriteTexts(w, changed, columns)
}

func differences(before, now galley.Product) productcsv.TextColumns {
	d := productcsv.TextColumns{
		Body:           before.DescriptionHTML != now.DescriptionHTML,
		SEOTitle:       !before.SEOTitle.Same(now.SEOTitle),
		SEODescription: !before.MetaDescription.Same(now.MetaDescription),
	}
	for i := range before.Images {
		d.Images = d.Images || !before.Images[i].Alt.Same(now.Images[i].Alt)
	}
	return d
}

func texts(p productcsv.Product, now galley.Product) productcsv.Product {
	p.Title, p.BodyHTML = now.Title, now.DescriptionHTML
	p.SEOTitle, p.SEODescription = now.SEOTitle.Text, now.MetaDescription.Text
	images := append([]productcsv.Image{}, p.Images...)
	for i := range images {
		images[i].Alt = now.Images[i].Alt.Text
	}
	p.Images = images
	return p
}
