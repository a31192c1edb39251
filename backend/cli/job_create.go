package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// jobOptions are the flags of job create.
type jobOptions struct {
	spec   galley.JobSpec
	filter productFilter
	use    string // the name of saved instructions
}

func newJobCreate(s *session) *cobra.Command {
	var estimateOnly, wait bool
	batch := new(bool)
	return jobSpecCommand(s, &cobra.Command{
		Use:   "create SHOP",
		Short: "Have one field written for many products or collections",
		Long: `Puts a job into the queue: one field, written for all products (or
collections, for a field of theirs), for those that match a search, or for those
that are named. Any Galley that is open on this home writes it; with --wait this
command does. With the strategy publish, drafts go live unread; the command says
so on standard error and does not ask.

Instructions may hold placeholders, which stand for data of each product:
` + placeholderHelp() + `
galley job preview shows what becomes of them.`,
		Args: exactly("SHOP"),
	}, func(ctx context.Context, graph *wire.Graph, o jobOptions) (answer, error) {
		if estimateOnly {
			return s.estimate(ctx, graph, o.spec)
		}
		o.spec.InBatches = *batch
		return s.createJob(ctx, graph, o.spec, wait)
	}, func(cmd *cobra.Command) {
		cmd.Flags().BoolVar(&estimateOnly, "estimate", false, "only say what the job would do and cost")
		cmd.Flags().BoolVar(batch, "batch", false, "in batches: at half price, within 24 hours, where the endpoint takes them")
		cmd.Flags().BoolVar(&wait, "wait", false, "return when the job has ended or is paused")
	})
}

// placeholderHelp lists the placeholders, a few to a line.
func placeholderHelp() string {
	var lines, line string
	for _, p := range galley.Placeholders() {
		if len(line)+len(p.Name) > 76 {
			lines, line = lines+line+"\n", ""
		}
		line += p.Name + " "
	}
	return lines + strings.TrimSpace(line) + "."
}

// jobSpecCommand is a command that takes the flags of a new job.
func jobSpecCommand(s *session, cmd *cobra.Command, do func(context.Context, *wire.Graph, jobOptions) (answer, error), more func(*cobra.Command)) *cobra.Command {
	var o jobOptions
	flags := cmd.Flags()
	fieldFlag(cmd, &o.spec.Field)
	flags.BoolVar(&o.spec.Selection.All, "all", false, "for all products or collections, or all that pass the filters")
	flags.StringVar(&o.spec.Selection.Search, "search", "", "for those that match these words")
	flags.IntVar(&o.spec.Sample, "sample", 0, "only so many items, spread over the selection")
	flags.StringArrayVar(&o.spec.Selection.Handles, "handle", nil, "for the product or collection of this handle; may be repeated")
	o.filter.flags(cmd)
	flags.BoolVar(&o.spec.OnlyEmpty, "only-empty", false, "only where the field is empty")
	flags.BoolVar(&o.spec.Unseen, "unseen", false, "alt text also of pictures that the model does not see, held for review")
	flags.Var(parsed[galley.Strategy]{&o.spec.Strategy, galley.ParseStrategy, "STRATEGY"}, "strategy", "review or publish (default the one in settings)")
	flags.StringVar(&o.spec.Instructions, "instructions", "", "what the writer is to heed, for this job only")
	flags.StringVar(&o.use, "use", "", "saved instructions of that name")
	cmd.MarkFlagsMutuallyExclusive("use", "instructions")
	flags.StringVar(&o.spec.Model, "model", "", "the model at the endpoint of settings (default the one in settings)")
	if more != nil {
		more(cmd)
	}
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
			if err := errors.Join(o.narrow(ctx, graph), o.useSaved(ctx, graph)); err != nil {
				return answer{}, err
			}
			return do(ctx, graph, o)
		})(cmd, args)
	}
	return cmd
}

// useSaved takes the saved instructions that are named.
func (o *jobOptions) useSaved(ctx context.Context, graph *wire.Graph) error {
	if o.use == "" {
		return nil
	}
	saved, found, err := instructionsNamed(ctx, graph, o.spec.Field, o.spec.ShopID, o.use)
	if err == nil && !found {
		err = galley.NewError(galley.CodeNotFound, messages.NoSuchInstructions(o.use, o.spec.Field.Label()))
	}
	o.spec.Instructions, o.spec.InstructionsName = saved.Text, saved.Name
	return err
}

// narrow adds the filter to the selection; a filter alone narrows all.
func (o *jobOptions) narrow(ctx context.Context, graph *wire.Graph) error {
	if !o.filter.isSet() {
		return nil
	}
	filter, err := o.filter.of(ctx, graph, o.spec.ShopID)
	o.spec.Selection.Filter = &filter
	o.spec.Selection.All = o.spec.Selection.Search == ""
	return err
}

func (o *jobOptions) check(cmd *cobra.Command) error {
	switch {
	case o.spec.Field == "":
		return usageError(cmd, messages.FieldMissing(fieldNames()))
	case cmd.Flags().Changed("estimate") && cmd.Flags().Changed("wait"):
		return usageError(cmd, messages.EstimateWaitsForNothing)
	}
	return o.checkSelection(cmd)
}

// checkSelection refuses a selection in no way, or in several.
func (o *jobOptions) checkSelection(cmd *cobra.Command) error {
	ways := 0
	for _, name := range []string{"all", "search", "handle"} {
		if cmd.Flags().Changed(name) {
			ways++
		}
	}
	selection := o.spec.Selection
	named := len(selection.Handles) > 0
	switch {
	case ways == 0 && o.filter.isSet():
		return nil
	case named && o.filter.isSet():
		return usageError(cmd, messages.FilterOfNamed)
	case ways != 1 || !selection.All && selection.Search == "" && !named:
		return usageError(cmd, messages.SelectionMissing)
	}
	return nil
}

func (s *session) estimate(ctx context.Context, graph *wire.Graph, spec galley.JobSpec) (answer, error) {
	e, err := graph.Jobs.Estimate(ctx, spec)
	if err == nil {
		s.warnWords(e.UnknownPlaceholders, e.Unused)
	}
	return answer{document: e, words: func(p *ui.Page) { p.Estimate(spec.Field, e) }}, err
}

// warnWords says on standard error which words of the instructions do nothing.
func (s *session) warnWords(unknown []string, unused *messages.Message) {
	page := ui.NewPage(s.Stderr)
	if len(unknown) > 0 {
		page.Line("%s", messages.PlaceholdersUnknown(unknown))
	}
	if unused != nil {
		page.Line("%s", *unused)
	}
}

func (s *session) createJob(ctx context.Context, graph *wire.Graph, spec galley.JobSpec, wait bool) (answer, error) {
	job, err := graph.Jobs.Create(ctx, spec)
	if err == nil {
		s.warnWords(galley.UnknownPlaceholders(job.Instructions), job.Unused)
	}
	return s.begun(ctx, graph, job, err, wait)
}

// begun answers with a job that was queued, or waits for it.
func (s *session) begun(ctx context.Context, graph *wire.Graph, job galley.Job, err error, wait bool) (answer, error) {
	if err == nil {
		err = s.warnLive(ctx, graph, job)
	}
	if err != nil || !wait {
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
