package publishing_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
)

func own(f galley.Field, content string, expected galley.Value, revision int) galley.OwnText {
	return galley.OwnText{Field: f, Content: content, Expected: expected, Revision: revision}
}

func (d *desk) keep(handle string, texts ...galley.OwnText) []galley.OwnDraft {
	d.t.Helper()
	kept, err := d.SaveDrafts(bg, d.id, handle, texts)
	require.NoError(d.t, err)
	return kept
}

func TestSavedDraftIsKeptAndNeverSent(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	p := d.product("lamp-0000")
	long := strings.Repeat("long ", 100)
	kept := d.keep(p.ID, own(galley.FieldTitle, long, galley.Text(p.Title), 0), own(galley.FieldSEOTitle, " Half a", p.SEOTitle, 0))
	require.Len(t, kept, 2)
	require.Equal(t, long, kept[1].Content, "as it was typed; no limit of the field holds yet")
	require.Equal(t, "Ada", kept[0].Person)
	seen := kept[0]
	require.Equal(t, galley.FieldSEOTitle, seen.Field)
	alt := own(galley.FieldAltText, "Side", p.Images[1].Alt, 0)
	alt.ImageID = p.Images[1].ID
	require.Len(t, d.keep(p.ID, alt), 3)

	d.publish() // everything else that the shop has
	require.NoError(t, d.send())
	require.Equal(t, p.SEOTitle, d.product(p.Handle).SEOTitle)
	require.Equal(t, p.Images[1].Alt, d.product(p.Handle).Images[1].Alt)
	page, err := d.store.Products(bg, galley.ProductQuery{ShopID: d.id, Limit: 10, Sort: galley.SortTitle})
	require.NoError(t, err)
	counts := map[string]int{}
	for _, one := range page.Products {
		counts[one.Handle] = one.OwnDrafts
	}
	require.Equal(t, map[string]int{"lamp-0000": 3, "lamp-0001": 0}, counts)

	kept = d.keep(p.ID, own(galley.FieldSEOTitle, p.SEOTitle.Text, p.SEOTitle, seen.Revision))
	require.Len(t, kept, 2, "the shop's text is no draft")
}

func TestDraftOfAnotherWindowIsNotReplacedUnseen(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	first := d.keep(p.ID, own(galley.FieldSEOTitle, "Mine", p.SEOTitle, 0))[0]
	_, err := d.SaveDrafts(bg, d.id, p.ID, []galley.OwnText{
		own(galley.FieldTitle, "Another", galley.Text(p.Title), 0), own(galley.FieldSEOTitle, "Theirs", p.SEOTitle, 0),
	})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	_, err = d.SaveDrafts(bg, d.id, p.ID, []galley.OwnText{own(galley.FieldSEOTitle, p.SEOTitle.Text, p.SEOTitle, 0)})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "nor is it put back unseen")
	require.Equal(t, []galley.OwnDraft{first}, d.keep(p.ID), "all or none")
	require.Greater(t, d.keep(p.ID, own(galley.FieldSEOTitle, "Mine again", p.SEOTitle, first.Revision))[0].Revision, first.Revision)
	require.Len(t, d.keep(p.ID, own(galley.FieldSEOTitle, "Mine again", p.SEOTitle, 0)), 1, "the same text is no quarrel")
}

func TestPublishedDraftIsNoDraftAnyMore(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	d.keep(p.ID, own(galley.FieldSEOTitle, " Orla  lamp", p.SEOTitle, 0), own(galley.FieldMetaDescription, "Later", p.MetaDescription, 0))
	d.save(p.ID, galley.TextEdit{Field: galley.FieldSEOTitle, Expected: p.SEOTitle, Value: galley.Text("Something else")})
	require.Len(t, d.keep(p.ID), 2, "another text was published")
	d.save(p.ID, galley.TextEdit{Field: galley.FieldSEOTitle, Expected: galley.Text("Something else"), Value: galley.Text("Orla lamp")})
	kept := d.keep(p.ID)
	require.Len(t, kept, 1)
	require.Equal(t, galley.FieldMetaDescription, kept[0].Field)
}

func TestDraftIsRefused(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	gone := own(galley.FieldAltText, "x", galley.Value{}, 0)
	gone.ImageID = "gone"
	for name, c := range map[string]struct {
		text galley.OwnText
		code galley.Code
	}{
		"no such field":      {own("colour", "x", galley.Value{}, 0), galley.CodeInvalidInput},
		"field of the other": {own(galley.FieldCollectionSEOTitle, "x", galley.Value{}, 0), galley.CodeNotFound},
		"picture is gone":    {gone, galley.CodeShopMissing},
		"longer than kept":   {own(galley.FieldTitle, strings.Repeat("x", galley.MaxUnsaved+1), galley.Value{}, 0), galley.CodeInvalidInput},
	} {
		_, err := d.SaveDrafts(bg, d.id, p.ID, []galley.OwnText{c.text})
		require.Equal(t, c.code, galley.CodeOf(err), name)
	}
	_, err := d.SaveDrafts(bg, d.id, "gone", nil)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

// A draft that is gone and one that was saved since are not taken for each other.
func TestNoRevisionOfADraftIsUsedTwice(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	seen := d.keep(p.ID, own(galley.FieldSEOTitle, "Mine", p.SEOTitle, 0))[0]
	require.Empty(t, d.keep(p.ID, own(galley.FieldSEOTitle, p.SEOTitle.Text, p.SEOTitle, seen.Revision)), "put back")
	d.clock.(*galleytest.Clock).Advance(time.Second)
	d.keep(p.ID, own(galley.FieldSEOTitle, "Theirs", p.SEOTitle, 0))
	_, err := d.SaveDrafts(bg, d.id, p.ID, []galley.OwnText{own(galley.FieldSEOTitle, "Mine, too", p.SEOTitle, seen.Revision)})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
}

// Published, a description loses its last line end, and may be written another way.
func TestPublishedDescriptionIsNoDraftAnyMore(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	p := d.product("lamp-0000")
	d.keep(p.ID, own(galley.FieldDescription, "<p>A lamp.</p>\n", galley.Text(p.DescriptionHTML), 0))
	d.save(p.ID, galley.TextEdit{Field: galley.FieldDescription, Expected: galley.Text(p.DescriptionHTML), Value: galley.Text("<p>A lamp.</p>")})
	require.Empty(t, d.keep(p.ID))
}
