package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/review"
	"galley/backend/wire"
)

func newKeyphrase(s *session) *cobra.Command {
	return group("keyphrase", "Say what products and collections should be found by",
		newKeyphraseList(s), newKeyphraseSet(s), newKeyphraseConfirm(s), newKeyphraseImport(s), newKeyphraseTakeBack(s), newKeyphrasePropose(s), newKeyphraseDiscard(s),
		newKeyphraseQueries(s))
}

// keyphraseFlags name which keyphrase of a handle is meant.
func keyphraseFlags(cmd *cobra.Command, at *review.KeyphraseAt) *bool {
	cmd.Flags().StringVar(&at.Language, "language", "", "language of the phrase, such as de (default: the shop's own)")
	return cmd.Flags().Bool("collection", false, "HANDLE is a collection's")
}

func kindOf(isCollection bool) galley.PlaceKind {
	if isCollection {
		return galley.PlaceCollection
	}
	return galley.PlaceProduct
}

func newKeyphraseList(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list SHOP",
		Short: "List keyphrases by title, with a guess where none is set",
		Args:  exactly("SHOP"),
	}
	collections := cmd.Flags().Bool("collection", false, "list those of collections")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		list, err := allKeyphrases(ctx, graph, shop.ID, kindOf(*collections))
		return answer{document: keyphraseDocuments(list), words: func(p *ui.Page) { p.Keyphrases(list) }}, err
	})
	return cmd
}

func allKeyphrases(ctx context.Context, graph *wire.Graph, shop galley.ShopID, kind galley.PlaceKind) ([]galley.PlacedKeyphrase, error) {
	list, _, err := allPages(0, func(offset, n int) ([]galley.PlacedKeyphrase, int, error) {
		rows, err := graph.Review.Keyphrases(ctx, galley.KeyphraseQuery{ShopID: shop, Kind: kind, Offset: offset, Limit: n})
		return rows, 0, err
	})
	return list, err
}

// keyphraseDocument is a keyphrase as scripts read it.
type keyphraseDocument struct {
	Kind        galley.PlaceKind       `json:"kind"`
	ID          string                 `json:"id"`
	Handle      string                 `json:"handle"`
	Title       string                 `json:"title"`
	Keyphrase   string                 `json:"keyphrase"`
	Language    string                 `json:"language"`
	Source      galley.KeyphraseSource `json:"source"`
	By          string                 `json:"by"`
	Clicks      int                    `json:"clicks"`
	Impressions int                    `json:"impressions"`
	Position    float64                `json:"position"`
}

func keyphraseDocumentOf(k galley.PlacedKeyphrase) keyphraseDocument {
	return keyphraseDocument{
		Kind: k.Place.Kind, ID: k.Place.ID, Handle: k.Place.Handle, Title: k.Place.Title, Keyphrase: k.Text, Language: k.Language,
		Source: k.Source, By: k.By, Clicks: k.Clicks, Impressions: k.Impressions, Position: k.Position,
	}
}

func keyphraseDocuments(list []galley.PlacedKeyphrase) []keyphraseDocument {
	documents := make([]keyphraseDocument, len(list))
	for i, k := range list {
		documents[i] = keyphraseDocumentOf(k)
	}
	return documents
}

func newKeyphraseSet(s *session) *cobra.Command {
	var at review.KeyphraseAt
	cmd := &cobra.Command{
		Use:   "set SHOP HANDLE TEXT",
		Short: "Set the keyphrase of a product or collection; an empty TEXT removes it",
		Args:  exactly("SHOP", "HANDLE", "TEXT"),
	}
	collection := keyphraseFlags(cmd, &at)
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
		shop, err := graph.Shops.Get(ctx, args[0])
		if err != nil {
			return answer{}, err
		}
		at.Kind, at.Place = kindOf(*collection), args[1]
		set, err := graph.Review.SetKeyphrase(ctx, shop.ID, at, args[2])
		return answer{document: keyphraseDocumentOf(set), words: func(p *ui.Page) { p.Keyphrases([]galley.PlacedKeyphrase{set}) }}, err
	})
	return cmd
}

func newKeyphraseConfirm(s *session) *cobra.Command {
	var at review.KeyphraseAt
	cmd := &cobra.Command{
		Use:   "confirm SHOP [HANDLE ...]",
		Short: "Make guesses keyphrases, which are then scored",
		Args:  cobra.MinimumNArgs(1),
	}
	collection := keyphraseFlags(cmd, &at)
	all := cmd.Flags().Bool("all", false, "confirm every guess")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *all == (len(args) > 1) {
			return usageError(cmd, messages.ConfirmTakes)
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			at.Kind = kindOf(*collection)
			handles := args[1:]
			if *all {
				if handles, err = guessed(ctx, graph, shop.ID, at.Kind); err != nil {
					return answer{}, err
				}
			}
			confirmed, err := confirmKeyphrases(ctx, graph, shop.ID, at, handles)
			return answer{document: keyphraseDocuments(confirmed), words: func(p *ui.Page) { p.Keyphrases(confirmed) }}, err
		})(cmd, args)
	}
	return cmd
}

func guessed(ctx context.Context, graph *wire.Graph, shop galley.ShopID, kind galley.PlaceKind) (handles []string, err error) {
	list, err := allKeyphrases(ctx, graph, shop, kind)
	for _, k := range list {
		if k.Source == galley.KeyphraseGuess {
			handles = append(handles, k.Place.ID)
		}
	}
	return handles, err
}

func confirmKeyphrases(ctx context.Context, graph *wire.Graph, shop galley.ShopID, at review.KeyphraseAt, places []string) (confirmed []galley.PlacedKeyphrase, err error) {
	confirmed = []galley.PlacedKeyphrase{}
	for _, at.Place = range places {
		one, err := graph.Review.ConfirmKeyphrase(ctx, shop, at)
		if err != nil {
			return confirmed, err
		}
		confirmed = append(confirmed, one)
	}
	return confirmed, nil
}
