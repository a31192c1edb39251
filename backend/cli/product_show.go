package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newProductShow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show SHOP HANDLE",
		Short: "Show a product with its copy",
		Args:  exactly("SHOP", "HANDLE"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			product, err := graph.Products.Product(ctx, shop.ID, args[1])
			return answer{document: product, words: func(p *ui.Page) { p.Product(product) }}, err
		}),
	}
}
