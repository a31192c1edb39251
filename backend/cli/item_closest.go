package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newItemClosest(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "closest ITEM",
		Short: "Show the text that is most like a draft",
		Args:  exactly("ITEM"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			found, err := graph.Review.Closest(ctx, galley.ItemID(args[0]))
			return answer{document: found, words: func(p *ui.Page) { p.Closest(found) }}, err
		}),
	}
}
