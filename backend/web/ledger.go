package web

import (
	"context"
	"io"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/ledger"
	"galley/backend/wire"
)

// contentTypes of the ledger's formats.
var contentTypes = map[ledger.Format]string{
	ledger.CSV:   "text/csv; charset=utf-8",
	ledger.JSONL: "application/jsonl; charset=utf-8",
}

// LedgerQuery names the part of the ledger to export, and the format.
type LedgerQuery struct {
	ShopID galley.ShopID         `json:"shop_id"` // "" for all shops
	Filter galley.ActivityFilter `json:"filter"`
	Search string                `json:"search"`
	Format ledger.Format         `json:"format"`
}

// exportLedger prepares the ledger as a file. It is sent as it is read, since it
// may be long.
func exportLedger(ctx context.Context, graph *wire.Graph, q LedgerQuery) (contract.Download, error) {
	format, err := ledger.ParseFormat(string(q.Format))
	if err != nil {
		return contract.Download{}, err
	}
	if _, err := galley.ParseActivityFilter(string(q.Filter)); err != nil {
		return contract.Download{}, err
	}
	name, err := LedgerName(ctx, graph, q.ShopID, format)
	if err != nil {
		return contract.Download{}, err
	}
	return contract.Download{
		Name: name, Type: contentTypes[format],
		Write: func(w io.Writer) error {
			_, err := graph.Ledger.Export(ctx, galley.ActivityQuery{ShopID: q.ShopID, Filter: q.Filter, Search: q.Search}, format, w)
			return err
		},
	}, nil
}

// LedgerName is the suggested file name of a shop's part of the ledger, or of
// the whole for "". An unknown shop is CodeNotFound.
func LedgerName(ctx context.Context, graph *wire.Graph, id galley.ShopID, format ledger.Format) (string, error) {
	name := "activity." + string(format)
	if id == "" {
		return name, nil
	}
	shop, err := graph.Shops.Get(ctx, string(id))
	return shop.Name + " " + name, err
}
