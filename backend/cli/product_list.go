package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newProductList(s *session) *cobra.Command {
	var search string
	var limit int
	var filter productFilter
	var query galley.ProductQuery
	cmd := &cobra.Command{
		Use:   "list SHOP",
		Short: "List products",
		Args:  exactly("SHOP"),
	}
	cmd.Flags().StringVar(&search, "search", "", "words in title, handle, vendor, type, tags or SKU")
	cmd.Flags().IntVar(&limit, "limit", 0, "list at most so many (0 for all)")
	cmd.Flags().StringVar((*string)(&query.Sort), "sort", "", "by description, seo_title, meta_description (their length), alt_text (pictures without) or updated; by title without")
	cmd.Flags().BoolVar(&query.Descending, "descending", false, "the other way round")
	filter.flags(cmd)
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		if limit < 0 {
			return answer{}, usageError(cmd, messages.LimitBelowZero)
		}
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		query.ShopID, query.Search = shop.ID, search
		if query.Filter, err = filter.of(ctx, graph, shop.ID); err != nil {
			return answer{}, err
		}
		products, total, err := allPages(limit, func(offset, n int) ([]galley.ProductSummary, int, error) {
			query.Offset, query.Limit = offset, n
			page, err := graph.Products.Products(ctx, query)
			return page.Products, page.Total, err
		})
		return answer{document: products, words: func(p *ui.Page) { p.Products(products, total) }}, err
	})
	return cmd
}

// allPages reads a list page by page, up to limit rows, 0 for all.
func allPages[T any](limit int, read func(offset, n int) ([]T, int, error)) (rows []T, total int, err error) {
	rows = []T{}
	for {
		n := galley.MaxPage
		if limit > 0 {
			n = min(n, limit-len(rows))
		}
		page, all, err := read(len(rows), n)
		if err != nil {
			return rows, all, err
		}
		rows = append(rows, page...)
		if len(page) < n || len(rows) == limit {
			return rows, all, nil
		}
	}
}
