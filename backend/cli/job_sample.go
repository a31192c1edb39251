package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newJobContinue(s *session) *cobra.Command {
	var estimateOnly, wait bool
	cmd := &cobra.Command{
		Use:   "continue JOB",
		Short: "Have written what a sample left out, in the same words",
		Long: `Adds to a sample (job create --sample) everything that it is a sample of, with the
same instructions, profile and writer. What is written already is kept and not
paid for again.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().BoolVar(&estimateOnly, "estimate", false, "only say what it would do and cost")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when the job has ended or is paused")
	cmd.MarkFlagsMutuallyExclusive("estimate", "wait")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		id := galley.JobID(args[0])
		if estimateOnly {
			job, err := graph.Jobs.Get(ctx, id)
			if err != nil {
				return answer{}, err
			}
			e, err := graph.Jobs.EstimateRest(ctx, id)
			return answer{document: e, words: func(p *ui.Page) { p.Estimate(job.Field, e) }}, err
		}
		job, err := graph.Jobs.Continue(ctx, id)
		return s.begun(ctx, graph, job, err, wait)
	})
	return cmd
}

func newJobPreview(s *session) *cobra.Command {
	return jobSpecCommand(s, &cobra.Command{
		Use:   "preview SHOP",
		Short: "Show the finished prompt on three items; nothing is sent",
		Args:  exactly("SHOP"),
	}, func(ctx context.Context, graph *wire.Graph, o jobOptions) (answer, error) {
		v, err := graph.Jobs.Preview(ctx, o.spec)
		if err == nil {
			s.warnWords(v.UnknownPlaceholders, v.Unused)
		}
		return answer{document: v, words: func(p *ui.Page) { p.Prompts(v) }}, err
	}, nil)
}

func newJobCompare(s *session) *cobra.Command {
	var other galley.ComparisonSpec
	return jobSpecCommand(s, &cobra.Command{
		Use:   "compare SHOP",
		Short: "Have the same items written with two instructions, or by two models",
		Long: `Writes a sample twice, A with --instructions and --model, B with
--other-instructions and --other-model, and waits. galley job comparison shows both
again, galley job continue JOB writes the rest with the better one.`,
		Args: exactly("SHOP"),
	}, func(ctx context.Context, graph *wire.Graph, o jobOptions) (answer, error) {
		other.JobSpec = o.spec
		if other.Sample == 0 {
			other.Sample = 10
		}
		c, err := graph.Jobs.Compare(ctx, other)
		if err != nil {
			return answer{}, err
		}
		for _, job := range []galley.Job{c.A, c.B} {
			if _, err := s.workJob(ctx, graph, job); err != nil {
				return answer{}, err
			}
		}
		return comparison(ctx, graph, c.A.ID)
	}, func(cmd *cobra.Command) {
		cmd.Flags().StringVar(&other.OtherInstructions, "other-instructions", "", "what B is to heed")
		cmd.Flags().StringVar(&other.OtherModel, "other-model", "", "the model that writes B (default the one in settings)")
	})
}

func newJobComparison(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "comparison JOB",
		Short: "Show two samples of the same items side by side",
		Args:  exactly("JOB"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			return comparison(ctx, graph, galley.JobID(args[0]))
		}),
	}
}

func comparison(ctx context.Context, graph *wire.Graph, id galley.JobID) (answer, error) {
	c, err := graph.Jobs.Comparison(ctx, id)
	return answer{document: c, words: func(p *ui.Page) { p.Comparison(c) }}, err
}
