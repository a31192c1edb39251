//go:build bindings

package main

import (
	"os"
	"reflect"

	"galley/backend/contract/typescript"
	"galley/backend/web"
	"galley/backend/wire"
)

// main prints the pages' TypeScript (make bindings). No home is opened.
func main() {
	text, err := typescript.Generate(web.API(&App{}, &wire.Graph{}), reflect.TypeFor[App](), ".", web.NewRules())
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	os.Stdout.WriteString(text)
}
