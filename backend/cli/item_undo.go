package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/review"
	"galley/backend/wire"
)

func newItemUndo(s *session) *cobra.Command {
	return moveStep(s, "undo", "Take back the last decision on a draft, or the last edit of it",
		`Takes back what was done last to a draft, here or in the window: an edit, a decision or
a kept warning. A decision on many drafts at once is taken back for all of them. Drafts
that were changed or published since stay as they are. Publications are taken back by
galley undo.`, (*review.Service).UndoStep)
}

func newItemRedo(s *session) *cobra.Command {
	return moveStep(s, "redo", "Do again what item undo took back",
		"Does again what was taken back last of a draft, until something else is done to it.", (*review.Service).RedoStep)
}

func moveStep(s *session, verb, short, long string, move func(*review.Service, context.Context, galley.StepID) (galley.Moved, error)) *cobra.Command {
	return &cobra.Command{
		Use:   verb + " ITEM",
		Short: short,
		Long:  long,
		Args:  exactly("ITEM"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			step, err := graph.Review.NextStep(ctx, galley.ItemID(args[0]), verb == "redo")
			if err != nil {
				return answer{}, err
			}
			moved, err := move(graph.Review, ctx, step)
			return answer{
				document: moved,
				words:    func(p *ui.Page) { p.Moved(moved, verb == "redo") },
				partly:   len(moved.Left) > 0,
			}, err
		}),
	}
}
