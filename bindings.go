//go:build bindings

package main

import (
	"context"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"

	"galley/backend/wire"
)

// openWindow writes the bindings of App's methods to frontend/wailsjs: wails
// generate module builds the program with the tag bindings and runs it. No home
// is opened.
func openWindow(context.Context, wire.Options) error {
	return wails.Run(&options.App{Bind: []any{&App{}}})
}
