package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/wire"
)

func newItemRegenerate(s *session) *cobra.Command {
	var note string
	cmd := &cobra.Command{
		Use:   "regenerate ITEM",
		Short: "Have a draft written again",
		Args:  exactly("ITEM"),
	}
	cmd.Flags().StringVar(&note, "note", "", "what should be different")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		drafts, err := itemsAt(args)
		if err != nil {
			return answer{}, err
		}
		if drafts, err = graph.Review.AtCurrent(ctx, drafts); err != nil {
			return answer{}, err
		}
		if err := graph.Runner.RegenerateNow(ctx, drafts[0], note); err != nil {
			return answer{}, err
		}
		return oneItem(graph.Review.Item(ctx, drafts[0].ID))
	})
	return cmd
}
