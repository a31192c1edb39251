package publishing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func (d *desk) product(handle string) galley.Product {
	d.t.Helper()
	p, err := d.store.Product(bg, d.id, handle)
	require.NoError(d.t, err)
	return p
}

func (d *desk) save(handle string, edits ...galley.TextEdit) int {
	d.t.Helper()
	done, err := d.SaveNow(bg, d.id, handle, edits)
	require.NoError(d.t, err)
	require.NoError(d.t, d.send())
	return done.Count
}

func TestEditorTextIsPublishedLikeADraft(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	before := d.snapshot()
	p := d.product("lamp-0000")
	n := d.save(p.Handle,
		galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("  Orla   lamp ")},
		galley.TextEdit{Field: galley.FieldSEOTitle, Expected: p.SEOTitle, Value: galley.Text("Orla lamp | Aldermill")},
		galley.TextEdit{Field: galley.FieldDescription, Expected: galley.Text(p.DescriptionHTML), Value: galley.Text(p.DescriptionHTML)},
		galley.TextEdit{Field: galley.FieldAltText, ImageID: p.Images[1].ID, Expected: p.Images[1].Alt, Value: galley.Text("Side view.")},
	)
	require.Equal(t, 3, n, "what is as it was is passed over")
	now := d.product("lamp-0000")
	require.Equal(t, "Orla lamp", now.Title)
	require.Equal(t, galley.Text("Side view."), now.Images[1].Alt)
	require.Len(t, d.shop.Writes(), 3)

	history, err := d.store.PublicationsAt(bg, d.id, p.ID)
	require.NoError(t, err)
	require.Len(t, history, 3)
	for _, pub := range history {
		require.Equal(t, "Ada", pub.Person)
		require.Empty(t, pub.ItemID)
		require.NoError(t, d.undoOne(pub.ID))
		require.Equal(t, galley.CodeIllegalState, galley.CodeOf(d.undoOne(pub.ID)), "once is enough")
	}
	require.NoError(t, d.send())
	require.Equal(t, before, d.snapshot())
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.undoOne("nothing")))
}

func TestEditorSaveOfChangedTextIsAConflict(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	theirs := galley.Text("Theirs")
	d.shop.Put(galley.FieldTitle, galley.ProductTarget(p.ID), theirs)
	d.save(p.Handle, galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("Mine")})
	require.Empty(t, d.shop.Writes())
	history, err := d.store.PublicationsAt(bg, d.id, p.ID)
	require.NoError(t, err)
	require.Equal(t, galley.PublicationConflict, history[0].State)
	require.Equal(t, "Theirs", d.product("lamp-0000").Title, "the local copy shows what is there")
}

func TestProductEditorRefusals(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	for name, c := range map[string]struct {
		edit galley.TextEdit
		code galley.Code
	}{
		"no title":   {galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title)}, galley.CodeInvalidInput},
		"no field":   {galley.TextEdit{Field: "colour"}, galley.CodeInvalidInput},
		"no picture": {galley.TextEdit{Field: galley.FieldAltText, ImageID: "gone", Value: galley.Text("x")}, galley.CodeShopMissing},
	} {
		_, err := d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{c.edit})
		require.Equal(t, c.code, galley.CodeOf(err), name)
	}
	good := galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("Mine")}
	_, err := d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{good})
	require.NoError(t, err)
	_, err = d.SaveNow(bg, d.id, p.Handle, []galley.TextEdit{good})
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err), "it is on its way")
}

func TestPublishingFromTheEditorPublishesTheDraft(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	before := d.snapshot()
	p := d.product("lamp-0000")
	it := d.item(1)
	require.Equal(t, p.ID, it.Product.ID)
	d.save(p.Handle, galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text(it.Content)})
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, 1, d.counts().Published)
	require.Equal(t, "test model", d.activity(galley.ActivityAll)[0].Model)
	d.undo()
	require.Equal(t, before, d.snapshot())
	require.Equal(t, galley.PublishUndone, d.item(1).PublishState)

	_, err := d.store.Decide(bg, d.job, d.at(1), galley.DecisionRejected)
	require.NoError(t, err)
	d.save(p.Handle, galley.TextEdit{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text(it.Content)})
	require.Zero(t, d.counts().Published, "a rejected draft stays rejected, even if its text is published from the editor")
	require.Empty(t, d.activity(galley.ActivityAll)[0].ItemID)
}

func TestTextsThatAreTheSameForTheShopAreNotSaved(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	edits := []galley.TextEdit{
		{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("  " + p.Title + "\t")},
		{Field: galley.FieldDescription, Expected: galley.Text("<p>A</p>\r\n"), Value: galley.Text("<p>A</p>\n")},
		{Field: galley.FieldSEOTitle, Expected: galley.Null(), Value: galley.Text("")},
	}
	plan, err := d.PlanSave(bg, d.id, p.ID, edits)
	require.NoError(t, err)
	require.Equal(t, 1, plan.Count, "only the SEO title, which was never set and is empty from now on")
}

func TestRefusesToSaveTextsOfAProductAndACollectionTogether(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	_, err := d.PlanSave(bg, d.id, p.ID, []galley.TextEdit{
		{Field: galley.FieldTitle, Expected: galley.Text(p.Title), Value: galley.Text("Oak lamp")},
		{Field: galley.FieldCollectionSEOTitle, Expected: galley.Null(), Value: galley.Text("Lamps")},
	})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Equal(t, messages.EditsOfTwoKinds.String(), galley.MessageOf(err))
}
