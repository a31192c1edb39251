package wire_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// publish publishes all drafts of a job and returns its items.
func publish(t *testing.T, w *wiretest.World, job galley.Job) []galley.Item {
	t.Helper()
	_, _, err := w.Publishing.PublishNow(t.Context(), galley.PublishRequest{JobID: job.ID})
	require.NoError(t, err)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	return w.Items(job.ID)
}

func TestAJobOverCollectionsFromSelectionToUndo(t *testing.T) {
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	w := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(12)})
	w.AddDemo()
	for _, f := range galley.Fields() {
		if f.Place() != galley.PlaceCollection {
			continue
		}
		job := w.Written(galley.JobSpec{Field: f, OnlyEmpty: true})
		require.Equal(t, galley.JobCompleted, job.State)
		require.Positive(t, job.Counts.Successful)
		at := w.Items(job.ID)[0].Target()
		require.Equal(t, galley.PlaceCollection, at.Kind)
		other, shared := f.Sibling()
		var sibling galley.Value
		if shared {
			sibling = w.LiveValue(other, at)
		}
		before := w.LiveValue(f, at)

		items := publish(t, w, job)
		require.Equal(t, galley.Published, items[0].PublishState, "%v", items[0].Error)
		require.Equal(t, items[0].Content, w.LiveValue(f, at).Text, f)
		local, err := w.Products.Collection(t.Context(), w.Shop.ID, at.ID)
		require.NoError(t, err)
		now, _ := local.Subject().Value(f)
		require.Equal(t, items[0].Content, now.Text, "the local copy follows")

		_, _, err = w.Publishing.UndoNow(t.Context(), galley.UndoRequest{JobID: job.ID})
		require.NoError(t, err)
		require.NoError(t, w.WorkUntilIdle(t.Context()))
		require.Equal(t, before, w.LiveValue(f, at), f)
		if shared {
			require.Equal(t, sibling, w.LiveValue(other, at), "the sibling of %s stays", f)
		}
		publish(t, w, w.Written(galley.JobSpec{Field: f, OnlyEmpty: true}))
	}
	for _, field := range []galley.Field{galley.FieldCollectionSEOTitle, galley.FieldCollectionMetaDescription} {
		_, err := w.Jobs.Create(t.Context(), galley.JobSpec{ShopID: w.Shop.ID, Field: field, OnlyEmpty: true, Selection: galley.Selection{All: true}})
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "nothing is empty any more")
	}
}

func TestAFileShopSaysThatItHasNoCollections(t *testing.T) {
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	w := wiretest.Open(t, wire.Options{})
	w.AddFile("lamps.csv", "Handle,Title,Body (HTML)\nlamp,Lamp,<p>A lamp.</p>\n")
	_, err := w.Jobs.Create(t.Context(), galley.JobSpec{
		ShopID: w.Shop.ID, Field: galley.FieldCollectionDescription, Selection: galley.Selection{All: true},
	})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.ErrorContains(t, err, "has no collections")
}

func TestASelectionOfProductsIsNoSelectionOfCollections(t *testing.T) {
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	w := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(4)})
	w.AddDemo()
	for field, selection := range map[galley.Field]galley.Selection{
		galley.FieldCollectionDescription: {ProductIDs: []string{"gid://shopify/Product/8400000000001"}},
		galley.FieldDescription:           {CollectionIDs: []string{"gid://shopify/Collection/410500000001"}},
	} {
		_, err := w.Jobs.Create(t.Context(), galley.JobSpec{ShopID: w.Shop.ID, Field: field, Selection: selection})
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), field)
	}
}
