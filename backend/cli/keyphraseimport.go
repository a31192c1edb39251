package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// longestKeyphrases is the longest file of keyphrases, in bytes.
const longestKeyphrases = 64 << 20

func newKeyphraseImport(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import SHOP FILE.csv",
		Short: "Import keyphrases, or the best query of each page of a search-console export",
		Long: `Takes a CSV file with the columns handle (or a page's address) and keyphrase, and
where there are several languages language; or a search-console export with
page, query, clicks and impressions, of which each page's best query is taken: by
clicks, then by impressions. What a person typed or confirmed stays. take-back
undoes the latest import.`,
		Args: exactly("SHOP", "FILE.csv"),
	}
	preview := cmd.Flags().Bool("preview", false, "only say what the import would take and leave out")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		content, err := s.readInput(args[1], longestKeyphrases)
		if err != nil {
			return answer{}, err
		}
		run := graph.Review.ImportKeyphrases
		if *preview {
			run = graph.Review.PreviewKeyphrases
		}
		done, err := run(ctx, shop.ID, filepath.Base(args[1]), content)
		return answer{document: keyphraseImport(done), words: func(p *ui.Page) { p.KeyphraseImport(done, *preview) }}, err
	})
	return cmd
}

// importDocument is an import as scripts read it.
type importDocument struct {
	galley.KeyphraseImport

	Taken []keyphraseDocument `json:"taken"`
	Left  []keyphraseDocument `json:"left"`
}

func keyphraseImport(done galley.KeyphraseImport) importDocument {
	return importDocument{KeyphraseImport: done, Taken: keyphraseDocuments(done.Taken), Left: keyphraseDocuments(done.Left)}
}

// restoredDocument is an import that was taken back as scripts read it.
type restoredDocument struct {
	Restored []keyphraseDocument `json:"restored"`
	Kept     int                 `json:"kept"`
}

func newKeyphraseTakeBack(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "take-back SHOP",
		Short: "Undo the latest import of keyphrases",
		Long: `Puts back what the latest import replaced and removes what it added. A phrase
that was changed since stays. Call it again for the import before.`,
		Args: exactly("SHOP"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			done, err := graph.Review.TakeBackLatestKeyphrases(ctx, shop.ID)
			document := restoredDocument{Restored: keyphraseDocuments(done.Restored), Kept: done.Kept}
			return answer{document: document, words: func(p *ui.Page) { p.KeyphrasesRestored(done) }}, err
		}),
	}
}
