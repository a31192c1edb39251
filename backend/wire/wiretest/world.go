// Package wiretest opens whole homes for tests: the program as wire builds it,
// with the steps from which most tests start.
package wiretest

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/shops"
	"galley/backend/wire"
)

// World is the whole program on its own home, with one shop.
type World struct {
	*wire.Graph
	T    testing.TB
	Shop galley.ShopOverview // the shop that was added last

	close func() error
}

// Open opens an empty home, in a new folder where the options name none. It is
// closed with the test at the latest.
func Open(t testing.TB, o wire.Options) *World {
	t.Helper()
	if o.Home == "" {
		o.Home = t.TempDir()
	}
	graph, err := wire.Open(t.Context(), o)
	require.NoError(t, err)
	w := &World{Graph: graph, T: t, close: sync.OnceValue(graph.Close)}
	t.Cleanup(func() { require.NoError(t, w.Close()) })
	return w
}

// Close closes the home. Closing it again changes nothing.
func (w *World) Close() error { return w.close() }

// Fast is a demo shop whose limits make no test wait.
func Fast(products int) wire.DemoShop {
	return wire.DemoShop{Products: products, RestoreRate: 20_000, Bucket: 40_000}
}

// AddDemo adds the demo shop and syncs it.
func (w *World) AddDemo() {
	w.T.Helper()
	shop, err := w.Shops.AddDemo(w.T.Context())
	w.use(shop, err)
}

// AddFile adds a shop that is a product export, and syncs it.
func (w *World) AddFile(name, content string) {
	w.T.Helper()
	shop, err := w.Shops.AddFile(w.T.Context(), shops.NewFile{File: name}, strings.NewReader(content))
	w.use(shop.ShopOverview, err)
}

func (w *World) use(shop galley.ShopOverview, err error) {
	w.T.Helper()
	require.NoError(w.T, err)
	w.Shop = shop
	w.Sync()
}

// Sync brings the local copy of the shop up to date.
func (w *World) Sync() {
	w.T.Helper()
	_, err := w.Products.Sync(w.T.Context(), w.Shop.Shop, nil)
	require.NoError(w.T, err)
}

// Set changes settings.
func (w *World) Set(values map[string]string) {
	w.T.Helper()
	require.NoError(w.T, w.Settings.Set(w.T.Context(), values))
}

// UseModel has drafts written by the model, one at a time.
func (w *World) UseModel(model *llmtest.Server) {
	w.T.Helper()
	w.Set(map[string]string{
		"writer.kind": string(galley.WriterOpenAI), "writer.base_url": model.URL(), "writer.model": llmtest.Model,
		"writer.rpm": "0", "writer.concurrency": "1",
	})
}

// Create creates a job over all products of the shop.
func (w *World) Create(spec galley.JobSpec) galley.Job {
	w.T.Helper()
	spec.ShopID, spec.Selection = w.Shop.ID, galley.Selection{All: true}
	job, err := w.Jobs.Create(w.T.Context(), spec)
	require.NoError(w.T, err)
	return job
}

// Written creates such a job and works it until it stops.
func (w *World) Written(spec galley.JobSpec) galley.Job {
	w.T.Helper()
	job, err := w.Runner.Wait(w.T.Context(), w.Create(spec).ID, nil)
	require.NoError(w.T, err)
	return job
}

// Items returns all items of a job.
func (w *World) Items(job galley.JobID) []galley.Item {
	w.T.Helper()
	page, err := w.Review.Items(w.T.Context(), galley.ItemQuery{JobID: job, Limit: 1000})
	require.NoError(w.T, err)
	return page.Items
}

// LiveValue is the shop's current value at a target.
func (w *World) LiveValue(f galley.Field, at galley.Target) galley.Value {
	w.T.Helper()
	found, err := w.Products.Live(w.T.Context(), w.Shop.Shop, f, []galley.Target{at})
	require.NoError(w.T, err)
	require.Len(w.T, found, 1)
	return found[0].Value
}
