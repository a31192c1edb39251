package web

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/wire"
)

// exportedProducts is the header with the number of products in the file.
const exportedProducts = "Galley-Products"

// ExportQuery names the file shop whose published texts are exported.
type ExportQuery struct {
	ShopID galley.ShopID `json:"shop_id"`
}

// export prepares the published texts of a file shop. They are written
// completely first, so that a failed export does not look like a file.
func export(ctx context.Context, graph *wire.Graph, q ExportQuery) (contract.Download, error) {
	shop, err := graph.Shops.Get(ctx, string(q.ShopID))
	if err != nil {
		return contract.Download{}, err
	}
	var file bytes.Buffer
	products, err := graph.Products.Export(ctx, shop, &file)
	if err != nil {
		return contract.Download{}, err
	}
	return contract.Download{
		Name: ExportName(shop), Type: "text/csv; charset=utf-8",
		Header: map[string]string{exportedProducts: strconv.Itoa(products)},
		Write: func(w io.Writer) error {
			_, err := file.WriteTo(w)
			return err
		},
	}, nil
}

// ExportName is the suggested file name of a file shop's export.
func ExportName(shop galley.Shop) string { return shop.Name + " texts.csv" }
