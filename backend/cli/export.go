package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
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
			n, err := exportTo(ctx, graph, shop, args[1])
			return answer{document: exported{File: args[1], Products: n}, words: func(p *ui.Page) {
				p.Line("%s of %s written to %s.", ui.Many(n, "product"), shop.Name, args[1])
			}}, err
		}),
	}
}

// exportTo writes beside the file and then takes its place, so that nothing
// half written ever has its name.
func exportTo(ctx context.Context, graph *wire.Graph, shop galley.Shop, name string) (products int, err error) {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return 0, galley.Wrap(err, galley.CodeInvalidInput, "No file can be written to %s. Nothing was changed.", filepath.Dir(name))
	}
	products, err = graph.Catalogue.Export(ctx, shop, file)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return products, err
}
