package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newSettingsGet(s *session) *cobra.Command {
	var of string
	return ofShop(&cobra.Command{
		Use:   "get KEY",
		Short: "Print one setting",
		Args:  exactly("KEY"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := shopID(ctx, graph, of)
			if err != nil {
				return answer{}, err
			}
			found, err := graph.Settings.ValueFor(ctx, shop, args[0])
			return answer{document: found, words: func(p *ui.Page) { p.Line("%s", found.Value) }}, err
		}),
	}, &of)
}
