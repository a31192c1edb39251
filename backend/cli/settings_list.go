package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/wire"
)

func newSettingsList(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List all settings but the key, which is never shown",
		Args:  exactly(),
		RunE: s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
			list, err := graph.Settings.List(ctx)
			return answer{document: list, words: func(p *ui.Page) {
				rows := make([][]ui.Cell, len(list))
				for i, setting := range list {
					rows[i] = ui.Plain(setting.Key, setting.Value)
				}
				p.Table([]ui.Column{{Title: "Setting"}, {Title: "Value"}}, rows)
			}}, err
		}),
	}
}
