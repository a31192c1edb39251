package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newCollectionList(s *session) *cobra.Command {
	var search string
	var limit int
	cmd := &cobra.Command{
		Use:   "list SHOP",
		Short: "List collections, by title",
		Args:  exactly("SHOP"),
	}
	cmd.Flags().StringVar(&search, "search", "", "words in title or handle")
	cmd.Flags().IntVar(&limit, "limit", 0, "list at most so many (0 for all)")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		if limit < 0 {
			return answer{}, usageError(cmd, messages.LimitBelowZero)
		}
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		collections, total, err := allPages(limit, func(offset, n int) ([]galley.CollectionSummary, int, error) {
			page, err := graph.Products.Collections(ctx, galley.CollectionQuery{ShopID: shop.ID, Search: search, Offset: offset, Limit: n})
			return page.Collections, page.Total, err
		})
		return answer{document: collections, words: func(p *ui.Page) { p.Collections(collections, total) }}, err
	})
	return cmd
}
