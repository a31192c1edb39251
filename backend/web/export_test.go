package web_test

import (
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
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
