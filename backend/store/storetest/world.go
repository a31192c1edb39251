package storetest

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/store"
)

// World is a home with one shop, from which tests of the services start. Tests
// of the whole program start from wiretest.World.
type World struct {
	T        testing.TB
	Clock    galley.Clock
	Store    *store.Store
	Settings *galleytest.Settings
	Remote   *galleytest.Shop // the shop itself
	Shop     galley.Shop      // as the home knows it
}

// NewWorld opens a home whose shop has that many products, and is synced.
func NewWorld(t testing.TB, clock galley.Clock, products int) *World {
	t.Helper()
	return NewWorldOf(t, clock, galleytest.Products(products))
}

// NewWorldOf opens a home whose shop has these products, and is synced.
func NewWorldOf(t testing.TB, clock galley.Clock, products []galley.Product) *World {
	t.Helper()
	w := open(t, clock, products)
	w.Shop = WithProducts(t, w.Store, clock, products)
	run, _, err := w.Store.BeginCollectionSync(t.Context(), w.Shop.ID, SyncLease(t, w.Store, w.Shop.ID))
	require.NoError(t, err)
	page := galley.CollectionBatch{Collections: galleytest.Collections(products), ReadAt: clock.Now()}
	require.NoError(t, w.Store.SaveCollections(t.Context(), w.Shop.ID, run, page))
	_, err = w.Store.FinishCollectionSync(t.Context(), w.Shop.ID, run)
	require.NoError(t, err)
	return w
}

// NewUnsyncedWorld opens a home that has read nothing of its shop yet.
func NewUnsyncedWorld(t testing.TB, clock galley.Clock, products int) *World {
	t.Helper()
	w := NewEmptyWorld(t, clock, products)
	w.Shop = connected(clock)
	require.NoError(t, w.Store.AddShop(t.Context(), w.Shop))
	return w
}

// NewEmptyWorld opens a home that knows no shop. The shop itself has so many
// products.
func NewEmptyWorld(t testing.TB, clock galley.Clock, products int) *World {
	t.Helper()
	return open(t, clock, galleytest.Products(products))
}

func open(t testing.TB, clock galley.Clock, products []galley.Product) *World {
	t.Helper()
	remote := galleytest.NewShop(slices.Clone(products)...)
	remote.PutCollections(galleytest.Collections(products)...)
	return &World{
		T: t, Clock: clock, Store: Open(t, clock), Remote: remote,
		Settings: &galleytest.Settings{Settings: galley.Settings{Person: "Ada"}},
	}
}

// Item returns an item of a job by its position.
func (w *World) Item(job galley.JobID, position int) galley.Item {
	w.T.Helper()
	it, err := w.Store.Item(w.T.Context(), galley.NewItemID(job, position))
	require.NoError(w.T, err)
	return it
}

// At names drafts of a job at their current revisions.
func (w *World) At(job galley.JobID, positions ...int) []galley.ItemAt {
	w.T.Helper()
	drafts := make([]galley.ItemAt, len(positions))
	for i, position := range positions {
		it := w.Item(job, position)
		drafts[i] = galley.ItemAt{ID: it.ID, Revision: it.Revision}
	}
	return drafts
}

// Drafted makes a job for a field of all products, with a draft of each item.
func (w *World) Drafted(f galley.Field, text func(galley.ItemID) string) galley.JobID {
	w.T.Helper()
	return w.Job(f, galley.WriterSpec{Kind: galley.WriterTemplate}, func(_ int, c galley.Claimed) galley.Outcome {
		of, err := w.Store.Subject(w.T.Context(), w.Shop.ID, c.Place)
		require.NoError(w.T, err)
		original, _ := of.Value(f)
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: text(c.ID), Original: original, Author: galley.AuthorModel, By: "test model", PromptVersion: "test prompt",
		}}
	})
}

// Job makes a job for a field of all products, with the outcome that write
// gives for each of its items.
func (w *World) Job(f galley.Field, by galley.WriterSpec, write func(position int, c galley.Claimed) galley.Outcome) galley.JobID {
	w.T.Helper()
	ctx := w.T.Context()
	id, err := w.Store.CreateJob(ctx, galley.Job{
		ShopID: w.Shop.ID, Type: galley.TypeFor(f), Field: f, Strategy: galley.StrategyReview, Instructions: "House voice.",
		Writer: by, CreatedAt: w.Clock.Now(),
	}, galley.JobSpec{ShopID: w.Shop.ID, Field: f, Selection: galley.Selection{All: true}})
	require.NoError(w.T, err)
	held := galley.Lease{Name: "job:" + string(id), Holder: "w"}
	_, err = w.Store.TakeLease(ctx, held.Name, held.Holder, time.Hour)
	require.NoError(w.T, err)
	_, err = w.Store.TakeJob(ctx, id, held)
	require.NoError(w.T, err)
	claimed, err := w.Store.Claim(ctx, id, 100_000, held)
	require.NoError(w.T, err)
	outcomes := make([]galley.Outcome, len(claimed))
	for i, c := range claimed {
		outcomes[i] = write(i+1, c)
	}
	require.NoError(w.T, w.Store.SaveOutcomes(ctx, id, outcomes, held))
	_, err = w.Store.CompleteJob(ctx, id, held)
	require.NoError(w.T, err)
	return id
}
