package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newReviewList(s *session) *cobra.Command {
	var shop string
	var query galley.InboxQuery
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Count the drafts to review, by shop and job",
		Long:  "Count the drafts that no one decided and that are not on the shop or on their way there, by shop and job.\njob show JOB --only to-review lists those of a job.",
		Args:  exactly(),
	}
	cmd.Flags().StringVar(&shop, "shop", "", "only of this shop")
	cmd.Flags().Var(parsed[galley.ReviewTab]{&query.Tab, galley.ParseReviewTab, "TAB"}, "only", "only these: warned, low, rewritten or today")
	cmd.Flags().StringVar(&query.Search, "search", "", "only with this text in the name of shop or job, in title, handle or draft")
	cmd.Flags().Var(parsed[galley.ShopOrder]{&query.Order, galley.ParseShopOrder, "ORDER"}, "sort", "oldest or name instead of the most left first")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		if shop != "" {
			known, err := graph.Shops.Get(ctx, shop)
			if err != nil {
				return answer{}, err
			}
			query.ShopID = known.ID
		}
		inbox, err := graph.Review.Inbox(ctx, query)
		return answer{document: inbox, words: func(p *ui.Page) { p.Inbox(inbox) }}, err
	})
	return cmd
}
