package cli

import (
	"time"

	"github.com/spf13/cobra"

	"galley/backend/wire"
)

// newDemoShop runs the demo shop alone, for those who drive Galley from
// outside.
func newDemoShop(s *session) *cobra.Command {
	var listen string
	shop := wire.DemoShop{}
	cmd := &cobra.Command{
		Use:   "demo-shop",
		Short: "Run the demo shop alone",
		Long: `Runs the demo shop in the foreground: a stand-in that speaks Shopify's Admin API.
The first line of output is a JSON document with its endpoint and token, for
galley shop add shopify DOMAIN --endpoint URL --token-stdin. Its state lives in
memory and is gone when it ends.`,
		Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return wire.ServeDemoShop(cmd.Context(), listen, shop, func(at wire.DemoAddress) { s.printLine(at) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&listen, "listen", "127.0.0.1:0", "address to listen on; port 0 takes a free one")
	seedFlags(cmd, &shop)
	flags.Float64Var(&shop.RestoreRate, "restore-rate", 100, "points that come back a second")
	flags.Float64Var(&shop.Bucket, "bucket", 2000, "points there are at most")
	flags.DurationVar(&shop.Latency, "latency", 80*time.Millisecond, "what every answer waits")
	return cmd
}

// seedFlags say what a new demo shop sells.
func seedFlags(cmd *cobra.Command, shop *wire.DemoShop) {
	cmd.Flags().StringArrayVar(&shop.Catalogues, "catalogue", nil, "Shopify product export to sell (CSV); may be repeated")
	cmd.Flags().IntVar(&shop.Products, "products", 0, "number of products to invent instead")
}
