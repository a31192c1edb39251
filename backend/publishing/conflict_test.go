package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestChangedShopTextIsNotOverwritten(t *testing.T) {
	d := newDesk(t, 3, galley.FieldDescription)
	theirs := galley.Text("<p>Changed by the client.</p>")
	d.shop.Put(galley.FieldDescription, d.item(2).Target(), theirs)
	d.publish()

	require.Equal(t, theirs, d.shop.Value(galley.FieldDescription, d.item(2).Target()))
	it := d.item(2)
	require.Equal(t, galley.PublishConflict, it.PublishState)
	require.Equal(t, &theirs, it.OnShop)
	require.Equal(t, galley.CodeShopChanged, it.Error.Code)
	require.Equal(t, 1, d.counts().Conflict)
	require.Equal(t, 2, d.counts().Published)

	d.publish() // all: a conflict stays out
	require.Equal(t, galley.PublishConflict, d.item(2).PublishState)
	d.publish(it.ID) // named: compared again, still not the same
	require.Equal(t, galley.PublishConflict, d.item(2).PublishState)

	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{it.ID}, Overwrite: true})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(2).PublishState, "a person saw the text and chose")
	d.undo(it.ID)
	require.Equal(t, theirs, d.shop.Value(galley.FieldDescription, d.item(2).Target()))
}

func TestOverwriteReplacesOnlyTheTextThatWasSeen(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Theirs"))
	d.publish()
	newer := galley.Text("Theirs, newer")
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), newer)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}, Overwrite: true})
	require.NoError(t, err)
	require.NoError(t, d.send())
	require.Equal(t, newer, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, &newer, d.item(1).OnShop)
}

func TestUndoLeavesLaterChanges(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text("Edited by the client"))
	d.undo()
	require.Equal(t, galley.Text("Edited by the client"), d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.CodeShopChanged, d.item(1).Error.Code)
	require.Equal(t, galley.PublishUndone, d.item(2).PublishState)
}

func TestEditRightAfterPublishIsKept(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	theirs := galley.Text("Edited by the client")
	wrote := false
	d.shop.Fault = func(call string, at galley.Target) error {
		if call == "content" && wrote {
			d.shop.Put(galley.FieldTitle, at, theirs) // between the write and the reading back
		}
		wrote = wrote || call == "written"
		return nil
	}
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	d.undo()
	require.Equal(t, theirs, d.shop.Value(galley.FieldTitle, d.item(1).Target()))
	require.Equal(t, galley.CodeShopChanged, d.item(1).Error.Code)
}

func TestTextAlreadyOnShopIsNotWritten(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Put(galley.FieldTitle, d.item(1).Target(), galley.Text(d.item(1).Content))
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Empty(t, d.shop.Writes())
}

func TestSecondJobForOnePlaceIsAConflict(t *testing.T) {
	d := newDesk(t, 4, galley.FieldTitle)
	second := d.written(galley.FieldTitle)
	for _, job := range []galley.JobID{d.job, second} {
		_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: job})
		require.NoError(t, err)
	}
	require.NoError(t, d.send())
	require.Equal(t, 4, d.counts().Published)
	d.job = second
	require.Equal(t, 4, d.counts().Conflict, "the first job's text is not overwritten unseen")
}
