package web

import (
	"context"
	"log/slog"
	"mime"
	"net/http"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// API is everything that the pages request of an open home: the methods of app
// are calls; results too long for a call are lists, files or streams.
func API(app any, graph *wire.Graph) *contract.API {
	return contract.New(append(contract.Calls(app),
		contract.List("products", func(ctx context.Context, q galley.ProductQuery) (galley.ProductPage, error) {
			return graph.Products.Products(ctx, q)
		}),
		contract.List("collections", func(ctx context.Context, q galley.CollectionQuery) (galley.CollectionPage, error) {
			return graph.Products.Collections(ctx, q)
		}),
		contract.List("items", func(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error) {
			return graph.Review.Items(ctx, q)
		}),
		contract.List("activity", func(ctx context.Context, q galley.ActivityQuery) (galley.ActivityPage, error) {
			return graph.Ledger.Activity(ctx, q)
		}),
		contract.File("export", func(ctx context.Context, q ExportQuery) (contract.Download, error) {
			return export(ctx, graph, q)
		}),
		contract.File("ledger", func(ctx context.Context, q LedgerQuery) (contract.Download, error) {
			return exportLedger(ctx, graph, q)
		}),
		contract.Stream("events", func(ctx context.Context, send func(galley.Change)) {
			Numbered(graph.Store.FollowChanges)(ctx, send)
		}),
	)...)
}

// data serves the lists and files of a registry.
func data(api *contract.API, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/data/", func(w http.ResponseWriter, _ *http.Request) {
		writeError(w, galley.NewError(galley.CodeNotFound, messages.NoSuchList))
	})
	for _, e := range api.Endpoints() {
		switch e.Kind {
		case contract.KindList:
			mux.HandleFunc("GET /data/"+e.Name, func(w http.ResponseWriter, r *http.Request) { serveList(e, w, r) })
		case contract.KindFile:
			mux.HandleFunc("GET /data/"+e.Name, func(w http.ResponseWriter, r *http.Request) { serveFile(e, log, w, r) })
		case contract.KindCall, contract.KindStream: // have addresses of their own
		}
	}
	return mux
}

func serveList(e contract.Endpoint, w http.ResponseWriter, r *http.Request) {
	page, err := e.Read(r.Context(), r.URL.Query())
	if err != nil {
		writeError(w, err)
		return
	}
	writeJSON(w, http.StatusOK, page)
}

// serveFile sends a file for download. If it fails on the way, the connection
// is cut, so that the file does not look complete.
func serveFile(e contract.Endpoint, log *slog.Logger, w http.ResponseWriter, r *http.Request) {
	file, err := e.Open(r.Context(), r.URL.Query())
	if err != nil {
		writeError(w, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", file.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	h.Set("Cache-Control", "no-store")
	for name, value := range file.Header {
		h.Set(name, value)
	}
	if err := file.Write(w); err != nil {
		log.Warn("a file was cut off", "file", e.Name, "code", galley.CodeOf(err), "error", err)
		panic(http.ErrAbortHandler)
	}
}
