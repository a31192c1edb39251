// Command barewindow is the least window that Wails can show with the web view of this system: one
// page of HTML, nothing bound, the same options as Galley's. Galley's start is compared with its.
package main

import (
	"net/http"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>
<body style="margin:2rem;background:#f9fafc;color:#191f25;font:1rem/1.5 sans-serif">
<h1>Bare window</h1><p>` + words + words + words + `</p></body></html>`

const words = `A window with nothing behind it, and some words to see when they are painted. `

func main() {
	err := wails.Run(&options.App{
		Title: "Bare", Width: 1280, Height: 800, MinWidth: 880, MinHeight: 560,
		BackgroundColour: options.NewRGB(0xf9, 0xfa, 0xfc),
		AssetServer: &assetserver.Options{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(page))
		})},
		Linux: &linux.Options{ProgramName: "bare", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		println(err.Error())
		os.Exit(1)
	}
}
