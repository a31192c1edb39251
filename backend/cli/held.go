package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/publishing"
	"galley/backend/wire"
)

// newHeld are the commands for what is held since the data file was restored.
func newHeld(s *session) []*cobra.Command {
	list := &cobra.Command{
		Use:   "list",
		Short: "List what a restored data file had queued",
		Long: `Lists, by shop and job, the texts and jobs that were queued when the copy was made
from which the data file was restored. They may have been published, withdrawn,
rejected or undone since, so none of them continues until it is released.`,
		Args: exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			held, err := graph.Publishing.Held(ctx)
			return answer{document: held, words: func(p *ui.Page) { p.Held(held) }}, err
		}),
	}
	return []*cobra.Command{
		list,
		settleHeld(s, "publish", "Publish held texts, and let held jobs go on", (*publishing.Service).ReleaseHeldNow),
		settleHeld(s, "withdraw", "Withdraw held texts, and cancel held jobs", (*publishing.Service).WithdrawHeldNow),
	}
}

func settleHeld(s *session, verb, short string, settle func(*publishing.Service, context.Context, galley.HeldRequest) (galley.HeldDone, error)) *cobra.Command {
	var shop, job, field string
	var all, editor bool
	cmd := &cobra.Command{Use: verb, Short: short, Args: exactly()}
	cmd.Flags().StringVar(&shop, "shop", "", "all that is held of this shop")
	cmd.Flags().StringVar(&job, "job", "", "all that is held of this job")
	cmd.Flags().BoolVar(&all, "all", false, "all that is held, of every shop")
	cmd.Flags().BoolVar(&editor, "editor", false, "with --shop, only texts of the product editor")
	cmd.Flags().StringVar(&field, "field", "", "with --editor, only texts of this field")
	cmd.MarkFlagsOneRequired("shop", "job", "all")
	cmd.MarkFlagsMutuallyExclusive("shop", "job", "all")
	cmd.RunE = s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
		if editor && shop == "" || field != "" && !editor {
			return answer{}, usageError(cmd, messages.EditorGoesWithShop)
		}
		req := galley.HeldRequest{ShopID: galley.ShopID(shop), JobID: galley.JobID(job), Editor: editor, Field: galley.Field(field)}
		done, err := settle(graph.Publishing, ctx, req)
		return answer{document: done, words: func(p *ui.Page) { p.HeldDone(verb == "publish", done) }}, err
	})
	return cmd
}

// stillHeld is the error of a command that leaves work undone because it is
// held; nil where nothing is.
func stillHeld(ctx context.Context, graph *wire.Graph) error {
	held, err := graph.Publishing.Held(ctx)
	if err != nil || held.IsEmpty() {
		return err
	}
	return galley.NewError(galley.CodeRestored, ui.StillHeld(held))
}
