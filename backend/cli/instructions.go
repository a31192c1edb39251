package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

func newInstructions(s *session) []*cobra.Command {
	return []*cobra.Command{newInstructionsList(s), newInstructionsSave(s), newInstructionsDelete(s)}
}

// shopNamed is the shop of a flag; "" is all shops.
func shopNamed(ctx context.Context, graph *wire.Graph, name string) (galley.ShopID, error) {
	if name == "" {
		return "", nil
	}
	shop, err := graph.Shops.Get(ctx, name)
	return shop.ID, err
}

func newInstructionsList(s *session) *cobra.Command {
	var field galley.Field
	var shop string
	cmd := &cobra.Command{Use: "list", Short: "List saved instructions, with those that come with Galley", Args: cobra.NoArgs}
	fieldFlag(cmd, &field)
	cmd.Flags().StringVar(&shop, "shop", "", "those of this shop, with those of all shops")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		id, err := shopNamed(ctx, graph, shop)
		if err != nil {
			return answer{}, err
		}
		saved, err := graph.Settings.Instructions(ctx, field, id)
		return answer{document: saved, words: func(p *ui.Page) { p.Instructions(saved) }}, err
	})
	return cmd
}

func newInstructionsSave(s *session) *cobra.Command {
	var field galley.Field
	var shop, file string
	cmd := &cobra.Command{
		Use:   "save NAME",
		Short: "Save instructions under a name, or replace those of that name",
		Long: `Saves words for the writer under a name, for one field, and one shop or all. A job
takes them with --use NAME and keeps its own copy.`,
		Args: exactly("NAME"),
	}
	fieldFlag(cmd, &field)
	cmd.Flags().StringVar(&shop, "shop", "", "for this shop only")
	cmd.Flags().StringVar(&file, "content-file", "", "file with the words; - reads standard input")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case field == "":
			return usageError(cmd, messages.FieldMissing(fieldNames()))
		case file == "":
			return usageError(cmd, messages.ContentFileMissing)
		}
		text, err := s.readInput(file, longestContent)
		if err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			id, err := shopNamed(ctx, graph, shop)
			if err != nil {
				return answer{}, err
			}
			i := galley.Instructions{Name: args[0], Field: field, ShopID: id, Text: text}
			if known, found, err := instructionsNamed(ctx, graph, field, id, args[0]); err != nil {
				return answer{}, err
			} else if found && !known.House && known.ShopID == id {
				i.ID = known.ID
			}
			saved, err := graph.Settings.SaveInstructions(ctx, i)
			return answer{document: saved, words: func(p *ui.Page) { p.Line("Saved as %s.", saved.Name) }}, err
		})(cmd, args)
	}
	return cmd
}

// instructionsNamed finds saved instructions of a field by name; those of the
// shop go before those of all shops.
func instructionsNamed(ctx context.Context, graph *wire.Graph, field galley.Field, shop galley.ShopID, name string) (found galley.Instructions, ok bool, err error) {
	saved, err := graph.Settings.Instructions(ctx, field, shop)
	for _, one := range saved {
		if one.Name == name && (!ok || one.ShopID == shop) {
			found, ok = one, true
		}
	}
	return found, ok, err
}

func newInstructionsDelete(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "delete ID",
		Short: "Delete saved instructions; jobs keep their copies",
		Args:  exactly("ID"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			err := graph.Settings.DeleteInstructions(ctx, args[0])
			return answer{document: struct {
				ID string `json:"id"`
			}{args[0]}, words: func(p *ui.Page) { p.Line("Deleted.") }}, err
		}),
	}
}
