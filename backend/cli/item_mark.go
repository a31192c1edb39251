package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/wire"
)

func newItemMark(s *session) *cobra.Command {
	var remove bool
	cmd := &cobra.Command{
		Use:   "mark ITEM",
		Short: "Mark a draft as good, for others to be written like it",
		Long: `Adds the text of a draft, published or not, to those that its shop's profile has as
good. New texts of the shop are written like them. Prints the profile.`,
		Args: exactly("ITEM"),
	}
	cmd.Flags().BoolVar(&remove, "remove", false, "take the mark back")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		drafts, err := itemsAt(args)
		if err != nil {
			return answer{}, err
		}
		if drafts, err = graph.Review.AtCurrent(ctx, drafts); err != nil {
			return answer{}, err
		}
		return profileAnswer(graph.Review.MarkGood(ctx, drafts[0].ID, drafts[0].Revision, !remove))
	})
	return cmd
}
