package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/jobs"
	"galley/backend/wire"
)

// newJobKeeping are the commands that name jobs, put them aside and run them again.
func newJobKeeping(s *session) []*cobra.Command {
	return []*cobra.Command{
		newJobRename(s), newJobAgain(s),
		jobMove(s, "archive", "Take an ended job out of the list; nothing of it is lost", steer((*jobs.Service).Archive)),
		jobMove(s, "unarchive", "Put an archived job back into the list", steer((*jobs.Service).Unarchive)),
	}
}

func newJobRename(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "rename JOB NAME",
		Short: "Give a job a name",
		Args:  exactly("JOB", "NAME"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			job, err := graph.Jobs.Rename(ctx, galley.JobID(args[0]), args[1])
			return answer{document: job, words: func(p *ui.Page) { p.Job(job) }}, err
		}),
	}
}

func newJobAgain(s *session) *cobra.Command {
	var instructions string
	var strategy galley.Strategy
	var estimateOnly, wait bool
	cmd := &cobra.Command{
		Use:   "again JOB",
		Short: "Make a job once more, with the same words or other ones",
		Long: `Puts a new job into the queue: the same field, over what the job was made for, as
the shop is now. A job for empty fields leaves out what was filled since. The
drafts of the earlier job stay as they are.`,
		Args: exactly("JOB"),
	}
	flags := cmd.Flags()
	flags.StringVar(&instructions, "instructions", "", "other words for the writer (default those of the job)")
	flags.Var(parsed[galley.Strategy]{&strategy, galley.ParseStrategy, "STRATEGY"}, "strategy", "review or publish (default the job's)")
	flags.BoolVar(&estimateOnly, "estimate", false, "only say what the job would do and cost")
	flags.BoolVar(&wait, "wait", false, "return when the job has ended or is paused")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if estimateOnly && wait {
			return usageError(cmd, messages.EstimateWaitsForNothing)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			spec, err := graph.Jobs.SpecAgain(ctx, galley.JobID(args[0]))
			if err != nil {
				return answer{}, err
			}
			if flags.Changed("instructions") {
				spec.Instructions, spec.InstructionsName = instructions, ""
			}
			if strategy != "" {
				spec.Strategy = strategy
			}
			if estimateOnly {
				return s.estimate(ctx, graph, spec)
			}
			return s.createJob(ctx, graph, spec, wait)
		})(cmd, args)
	}
	return cmd
}
