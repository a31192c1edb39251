package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newKeyphrasePropose(s *session) *cobra.Command {
	var p galley.KeyphraseProposal
	cmd := &cobra.Command{
		Use:   "propose SHOP [HANDLE ...]",
		Short: "Have the model propose keyphrases, as guesses",
		Long: `Asks the model for keyphrases of products or collections that have none, twenty in
one request, within the cap of the day. They are guesses: nothing is scored by
them, and the writer does not get them, until keyphrase confirm.`,
		Args: cobra.MinimumNArgs(1),
	}
	cmd.Flags().StringVar(&p.Language, "language", "", "language of the phrases, such as de (default: the shop's own)")
	collection := cmd.Flags().Bool("collection", false, "for collections")
	all := cmd.Flags().Bool("all", false, "for the first products without a keyphrase, at most 200")
	estimate := cmd.Flags().Bool("estimate", false, "only say what it would cost")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *all == (len(args) > 1) {
			return usageError(cmd, messages.ProposeTakes)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			p.ShopID, p.Kind, p.Places, p.All = shop.ID, kindOf(*collection), args[1:], *all
			if *estimate {
				e, err := graph.Jobs.EstimatePropose(ctx, p)
				return answer{document: e, words: func(page *ui.Page) { page.ProposeEstimate(e) }}, err
			}
			done, err := graph.Runner.Propose(ctx, p)
			document := proposedDocument{Proposed: keyphraseDocuments(done.Proposed), Without: done.Without, Usage: done.Usage}
			return answer{document: document, words: func(page *ui.Page) { page.ProposedKeyphrases(done) }}, err
		})(cmd, args)
	}
	return cmd
}

// proposedDocument are proposed keyphrases as scripts read them.
type proposedDocument struct {
	Proposed []keyphraseDocument `json:"proposed"`
	Without  int                 `json:"without"`
	Usage    galley.Usage        `json:"usage"`
}
