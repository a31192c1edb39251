package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newShopRemove(s *session) *cobra.Command {
	var abandon bool
	cmd := &cobra.Command{
		Use:   "remove SHOP",
		Short: "Remove a shop with its products, jobs and sign-in",
		Long: `Deletes the shop's products, jobs, drafts and saved sign-in from this computer.
Queued texts are withdrawn and jobs cancelled first. Nothing on the shop changes,
and the ledger keeps every text that was written there with the one from before.

While a text is being published, or the outcome of a write is not known, the shop
is not removed. For a shop that is closed for good and can no longer be read,
--abandon removes it all the same: the ledger keeps such a write as failed, with
the code outcome_unknown.`,
		Args: exactly("SHOP"),
	}
	cmd.Flags().BoolVar(&abandon, "abandon", false, "remove the shop although the outcome of a write is not known")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		remove := graph.Shops.Remove
		if abandon {
			remove = graph.Shops.Abandon
		}
		shop, err := remove(ctx, args[0])
		return answer{document: shop, words: func(p *ui.Page) { removedWords(p, shop) }}, err
	})
	return cmd
}

func removedWords(p *ui.Page, shop galley.ShopRemoved) {
	p.Line("%s is removed from this computer. %s withdrawn, %s cancelled.", shop.Name, ui.Many(shop.Withdrawn, "queued text"), ui.Many(shop.Cancelled, "job"))
	if shop.Written > 0 {
		p.Line("Galley wrote to this shop %s. What was not undone is still there; the ledger keeps each text with the one from before.", ui.Many(shop.Written, "time"))
	}
	if shop.Abandoned > 0 {
		p.Line("The outcome of %s is not known; the ledger keeps them as failed.", ui.Many(shop.Abandoned, "write"))
	}
}
