package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newShopList(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the shops of this home",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			list, err := graph.Shops.List(ctx)
			return answer{document: list, words: func(p *ui.Page) { p.Shops(list) }}, err
		}),
	}
}
