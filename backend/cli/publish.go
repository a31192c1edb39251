package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// jobWithPlan is the document of publish, undo and job retry: the resulting job,
// how many texts were queued, the plan, and what changed before it was confirmed.
type jobWithPlan[P any] struct {
	galley.Job
	Queued int `json:"queued"`
	Plan   P   `json:"plan"`

	LeftOut []galley.LeftOut `json:"left_out"`
}

func newPublish(s *session) *cobra.Command {
	var items []string
	var approved, unwarned, overwrite, wait bool
	cmd := &cobra.Command{
		Use:   "publish JOB",
		Short: "Publish a job's drafts to its shop",
		Long: `Queues drafts for the shop: those named, or all that are not published. Rejected
drafts and conflicts are included only when named. Any Galley that is open on this
home publishes them; with --wait this command does. Before each write the text on
the shop is compared with the one that the draft was written for; a text that
changed since is left alone and becomes a conflict.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().StringArrayVar(&items, "item", nil, "only this item (ITEM, or ITEM@REVISION); may be repeated")
	cmd.Flags().BoolVar(&approved, "approved", false, "only approved drafts")
	cmd.Flags().BoolVar(&unwarned, "without-warnings", false, "only drafts without warnings, approved or not decided")
	cmd.MarkFlagsMutuallyExclusive("approved", "without-warnings")
	cmd.MarkFlagsMutuallyExclusive("item", "without-warnings")
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "of conflicts named with --item: replace the text that the conflict showed")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when all are on the shop or cannot be")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		before, err := graph.Jobs.Get(ctx, galley.JobID(args[0]))
		if err != nil {
			return answer{}, err
		}
		drafts, err := itemsAt(items)
		if err != nil {
			return answer{}, err
		}
		plan, done, err := graph.Publishing.PublishNow(ctx, galley.PublishRequest{
			JobID: before.ID, Items: drafts, OnlyApproved: approved, Scope: scopeOf(unwarned), Overwrite: overwrite, Rejected: true,
		})
		if err != nil {
			return answer{}, err
		}
		job, run, err := s.afterDecision(ctx, graph, before.ID, done, wait)
		return answer{
			document: jobWithPlan[galley.PublishPlan]{job, done.Count, plan, done.Left},
			words: func(p *ui.Page) {
				p.Publishing(plan, run.Published, wait)
				p.LeftOut(plan.Changed)
				p.LeftOut(done.Left)
				p.Afterwards(job, done.Count, wait)
			},
			partly: wait && run.Published < plan.Count || len(done.Left)+len(plan.Changed) > 0,
		}, err
	})
	return cmd
}

// scopeOf is the scope that the flag names, "" without it.
func scopeOf(unwarned bool) galley.PublishScope {
	if unwarned {
		return galley.ScopeUnwarned
	}
	return ""
}

// afterDecision returns the job and the plan's progress, once what it queued is
// done, or at once.
func (s *session) afterDecision(ctx context.Context, graph *wire.Graph, id galley.JobID, done galley.Confirmed, wait bool) (job galley.Job, run galley.Run, err error) {
	if job, err = graph.Jobs.Get(ctx, id); err != nil || !wait {
		return job, run, err
	}
	if job, err = s.workOutbox(ctx, graph, job, done.Count); err != nil {
		return job, run, err
	}
	run, err = graph.Publishing.Run(ctx, done.Plan)
	return job, run, err
}
