package cli_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"
	"go.uber.org/goleak"

	"galley/backend/cli"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/vault"
	"galley/backend/wire"
)

// The scripts in testdata run the real command line, each command in a process
// of its own: this test binary under the name galley.
func TestMain(m *testing.M) {
	vault.SetCost(8)
	testscript.Main(leakChecked{m}, map[string]func(){
		"galley": func() { os.Exit(cli.Main(context.Background(), program(), os.Args[1:])) },
	})
}

type leakChecked struct{ *testing.M }

func (m leakChecked) Run() int {
	code := m.M.Run()
	// database/sql ends its opener a moment after Close has returned.
	if err := goleak.Find(goleak.IgnoreAnyFunction("database/sql.(*DB).connectionOpener")); err != nil && code == 0 {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// program is Galley without a window.
func program() cli.Program {
	return cli.Program{
		Files: fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>Galley</title>")}},
		App:   func(_ context.Context, graph *wire.Graph) any { return bound{graph} },
		Window: func(context.Context, wire.Options) error {
			return galley.NewError(galley.CodeCannotRun, messages.AsRecorded("No display. galley serve shows the same in a browser."))
		},
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}
}

// bound replaces the methods that the page calls.
type bound struct{ graph *wire.Graph }

func (b bound) Home() string { return b.graph.Home }
