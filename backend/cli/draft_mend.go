package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newDraftWriteRight(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "write-right ITEM WORDS",
		Short: "Write what the data says in the place of words that contradict it",
		Long: `Replaces words of a draft that contradict the product's data by those of the data,
as an edit. WORDS are those that the warning names; item show lists them.`,
		Args: exactly("ITEM", "WORDS"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			return mend(ctx, graph, args, graph.Review.WriteRight)
		}),
	}
}

func newDraftTakeOut(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "take-out ITEM WORDS",
		Short: "Take the sentence with these words out of one draft",
		Long: `Takes the sentence that a warning is about out of a draft, as an edit. WORDS are
those that the warning names; item show lists them. galley draft answer does it in
all drafts of a job.`,
		Args: exactly("ITEM", "WORDS"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			return mend(ctx, graph, args, graph.Review.TakeOut)
		}),
	}
}

func newDraftKeep(s *session) *cobra.Command {
	var again bool
	cmd := &cobra.Command{
		Use:   "keep ITEM WORDS",
		Short: "Keep these words in one draft, although nothing supports them",
		Long: `Answers a warning of a draft with "keep": it holds the draft back no longer. WORDS are
those that the warning names; item show lists them. galley draft answer does it in
all drafts of a job.`,
		Args: exactly("ITEM", "WORDS"),
	}
	cmd.Flags().BoolVar(&again, "warn-again", false, "take the answer back")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		return mend(ctx, graph, args, func(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
			return graph.Review.Keep(ctx, id, revision, warning, !again)
		})
	})
	return cmd
}

func newDraftPutBack(s *session) *cobra.Command {
	var block int
	cmd := &cobra.Command{
		Use:   "put-back ITEM [WORDS]",
		Short: "Add to a draft what it lost of the shop's text: a fact or a kept block",
		Long: `Adds to a draft, as an edit, the sentence of the shop's text that has a lost fact, or
with --block a kept block such as a size table, byte for byte. WORDS are those that
the warning names; item show lists them. Nothing is written to the shop.`,
		Args: cobra.RangeArgs(1, 2), //nolint:mnd // WORDS, or --block
	}
	cmd.Flags().IntVar(&block, "block", 0, "the number of the kept block, from 1")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if (block > 0) == (len(args) > 1) {
			return usageError(cmd, messages.PutBackTakes)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			if block > 0 {
				draft, _, err := draftOf(ctx, graph, args[0])
				if err != nil {
					return answer{}, err
				}
				return oneItem(graph.Review.PutBackBlock(ctx, draft.ID, draft.Revision, block))
			}
			return mend(ctx, graph, args, graph.Review.PutBackFact)
		})(cmd, args)
	}
	return cmd
}

// draftOf is the draft that an argument names, at the revision that it has now
// unless it names one.
func draftOf(ctx context.Context, graph *wire.Graph, name string) (galley.ItemAt, galley.Item, error) {
	draft, err := galley.ParseItemAt(name)
	if err != nil {
		return draft, galley.Item{}, err
	}
	item, err := graph.Review.Item(ctx, draft.ID)
	if draft.Revision == 0 {
		draft.Revision = item.Revision
	}
	return draft, item, err
}

// mend answers the warning of a draft about some words; case and spaces do not
// matter. Where several are about the same words, the first that can be answered
// like this is.
func mend(ctx context.Context, graph *wire.Graph, args []string,
	by func(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error),
) (answer, error) {
	draft, item, err := draftOf(ctx, graph, args[0])
	if err != nil {
		return answer{}, err
	}
	err = galley.NewError(galley.CodeInvalidInput, messages.NoSuchWarning)
	for _, w := range item.Warnings {
		if !w.Key().IsSameClaim(galley.WarningKey{Rule: w.Rule, About: args[1]}) {
			continue
		}
		var mended galley.Item
		if mended, err = by(ctx, draft.ID, draft.Revision, w.Key()); !galley.HasCode(err, galley.CodeInvalidInput) {
			return oneItem(mended, err)
		}
	}
	return answer{}, err
}
