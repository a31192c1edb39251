package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/review"
	"galley/backend/wire"
)

func newItemApprove(s *session) *cobra.Command {
	return decide(s, "approve", "approved", "Mark drafts as good", (*review.Service).Approve)
}

func newItemReject(s *session) *cobra.Command {
	return decide(s, "reject", "rejected", "Keep drafts from being published with the others", (*review.Service).Reject)
}

// decide is a decision over one or more items. Where some could not take it,
// the command is done in part.
func decide(s *session, verb, done, short string, f func(*review.Service, context.Context, []galley.ItemID) (int, error)) *cobra.Command {
	return &cobra.Command{
		Use:   verb + " ITEM ...",
		Short: short,
		Args:  oneOrMore("ITEM"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			ids := itemIDs(args)
			n, err := f(graph.Review, ctx, ids)
			if err != nil {
				return answer{}, err
			}
			items := make([]galley.Item, len(ids))
			for i, id := range ids {
				if items[i], err = graph.Review.Item(ctx, id); err != nil {
					return answer{}, err
				}
			}
			return answer{document: items, words: func(p *ui.Page) { p.Decided(done, n, len(ids)) }, partly: n < len(ids)}, nil
		}),
	}
}

func itemIDs(args []string) []galley.ItemID {
	ids := make([]galley.ItemID, len(args))
	for i, arg := range args {
		ids[i] = galley.ItemID(arg)
	}
	return ids
}
