package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/products"
	"galley/backend/wire"
)

// exported is the document of galley export.
type exported struct {
	File string `json:"file"` // the first of the files

	products.Exported
}

func newExport(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "export SHOP FILE.csv",
		Short: "Write the published texts of a file shop for Shopify's product import",
		Long: `Writes what was published to a shop that was opened from a product export: only
products whose texts changed, and only the columns they need, as far as the shop's
file has them; every other cell, the order and the positions of pictures are as in
that file. Shopify's import takes 15 MB: what is larger is written to FILE-1.csv,
FILE-2.csv and so on, with no product in two of them. Files that are there already
are replaced once all new ones are whole.

` + importSteps,
		Args: exactly("SHOP", "FILE.csv"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			done, err := graph.Products.ExportFile(ctx, shop, args[1])
			if err != nil {
				return answer{}, err
			}
			return answer{document: exported{done.Files[0].File, done}, words: func(p *ui.Page) { exportWords(p, shop.Name, done) }}, nil
		}),
	}
}

// importSteps are the words of Shopify's admin.
const importSteps = `In Shopify's admin: Products, Import, Add file, tick "Overwrite products with
matching handles", Upload and preview, Import products.`

func exportWords(p *ui.Page, shop string, done products.Exported) {
	for _, file := range done.Files {
		p.Line("%s of %s written to %s.", ui.Many(file.Products, "product"), shop, file.File)
	}
	switch {
	case done.Products == 0:
		p.Line("Nothing is published to it, so there is nothing to import.")
	case len(done.Files) > 1:
		p.Line("Import these %d files, one after the other. %s", len(done.Files), importSteps)
	default:
		p.Line("Import this file. %s", importSteps)
	}
	for _, file := range done.Earlier {
		p.Line("%s is of an earlier export. Do not import it: its texts are older.", file)
	}
}
