package cli

import (
	"log/slog"

	"github.com/spf13/cobra"

	"galley/backend/galley/messages"
)

// newWindow is the program without a command: it opens the window.
func newWindow(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "galley",
		Short: "Write product copy in bulk, review it, publish what you chose",
		Long: `Galley writes product copy for Shopify shops in bulk, lets you review it with no
network, and publishes only what you chose, with a way back.

Without a command it opens the window.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 cannot run here, 4 done with
failed items.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError(cmd, messages.NoSuchCommand(args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			options := s.options(cmd.Context())
			options.Log = s.logger(slog.LevelInfo)
			s.answer = answer{document: struct{}{}}
			return s.Window(cmd.Context(), options)
		},
	}
}
