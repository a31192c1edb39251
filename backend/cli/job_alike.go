package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

func newJobAlike(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "alike JOB",
		Short: "List drafts of a job that are too much alike",
		Long: `Compares the drafts of a job with each other and with the shop's other texts of
the field: the same text, nearly the same text, the same first words. To have
drafts of a group written again: item regenerate ITEM ... --note "Not like the
others."`,
		Args: exactly("JOB"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			found, err := graph.Review.Alike(ctx, galley.JobID(args[0]))
			return answer{document: found, words: func(p *ui.Page) { p.Alike(found) }}, err
		}),
	}
}
