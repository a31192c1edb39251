package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newShopRename(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "rename SHOP NAME",
		Short: "Give a shop another name in Galley",
		Long: `Gives a shop another name in Galley; nothing on the shop changes. The ledger keeps
the name that the shop had at the time of each entry.`,
		Args: exactly("SHOP", "NAME"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Rename(ctx, args[0], args[1])
			return answer{document: shop, words: func(p *ui.Page) { p.Line("The shop is named %s now.", shop.Name) }}, err
		}),
	}
}
