package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newItemRegenerate(s *session) *cobra.Command {
	var note, of, search string
	var only galley.ItemFilter
	cmd := &cobra.Command{
		Use:   "regenerate ITEM ...",
		Short: "Have drafts written again",
		Long: `Has drafts written again: those that are named, or with --job those of a job, which
--only and --search narrow: --only all is the whole job. Of a job, drafts that cannot be
written again now are passed over.`,
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		return regenerateArgs(cmd, args, of, only != "" || search != "")
	}
	cmd.Flags().StringVar(&note, "note", "", "what should be different")
	cmd.Flags().StringVar(&of, "job", "", "all drafts of this job that can be written again")
	cmd.Flags().Var(parsed[galley.ItemFilter]{&only, galley.ParseItemFilter, "FILTER"}, "only", "of a job, only items of this filter, such as warned, rejected or long")
	cmd.Flags().StringVar(&search, "search", "", "of a job, only items with this in their product or draft")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		sel := galley.ItemSelection{JobID: galley.JobID(of), Filter: cmp.Or(only, galley.FilterAll), Search: search, Action: galley.ActRegenerate}
		drafts, err := draftsToRegenerate(ctx, graph, sel, args)
		if err != nil {
			return answer{}, err
		}
		if len(drafts) == 0 {
			return answer{document: []galley.Item{}, words: func(p *ui.Page) { p.Line("No draft of job %s can be written again now.", of) }}, nil
		}
		if err := s.warnNote(ctx, graph, drafts[0].ID, note); err != nil {
			return answer{}, err
		}
		if of != "" || len(drafts) > 1 {
			return regenerateAll(ctx, graph, drafts, note)
		}
		if err := graph.Runner.RegenerateNow(ctx, drafts[0], note); err != nil {
			return answer{}, err
		}
		return oneItem(graph.Review.Item(ctx, drafts[0].ID))
	})
	return cmd
}

// regenerateArgs checks which drafts are named.
func regenerateArgs(cmd *cobra.Command, args []string, job string, isNarrowed bool) error {
	switch {
	case job == "" && isNarrowed:
		return usageError(cmd, messages.OnlyNeedsJob)
	case job == "":
		return oneOrMore("ITEM")(cmd, args)
	case !isNarrowed: // a whole job by mistake is a bill
		return usageError(cmd, messages.JobNeedsOnly)
	}
	return exactly()(cmd, args)
}

// draftsToRegenerate are those that are named, or of a job those that a selection
// holds and that can be written again.
func draftsToRegenerate(ctx context.Context, graph *wire.Graph, sel galley.ItemSelection, args []string) ([]galley.ItemAt, error) {
	if sel.JobID == "" {
		drafts, err := itemsAt(args)
		if err != nil {
			return nil, err
		}
		return graph.Review.AtCurrent(ctx, drafts)
	}
	found, err := graph.Review.SelectItems(ctx, sel)
	drafts := make([]galley.ItemAt, len(found.Items))
	for i, item := range found.Items {
		drafts[i] = item.ItemAt
	}
	return drafts, err
}

// warnNote says on standard error that the writer of an item's job uses no notes.
func (s *session) warnNote(ctx context.Context, graph *wire.Graph, id galley.ItemID, note string) error {
	of, _, err := id.Split()
	if err != nil {
		return err
	}
	job, err := graph.Jobs.Get(ctx, of)
	if err == nil {
		s.warnWords(nil, galley.UnusedBy(job.Writer, note))
	}
	return err
}

// regenerateAll has several drafts written again with the same note. A job whose
// drafts another process writes is left to it.
func regenerateAll(ctx context.Context, graph *wire.Graph, drafts []galley.ItemAt, note string) (answer, error) {
	done, err := graph.Runner.Regenerate(ctx, drafts, note)
	if err != nil {
		return answer{}, err
	}
	jobs := map[galley.JobID]bool{}
	items := make([]galley.Item, len(drafts))
	for i, draft := range drafts {
		job, _, err := draft.ID.Split()
		if err != nil {
			return answer{}, err
		}
		if !jobs[job] {
			jobs[job] = true
			if _, err := graph.Runner.Rewrite(ctx, job); err != nil {
				return answer{}, err
			}
		}
		if items[i], err = graph.Review.Item(ctx, draft.ID); err != nil {
			return answer{}, err
		}
	}
	return answer{
		document: items,
		words: func(p *ui.Page) {
			p.LeftOut(done.Left)
			p.Items(items)
		},
		partly: len(done.Left) > 0,
	}, nil
}
