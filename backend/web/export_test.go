package web_test

import (
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

const smallRange = `Handle,Title,Body (HTML),Vendor,Type,Status,Option1 Name,Option1 Value,Variant Price,SEO Title,SEO Description
lamp,Oak lamp,<p>A lamp of oak.</p>,Aldermill,Lamp,active,Title,Default Title,84.00
mug,Mug,<p>A mug.</p>,Kiln,Mug,active,Title,Default Title,9.50
`

func TestDownloadsExportOfFileShop(t *testing.T) {
	s := serve(t)
	s.AddFile("Spring “range”.csv", smallRange)
	c := s.signedIn(t)
	address := s.base + "data/export?" + url.Values{"shop_id": {string(s.Shop.ID)}}.Encode()

	r := get(t, c, address)
	require.Equal(t, http.StatusOK, r.status, r.body)
	require.Equal(t, "0", r.header.Get("Galley-Products"), "nothing is published yet")

	items := s.Items(s.Written(galley.JobSpec{Field: galley.FieldSEOTitle, Strategy: galley.StrategyPublish}).ID)
	require.Len(t, items, 2)

	require.NoError(t, s.Dispatcher.RunUntilIdle(t.Context()))
	r = get(t, c, address)
	require.Equal(t, "2", r.header.Get("Galley-Products"))
	kind, params, err := mime.ParseMediaType(r.header.Get("Content-Disposition"))
	require.NoError(t, err)
	require.Equal(t, "attachment", kind)
	require.Equal(t, "Spring “range” texts.csv", params["filename"])
	require.True(t, strings.HasPrefix(r.header.Get("Content-Type"), "text/csv"))
	require.True(t, strings.HasPrefix(r.body, "Handle,Title,SEO Title\n"), r.body)
	for _, item := range items {
		require.Contains(t, r.body, item.Content)
	}
	require.False(t, strings.HasPrefix(r.body, "\ufeff"), "Shopify's import reads no mark")
	require.Equal(t, "1", r.header.Get("Galley-Parts"))

	// The files of an export belong together.
	of := r.header.Get("Galley-Export")
	require.Equal(t, http.StatusOK, get(t, c, address+"&of="+of).status)
	require.Equal(t, http.StatusBadRequest, get(t, c, address+"&part=1&of="+of).status)
	code, _, _ := problem(t, get(t, c, address+"&of=another"))
	require.Equal(t, string(galley.CodeChanged), code)
}

// What is larger than Shopify's import takes comes in several files, each whole.
func TestDownloadsLargeExportInParts(t *testing.T) {
	s := serve(t)
	var file strings.Builder
	file.WriteString("Handle,Title,Body (HTML),SEO Title\n")
	for i := range 40 {
		fmt.Fprintf(&file, "p%d,Product %d,<p>%s</p>,\n", i, i, strings.Repeat("word ", 100_000))
	}
	s.AddFile("range.csv", file.String())
	for i := range 40 { // the texts of the file are long, the changed ones need not be
		require.NoError(t, s.Store.PutFileText(t.Context(), s.Shop.ID, galley.FieldSEOTitle, fmt.Sprintf("gid://galley/Product/p%d", i), galley.Text("New")))
		require.NoError(t, s.Store.PutFileText(t.Context(), s.Shop.ID, galley.FieldDescription, "gid://galley/Product/p0", galley.Text("<p>New.</p>")))
	}
	c := s.signedIn(t)
	address := s.base + "data/export?" + url.Values{"shop_id": {string(s.Shop.ID)}}.Encode()
	first := get(t, c, address)
	require.Equal(t, "40", first.header.Get("Galley-Products"))
	require.Equal(t, "2", first.header.Get("Galley-Parts"))
	require.Contains(t, first.header.Get("Content-Disposition"), "range texts-1.csv")
	second := get(t, c, address+"&part=1&of="+first.header.Get("Galley-Export"))
	require.Contains(t, second.header.Get("Content-Disposition"), "range texts-2.csv")
	found := map[string]bool{}
	for _, part := range []string{first.body, second.body} {
		require.Less(t, len(part), 15_000_000)
		products, err := productcsv.Read("part.csv", strings.NewReader(part))
		require.NoError(t, err)
		for _, p := range products {
			require.False(t, found[p.Handle])
			found[p.Handle] = true
		}
	}
	require.Len(t, found, 40)
}

func TestOnlyFileShopsAreExported(t *testing.T) {
	s := serve(t)
	s.AddDemo()
	c := s.signedIn(t)
	for id, status := range map[string]int{string(s.Shop.ID): http.StatusBadRequest, "gone": http.StatusNotFound} {
		r := get(t, c, s.base+"data/export?shop_id="+id)
		require.Equal(t, status, r.status, r.body)
		require.Empty(t, r.header.Get("Content-Disposition"))
		_, message, _ := problem(t, r)
		require.NotEmpty(t, message)
	}
}
