package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newJobAlike(s *session) *cobra.Command {
	var (
		keep, reopen, regenerate []string
		estimate                 bool
	)
	cmd := &cobra.Command{
		Use:   "alike JOB",
		Short: "List drafts of a job that are too much alike",
		Long: `Compares the drafts of a job with each other and with the shop's other texts of
the field: the same text, nearly the same text, the same first or last words.
Drafts of a group stay out when all drafts are published, but those that only
end alike, until the group is kept, or written again. A group is named by the id
that it is listed with, which is that of exactly these texts.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().StringArrayVar(&keep, "keep", nil, "a `GROUP` that is as it should be; may be repeated")
	cmd.Flags().StringArrayVar(&reopen, "reopen", nil, "a kept `GROUP` that is not to be kept any more; may be repeated")
	cmd.Flags().StringArrayVar(&regenerate, "regenerate", nil, "a `GROUP` to be written again, not like the others; may be repeated")
	cmd.Flags().BoolVar(&estimate, "estimate", false, "with --regenerate: only say what it would cost")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		job := galley.JobID(args[0])
		if !goTogether(keep, reopen, regenerate, estimate) {
			return answer{}, usageError(cmd, messages.KeepOrRegenerate)
		}
		switch {
		case estimate:
			cost, err := graph.Jobs.EstimateAlike(ctx, job, regenerate)
			return answer{document: cost, words: func(p *ui.Page) { p.AlikeEstimate(cost) }}, err
		case len(regenerate) > 0:
			return regenerateAlike(ctx, graph, job, regenerate)
		case len(keep) > 0:
			return alikeAnswer(graph.Review.KeepAlike(ctx, job, keep))
		}
		for _, group := range reopen {
			if _, err := graph.Review.ReopenAlike(ctx, job, group); err != nil {
				return answer{}, err
			}
		}
		return alikeAnswer(graph.Review.Alike(ctx, job))
	})
	return cmd
}

// goTogether reports whether one thing is to be done at most.
func goTogether(keep, reopen, regenerate []string, estimate bool) bool {
	wanted := 0
	for _, groups := range [][]string{keep, reopen, regenerate} {
		wanted += min(len(groups), 1)
	}
	return wanted <= 1 && (!estimate || len(regenerate) > 0)
}

func alikeAnswer(found galley.Alike, err error) (answer, error) {
	return answer{document: found, words: func(p *ui.Page) { p.Alike(found) }}, err
}

// regenerated is the result of writing groups again, as JSON.
type regenerated struct {
	Count int              `json:"count"` // drafts that were to be written again
	Left  []galley.LeftOut `json:"left"`
	Job   galley.Job       `json:"job"`
	Alike galley.Alike     `json:"alike"` // what is alike now
}

// regenerateAlike has groups written again. A job whose drafts another process
// writes is left to it.
func regenerateAlike(ctx context.Context, graph *wire.Graph, job galley.JobID, groups []string) (answer, error) {
	done, err := graph.Jobs.RegenerateAlike(ctx, job, groups)
	if err != nil {
		return answer{}, err
	}
	if _, err := graph.Runner.Rewrite(ctx, job); err != nil {
		return answer{}, err
	}
	result := regenerated{Count: done.Count, Left: done.Left}
	if result.Job, err = graph.Jobs.Get(ctx, job); err != nil {
		return answer{}, err
	}
	if result.Alike, err = graph.Review.Alike(ctx, job); err != nil {
		return answer{}, err
	}
	again := result.Job.Rewriting
	return answer{
		document: result,
		words: func(p *ui.Page) {
			p.LeftOut(done.Left)
			p.Rewritten(result.Job)
			p.Alike(result.Alike)
		},
		partly: len(done.Left)+again.Failed+again.Paused > 0,
	}, nil
}
