package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wholefile"
	"galley/backend/wire"
)

func newShopAdd(s *session) *cobra.Command {
	return group("add", "Connect a shop", newShopAddDemo(s), newShopAddFile(s), newShopAddShopify(s))
}

func newShopAddDemo(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Connect the built-in demo shop",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			return added(graph.Shops.AddDemo(ctx))
		}),
	}
}

func newShopAddFile(s *session) *cobra.Command {
	name := ""
	cmd := &cobra.Command{
		Use:   "file FILE.csv",
		Short: "Open a product export from a shop's admin as a shop",
		Long: `Opens a product export (CSV) as a shop: write and review as for any other. What
is published is collected; galley export writes it for Shopify's product import.`,
		Args: exactly("FILE.csv"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			file, err := wholefile.Open(args[0])
			if err != nil {
				return answer{}, err
			}
			defer file.Close()
			return added(graph.Shops.AddFile(ctx, args[0], name, file))
		}),
	}
	cmd.Flags().StringVar(&name, "name", "", "name of the shop in Galley (default: the name of the file)")
	return cmd
}

func added(shop galley.ShopOverview, err error) (answer, error) {
	return answer{document: shop, words: func(p *ui.Page) {
		p.Line("%s is connected. galley sync %q copies its products.", shop.Name, shop.Name)
	}}, err
}
