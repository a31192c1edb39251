package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newShopSet(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "set SHOP KEY VALUE",
		Short: "Change what is kept of a shop: its plan, facts or profile",
		Long: `Changes one thing that Galley keeps of a shop. Nothing is written to the shop. Keys:
plan (free, pro or max), facts (true of all products, one a line) and
profile.PART, as galley profile set takes it.`,
		Args: exactly("SHOP", "KEY", "VALUE"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			if err := setShop(ctx, graph, shop, args[1], args[2]); err != nil {
				return answer{}, err
			}
			overview, err := graph.Shops.Overview(ctx, shop.ID)
			return answer{document: overview, words: func(p *ui.Page) { p.Shops([]galley.ShopOverview{overview}) }}, err
		}),
	}
}

func setShop(ctx context.Context, graph *wire.Graph, shop galley.Shop, key, value string) error {
	switch part, isProfile := strings.CutPrefix(key, "profile."); {
	case isProfile:
		_, err := graph.Settings.SetProfilePart(ctx, shop.ID, part, value)
		return err
	case key == "plan":
		_, err := graph.Shops.SetPlan(ctx, string(shop.ID), value)
		return err
	case key == "facts":
		return graph.Products.SetFacts(ctx, shop.ID, value)
	}
	return galley.NewError(galley.CodeInvalidInput, messages.NothingKeptOfShop(key))
}
