package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newUndo(s *session) *cobra.Command {
	var items []string
	var entries []int64
	var wait bool
	cmd := &cobra.Command{
		Use:   "undo JOB | --entry NUMBER",
		Short: "Restore the text that was on the shop before",
		Long: `Restores the texts that were on the shop before a job's drafts were published: of
the items named, or of all. Texts that changed on the shop since are left alone
and named. With --entry it does so for entries of the ledger, at any age; galley
activity shows their numbers. The entry of an undo can be undone like any other:
that publishes the text again.`,
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(entries) == 0 {
			return exactly("JOB")(cmd, args)
		}
		if len(items) > 0 {
			return usageError(cmd, messages.EntryOrItem)
		}
		return exactly()(cmd, args)
	}
	cmd.Flags().StringArrayVar(&items, "item", nil, "only this item (ITEM, or ITEM@REVISION); may be repeated")
	cmd.Flags().Int64SliceVar(&entries, "entry", nil, "this entry of the ledger; may be repeated")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when all are put back or cannot be")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		if len(entries) > 0 {
			return undoEntries(ctx, graph, entries, wait)
		}
		drafts, err := itemsAt(items)
		if err != nil {
			return answer{}, err
		}
		return s.undoJob(ctx, graph, galley.UndoRequest{JobID: galley.JobID(args[0]), Items: drafts}, wait)
	})
	return cmd
}

func (s *session) undoJob(ctx context.Context, graph *wire.Graph, req galley.UndoRequest, wait bool) (answer, error) {
	before, err := graph.Jobs.Get(ctx, req.JobID)
	if err != nil {
		return answer{}, err
	}
	plan, done, err := graph.Publishing.UndoNow(ctx, req)
	if err != nil {
		return answer{}, err
	}
	job, run, err := s.afterDecision(ctx, graph, before.ID, done, wait)
	if err != nil {
		return answer{}, err
	}
	doc := jobUndone{jobWithPlan[galley.UndoPlan]{job, done.Count, plan, done.Left}, []galley.Item{}}
	if wait && run.Undone < plan.Count {
		doc.LeftAlone, err = leftAlone(ctx, graph, req)
	}
	return answer{
		document: doc,
		words: func(p *ui.Page) {
			p.Undoing(plan, run.Undone, wait)
			p.LeftOut(plan.Left)
			p.LeftOut(done.Left)
			p.LeftAlone(doc.LeftAlone)
			p.Afterwards(job, done.Count, wait)
		},
		partly: wait && run.Undone < plan.Count || len(done.Left)+len(plan.Left) > 0,
	}, err
}

// jobUndone is the document of undo JOB: with the items left alone, after
// --wait.
type jobUndone struct {
	jobWithPlan[galley.UndoPlan]
	LeftAlone []galley.Item `json:"left_alone"`
}

// leftAlone are the items that are still on the shop after an undo, with the
// reason in their error: changed there since, or gone.
func leftAlone(ctx context.Context, graph *wire.Graph, req galley.UndoRequest) ([]galley.Item, error) {
	items, _, err := allPages(0, func(offset, n int) ([]galley.Item, int, error) {
		page, err := graph.Review.Items(ctx, galley.ItemQuery{JobID: req.JobID, Filter: galley.FilterAll, Offset: offset, Limit: n})
		return page.Items, page.Total, err
	})
	return slices.DeleteFunc(items, func(it galley.Item) bool {
		return it.PublishState != galley.Published || it.Error == nil || len(req.Items) > 0 && !slices.Contains(galley.IDsOf(req.Items), it.ID)
	}), err
}

// entriesUndone is the document of undo --entry: what was queued, what cannot
// be undone, and how each ended, after --wait.
type entriesUndone struct {
	galley.EntriesUndone
	Ends []galley.Activity `json:"ends"`
}

func undoEntries(ctx context.Context, graph *wire.Graph, numbers []int64, wait bool) (answer, error) {
	plan, confirmed, err := graph.Publishing.UndoNow(ctx, galley.UndoRequest{Entries: numbers})
	if err != nil {
		return answer{}, err
	}
	done := galley.EntriesUndone{Plan: plan.Plan, Queued: confirmed.Entries, Left: []galley.EntryLeft{}}
	for _, l := range slices.Concat(plan.Left, confirmed.Left) {
		done.Left = append(done.Left, galley.EntryLeft{Number: l.Entry, Place: l.Place, Product: l.Product, Reason: l.Reason})
	}
	doc := entriesUndone{EntriesUndone: done, Ends: []galley.Activity{}}
	if wait {
		if err := graph.Dispatcher.WaitShops(ctx, confirmed.Shops); err != nil {
			return answer{}, err
		}
		if doc.Ends, err = graph.Ledger.Undoings(ctx, done.Queued); err != nil {
			return answer{}, err
		}
	}
	return answer{
		document: doc,
		words:    func(p *ui.Page) { p.UndoingEntries(done, doc.Ends, wait) },
		partly:   len(done.Left) > 0 || slices.ContainsFunc(doc.Ends, func(e galley.Activity) bool { return e.Error != nil }),
	}, nil
}
