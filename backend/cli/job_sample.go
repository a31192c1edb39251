package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// newJobSamples are the commands that make jobs, and those for samples.
func newJobSamples(s *session) []*cobra.Command {
	return []*cobra.Command{
		newJobCreate(s), newJobPreview(s), newJobCompare(s), newJobComparison(s), newJobCompareAgain(s), newJobChoose(s), newJobContinue(s),
	}
}

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
again, galley job choose JOB keeps the better drafts and writes the rest.`,
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
		return s.workComparison(ctx, graph, c)
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

// workComparison works both samples, and shows them.
func (s *session) workComparison(ctx context.Context, graph *wire.Graph, c galley.Comparison) (answer, error) {
	for _, job := range []galley.Job{c.A, c.B} {
		if _, err := s.workJob(ctx, graph, job); err != nil {
			return answer{}, err
		}
	}
	return comparison(ctx, graph, c.A.ID)
}

func comparison(ctx context.Context, graph *wire.Graph, id galley.JobID) (answer, error) {
	c, err := graph.Jobs.Comparison(ctx, id)
	return answer{document: c, words: func(p *ui.Page) { p.Comparison(c) }}, err
}

func newJobChoose(s *session) *cobra.Command {
	var kept []string
	var stop, wait bool
	cmd := &cobra.Command{
		Use:   "choose JOB",
		Short: "End a comparison: keep drafts of both samples and write the rest like JOB",
		Long: `Makes the drafts that are kept (of either sample) the first items of JOB, one of the
two that were compared, and has the rest written with its instructions and model.
The other drafts are rejected and stay with the other sample. A place without a
kept draft keeps that of JOB; with --stop nothing more is written, and those are
rejected too.`,
		Args: exactly("JOB"),
	}
	cmd.Flags().StringArrayVar(&kept, "keep", nil, "an item whose draft is kept (repeatable)")
	cmd.Flags().BoolVar(&stop, "stop", false, "write nothing more")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when the job has ended or is paused")
	cmd.MarkFlagsMutuallyExclusive("stop", "wait")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		choice := galley.ComparisonChoice{Job: galley.JobID(args[0]), Rest: !stop}
		for _, id := range kept {
			item, err := graph.Store.Item(ctx, galley.ItemID(id))
			if err != nil {
				return answer{}, err
			}
			choice.Kept = append(choice.Kept, galley.ItemAt{ID: item.ID, Revision: item.Revision})
		}
		job, err := graph.Jobs.Choose(ctx, choice)
		return s.begun(ctx, graph, job, err, wait)
	})
	return cmd
}

func newJobCompareAgain(s *session) *cobra.Command {
	var again galley.SideAgain
	cmd := &cobra.Command{
		Use:   "compare-again JOB",
		Short: "Have one side of a comparison written again, in other words",
		Args:  exactly("JOB"),
	}
	cmd.Flags().StringVar(&again.Instructions, "instructions", "", "what this side is to heed")
	cmd.Flags().StringVar(&again.Model, "model", "", "the model that writes it (default the same)")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		again.Job = galley.JobID(args[0])
		c, err := graph.Jobs.WriteSideAgain(ctx, again)
		if err != nil {
			return answer{}, err
		}
		return s.workComparison(ctx, graph, c)
	})
	return cmd
}
