package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"galley/backend/catalogue"
	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newSync(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "sync SHOP",
		Short: "Bring the local copy of a shop's products up to date",
		Args:  exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			result, err := s.sync(ctx, graph, shop)
			return answer{document: result, words: func(p *ui.Page) { syncWords(p, shop.Name, result) }}, err
		}),
	}
}

func (s *session) sync(ctx context.Context, graph *wire.Graph, shop galley.Shop) (catalogue.SyncResult, error) {
	meter := s.meter()
	defer meter.End()
	return graph.Catalogue.Sync(ctx, shop, func(p galley.Progress) { meter.Show(ui.Synced(shop.Name, p)) })
}

func syncWords(p *ui.Page, shop string, r catalogue.SyncResult) {
	p.Line("%s: %s and %s in %s.", shop, ui.Many(r.Products, "product"), ui.Many(r.Images, "picture"), ui.Span(time.Duration(r.Millis)*time.Millisecond))
	if r.Removed > 0 {
		p.Line("%s gone from the shop since.", ui.Many(r.Removed, "product"))
	}
}
