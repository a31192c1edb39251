package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// A text published from the product editor settles the drafts of its place: the one that says the same is published by
// it, others become conflicts that a person has to compare, and rejected ones stay as they are.
func TestTextOfTheEditorSettlesDraftsOfItsPlace(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	first := d.job
	second := d.written(galley.FieldTitle)
	third := d.written(galley.FieldTitle)
	at := func(job galley.JobID, pos int) galley.Item { return d.world.Item(job, pos) }
	_, err := d.store.Decide(bg, third, []galley.ItemAt{{ID: at(third, 1).ID, Revision: 1}}, galley.DecisionRejected)
	require.NoError(t, err)
	_, err = d.store.Decide(bg, second, []galley.ItemAt{{ID: at(second, 1).ID, Revision: 1}}, galley.DecisionApproved)
	require.NoError(t, err)
	place := at(first, 1)
	save := func(was, text string) {
		done, err := d.SaveNow(bg, d.id, place.Product.ID, []galley.TextEdit{{Field: galley.FieldTitle, Expected: galley.Text(was), Value: galley.Text(text)}})
		require.NoError(t, err)
		require.Equal(t, 1, done.Count, "%v", done.Left)
		require.NoError(t, d.send())
	}
	save(place.Original, at(first, 1).Content) // the draft of the first job, word for word
	require.Equal(t, galley.Published, at(first, 1).PublishState)
	other := at(second, 1)
	require.Equal(t, galley.PublishConflict, other.PublishState)
	require.Equal(t, at(first, 1).Content, other.OnShop.Text, "it shows what the shop has now")
	require.False(t, other.Can.PublishAll)
	require.True(t, other.Can.Overwrite)
	job, err := d.store.Job(bg, second)
	require.NoError(t, err)
	require.Equal(t, 1, job.Counts.ToReview, "the draft of the other product")
	require.Equal(t, galley.Unpublished, at(third, 1).PublishState, "it was rejected")
	require.Equal(t, galley.Unpublished, at(second, 2).PublishState, "another product")

	save(at(first, 1).Content, "A title of my own")
	require.Equal(t, "A title of my own", at(second, 1).OnShop.Text)
	shop := func() string { return d.shop.Value(galley.FieldTitle, place.Target()).Text }
	require.Equal(t, "A title of my own", shop())
	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: second})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, "A title of my own", shop(), "Publish All does not overwrite it")
}
