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
	var accept bool
	cmd := &cobra.Command{
		Use:   "sync SHOP",
		Short: "Bring the local copy of a shop's products up to date",
		Long: `Brings the local copy of a shop's products up to date, and removes those that
the shop no longer has. If these are all, or more than three and more than 5 %,
they are kept, and --accept-removals removes them.`,
		Args: exactly("SHOP"),
	}
	cmd.Flags().BoolVar(&accept, "accept-removals", false, "remove every product that the shop no longer has")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		result, err := s.sync(ctx, graph, shop, accept)
		return answer{document: result, partly: result.Missing > 0, words: func(p *ui.Page) { syncWords(p, shop.Name, result) }}, err
	})
	return cmd
}

func (s *session) sync(ctx context.Context, graph *wire.Graph, shop galley.Shop, accept bool) (catalogue.SyncResult, error) {
	meter := s.meter()
	defer meter.End()
	run := graph.Catalogue.Sync
	if accept {
		run = graph.Catalogue.SyncAndRemove
	}
	return run(ctx, shop, func(p galley.Progress) { meter.Show(ui.Synced(shop.Name, p)) })
}

func syncWords(p *ui.Page, shop string, r catalogue.SyncResult) {
	p.Line("%s: %s and %s in %s.", shop, ui.Many(r.Products, "product"), ui.Many(r.Images, "picture"), ui.Span(time.Duration(r.Millis)*time.Millisecond))
	if r.Missing > 0 {
		p.Line("The shop no longer lists %s. They are kept here; galley sync %q --accept-removals removes them.", ui.Many(r.Missing, "product"), shop)
	}
	if r.Incomplete > 0 {
		p.Line("The shop could not give some parts of %s. They keep their last known values; sync again later.", ui.Many(r.Incomplete, "product"))
	}
	if r.Removed > 0 {
		p.Line("%s gone from the shop since.", ui.Many(r.Removed, "product"))
	}
}
