package cli

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/wire"
)

// session is one run of the command line.
type session struct {
	Program
	home    string
	json    bool
	verbose bool
	answer  answer
	kinds   ui.Kinds
	printed bool // the document is out: there is never a second one
}

// answer is a command's result.
type answer struct {
	document any            // for scripts
	words    func(*ui.Page) // for people
	partly   bool           // done, but some items failed
	trouble  error          // why it is not done, if there is an answer anyway
}

// command is the work of one command on an open home.
type command func(ctx context.Context, graph *wire.Graph, args []string) (answer, error)

// onHome opens the home around a command.
func (s *session) onHome(f command) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) (err error) {
		graph, err := wire.Open(cmd.Context(), s.options(cmd.Context()))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, graph.Close()) }()
		s.answer, err = f(cmd.Context(), graph, args)
		if s.answer.words != nil && !s.json {
			s.kinds = kindsOf(cmd.Context(), graph)
		}
		return err
	}
}

// kindsOf is the kind of each shop. It only chooses words: if it cannot be
// read, the usual ones are used.
func kindsOf(ctx context.Context, graph *wire.Graph) ui.Kinds {
	shops, err := graph.Shops.List(context.WithoutCancel(ctx))
	if err != nil {
		return nil
	}
	kinds := ui.Kinds{}
	for _, shop := range shops {
		kinds[shop.ID] = shop.Kind
	}
	return kinds
}

// options say how this command line opens a home.
func (s *session) options(ctx context.Context) wire.Options {
	return wire.Options{Home: s.home, Ask: s.asker(ctx), Log: s.logger(slog.LevelError), Clock: s.Clock}
}

// logger writes to standard error from that level on; --verbose shows all.
func (s *session) logger(level slog.Level) *slog.Logger {
	if s.verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(s.Stderr, &slog.HandlerOptions{Level: level, ReplaceAttr: redacted}))
}

// meter shows progress on standard error.
func (s *session) meter() *ui.Meter { return ui.NewMeter(s.Stderr) }

// interrupted reports whether the command was interrupted.
func interrupted(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (err == nil || galley.HasCode(err, galley.CodeCancelled))
}

// page is where a command prints progress: nowhere, if a document is wanted.
func (s *session) page() *ui.Page {
	if s.json {
		return ui.NewPage(io.Discard)
	}
	return ui.NewPage(s.Stdout)
}
