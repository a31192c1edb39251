//go:build !(desktop || dev)

package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/wire"
)

// openWindow says where the interface is to be had instead.
func openWindow(context.Context, wire.Options) error {
	return galley.Errorf(galley.CodeCannotRun, "This Galley was built without a window. galley serve shows the same in a browser.")
}
