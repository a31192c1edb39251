package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// jobWithPlan is the document of publish and undo: the job after it, how many
// texts were decided, and what was planned.
type jobWithPlan[P any] struct {
	galley.Job
	Queued int `json:"queued"`
	Plan   P   `json:"plan"`
}

func newPublish(s *session) *cobra.Command {
	var items []string
	var approved, overwrite, wait bool
	cmd := &cobra.Command{
		Use:   "publish JOB",
		Short: "Publish a job's drafts to its shop",
		Long: `Decides drafts to the shop: those named, or all that are not published. Rejected
drafts and conflicts go only when named. Whichever Galley is open on this home
takes them there; with --wait this command does. Before each write the text on
the shop is compared with the one that the draft was written for; what was
changed there since is left alone and becomes a conflict.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().StringArrayVar(&items, "item", nil, "only this item; may be repeated")
	cmd.Flags().BoolVar(&approved, "approved", false, "only approved drafts")
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "of conflicts named with --item: replace the text that the conflict showed")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when all are on the shop or cannot be")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		before, err := graph.Jobs.Get(ctx, galley.JobID(args[0]))
		if err != nil {
			return answer{}, err
		}
		plan, err := graph.Publishing.Publish(ctx, galley.PublishRequest{JobID: before.ID, ItemIDs: itemIDs(items), OnlyApproved: approved, Overwrite: overwrite})
		if err != nil {
			return answer{}, err
		}
		job, err := s.afterDecision(ctx, graph, before.ID, plan.Count, wait)
		done := job.Counts.OnShop() - before.Counts.OnShop()
		return answer{
			document: jobWithPlan[galley.PublishPlan]{job, plan.Count, plan},
			words: func(p *ui.Page) {
				p.Publishing(plan, done, wait)
				p.Afterwards(job, plan.Count, wait)
			},
			partly: wait && done < plan.Count,
		}, err
	})
	return cmd
}

// afterDecision returns the job once what was decided is done, or at once.
func (s *session) afterDecision(ctx context.Context, graph *wire.Graph, id galley.JobID, decided int, wait bool) (galley.Job, error) {
	job, err := graph.Jobs.Get(ctx, id)
	if err != nil || !wait {
		return job, err
	}
	return s.workOutbox(ctx, graph, job, decided)
}
