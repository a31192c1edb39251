package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newCollectionShow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show SHOP HANDLE",
		Short: "Show a collection with its copy and its products",
		Args:  exactly("SHOP", "HANDLE"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			collection, err := graph.Products.Collection(ctx, shop.ID, args[1])
			return answer{document: collection, words: func(p *ui.Page) { p.Collection(collection) }}, err
		}),
	}
}
