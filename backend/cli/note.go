package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newNote(s *session) *cobra.Command {
	return group("note", "Notes for writing drafts again", newNoteList(s))
}

func newNoteList(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "list SHOP",
		Short: "List the notes that were given last, and those of the house",
		Long: `Lists the notes with which drafts of a shop were written again, the newest first,
and the notes of its profile (galley profile set SHOP notes "Shorter; Sizes in a list").`,
		Args: exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			notes, err := graph.Jobs.Notes(ctx, shop.ID)
			return answer{document: notes, words: func(p *ui.Page) { p.Notes(notes) }}, err
		}),
	}
}
