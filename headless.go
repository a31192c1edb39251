//go:build !(desktop || dev)

package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/wire"
)

// openWindow says where the interface is to be had instead.
func openWindow(context.Context, wire.Options) error {
	return galley.NewError(galley.CodeCannotRun, messages.BuiltWithoutWindow)
}
