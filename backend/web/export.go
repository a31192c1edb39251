package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/products"
	"galley/backend/products/productcsv"
	"galley/backend/wire"
)

// The headers of an exported file: how many products the whole export holds, how
// many files it has, and a name of exactly this export.
const (
	exportedProducts = "Galley-Products"
	exportedParts    = "Galley-Parts"
	exportedAs       = "Galley-Export"
)

// ExportQuery names the file shop whose published texts are exported, and a file
// of the export.
type ExportQuery struct {
	ShopID galley.ShopID `json:"shop_id"`
	Part   int           `json:"part"` // from 0
	// Of is the export that the other files are of, "" for the first one asked
	// for: a text that was published in between makes another export.
	Of string `json:"of"`
}

// export prepares one file of the published texts of a file shop. They are
// written completely first, so that a failed export does not look like a file.
func export(ctx context.Context, graph *wire.Graph, q ExportQuery) (contract.Download, error) {
	shop, err := graph.Shops.Get(ctx, string(q.ShopID))
	if err != nil {
		return contract.Download{}, err
	}
	parts, err := graph.Products.Export(ctx, shop)
	if err != nil {
		return contract.Download{}, err
	}
	name := nameOf(parts)
	switch {
	case q.Of != "" && q.Of != name:
		return contract.Download{}, galley.NewError(galley.CodeChanged, messages.ExportChanged)
	case q.Part < 0 || q.Part >= len(parts):
		return contract.Download{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchPart)
	}
	total := 0
	for _, part := range parts {
		total += part.Products
	}
	return contract.Download{
		Name: products.PartName(ExportName(shop), q.Part, len(parts)), Type: "text/csv; charset=utf-8",
		Header: map[string]string{exportedProducts: strconv.Itoa(total), exportedParts: strconv.Itoa(len(parts)), exportedAs: name},
		Write: func(w io.Writer) error {
			_, err := w.Write(parts[q.Part].Content)
			return err
		},
	}, nil
}

func nameOf(parts []productcsv.Part) string {
	sum := sha256.New()
	for _, part := range parts {
		sum.Write(part.Content)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// ExportName is the suggested file name of a file shop's export.
func ExportName(shop galley.Shop) string { return shop.Name + " texts.csv" }
