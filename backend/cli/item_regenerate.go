package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newItemRegenerate(s *session) *cobra.Command {
	var note string
	cmd := &cobra.Command{
		Use:   "regenerate ITEM ...",
		Short: "Have drafts written again",
		Args:  oneOrMore("ITEM"),
	}
	cmd.Flags().StringVar(&note, "note", "", "what should be different")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		drafts, err := itemsAt(args)
		if err != nil {
			return answer{}, err
		}
		if drafts, err = graph.Review.AtCurrent(ctx, drafts); err != nil {
			return answer{}, err
		}
		if err := s.warnNote(ctx, graph, drafts[0].ID, note); err != nil {
			return answer{}, err
		}
		if len(drafts) > 1 {
			return regenerateAll(ctx, graph, drafts, note)
		}
		if err := graph.Runner.RegenerateNow(ctx, drafts[0], note); err != nil {
			return answer{}, err
		}
		return oneItem(graph.Review.Item(ctx, drafts[0].ID))
	})
	return cmd
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
