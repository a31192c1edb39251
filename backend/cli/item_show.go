package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// itemWithHistory is the document of item show.
type itemWithHistory struct {
	galley.Item
	Revisions    []galley.Revision    `json:"revisions"`
	Publications []galley.Publication `json:"publications"`
}

func newItemShow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show ITEM",
		Short: "Show a draft with what it is judged by, such as item 431/2",
		Args:  exactly("ITEM"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			proof, err := graph.Review.Proof(ctx, galley.ItemID(args[0]))
			return answer{
				document: itemWithHistory{proof.Item, proof.Revisions, proof.Publications},
				words:    func(p *ui.Page) { p.Item(proof.Item, proof.Revisions, proof.Publications) },
			}, err
		}),
	}
}
