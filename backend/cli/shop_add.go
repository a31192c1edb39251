package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/shops"
	"galley/backend/wholefile"
	"galley/backend/wire"
)

func newShopAdd(s *session) *cobra.Command {
	return group("add", "Connect a shop", newShopAddDemo(s), newShopAddFile(s), newShopAddShopify(s))
}

func newShopAddDemo(s *session) *cobra.Command {
	drafts := false
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Connect the built-in demo shop",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			if drafts {
				return s.addDemoWithDrafts(ctx, graph)
			}
			return added(graph.Shops.AddDemo(ctx))
		}),
	}
	cmd.Flags().BoolVar(&drafts, "drafts", false, "copy its products and write the first drafts, if it has no job yet and the built-in templates write")
	return cmd
}

// addDemoWithDrafts connects the demo shop, and leaves something to read in it.
func (s *session) addDemoWithDrafts(ctx context.Context, graph *wire.Graph) (answer, error) {
	shop, err := graph.Shops.AddDemo(ctx)
	if err != nil {
		return answer{}, err
	}
	if _, err := s.sync(ctx, graph, shop.Shop, false, false); err != nil {
		return answer{}, err
	}
	set, err := graph.Settings.For(ctx, shop.ID)
	if err != nil {
		return answer{}, err
	}
	earlier, err := graph.Jobs.List(ctx, shop.ID)
	if err != nil {
		return answer{}, err
	}
	if len(earlier) == 0 && set.Writer.Kind.Traits().Free {
		spec := wire.FirstDrafts()
		spec.ShopID = shop.ID
		if _, err := s.createJob(ctx, graph, spec, true); err != nil {
			return answer{}, err
		}
	}
	return added(graph.Shops.AddDemo(ctx))
}

func newShopAddFile(s *session) *cobra.Command {
	var add shops.NewFile
	encoding, only := "", false
	cmd := &cobra.Command{
		Use:   "file FILE.csv",
		Short: "Open a product export from a shop's admin as a shop",
		Long: `Opens a product export (CSV) as a shop: write and review as for any other. What
is published is collected; galley export writes it for Shopify's product import.

How the file is written is found out: commas, semicolons, tabs or vertical bars,
decimal commas, UTF-8 or UTF-16, lines above the column names. What cannot be read
is left out and listed. A file that is not UTF-8 needs --encoding: the error names
the most likely one and shows a line in it.`,
		Args: exactly("FILE.csv"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			file, err := wholefile.Open(args[0])
			if err != nil {
				return answer{}, err
			}
			defer file.Close()
			add.File, add.Encoding = args[0], galley.FileEncoding(encoding)
			if only {
				found, err := graph.Shops.Examine(add, file)
				return answer{document: found, words: func(p *ui.Page) { p.ProductFile(found) }}, err
			}
			shop, err := graph.Shops.AddFile(ctx, add, file)
			return answer{document: shop, words: func(p *ui.Page) {
				connected(p, shop.ShopOverview)
				p.ProductFile(shop.File)
			}}, err
		}),
	}
	cmd.Flags().StringVar(&encoding, "encoding", "", "how the file writes characters: "+encodings()+" (default: found out, or asked for)")
	cmd.Flags().BoolVar(&only, "check", false, "show how the file is read and open nothing")
	cmd.Flags().StringVar(&add.Name, "name", "", "name of the shop in Galley (default: the name of the file)")
	return cmd
}

func added(shop galley.ShopOverview, err error) (answer, error) {
	return answer{document: shop, words: func(p *ui.Page) { connected(p, shop) }}, err
}

func connected(p *ui.Page, shop galley.ShopOverview) {
	p.Line("%s is connected. galley sync %q copies its products.", shop.Name, shop.Name)
}

// encodings lists those that a person can choose.
func encodings() string {
	names := make([]string, 0, len(galley.FileEncodings()))
	for _, choice := range galley.FileEncodings() {
		names = append(names, string(choice.ID))
	}
	return strings.Join(names, ", ")
}
