package cli

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/shops"
	"galley/backend/wire"
)

func newShopAdd(s *session) *cobra.Command {
	return group("add", "Connect a shop", newShopAddDemo(s), newShopAddFile(s), newShopAddShopify(s))
}

func newShopAddDemo(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Connect the built-in demo shop",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			return added(graph.Shops.AddDemo(ctx))
		}),
	}
}

func newShopAddFile(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "file FILE.csv",
		Short: "Open a product export from a shop's admin as a shop",
		Long: `Opens a product export (CSV) as a shop: write and review as for any other. What
is published is collected; galley export writes it for Shopify's product import.`,
		Args: exactly("FILE.csv"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			file, err := os.Open(args[0])
			if err != nil {
				return answer{}, galley.Wrap(err, galley.CodeInvalidFile, "The file %s cannot be read. Nothing was changed.", args[0])
			}
			defer file.Close()
			return added(graph.Shops.AddFile(ctx, args[0], file))
		}),
	}
}

func newShopAddShopify(s *session) *cobra.Command {
	var connection shops.Connection
	var fromStdin bool
	cmd := &cobra.Command{
		Use:   "shopify DOMAIN",
		Short: "Connect a Shopify shop, or replace its token",
		Long: `Connects a Shopify shop with the Admin API access token of one of its apps. The
token is asked for, or read from standard input; it is kept in the key store,
never in the data file.`,
		Args: exactly("DOMAIN"),
	}
	cmd.Flags().StringVar(&connection.Endpoint, "endpoint", "", "address of the Admin API, for stand-ins (default the shop's own)")
	cmd.Flags().BoolVar(&fromStdin, "token-stdin", false, "read the token from standard input, one line")
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		connection.Domain = args[0]
		if connection.Token, err = s.readToken(cmd, fromStdin); err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			return added(graph.Shops.AddShopify(ctx, connection))
		})(cmd, args)
	}
	return cmd
}

// readToken reads a token from standard input, or asks a person for it. It is
// never a flag: command lines are seen by others and kept in histories.
func (s *session) readToken(cmd *cobra.Command, fromStdin bool) (string, error) {
	if fromStdin {
		return s.readLine()
	}
	ask := s.asker(cmd.Context())
	if ask == nil {
		return "", usageError(cmd, "There is no terminal to ask for the token at. Pass it on standard input with --token-stdin.")
	}
	return ask("Admin API access token")
}

func added(shop galley.Shop, err error) (answer, error) {
	return answer{document: shop, words: func(p *ui.Page) {
		p.Line("%s is connected. galley sync %q copies its products.", shop.Name, shop.Name)
	}}, err
}
