package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newShopRemove(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "remove SHOP",
		Short: "Forget a shop with its products, jobs and secrets",
		Long: `Forgets a shop: the local copy of its products, its jobs with all drafts and the
way back from what was published, and what lets Galley in. Nothing on the shop
changes.`,
		Args: exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Remove(ctx, args[0])
			return answer{document: shop, words: func(p *ui.Page) {
				p.Line("%s is removed from this computer. %s withdrawn, %s cancelled.", shop.Name, ui.Many(shop.Withdrawn, "queued text"), ui.Many(shop.Cancelled, "job"))
				if shop.Written > 0 {
					p.Line("Galley wrote to this shop %s. What was not undone is still there; the ledger keeps each text with the one from before.", ui.Many(shop.Written, "time"))
				}
			}}, err
		}),
	}
}
