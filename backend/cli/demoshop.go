package cli

import (
	"time"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
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
galley shop add shopify DOMAIN --endpoint URL --token-stdin. Its state is
temporary and deleted when it ends. The document also holds the client_id and
client_secret of an app, to sign in with as one does with a shop.

--faults makes requests fail, to see how Galley handles it: a list such as
  throttled=5%,500@productUpdate=1/20,cut-after@write=3%,silence=0.5%:30s,seed=7
Each is a fault, where (@read, @write, an operation, a root field, @after=200), how
often (a chance, or one in so many; always without), and options behind colons.
Faults: throttled 429 500 502 503 html cut-before cut-after truncated silence
userErrors FILE_LOCKED MEDIA_CANNOT_BE_MODIFIED NON_READY_STATE null partial
401 402 403 423 deleted changed tidied version=2027-01 search-lags bulk-refused
bulk-fails bulk-expires bulk-cancels bulk-slow bulk-cut bulk-garbled bulk-gone.
How often each occurred is printed on standard error at the end. docs/faults.md explains them all.`,
		Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			counts, err := wire.ServeDemoShop(cmd.Context(), listen, shop, func(at wire.DemoAddress) { s.printLine(at) })
			s.tellFaults(counts)
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&listen, "listen", "127.0.0.1:0", "address to listen on; port 0 takes a free one")
	seedFlags(cmd, &shop)
	flags.Float64Var(&shop.RestoreRate, "restore-rate", 100, "points that come back a second")
	flags.Float64Var(&shop.Bucket, "bucket", 2000, "points there are at most")
	flags.DurationVar(&shop.Latency, "latency", 80*time.Millisecond, "what every answer waits")
	flags.StringSliceVar(&shop.Scopes, "scopes", nil, "what its token may do (default write_products,write_files)")
	flags.StringVar(&shop.Faults, "faults", "", "what goes wrong, and how often")
	return cmd
}

// tellFaults prints on standard error how often each fault occurred.
func (s *session) tellFaults(counts []wire.FaultCount) {
	page := ui.NewPage(s.Stderr)
	for _, c := range counts {
		page.Line("Fault %s struck %d of %d requests.", c.Fault, c.Fired, c.Met)
	}
}

// seedFlags say what a new demo shop sells.
func seedFlags(cmd *cobra.Command, shop *wire.DemoShop) {
	cmd.Flags().StringArrayVar(&shop.Catalogues, "catalogue", nil, "Shopify product export to sell (CSV); may be repeated")
	cmd.Flags().IntVar(&shop.Products, "products", 0, "number of products to invent instead")
}
