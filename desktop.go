//go:build desktop || dev

package main

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"net/http"
	"os"
	goruntime "runtime"
	"sync"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/web"
	"galley/backend/wire"
)

//go:embed build/appicon.png
var icon []byte

// window is the desktop window on one home.
type window struct {
	graph *wire.Graph
	app   *App
	state windowState
	again chan struct{}      // Galley was started once more on this home
	shown chan struct{}      // closed once the page has loaded
	end   context.CancelFunc // of the work that goes on behind the window
	work  sync.WaitGroup
}

// openWindow shows the window until it is closed, and works the home
// meanwhile. The home is opened before Wails starts: the page's first calls
// would otherwise race with OnStartup.
func openWindow(ctx context.Context, o wire.Options) (err error) {
	if err := checkDisplay(); err != nil {
		return err
	}
	graph, err := wire.Open(ctx, o)
	if err != nil {
		return errors.Join(err, showFailure(err))
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	ctx, end := context.WithCancel(ctx)
	w := &window{graph: graph, app: newApp(ctx, graph), state: loadWindowState(graph.Home), again: make(chan struct{}, 1), shown: make(chan struct{}), end: end}
	defer w.work.Wait()
	defer end()
	return w.run(ctx)
}

// checkDisplay looks for a display, without which Wails panics.
func checkDisplay() error {
	if goruntime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	return galley.NewError(galley.CodeCannotRun, messages.NoDisplay)
}

func (w *window) run(ctx context.Context) error {
	api := web.API(w.app, w.graph)
	shown := sync.OnceFunc(func() { close(w.shown) }) // a page may be loaded again
	start := options.Normal
	if w.state.Maximised {
		start = options.Maximised
	}
	return wails.Run(&options.App{
		Title: "Galley",
		Width: w.state.Width, Height: w.state.Height, MinWidth: leastWidth, MinHeight: leastHeight,
		WindowStartState:   start,
		BackgroundColour:   options.NewRGB(0xf9, 0xfa, 0xfc), // the lightest steel of the interface
		AssetServer:        &assetserver.Options{Handler: web.Window(api, w.graph, builtInterface())},
		Bind:               []any{w.app},
		ErrorFormatter:     func(err error) any { return contract.ProblemOf(err) },
		OnStartup:          func(page context.Context) { w.start(ctx, page, api) },
		OnDomReady:         func(context.Context) { shown() },
		OnBeforeClose:      w.leave,
		SingleInstanceLock: w.lock(),
		Linux:              &linux.Options{Icon: icon, ProgramName: "galley", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
}

// start begins the work behind the window, and sends the page the streams of the
// registry, each as events of its name.
func (w *window) start(ctx, page context.Context, api *contract.API) {
	w.app.saveAs = func(suggested string) (string, error) {
		return runtime.SaveFileDialog(page, runtime.SaveDialogOptions{DefaultFilename: suggested, CanCreateDirectories: true})
	}
	w.work.Go(func() {
		w.await(ctx)
		w.graph.Work(ctx)
	})
	for _, stream := range api.Streams() {
		w.work.Go(func() {
			stream.Follow(ctx, func(event any) { runtime.EventsEmit(page, stream.Name, event) })
		})
	}
	w.work.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-w.again:
				runtime.WindowUnminimise(page)
				runtime.WindowShow(page)
			}
		}
	})
}

// await waits until the page has loaded: before that, work behind the window would take the processor from it.
func (w *window) await(ctx context.Context) {
	const longest = 2 * time.Second // for a web view that does not say so
	select {
	case <-ctx.Done():
	case <-w.shown:
	case <-time.After(longest):
	}
}

// leave keeps how the window was left, and ends the work while the page that
// is told of it is still there.
func (w *window) leave(page context.Context) (prevent bool) {
	if w.state.Maximised = runtime.WindowIsMaximised(page); !w.state.Maximised {
		w.state.Width, w.state.Height = runtime.WindowGetSize(page)
	}
	if err := w.state.save(w.graph.Home); err != nil {
		w.graph.Log.Warn("the window's size was not kept", "error", err)
	}
	w.end()
	return false
}

// lock makes a second start on the same home show the window that is open.
// On Linux it goes over the session bus, which not every display has.
func (w *window) lock() *options.SingleInstanceLock {
	if goruntime.GOOS == "linux" && os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return nil
	}
	home := sha256.Sum256([]byte(w.graph.Home))
	return &options.SingleInstanceLock{
		UniqueId: "galley_" + hex.EncodeToString(home[:8]),
		OnSecondInstanceLaunch: func(options.SecondInstanceData) {
			select {
			case w.again <- struct{}{}:
			default: // it is about to be shown
			}
		},
	}
}

// showFailure explains in a dialog why no window opens, for people who started
// Galley from a menu and see no terminal.
func showFailure(why error) error {
	return wails.Run(&options.App{
		Title: "Galley", StartHidden: true,
		AssetServer: &assetserver.Options{Handler: http.NotFoundHandler()},
		OnStartup: func(page context.Context) {
			_, _ = runtime.MessageDialog(page, runtime.MessageDialogOptions{Type: runtime.ErrorDialog, Title: "Galley cannot open", Message: galley.MessageOf(why)})
			runtime.Quit(page)
		},
	})
}
