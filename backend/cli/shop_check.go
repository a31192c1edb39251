package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newShopCheck(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "check SHOP",
		Short: "Contact a shop and show what Galley may do there",
		Args:  exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			info, err := graph.Shops.Check(ctx, args[0])
			return answer{document: info, words: func(p *ui.Page) { p.ShopInfo(info) }, trouble: lacking(info)}, err
		}),
	}
}

// lacking names the permissions that Galley needs and does not have.
func lacking(info galley.ShopInfo) error {
	if len(info.Missing) == 0 {
		return nil
	}
	return galley.NewError(galley.CodeShopScope, messages.CheckScopeMissing(galley.ScopeNames(info.Missing)))
}
