package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// longestFacts is the longest file of facts, in bytes.
const longestFacts = 64 << 20

func newFactsImport(s *session) *cobra.Command {
	var handle, supplier string
	cmd := &cobra.Command{
		Use:   "import SHOP FILE",
		Short: "Import a supplier's facts",
		Long: `Takes a CSV file with the columns handle, attribute and value, and where there are
some variant; or with handle and a column for each attribute. With --handle, a text
with a fact a line, such as “Height: 24 cm”; - reads standard input. A newer file of
the same name or supplier replaces its own facts; what people noted stays.`,
		Args: exactly("SHOP", "FILE"),
	}
	cmd.Flags().StringVar(&handle, "handle", "", "the product that a text is about")
	cmd.Flags().StringVar(&supplier, "supplier", "", "whose facts they are (default: the file's name)")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		content, err := s.readInput(args[1], longestFacts)
		if err != nil {
			return answer{}, err
		}
		if supplier == "" {
			supplier = filepath.Base(args[1])
		}
		done, err := importFacts(ctx, graph, shop.ID, handle, supplier, content)
		return answer{document: done, words: func(p *ui.Page) { p.FactImport(done) }}, err
	})
	return cmd
}

func importFacts(ctx context.Context, graph *wire.Graph, shop galley.ShopID, handle, supplier, content string) (galley.FactImport, error) {
	if handle != "" {
		return graph.Review.PasteFacts(ctx, shop, handle, supplier, content)
	}
	return graph.Review.ImportFacts(ctx, shop, supplier, content)
}
