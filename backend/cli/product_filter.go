package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// productFilter are the flags that narrow a list of products. Several values of
// one flag mean any of them.
type productFilter struct {
	galley.ProductFilter

	collections []string // handles or ids
}

func (f *productFilter) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	for _, part := range []struct {
		values *galley.Choice
		name   string
		usage  string
	}{
		{&f.Status, "status", "with this status: active, draft, archived or unlisted; may be repeated, as all of these"},
		{&f.Vendor, "vendor", "of this vendor"},
		{&f.Type, "type", "of this type"},
		{&f.Tag, "tag", "with this tag"},
		{&f.Without, "empty", "where this field is empty, for alt text of any picture: " + fieldNames()},
	} {
		flags.StringArrayVar((*[]string)(part.values), part.name, nil, part.usage)
	}
	flags.StringArrayVar(&f.collections, "collection", nil, "in the collection with this handle")
	flags.IntVar(&f.ShorterThan, "shorter-than", 0, "with a description of fewer words")
	flags.IntVar(&f.ScoreBelow, "score-below", 0, "whose latest draft has a lower score")
	flags.StringVar((*string)(&f.History), "history", "", "never_written, written or published by Galley")
}

// of is the filter for a shop, with the ids of collections.
func (f *productFilter) of(ctx context.Context, graph *wire.Graph, shop galley.ShopID) (galley.ProductFilter, error) {
	filter := f.ProductFilter
	for _, handle := range f.collections {
		collection, err := graph.Products.Collection(ctx, shop, handle)
		if err != nil {
			return filter, err
		}
		filter.Collection = append(filter.Collection, collection.ID)
	}
	return filter, nil
}

// isSet reports whether the filter leaves any product out.
func (f *productFilter) isSet() bool { return !f.IsEmpty() || len(f.collections) > 0 }

func newProductFilters(s *session) *cobra.Command {
	var search, of, named string
	var filter productFilter
	cmd := &cobra.Command{
		Use:   "filters SHOP",
		Short: "List what products can be filtered by, with counts",
		Long: `Lists statuses, vendors, types, tags, collections and empty fields, with the
number of products of each, at most 200 a kind. With filters, those are counted
that pass the other filters. --of and --named find values of one kind among all.`,
		Args: exactly("SHOP"),
	}
	cmd.Flags().StringVar(&search, "search", "", "words in title, handle, vendor, type, tags or SKU")
	cmd.Flags().StringVar(&of, "of", "", "of one kind alone: status, vendor, type, tag or collection")
	cmd.Flags().StringVar(&named, "named", "", "with --of, whose name has this")
	filter.flags(cmd)
	list := s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		narrowed, err := filter.of(ctx, graph, shop.ID)
		if err != nil {
			return answer{}, err
		}
		if of != "" {
			found, err := graph.Products.FindFacets(ctx, galley.ProductQuery{ShopID: shop.ID, Search: search, Filter: narrowed}, of, named)
			return answer{document: found, words: func(p *ui.Page) { p.FoundFacets(found) }}, err
		}
		facets, err := graph.Products.Facets(ctx, galley.ProductQuery{ShopID: shop.ID, Search: search, Filter: narrowed})
		return answer{document: facets, words: func(p *ui.Page) { p.Facets(facets) }}, err
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if named != "" && of == "" {
			return usageError(cmd, messages.NamedNeedsOf)
		}
		return list(cmd, args)
	}
	return cmd
}
