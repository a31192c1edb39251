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

func newItemReopen(s *session) *cobra.Command {
	return decide(s, "reopen", "open again", "Take the decision over drafts back", (*review.Service).Reopen)
}

func newItemKeepTheirs(s *session) *cobra.Command {
	return decide(s, "keep-theirs", "settled: the shop keeps its text", "Settle conflicts: the shop keeps its text, and the drafts are rejected",
		(*review.Service).KeepTheirs)
}

// decide decides over one or more items. If some could not take the decision,
// the command is partly done.
func decide(s *session, verb, done, short string, f func(*review.Service, context.Context, []galley.ItemAt) (galley.Decided, error)) *cobra.Command {
	return &cobra.Command{
		Use:   verb + " ITEM ...",
		Short: short,
		Long:  short + ".\nITEM is the current draft, ITEM@REVISION that revision: a draft that changed since is\nleft out and named.",
		Args:  oneOrMore("ITEM"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			drafts, err := itemsAt(args)
			if err != nil {
				return answer{}, err
			}
			if drafts, err = graph.Review.AtCurrent(ctx, drafts); err != nil {
				return answer{}, err
			}
			decided, err := f(graph.Review, ctx, drafts)
			if err != nil {
				return answer{}, err
			}
			items := make([]galley.Item, len(drafts))
			for i, draft := range drafts {
				if items[i], err = graph.Review.Item(ctx, draft.ID); err != nil {
					return answer{}, err
				}
			}
			return answer{
				document: items,
				words: func(p *ui.Page) {
					p.Decided(done, decided.Count, len(drafts))
					p.LeftOut(decided.Left)
				},
				partly: len(decided.Left) > 0,
			}, nil
		}),
	}
}

// itemsAt reads items as they are named on the command line: ITEM for the
// current draft, ITEM@REVISION for that one.
func itemsAt(args []string) ([]galley.ItemAt, error) {
	items := make([]galley.ItemAt, len(args))
	for i, arg := range args {
		var err error
		if items[i], err = galley.ParseItemAt(arg); err != nil {
			return nil, err
		}
	}
	return items, nil
}
