package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

// exported is the document of galley export.
type exported struct {
	File     string `json:"file"`
	Products int    `json:"products"`
}

func newExport(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "export SHOP FILE.csv",
		Short: "Write the published texts of a file shop for Shopify's product import",
		Long: `Writes what was published to a shop that was opened from a product export: only
products whose texts changed, and only the columns they need. A file that is
there already is replaced once the new one is whole.`,
		Args: exactly("SHOP", "FILE.csv"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			n, err := graph.Products.ExportFile(ctx, shop, args[1])
			return answer{document: exported{File: args[1], Products: n}, words: func(p *ui.Page) {
				p.Line("%s of %s written to %s.", ui.Many(n, "product"), shop.Name, args[1])
			}}, err
		}),
	}
}
