package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/settings"
	"galley/backend/wire"
)

// ofShop adds --shop to a command of settings.
func ofShop(cmd *cobra.Command, shop *string) *cobra.Command {
	cmd.Flags().StringVar(shop, "shop", "", "as they hold for one `SHOP`; without it for all shops")
	return cmd
}

// shopID finds a shop; "" is all shops.
func shopID(ctx context.Context, graph *wire.Graph, nameOrID string) (galley.ShopID, error) {
	if nameOrID == "" {
		return "", nil
	}
	shop, err := graph.Shops.Get(ctx, nameOrID)
	return shop.ID, err
}

// setForShop gives a shop settings of its own, and answers with them as they are
// kept.
func setForShop(ctx context.Context, graph *wire.Graph, of string, args []string) (answer, error) {
	shop, err := graph.Shops.Get(ctx, of)
	if err != nil {
		return answer{}, err
	}
	values, names := map[string]string{}, []string{}
	for i := 0; i < len(args); i += 2 {
		values[args[i]] = args[i+1]
		if key := shownAs(args[i]); key != "" {
			names = append(names, key)
		}
	}
	if err := graph.Settings.SaveFor(ctx, shop.ID, values, nil); err != nil {
		return answer{}, err
	}
	return keptForShop(ctx, graph, shop, names)
}

func newSettingsReset(s *session) *cobra.Command {
	var of string
	cmd := &cobra.Command{
		Use:   "reset KEY [KEY ...] --shop SHOP",
		Short: "Take a shop’s own settings back to those of all shops",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usageError(cmd, messages.ArgumentMissing([]string{"KEY"}))
			case of == "":
				return usageError(cmd, messages.ArgumentMissing([]string{"--shop SHOP"}))
			}
			return nil
		},
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, of)
			if err != nil {
				return answer{}, err
			}
			if err := graph.Settings.SaveFor(ctx, shop.ID, nil, args); err != nil {
				return answer{}, err
			}
			return keptForShop(ctx, graph, shop, args)
		}),
	}
	return ofShop(cmd, &of)
}

// keptForShop answers with settings as they hold for a shop now.
func keptForShop(ctx context.Context, graph *wire.Graph, shop galley.Shop, names []string) (answer, error) {
	kept := []settings.Setting{}
	for _, name := range names {
		found, err := graph.Settings.ValueFor(ctx, shop.ID, name)
		if err != nil {
			return answer{}, err
		}
		kept = append(kept, found)
	}
	var document any = kept
	if len(kept) == 1 {
		document = kept[0]
	}
	return answer{document: document, words: func(p *ui.Page) {
		for _, k := range kept {
			p.Line("%s = %s, %s", k.Key, k.Value, whose(k, shop))
		}
		if len(kept) == 0 {
			p.Line("The key is in the key store.")
		}
	}}, nil
}

// whose says whether a setting is the shop's own.
func whose(k settings.Setting, shop galley.Shop) string {
	if k.Own {
		return "for " + shop.Name + " only"
	}
	return "as for all shops"
}
