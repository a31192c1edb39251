package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newFactsList(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "list SHOP",
		Short: "List the facts of a shop that hold for a vendor, a type or a collection",
		Args:  exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			list, err := graph.Review.ScopedFacts(ctx, shop.ID)
			return answer{document: list, words: func(p *ui.Page) { p.ScopedFacts(list) }}, err
		}),
	}
}

func newFactsScope(s *session) *cobra.Command {
	scopes := map[galley.FactScopeKind]*string{}
	cmd := &cobra.Command{
		Use:   "scope SHOP FACT",
		Short: "Add a fact that holds for all products of a vendor, a type or a collection",
		Args:  exactly("SHOP", "FACT"),
	}
	scopes[galley.FactOfVendor] = cmd.Flags().String("vendor", "", "the vendor")
	scopes[galley.FactOfType] = cmd.Flags().String("type", "", "the product type")
	scopes[galley.FactOfCollection] = cmd.Flags().String("collection", "", "the collection's handle")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var given []galley.FactScope
		for kind, value := range scopes {
			if *value != "" {
				given = append(given, galley.FactScope{Kind: kind, Value: *value})
			}
		}
		if len(given) != 1 {
			return usageError(cmd, messages.FactScopeTakes)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			fact, err := graph.Review.AddScopedFact(ctx, shop.ID, given[0], args[1])
			return answer{document: fact, words: func(p *ui.Page) { p.ScopedFacts([]galley.ScopedFact{fact}) }}, err
		})(cmd, args)
	}
	return cmd
}

func newFactsUnscope(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "unscope SHOP ID",
		Short: "Remove such a fact, by its number in facts list",
		Args:  exactly("SHOP", "ID"),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		id, err := strconv.ParseInt(args[1], 10, 64)
		if err != nil {
			return usageError(cmd, messages.NoSuchScopedFact)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			if err := graph.Review.RemoveScopedFact(ctx, shop.ID, id); err != nil {
				return answer{}, err
			}
			list, err := graph.Review.ScopedFacts(ctx, shop.ID)
			return answer{document: list, words: func(p *ui.Page) { p.ScopedFacts(list) }}, err
		})(cmd, args)
	}
	return cmd
}
