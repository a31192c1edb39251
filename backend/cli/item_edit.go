package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// longestContent is more than any field of Shopify takes, in bytes.
const longestContent = 2 << 20

func newItemEdit(s *session) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "edit ITEM",
		Short: "Replace a draft by a text of your own",
		Args:  exactly("ITEM"),
	}
	cmd.Flags().StringVar(&file, "content-file", "", "file with the new text; - reads standard input")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if file == "" {
			return usageError(cmd, messages.ContentFileMissing)
		}
		content, err := s.readInput(file, longestContent)
		if err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			draft, err := galley.ParseItemAt(args[0])
			if err != nil {
				return answer{}, err
			}
			return oneItem(graph.Review.Edit(ctx, draft.ID, draft.Revision, content))
		})(cmd, args)
	}
	return cmd
}

func oneItem(item galley.Item, err error) (answer, error) {
	return answer{document: item, words: func(p *ui.Page) { p.Item(item, nil, nil) }}, err
}
