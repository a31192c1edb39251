package cli

import (
	"context"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shops"
	"galley/backend/wholefile"
	"galley/backend/wire"
)

func newShopReplace(s *session) *cobra.Command {
	var preview, accept bool
	encoding := ""
	cmd := &cobra.Command{
		Use:   "replace SHOP FILE.csv",
		Short: "Have a newer export take the place of the file that a shop was opened from",
		Long: `Takes a newer product export of a shop that was opened from a file. Products are
matched by handle and keep their drafts and decisions; the drafts of products that
are gone are put aside. A text that changed in the shop meanwhile is a conflict
when its draft is published, and a published one is marked as changed since.
Published texts that the newer file does not have yet stay in the export.

If all products of the shop, or more than three and more than 5 %, are not in the
file, it may be the file of another shop: nothing is changed and the exit code is
1; --accept-removals replaces it all the same. --preview only says what would
happen.`,
		Args: exactly("SHOP", "FILE.csv"),
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "only say what replacing the file does")
	cmd.Flags().BoolVar(&accept, "accept-removals", false, "replace the file although many products are not in the newer one")
	cmd.Flags().StringVar(&encoding, "encoding", "", "how the file writes characters: "+encodings()+" (default: found out, or asked for)")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		file, err := wholefile.Open(args[1])
		if err != nil {
			return answer{}, err
		}
		defer file.Close()
		newer := shops.NewFile{File: args[1], Encoding: galley.FileEncoding(encoding)}
		found, err := graph.Shops.PreviewReplacement(ctx, args[0], newer, file)
		if err != nil {
			return answer{}, err
		}
		shop, err := graph.Shops.Get(ctx, args[0])
		switch {
		case err != nil:
			return answer{}, err
		case preview:
			return answer{document: replaced{Replacement: found}, words: func(p *ui.Page) { p.Replacement(shop.Name, found, true) }}, nil
		case found.Asks && !accept:
			return answer{}, galley.NewError(galley.CodeInvalidFile, messages.ReplacementAsks(filepath.Base(args[1]), shop.Name, found.Gone))
		}
		return s.replace(ctx, graph, shop, newer, file, found.Plan)
	})
	return cmd
}

// replaced is the document of shop replace.
type replaced struct {
	galley.Replacement

	Replaced bool `json:"replaced"` // false with --preview
}

// replace replaces a shop's file and reads the newer one.
func (s *session) replace(ctx context.Context, graph *wire.Graph, shop galley.Shop, newer shops.NewFile, file io.ReadSeeker, plan galley.PlanID) (answer, error) {
	done, err := graph.Shops.Replace(ctx, string(shop.ID), newer, file, plan)
	if err != nil {
		return answer{}, err
	}
	_, err = s.sync(ctx, graph, shop, false, false)
	return answer{document: replaced{done, true}, words: func(p *ui.Page) { p.Replacement(shop.Name, done, false) }}, err
}
