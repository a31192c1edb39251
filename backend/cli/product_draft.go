package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// newTextDraft keeps texts of a product or collection without publishing them, as
// the editor of the window does. owner is what HANDLE names.
func newTextDraft(s *session, owner galley.PlaceKind) *cobra.Command {
	var file string
	var f textFlags
	cmd := &cobra.Command{
		Use:   "draft SHOP HANDLE",
		Short: "Keep a text of your own without publishing it",
		Long: `Keeps one text in the data file, where the editor shows it as a draft. Nothing is
sent: publish --draft does that. Without --field it lists the drafts that are kept.
A draft that somebody saved before stays unless --replace is given.`,
		Args: exactly("SHOP", "HANDLE"),
	}
	fieldFlag(cmd, &f.field)
	cmd.Flags().StringVar(&file, "content-file", "", "file with the text; - reads standard input")
	cmd.Flags().BoolVar(&f.discard, "discard", false, "forget the draft that is saved")
	cmd.Flags().BoolVar(&f.replace, "replace", false, "put the text in the place of a draft that is saved")
	cmd.MarkFlagsMutuallyExclusive("discard", "content-file")
	cmd.MarkFlagsMutuallyExclusive("discard", "replace")
	if owner == galley.PlaceProduct {
		cmd.Flags().StringVar(&f.image, "image", "", "of alt text: the picture's ID, address or file name")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		err := f.check(cmd, file)
		if err == nil {
			f.content, err = s.contentOf(file)
		}
		if err != nil {
			return err
		}
		return s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			shop, err := graph.Shops.Get(ctx, args[0])
			if err != nil {
				return answer{}, err
			}
			of, err := graph.Store.Subject(ctx, shop.ID, galley.Listed{Target: galley.Target{Kind: owner, ID: args[1]}})
			if err != nil {
				return answer{}, err
			}
			kept, err := saveDraft(ctx, graph, shop.ID, of, f)
			return answer{document: kept, words: func(p *ui.Page) { p.OwnDrafts(kept) }}, err
		})(cmd, args)
	}
	return cmd
}

// contentOf reads a text from a file, "" for none.
func (s *session) contentOf(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	return s.readInput(file, longestContent)
}

type textFlags struct {
	field          galley.Field
	image, content string
	discard        bool
	replace        bool
}

// check refuses a text without a field, and a field without a text.
func (f textFlags) check(cmd *cobra.Command, file string) error {
	switch {
	case f.field != "" && file == "" && !f.discard:
		return usageError(cmd, messages.ContentFileMissing)
	case f.field == "" && (file != "" || f.discard || f.replace):
		return usageError(cmd, messages.FieldMissing(fieldNames()))
	}
	return nil
}

// saveDraft returns the drafts that are kept, after what the flags ask for.
func saveDraft(ctx context.Context, graph *wire.Graph, shop galley.ShopID, of galley.Subject, f textFlags) ([]galley.OwnDraft, error) {
	kept, err := graph.Store.OwnDrafts(ctx, shop, of)
	if err != nil || f.field == "" {
		return kept, err
	}
	edit, err := textEdit(of, f.field, f.image, f.content)
	if err != nil {
		return nil, err
	}
	own, found := draftFor(kept, edit)
	if f.discard && !found {
		return nil, galley.NewError(galley.CodeNotFound, messages.NoDraftSaved(of.Ref().Title))
	}
	if found && !f.discard && !f.replace && own.Content != f.content {
		return nil, galley.NewError(galley.CodeChanged, messages.OwnDraftStands(cmp.Or(own.Person, "Somebody"), own.SavedAt))
	}
	text := galley.OwnText{Field: edit.Field, ImageID: edit.ImageID, Content: f.content, Expected: edit.Expected, Revision: own.Revision}
	if f.discard {
		text.Content = edit.Expected.Text
	}
	return graph.Publishing.SaveDrafts(ctx, shop, of.Target.ID, []galley.OwnText{text})
}

func draftFor(kept []galley.OwnDraft, edit galley.TextEdit) (galley.OwnDraft, bool) {
	for _, own := range kept {
		if own.Field == edit.Field && own.ImageID == edit.ImageID {
			return own, true
		}
	}
	return galley.OwnDraft{}, false
}

// draftEdit is an edit with the text of the draft that is saved for its place. It
// replaces the text that the draft was written over.
func draftEdit(ctx context.Context, graph *wire.Graph, shop galley.ShopID, of galley.Subject, edit galley.TextEdit) (galley.TextEdit, error) {
	kept, err := graph.Store.OwnDrafts(ctx, shop, of)
	if err != nil {
		return edit, err
	}
	own, found := draftFor(kept, edit)
	if !found {
		return edit, galley.NewError(galley.CodeNotFound, messages.NoDraftSaved(of.Ref().Title))
	}
	edit.Value, edit.Expected = galley.Text(own.Content), own.Expected
	return edit, nil
}
