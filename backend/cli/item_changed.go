package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newItemTakeOver(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "take-over ITEM",
		Short: "Accept the shop's text in place of a published one",
		Long:  "Accept the text that the shop has in place of a published one. Nothing is written\nto the shop. `galley job show JOB --items --only changed` lists the texts that were changed.",
		Args:  exactly("ITEM"),
	}
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		item, seen, err := changeOf(ctx, graph, args[0])
		if err != nil {
			return answer{}, err
		}
		if err := graph.Review.TakeOver(ctx, seen); err != nil {
			return answer{}, err
		}
		item, err = graph.Review.Item(ctx, item.ID)
		return answer{document: item, words: func(p *ui.Page) {
			p.Line("The shop's text of %s is taken over. Nothing was written to the shop.", item.Place.Title)
		}}, err
	})
	return cmd
}

func newItemPutBack(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "put-back ITEM",
		Short: "Publish a text again that was changed on the shop since",
		Long:  "Publish a text again that was changed on the shop since. It replaces the text that the\nlast sync found there; a shop that has another one by then is a conflict.",
		Args:  exactly("ITEM"),
	}
	var wait bool
	cmd.Flags().BoolVar(&wait, "wait", false, "return when it is written")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		item, seen, err := changeOf(ctx, graph, args[0])
		if err != nil {
			return answer{}, err
		}
		if _, err := graph.Publishing.PutBackNow(ctx, seen); err != nil {
			return answer{}, err
		}
		if wait {
			job, err := graph.Jobs.Get(ctx, item.JobID)
			if err != nil {
				return answer{}, err
			}
			if _, err := s.workOutbox(ctx, graph, job, 1); err != nil {
				return answer{}, err
			}
		}
		if item, err = graph.Review.Item(ctx, item.ID); err != nil {
			return answer{}, err
		}
		return answer{
			document: item,
			words:    func(p *ui.Page) { p.Line("%s: %s.", item.Place.Title, item.PublishState) },
			partly:   wait && item.PublishState != galley.Published,
		}, nil
	})
	return cmd
}

// changeOf is an item and the change of its text on the shop.
func changeOf(ctx context.Context, graph *wire.Graph, id string) (galley.Item, galley.SeenChange, error) {
	item, err := graph.Review.Item(ctx, galley.ItemID(id))
	if err != nil {
		return item, galley.SeenChange{}, err
	}
	if item.Changed == nil {
		return item, galley.SeenChange{}, galley.NewError(galley.CodeIllegalState, messages.ItemNotChangedOnShop(id))
	}
	return item, item.Changed.Seen(), nil
}
