package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// jobOptions are the flags of job create.
type jobOptions struct {
	spec     galley.JobSpec
	estimate bool
	wait     bool
}

func newJobCreate(s *session) *cobra.Command {
	var o jobOptions
	cmd := &cobra.Command{
		Use:   "create SHOP",
		Short: "Have one field written for many products or collections",
		Long: `Puts a job into the queue: one field, written for all products (or
collections, for a field of theirs), for those that match a search, or for those
that are named. Any Galley that is open on this home writes it; with --wait this
command does. With the strategy publish, drafts go live unread; the command says
so on standard error and does not ask.`,
		Args: exactly("SHOP"),
	}
	flags := cmd.Flags()
	fieldFlag(cmd, &o.spec.Field)
	flags.BoolVar(&o.spec.Selection.All, "all", false, "for all products or collections")
	flags.StringVar(&o.spec.Selection.Search, "search", "", "for those that match these words")
	flags.IntVar(&o.spec.Sample, "sample", 0, "only so many items, spread over the selection")
	flags.StringArrayVar(&o.spec.Selection.Handles, "handle", nil, "for the product or collection of this handle; may be repeated")
	flags.BoolVar(&o.spec.OnlyEmpty, "only-empty", false, "only where the field is empty")
	flags.Var(parsed[galley.Strategy]{&o.spec.Strategy, galley.ParseStrategy, "STRATEGY"}, "strategy", "review or publish (default the one in settings)")
	flags.StringVar(&o.spec.Instructions, "instructions", "", "what the writer is to heed, for this job only")
	flags.BoolVar(&o.estimate, "estimate", false, "only say what the job would do and cost")
	flags.BoolVar(&o.wait, "wait", false, "return when the job has ended or is paused")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := o.check(cmd); err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			o.spec.ShopID = shop.ID
			if o.estimate {
				return estimate(ctx, graph, o.spec)
			}
			return s.createJob(ctx, graph, o)
		})(cmd, args)
	}
	return cmd
}

func (o jobOptions) check(cmd *cobra.Command) error {
	ways := 0
	for _, name := range []string{"all", "search", "handle"} {
		if cmd.Flags().Changed(name) {
			ways++
		}
	}
	selection := o.spec.Selection
	switch {
	case o.spec.Field == "":
		return usageError(cmd, messages.FieldMissing(fieldNames()))
	case ways != 1 || !selection.All && selection.Search == "" && len(selection.Handles) == 0:
		return usageError(cmd, messages.SelectionMissing)
	case o.estimate && o.wait:
		return usageError(cmd, messages.EstimateWaitsForNothing)
	}
	return nil
}

func estimate(ctx context.Context, graph *wire.Graph, spec galley.JobSpec) (answer, error) {
	e, err := graph.Jobs.Estimate(ctx, spec)
	return answer{document: e, words: func(p *ui.Page) { p.Estimate(spec.Field, e) }}, err
}

func (s *session) createJob(ctx context.Context, graph *wire.Graph, o jobOptions) (answer, error) {
	job, err := graph.Jobs.Create(ctx, o.spec)
	if err == nil {
		err = s.warnLive(ctx, graph, job)
	}
	if err != nil || !o.wait {
		return answer{document: job, words: func(p *ui.Page) { p.Created(job) }}, err
	}
	if job, err = s.workJob(ctx, graph, job); err != nil {
		return answer{}, err
	}
	return answer{
		document: job, words: func(p *ui.Page) { p.Job(job) },
		trouble: unfinished(job), partly: job.Counts.Failed+job.Counts.Conflict > 0,
	}, nil
}

// workJob waits until the job has ended or is paused, and for what it publishes
// by itself.
func (s *session) workJob(ctx context.Context, graph *wire.Graph, job galley.Job) (galley.Job, error) {
	meter := s.meter()
	job, err := graph.Runner.Wait(ctx, job.ID, func(j galley.Job) { meter.Show(ui.Written(j)) })
	if err == nil {
		meter.Show(ui.Written(job))
	}
	meter.End()
	switch {
	case interrupted(ctx, err):
		return job, galley.WrapError(err, galley.CodeCancelled, messages.WaitStopped(string(job.ID)))
	case err != nil || job.Strategy != galley.StrategyPublish:
		return job, err
	}
	return s.workOutbox(ctx, graph, job, job.Counts.Waiting)
}

// workOutbox waits until nothing of the job is queued for the shop any more;
// total is the number at the start.
func (s *session) workOutbox(ctx context.Context, graph *wire.Graph, job galley.Job, total int) (galley.Job, error) {
	meter := s.meter()
	defer meter.End()
	err := graph.Dispatcher.Wait(ctx, job.ID, func(left int) {
		total = max(total, left)
		meter.Show(ui.Outgoing(job.ID, left, total))
	})
	switch {
	case interrupted(ctx, err):
		return job, galley.WrapError(err, galley.CodeCancelled, messages.PublishWaitStopped)
	case err != nil:
		return job, stillWaiting(ctx, graph, job, err)
	}
	return graph.Jobs.Get(ctx, job.ID)
}

// stillWaiting adds to a failure of the whole shop what waits of the job: it
// stays decided.
func stillWaiting(ctx context.Context, graph *wire.Graph, job galley.Job, err error) error {
	left, countErr := graph.Store.WaitingOf(ctx, job.ID)
	if countErr != nil || left == 0 {
		return err
	}
	return galley.WrapError(err, galley.CodeOf(err), messages.WaitingForShop(galley.ReasonOf(err).Message, left, string(job.ID)))
}

// unfinished says why a job that was waited for is not done; nil if it is.
func unfinished(job galley.Job) error {
	if job.State == galley.JobCompleted {
		return nil
	}
	code, message := galley.CodeIllegalState, "It is "+string(job.State)+"."
	if job.Reason != nil {
		code, message = job.Reason.Code, job.Reason.Message.String()
	}
	return galley.NewError(code, messages.JobNotDone(string(job.ID), message))
}
