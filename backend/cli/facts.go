package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newFacts(s *session) *cobra.Command {
	return group("facts", "See and change what is known of products",
		newFactsShow(s), newFactsAdd(s), newFactsCorrect(s), newFactsStrike(s), newFactsRestore(s),
		newFactsImport(s), newFactsList(s), newFactsScope(s), newFactsUnscope(s))
}

// factSheet answers with a product's sheet.
func (s *session) factSheet(do func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error)) func(*cobra.Command, []string) error {
	return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		sheet, err := do(ctx, graph, shop.ID, args)
		return answer{document: sheet, words: func(p *ui.Page) { p.FactSheet(sheet) }}, err
	})
}

func newFactsShow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "show SHOP HANDLE",
		Short: "List what is known of a product, with where each fact is from",
		Args:  exactly("SHOP", "HANDLE"),
		RunE: s.factSheet(func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error) {
			return graph.Review.FactSheet(ctx, shop, args[1])
		}),
	}
}

func whyFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "why", "", "why; kept and shown with the fact")
}

func variantFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "variant", "", "the variant that it is true of (default: all)")
}

// factOf reads "Height: 24 cm", or a sentence.
func factOf(text string, edit galley.FactEdit) galley.FactEdit {
	edit.Value = text
	if name, value, found := strings.Cut(text, ": "); found && strings.TrimSpace(value) != "" && len(name) <= galley.MaxFactName {
		edit.Attribute, edit.Value = name, value
	}
	return edit
}

func newFactsAdd(s *session) *cobra.Command {
	var edit galley.FactEdit
	cmd := &cobra.Command{
		Use:   "add SHOP HANDLE FACT",
		Short: "Add a fact of a product, such as “Height: 24 cm”, or a sentence",
		Args:  exactly("SHOP", "HANDLE", "FACT"),
	}
	whyFlag(cmd, &edit.Why)
	variantFlag(cmd, &edit.Scope)
	cmd.RunE = s.factSheet(func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error) {
		return graph.Review.AddProductFact(ctx, shop, args[1], factOf(args[2], edit))
	})
	return cmd
}

func newFactsCorrect(s *session) *cobra.Command {
	var edit galley.FactEdit
	cmd := &cobra.Command{
		Use:   "correct SHOP HANDLE ROW VALUE",
		Short: "Put another value in the place of a row of the sheet",
		Args:  exactly("SHOP", "HANDLE", "ROW", "VALUE"),
	}
	whyFlag(cmd, &edit.Why)
	variantFlag(cmd, &edit.Scope)
	cmd.RunE = s.factSheet(func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error) {
		edit.Value = args[3]
		return graph.Review.CorrectFact(ctx, shop, args[1], args[2], edit)
	})
	return cmd
}

func newFactsStrike(s *session) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use:   "strike SHOP HANDLE ROW",
		Short: "Say that a row of the sheet is not true: it supports no claim any more",
		Args:  exactly("SHOP", "HANDLE", "ROW"),
	}
	whyFlag(cmd, &why)
	cmd.RunE = s.factSheet(func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error) {
		return graph.Review.StrikeFact(ctx, shop, args[1], args[2], why)
	})
	return cmd
}

func newFactsRestore(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "restore SHOP HANDLE ROW",
		Short: "Take an addition, a correction or a strike back",
		Args:  exactly("SHOP", "HANDLE", "ROW"),
		RunE: s.factSheet(func(ctx context.Context, graph *wire.Graph, shop galley.ShopID, args []string) (galley.FactSheet, error) {
			return graph.Review.RestoreFact(ctx, shop, args[1], args[2])
		}),
	}
}
