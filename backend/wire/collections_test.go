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

func TestCollectionJobFromSelectionToUndo(t *testing.T) {
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

// The editor of a collection saves a person's texts like that of a product.
func TestSavesTextsOfACollectionAndUndoesThem(t *testing.T) {
	t.Setenv("GALLEY_PASSPHRASE", "quoin and composing stick")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	w := wiretest.Open(t, wire.Options{Demo: wiretest.Fast(12)})
	w.AddDemo()
	w.Written(galley.JobSpec{Field: galley.FieldCollectionMetaDescription})
	page, err := w.Products.Collections(t.Context(), galley.CollectionQuery{ShopID: w.Shop.ID, Limit: 1})
	require.NoError(t, err)
	handle := page.Collections[0].Handle
	opened, err := w.Products.CollectionDesk(t.Context(), w.Shop.ID, handle)
	require.NoError(t, err)
	c := opened.Collection
	require.Len(t, opened.Drafts, 1, "the draft of the job")
	require.Equal(t, c.ID, opened.Drafts[0].Place.ID)
	require.Empty(t, opened.Publications)

	edits := []galley.TextEdit{
		{Field: galley.FieldCollectionDescription, Expected: galley.Text(c.DescriptionHTML), Value: galley.Text("<p>By hand.</p>")},
		{Field: galley.FieldCollectionSEOTitle, Expected: c.SEOTitle, Value: galley.Text("By hand")},
		{Field: galley.FieldCollectionMetaDescription, Expected: c.MetaDescription, Value: galley.Text("Written by hand.")},
	}
	saved, err := w.Publishing.SaveNow(t.Context(), w.Shop.ID, c.ID, edits)
	require.NoError(t, err)
	require.Equal(t, 3, saved.Count)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	at := galley.CollectionTarget(c.ID)
	for _, e := range edits {
		require.Equal(t, e.Value.Text, w.LiveValue(e.Field, at).Text, e.Field)
	}
	now, err := w.Products.CollectionDesk(t.Context(), w.Shop.ID, handle)
	require.NoError(t, err)
	require.Equal(t, "<p>By hand.</p>", now.Collection.DescriptionHTML)
	require.Len(t, now.Publications, 3)

	for _, p := range now.Publications {
		require.True(t, p.CanUndo, p.Field)
		_, _, err := w.Publishing.UndoNow(t.Context(), galley.UndoRequest{PublicationID: p.ID})
		require.NoError(t, err)
	}
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	for _, e := range edits {
		require.Equal(t, e.Expected, w.LiveValue(e.Field, at), e.Field)
	}

	edits[0].Expected = galley.Text("<p>A text that the shop never had.</p>")
	_, err = w.Publishing.SaveNow(t.Context(), w.Shop.ID, c.ID, edits[:1])
	require.NoError(t, err)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	now, err = w.Products.CollectionDesk(t.Context(), w.Shop.ID, handle)
	require.NoError(t, err)
	require.Equal(t, galley.PublicationConflict, now.Publications[0].State)
	require.Equal(t, c.DescriptionHTML, w.LiveValue(galley.FieldCollectionDescription, at).Text, "nothing is written over")
}

func TestFileShopHasNoCollections(t *testing.T) {
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

func TestSelectionKindMustMatchField(t *testing.T) {
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
