package cli

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/spf13/cobra"

	"galley/backend/cli/ui"
	"galley/backend/galley"
	"galley/backend/web"
	"galley/backend/wire"
)

// newServe shows the interface in a browser, and works the home meanwhile.
func newServe(s *session) *cobra.Command {
	var listen string
	var remote, noOpen bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the interface in a browser",
		Long: `Shows the same interface as the window in a browser on this machine, and works
queued jobs and publications meanwhile. The first line of output is the address with a token
that works once. It ends with Ctrl C; drafts under way are saved.

If the data file is missing, empty or damaged, that address shows the reason, the
copies, and the commands that help. Galley opens there once the file is back;
until then Ctrl C ends it with exit code 1.

With --allow-remote, --listen takes an address that other machines can reach.
Galley has no accounts and no encryption: anyone who opens the address first or
reads the network can read and publish everything. Across networks that are not
yours alone, use an SSH tunnel instead.`,
		Args: exactly(),
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:0", "address on this machine; port 0 takes a free one")
	cmd.Flags().BoolVar(&remote, "allow-remote", false, "listen where other machines can reach it, unencrypted")
	cmd.Flags().BoolVar(&noOpen, "no-open", false, "do not open the browser")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		server, err := web.Listen(cmd.Context(), listen, remote)
		if err != nil {
			return err
		}
		defer server.Close()
		return s.serveHome(cmd.Context(), server, !noOpen)
	}
	return cmd
}

// serveHome opens the home and serves it. If its data file is damaged or
// missing, it serves a page that says so until the file is there.
func (s *session) serveHome(ctx context.Context, server *web.Server, open bool) (err error) {
	home, err := wire.HomeFolder(s.home)
	if err != nil {
		return err
	}
	graph, err := wire.Open(ctx, s.options(ctx))
	lacksData := wire.LacksData(err)
	if err != nil && !lacksData {
		return err
	}
	defer s.announce(ctx, server, home, open, err)()
	if server.Remote() {
		ui.NewPage(s.Stderr).Line("%s", openToOthers)
	}
	if lacksData {
		if graph, err = s.awaitData(ctx, server, home, err); err != nil {
			return err
		}
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	return s.serve(ctx, server, graph)
}

// openToOthers says what --allow-remote means.
const openToOthers = "Other machines are answered too, unencrypted: anyone who opens this address first, or reads the network, can read and publish everything."

// announce prints the address, as a document for a script, and opens it in a
// browser. trouble is why the home could not be opened, nil if it is open. done
// cleans up.
func (s *session) announce(ctx context.Context, server *web.Server, home string, open bool, trouble error) (done func()) {
	if trouble != nil {
		s.complain(trouble)
	}
	if s.json {
		s.printLine(served{URL: server.URL(), Error: galley.ReasonOf(trouble)})
	} else {
		ui.NewPage(s.Stdout).Line("%s", server.URL())
	}
	page := ui.NewPage(s.Stderr)
	if open {
		ctx, end := context.WithCancel(ctx)
		opened, wait := server.OpenBrowser(ctx, home)
		done = func() { end(); wait() }
		if opened {
			page.Line("Galley opens in your browser. Ctrl C ends it.")
			return done
		}
		end()
	}
	page.Line("Open this address in a browser; it works once. Ctrl C ends Galley.")
	return func() {}
}

// served is the document of serve.
type served struct {
	URL   string         `json:"url"`
	Error *galley.Reason `json:"error,omitempty"` // why the home could not be opened yet
}

func (s *session) serve(ctx context.Context, server *web.Server, graph *wire.Graph) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	var work sync.WaitGroup
	work.Go(func() { graph.Work(ctx) })
	err := server.Serve(ctx, web.Site{App: s.App(ctx, graph), Graph: graph, Files: s.Files, Log: s.logger(slog.LevelWarn)})
	end()
	work.Wait()
	return err
}
