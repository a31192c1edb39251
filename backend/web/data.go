package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"galley/backend/galley"
	"galley/backend/wire"
)

// data answers requests for lists, which are too long for the window's
// bindings: GET /data/products, /data/items and /data/activity; and for files
// to keep: GET /data/export of a file shop, and /data/ledger.
func data(graph *wire.Graph) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /data/products", list(func(ctx context.Context, q query) (galley.ProductPage, error) {
		return graph.Products.Products(ctx, galley.ProductQuery{
			ShopID: galley.ShopID(q.Get("shop_id")), Search: q.Get("search"), Offset: q.number("offset"), Limit: q.number("limit"),
			Filter: galley.ProductFilter{
				Status: q.Get("status"), Vendor: q.Get("vendor"), Type: q.Get("type"), Without: galley.Field(q.Get("without")),
			},
		})
	}))
	mux.Handle("GET /data/items", list(func(ctx context.Context, q query) (galley.ItemPage, error) {
		return graph.Review.Items(ctx, galley.ItemQuery{
			JobID: galley.JobID(q.Get("job_id")), Filter: galley.ItemFilter(q.Get("filter")), Search: q.Get("search"),
			Offset: q.number("offset"), Limit: q.number("limit"),
		})
	}))
	mux.Handle("GET /data/activity", list(func(ctx context.Context, q query) (galley.ActivityPage, error) {
		return graph.Ledger.Activity(ctx, q.activity())
	}))
	mux.HandleFunc("GET /data/ledger", func(w http.ResponseWriter, r *http.Request) { exportLedger(graph, w, r) })
	mux.HandleFunc("GET /data/export", func(w http.ResponseWriter, r *http.Request) { export(graph, w, r) })
	mux.HandleFunc("/data/", func(w http.ResponseWriter, _ *http.Request) {
		writeError(w, galley.Errorf(galley.CodeNotFound, "There is no such list."))
	})
	return mux
}

// list answers with what read finds for the query.
func list[T any](read func(context.Context, query) (T, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, err := read(r.Context(), query{r.URL.Query()})
		if err != nil {
			writeError(w, err)
			return
		}
		writeJSON(w, http.StatusOK, page)
	})
}

// query is the query part of an address.
type query struct{ url.Values }

// activity reads which part of the ledger is asked for.
func (q query) activity() galley.ActivityQuery {
	return galley.ActivityQuery{
		ShopID: galley.ShopID(q.Get("shop_id")), Filter: galley.ActivityFilter(q.Get("filter")), Search: q.Get("search"),
		Offset: q.number("offset"), Limit: q.number("limit"),
	}
}

// number reads a whole number. What is none becomes -1, which no list takes.
func (q query) number(name string) int {
	text := q.Get(name)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
