package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

// discarded is the document of keyphrase discard.
type discarded struct {
	Discarded int `json:"discarded"`
}

func newKeyphraseDiscard(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "discard SHOP",
		Short: "Remove the keyphrases that a model proposed and no person confirmed",
		Args:  exactly("SHOP"),
	}
	language := cmd.Flags().String("language", "", "language of the phrases, such as de (default: the shop's own)")
	collection := cmd.Flags().Bool("collection", false, "those of collections")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		n, err := graph.Review.DiscardKeyphrases(ctx, shop.ID, kindOf(*collection), *language)
		return answer{document: discarded{n}, words: func(p *ui.Page) { p.Line("%s removed.", ui.Many(n, "guess")) }}, err
	})
	return cmd
}
