package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// newTextPublish publishes one text of a product or collection, as the editor of
// the window does. owner is what HANDLE names.
func newTextPublish(s *session, owner galley.PlaceKind) *cobra.Command {
	var field galley.Field
	var file, image string
	var wait, draft bool
	cmd := &cobra.Command{
		Use:   "publish SHOP HANDLE",
		Short: "Publish a text of your own",
		Long: `Queues one text for the shop. It replaces the text of the local copy: where the shop
has another one by then, it is left alone and becomes a conflict. An undo writes the
earlier text back. A text that is as the shop has it is not written.`,
		Args: exactly("SHOP", "HANDLE"),
	}
	fieldFlag(cmd, &field)
	cmd.Flags().StringVar(&file, "content-file", "", "file with the text; - reads standard input")
	cmd.Flags().BoolVar(&draft, "draft", false, "publish the draft that is saved for it")
	cmd.MarkFlagsMutuallyExclusive("draft", "content-file")
	cmd.Flags().BoolVar(&wait, "wait", false, "return when it is on the shop or cannot be")
	if owner == galley.PlaceProduct {
		cmd.Flags().StringVar(&image, "image", "", "of alt text: the picture's ID, address or file name")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case field == "":
			return usageError(cmd, messages.FieldMissing(fieldNames()))
		case file == "" && !draft:
			return usageError(cmd, messages.ContentFileMissing)
		}
		content, err := s.contentOf(file)
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
			edit, err := textEdit(of, field, image, content)
			if err == nil && draft {
				edit, err = draftEdit(ctx, graph, shop.ID, of, edit)
			}
			if err != nil {
				return answer{}, err
			}
			return publishText(ctx, graph, shop, of, edit, wait)
		})(cmd, args)
	}
	return cmd
}

// textEdit replaces the text of the local copy.
func textEdit(of galley.Subject, field galley.Field, image, content string) (galley.TextEdit, error) {
	edit := galley.TextEdit{Field: field, Value: galley.Text(content)}
	if field.Place() == galley.PlaceImage {
		picture, found := of.Product.FindImage(image)
		if !found {
			return edit, galley.NewError(galley.CodeInvalidInput, messages.PictureUnknown(image, of.Product.Handle))
		}
		edit.ImageID, edit.Expected = picture.ID, picture.Alt
		return edit, nil
	}
	expected, known := of.Value(field)
	if !known {
		return edit, galley.NewError(galley.CodeInvalidInput, messages.FieldOfOther(string(field), string(of.Target.Kind)))
	}
	edit.Expected = expected
	return edit, nil
}

func publishText(ctx context.Context, graph *wire.Graph, shop galley.Shop, of galley.Subject, edit galley.TextEdit, wait bool) (answer, error) {
	done, err := graph.Publishing.SaveNow(ctx, shop.ID, of.Target.ID, []galley.TextEdit{edit})
	if err != nil {
		return answer{}, err
	}
	if wait {
		if err := graph.Dispatcher.WaitShops(ctx, []galley.ShopID{shop.ID}); err != nil {
			return answer{}, err
		}
	}
	run, err := graph.Publishing.Run(ctx, done.Plan)
	return answer{
		document: run,
		words:    func(p *ui.Page) { p.TextPublished(run, edit.Field, shop) },
		partly:   wait && run.Published < run.Total,
	}, err
}
