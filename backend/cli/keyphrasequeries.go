package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/review"
	"galley/backend/wire"
)

func newKeyphraseQueries(s *session) *cobra.Command {
	var at review.KeyphraseAt
	cmd := &cobra.Command{
		Use:   "queries SHOP HANDLE",
		Short: "List the other searches that imports had of a page",
		Long: `Lists what people searched for and found the page by, beside the query that the
import took, the best first. keyphrase set takes one of them, with its figures.`,
		Args: exactly("SHOP", "HANDLE"),
	}
	collection := keyphraseFlags(cmd, &at)
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		at.Kind, at.Place = kindOf(*collection), args[1]
		list, err := graph.Review.KeyphraseQueries(ctx, shop.ID, at)
		return answer{document: keyphraseDocuments(list), words: func(p *ui.Page) { p.Keyphrases(list) }}, err
	})
	return cmd
}
