package web

import (
	"bytes"
	"mime"
	"net/http"
	"strconv"

	"galley/backend/galley"
	"galley/backend/wire"
)

// exportedProducts is the header that says how many products the file holds.
const exportedProducts = "Galley-Products"

// export answers with the published texts of a file shop, as a file to keep.
// It is made whole first: what fails halfway must not look like a file.
func export(graph *wire.Graph, w http.ResponseWriter, r *http.Request) {
	shop, err := graph.Shops.Get(r.Context(), r.URL.Query().Get("shop_id"))
	if err != nil {
		writeError(w, err)
		return
	}
	var file bytes.Buffer
	products, err := graph.Products.Export(r.Context(), shop, &file)
	if err != nil {
		writeError(w, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": ExportName(shop)}))
	h.Set("Cache-Control", "no-store")
	h.Set(exportedProducts, strconv.Itoa(products))
	_, _ = file.WriteTo(w) // a reader that went away needs no file
}

// ExportName is the name that a file shop's export is offered under.
func ExportName(shop galley.Shop) string { return shop.Name + " texts.csv" }
