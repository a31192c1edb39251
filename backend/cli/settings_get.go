package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/settings"
	"galley/backend/wire"
)

func newSettingsGet(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "get KEY",
		Short: "Print one setting",
		Args:  exactly("KEY"),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, args []string) (answer, error) {
			value, err := graph.Settings.Value(ctx, args[0])
			return answer{document: settings.Setting{Key: args[0], Value: value}, words: func(p *ui.Page) { p.Line("%s", value) }}, err
		}),
	}
}
