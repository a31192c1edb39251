package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/wire"
)

func newSync(s *session) *cobra.Command {
	var accept, full, stop bool
	cmd := &cobra.Command{
		Use:   "sync SHOP",
		Short: "Bring the local copy of a shop's products and collections up to date",
		Long: `Brings the local copy of a shop's products up to date, and removes those that
the shop no longer has. If these are all, or more than three and more than 5 %,
they are kept and named, and the exit code is 4. --accept-removals then removes
exactly those that were named and are still missing; products missing since then
are kept and named.

Of a shop with 250 products or more, later syncs read what changed, and all
products every three days or with --full. A shop with 1,000 or more prepares a
list of all its products; stopping the sync stops that too.

Collections come after the products. If not all can be read, the sync succeeds
anyway and says why; the next one reads the rest.

--stop ends a sync that is under way, in whichever window or command, and returns
when it has ended. What was read is kept.`,
		Args: exactly("SHOP"),
	}
	cmd.Flags().BoolVar(&accept, "accept-removals", false, "remove the products that the last sync named as missing")
	cmd.Flags().BoolVar(&full, "full", false, "read all products, not only those that changed")
	cmd.Flags().BoolVar(&stop, "stop", false, "stop the sync of the shop, whichever Galley process runs it")
	cmd.MarkFlagsMutuallyExclusive("stop", "full")
	cmd.MarkFlagsMutuallyExclusive("stop", "accept-removals")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		if stop {
			return stopSync(ctx, graph, shop)
		}
		result, err := s.sync(ctx, graph, shop, accept, full)
		if err != nil {
			return answer{}, err
		}
		missing, err := graph.Products.Removals(ctx, shop)
		document := synced{SyncResult: result, MissingProducts: missing.Products}
		return answer{document: document, partly: result.Missing > 0, words: func(p *ui.Page) { syncWords(p, shop.Name, document) }}, err
	})
	return cmd
}

func stopSync(ctx context.Context, graph *wire.Graph, shop galley.Shop) (answer, error) {
	stopped, err := graph.Products.Stop(ctx, shop)
	return answer{document: stoppedSync{stopped}, words: func(p *ui.Page) {
		if stopped {
			p.Line("The sync of %s was stopped. What was read so far is kept.", shop.Name)
		} else {
			p.Line("%s is not being synced.", shop.Name)
		}
	}}, err
}

// stoppedSync is the document of sync --stop.
type stoppedSync struct {
	Stopped bool `json:"stopped"` // one was under way
}

// synced is the document of sync.
type synced struct {
	products.SyncResult

	MissingProducts []galley.ProductRef `json:"missing_products"` // the first galley.RemovalsShown of them
}

// sync syncs a shop, and has its words in the index before the program ends. Where that fails, searches still find all.
func (s *session) sync(ctx context.Context, graph *wire.Graph, shop galley.Shop, accept, full bool) (products.SyncResult, error) {
	result, err := s.syncProducts(ctx, graph, shop, accept, full)
	if err != nil {
		return result, err
	}
	if err := graph.Products.IndexWords(ctx); err != nil && ctx.Err() == nil {
		graph.Log.WarnContext(ctx, "words of products are not in the index yet", "code", galley.CodeOf(err), "error", err)
	}
	return result, nil
}

// syncProducts syncs a shop. With accept, it removes what the last sync named as
// missing; if that named nothing, nothing was accepted.
func (s *session) syncProducts(ctx context.Context, graph *wire.Graph, shop galley.Shop, accept, full bool) (products.SyncResult, error) {
	meter := s.meter()
	defer meter.End()
	progress := func(p galley.SyncProgress) { meter.Show(ui.Synced(shop.Name, p)) }
	if accept {
		missing, err := graph.Products.Removals(ctx, shop)
		if err != nil {
			return products.SyncResult{}, err
		}
		if missing.Plan != "" {
			return graph.Products.SyncAndRemove(ctx, shop, missing.Plan, progress)
		}
	}
	if full {
		return graph.Products.SyncWhole(ctx, shop, progress)
	}
	return graph.Products.Sync(ctx, shop, progress)
}

func syncWords(p *ui.Page, shop string, r synced) {
	p.Line("%s: %s and %s in %s.", shop, ui.Many(r.Products, "product"), ui.Many(r.Images, "picture"), ui.Span(time.Duration(r.Millis)*time.Millisecond))
	if r.ListError != nil {
		p.Line("The products were read page by page. %s", r.ListError.Message)
	}
	collectionWords(p, r.CollectionsResult)
	if r.Incomplete > 0 {
		p.Line("The shop could not give some parts of %s. They keep their last known values; sync again later.", ui.Many(r.Incomplete, "product"))
	}
	if r.Removed > 0 {
		p.Line("%s removed here: the shop no longer has them.", ui.Many(r.Removed, "product"))
	}
	if r.Missing > 0 {
		p.Line("The shop no longer lists %s: %s. They are kept here; galley sync %q --accept-removals removes them.",
			ui.Many(r.Missing, "product"), ui.Handles(r.MissingProducts, r.Missing), shop)
	}
}

// collectionWords says what a sync did with collections, if there is anything to say.
func collectionWords(p *ui.Page, r products.CollectionsResult) {
	if r.CollectionsError != nil {
		p.Line("Not all collections could be read. The next sync reads the rest. %s", r.CollectionsError.Message)
		return
	}
	if r.Collections > 0 {
		p.Line("%s.", ui.Many(r.Collections, "collection"))
	}
	if r.RemovedCollections > 0 {
		p.Line("%s removed here: the shop no longer has them.", ui.Many(r.RemovedCollections, "collection"))
	}
	if r.MissingCollections > 0 {
		p.Line("The shop did not list %s. They are kept until the next sync does not find them either.", ui.Many(r.MissingCollections, "collection"))
	}
}
