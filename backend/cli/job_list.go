package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newJobList(s *session) *cobra.Command {
	var shop string
	var archived bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List jobs, newest first",
		Args:  exactly(),
	}
	cmd.Flags().StringVar(&shop, "shop", "", "only the jobs of this shop")
	cmd.Flags().BoolVar(&archived, "archived", false, "only archived jobs, which the list leaves out otherwise")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		shops, err := graph.Shops.All(ctx)
		if err != nil {
			return answer{}, err
		}
		names := map[galley.ShopID]string{}
		for _, known := range shops {
			names[known.ID] = known.Name
		}
		var id galley.ShopID
		if shop != "" {
			known, err := graph.Shops.Get(ctx, shop)
			if err != nil {
				return answer{}, err
			}
			id = known.ID
		}
		jobs, err := graph.Jobs.List(ctx, id)
		jobs = slices.DeleteFunc(jobs, func(j galley.Job) bool { return (j.ArchivedAt != nil) != archived })
		return answer{document: jobs, words: func(p *ui.Page) { p.Jobs(jobs, names) }}, err
	})
	return cmd
}
