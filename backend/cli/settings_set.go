package cli

import (
	"context"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/settings"
	"galley/backend/wire"
)

func newSettingsSet(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "set KEY VALUE",
		Short: "Change one setting",
		Long: `Changes one setting, for jobs that are made from now on. The value - is read from
standard input, one line, so that a key is not on the command line, where others
may see it.`,
		Args: exactly("KEY", "VALUE"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			key, value := args[0], args[1]
			if value == "-" {
				if value, err = s.readLine(); err != nil {
					return err
				}
			}
			return s.onHome(func(ctx context.Context, graph *wire.Graph, _ []string) (answer, error) {
				return set(ctx, graph, key, value)
			})(cmd, args)
		},
	}
}

// set changes a setting and answers with it as it is kept; the key is not
// repeated.
func set(ctx context.Context, graph *wire.Graph, key, value string) (answer, error) {
	if err := graph.Settings.Set(ctx, map[string]string{key: value}); err != nil {
		return answer{}, err
	}
	if key == settings.APIKey {
		words := "The key is in the key store."
		if value == "" {
			words = "The key was removed from the key store."
		}
		return answer{document: map[string]string{"key": key}, words: func(p *ui.Page) { p.Line("%s", words) }}, nil
	}
	if key == settings.PriceKey {
		key = settings.PricesKey
	}
	kept, err := graph.Settings.Value(ctx, key)
	return answer{document: settings.Setting{Key: key, Value: kept}, words: func(p *ui.Page) { p.Line("%s = %s", key, kept) }}, err
}
