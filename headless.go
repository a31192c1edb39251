//go:build !(desktop || dev)

package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// openWindow reports that this build has no window and names galley serve.
func openWindow(context.Context, wire.Options) error {
	return galley.NewError(galley.CodeCannotRun, messages.BuiltWithoutWindow)
}
