package web

import (
	"context"
	"mime"
	"net/http"

	"galley/backend/galley"
	"galley/backend/ledger"
	"galley/backend/wire"
)

// contentTypes of the forms of the ledger.
var contentTypes = map[ledger.Format]string{
	ledger.CSV:   "text/csv; charset=utf-8",
	ledger.JSONL: "application/jsonl; charset=utf-8",
}

// exportLedger answers with the ledger as a file to keep. It is sent as it is
// read, since it may be long; an answer that fails on the way is cut off, so
// that it does not look whole.
func exportLedger(graph *wire.Graph, w http.ResponseWriter, r *http.Request) {
	q := query{r.URL.Query()}
	asked := q.activity()
	format, err := ledger.ParseFormat(q.Get("format"))
	if err != nil {
		writeError(w, err)
		return
	}
	if _, err := galley.ParseActivityFilter(string(asked.Filter)); err != nil {
		writeError(w, err)
		return
	}
	name, err := LedgerName(r.Context(), graph, asked.ShopID, format)
	if err != nil {
		writeError(w, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentTypes[format])
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "no-store")
	if _, err := graph.Ledger.Export(r.Context(), asked, format, w); err != nil {
		graph.Log.Warn("the export of the ledger was cut off", "code", galley.CodeOf(err), "error", err)
		panic(http.ErrAbortHandler)
	}
}

// LedgerName is the name that a shop's part of the ledger is offered under, or
// for "" the whole. A shop that is not there is CodeNotFound.
func LedgerName(ctx context.Context, graph *wire.Graph, id galley.ShopID, format ledger.Format) (string, error) {
	name := "activity." + string(format)
	if id == "" {
		return name, nil
	}
	shop, err := graph.Shops.Get(ctx, string(id))
	return shop.Name + " " + name, err
}
