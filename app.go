package main

import (
	"context"

	"galley/backend/galley"
	"galley/backend/wire"
)

// App is what the pages can call, in the window and over /rpc alike: its
// methods are the calls of the registry. Each checks its input, makes one call
// of a service and maps the answer.
type App struct {
	graph *wire.Graph
	// ctx ends when the program does; a page that goes away stops nothing.
	ctx context.Context //nolint:containedctx // Wails and /rpc pass none that lives as long
	// saveAs asks under which name to keep a file, "" for none; nil without a window.
	saveAs func(suggested string) (string, error)
}

// newApp binds the methods to a graph that is open.
func newApp(ctx context.Context, graph *wire.Graph) *App { return &App{ctx: ctx, graph: graph} }

// Boot is what the page needs before it can show anything.
type Boot struct {
	Version  string                `json:"version"`
	Home     string                `json:"home"`
	Shops    []galley.ShopOverview `json:"shops"`
	Settings galley.Settings       `json:"settings"`
}

// Boot returns version, shops and settings.
func (a *App) Boot() (Boot, error) {
	return answer(a, func(ctx context.Context) (b Boot, err error) {
		b.Version, b.Home = wire.Version, a.graph.Home
		if b.Shops, err = a.graph.Shops.List(ctx); err != nil {
			return b, err
		}
		b.Settings, err = a.graph.Settings.Get(ctx)
		return b, err
	})
}

// ListCopies lists the copies of the data file, newest first.
func (a *App) ListCopies() ([]galley.DataCopy, error) {
	return answer(a, func(context.Context) ([]galley.DataCopy, error) { return a.graph.Copies(), nil })
}

// ResolveURL turns an address of the local copy into one that a browser can
// open now.
func (a *App) ResolveURL(address string) (string, error) {
	return answer(a, func(ctx context.Context) (string, error) { return a.graph.Resolve(ctx, address) })
}

// GetSettings returns all settings.
func (a *App) GetSettings() (galley.Settings, error) { return answer(a, a.graph.Settings.Get) }

// SaveSettings sets several settings at once, by their keys on the command
// line; writer.api_key goes to the vault. An endpoint without an address or a
// model is refused.
func (a *App) SaveSettings(values map[string]string) (galley.Settings, error) {
	return answer(a, func(ctx context.Context) (galley.Settings, error) {
		if err := a.graph.Settings.Save(ctx, values); err != nil {
			return galley.Settings{}, err
		}
		return a.graph.Settings.Get(ctx)
	})
}

// TestWriter tries the writer that the settings name, with values in place of
// saved ones. Nothing is saved.
func (a *App) TestWriter(values map[string]string) (galley.WriterReport, error) {
	return answer(a, func(ctx context.Context) (galley.WriterReport, error) { return a.graph.Runner.TestWriter(ctx, values) })
}

// TryWriter is TestWriter, and has one description written for a made-up
// product. Nothing is saved.
func (a *App) TryWriter(values map[string]string) (galley.WriterTrial, error) {
	return answer(a, func(ctx context.Context) (galley.WriterTrial, error) { return a.graph.Runner.TryWriter(ctx, values) })
}

// ForgetLearned forgets what was learned about the model in the settings, and
// returns them.
func (a *App) ForgetLearned() (galley.Settings, error) {
	return answer(a, func(ctx context.Context) (galley.Settings, error) {
		if err := a.graph.Settings.Forget(ctx); err != nil {
			return galley.Settings{}, err
		}
		return a.graph.Settings.Get(ctx)
	})
}

// FindModels reads what an endpoint offers, with values in place of saved
// settings. It costs nothing and saves nothing.
func (a *App) FindModels(values map[string]string) (galley.EndpointModels, error) {
	return answer(a, func(ctx context.Context) (galley.EndpointModels, error) {
		return a.graph.Runner.FindModels(ctx, values)
	})
}

// LocalEndpoints finds the model servers that run on this computer.
func (a *App) LocalEndpoints() ([]galley.LocalEndpoint, error) {
	return answer(a, func(ctx context.Context) ([]galley.LocalEndpoint, error) {
		return a.graph.Runner.LocalEndpoints(ctx), nil
	})
}

// answer runs one call of a service. A panic would leave the page waiting for
// ever, so it becomes an error.
func answer[T any](a *App, f func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = a.graph.Recovered(p)
		}
	}()
	a.graph.Answered()
	return f(a.ctx)
}
