package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// jobWithItems is the document of job show --items.
type jobWithItems struct {
	galley.Job
	Items []galley.Item `json:"items"`
}

func newJobShow(s *session) *cobra.Command {
	var withItems bool
	var only galley.ItemFilter
	var order galley.ItemOrder
	var also []galley.ItemFilter
	var filter productFilter
	cmd := &cobra.Command{
		Use:   "show JOB",
		Short: "Show a job with its numbers",
		Args:  exactly("JOB"),
	}
	cmd.Flags().BoolVar(&withItems, "items", false, "show its items too")
	cmd.Flags().Var(parsed[galley.ItemFilter]{&only, galley.ParseItemFilter, "FILTER"}, "only",
		"of the items only these: to-review, unpublished, published, failed, conflict, approved, rejected, warned, waiting or skipped")
	cmd.Flags().Var(parsed[galley.ItemOrder]{&order, galley.ParseItemOrder, "ORDER"}, "sort",
		"sort its items: review, score, warnings, length, product or state, with a minus before it for the other way round")
	cmd.Flags().Var(parsedList[galley.ItemFilter]{&also, galley.ParseItemFilter, "FILTER"}, "also",
		"and these, as --only; may be repeated, and all must hold")
	filter.flags(cmd)
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		job, err := graph.Jobs.Get(ctx, galley.JobID(args[0]))
		if err != nil {
			return answer{}, err
		}
		shop, err := graph.Shops.Overview(ctx, job.ShopID)
		if err != nil || !withItems && only == "" && order == "" && len(also) == 0 && !filter.isSet() {
			return answer{document: job, words: func(p *ui.Page) { p.JobOf(shop, job) }}, err
		}
		query := galley.ItemQuery{JobID: job.ID, Filter: only, Also: also, Order: order}
		if query.Product, err = filter.of(ctx, graph, job.ShopID); err != nil {
			return answer{}, err
		}
		items, err := itemsOf(ctx, graph, query)
		return answer{document: jobWithItems{job, items}, words: func(p *ui.Page) {
			p.JobOf(shop, job)
			p.Gap()
			p.Items(items)
		}}, err
	})
	return cmd
}

func itemsOf(ctx context.Context, graph *wire.Graph, query galley.ItemQuery) ([]galley.Item, error) {
	items, _, err := allPages(0, func(offset, n int) ([]galley.Item, int, error) {
		query.Offset, query.Limit = offset, n
		page, err := graph.Review.Items(ctx, query)
		return page.Items, page.Total, err
	})
	return items, err
}
