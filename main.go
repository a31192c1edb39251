//go:build !bindings

// Galley writes product copy for Shopify shops in bulk, lets people review it,
// and publishes what they chose.
package main

import (
	"context"
	"os"

	"galley/backend/cli"
	"galley/backend/wire"
)

func main() {
	os.Exit(cli.Main(context.Background(), cli.Program{
		Files:  builtInterface(),
		App:    func(ctx context.Context, graph *wire.Graph) any { return newApp(ctx, graph) },
		Window: openWindow,
		Stdin:  os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}, os.Args[1:]))
}
