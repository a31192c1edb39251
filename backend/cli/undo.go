package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newUndo(s *session) *cobra.Command {
	var items []string
	var wait bool
	cmd := &cobra.Command{
		Use:   "undo JOB",
		Short: "Put back the text that stood on the shop before",
		Long: `Puts back what stood on the shop before a job's drafts were published: of the
items named, or of all. What was changed on the shop since is left alone.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().StringArrayVar(&items, "item", nil, "only this item; may be repeated")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when all are put back or cannot be")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		before, err := graph.Jobs.Get(ctx, galley.JobID(args[0]))
		if err != nil {
			return answer{}, err
		}
		plan, err := graph.Publishing.Undo(ctx, galley.UndoRequest{JobID: before.ID, ItemIDs: itemIDs(items)})
		if err != nil {
			return answer{}, err
		}
		job, err := s.afterDecision(ctx, graph, before.ID, plan.Count, wait)
		done := before.Counts.Published - job.Counts.Published
		return answer{
			document: jobWithPlan[galley.UndoPlan]{job, plan.Count, plan},
			words: func(p *ui.Page) {
				p.Undoing(plan, done, wait)
				p.Afterwards(job, plan.Count, wait)
			},
			partly: wait && done < plan.Count,
		}, err
	})
	return cmd
}
