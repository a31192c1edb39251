package resilience_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products"
)

// tryPartial syncs the shop while the SEO title of one product cannot be read.
func (r row) tryPartial(t *testing.T, spec string) {
	d := newDesk(t, 3, spec+"@after=1:times=1")
	first := d.snapshot()[0].ID
	d.change(first, galley.FieldSEOTitle, "SEO title of the day before")
	require.Zero(t, d.sync().Incomplete)

	d.change(first, galley.FieldSEOTitle, "SEO title of today")
	d.change(first, galley.FieldTitle, "Title of today")
	require.Equal(t, 1, d.sync().Incomplete)
	require.Equal(t, 1+r.reading, d.requestsMet())
	local := d.local(first)
	require.Equal(t, "Title of today", local.Title, "what came is kept")
	require.Equal(t, galley.Text("SEO title of the day before"), local.SEOTitle, "what did not is unknown, not emptied")

	require.Zero(t, d.sync().Incomplete)
	require.Equal(t, galley.Text("SEO title of today"), d.local(first).SEOTitle)
}

// change sets a text on the shop, as somebody else does.
func (d *desk) change(product string, f galley.Field, text string) {
	d.t.Helper()
	_, err := galleytest.WriteField(bg, d.plain, f, galley.ProductTarget(product), galley.Text(text))
	require.NoError(d.t, err)
}

// sync brings the local copy up to date through the side with faults.
func (d *desk) sync() products.SyncResult {
	d.t.Helper()
	shop, err := d.store.Shop(bg, string(d.id))
	require.NoError(d.t, err)
	result, err := products.New(d.store, d, restless{}, d.store.Holder()).Sync(bg, shop, nil)
	require.NoError(d.t, err)
	return result
}

func (d *desk) local(product string) galley.Product {
	d.t.Helper()
	p, err := d.store.Product(bg, d.id, product)
	require.NoError(d.t, err)
	return p
}
