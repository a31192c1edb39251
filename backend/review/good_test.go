package review_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestADraftIsMarkedAsGood(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	draft := d.at(1)[0]
	p, err := d.Proof(bg, draft.ID)
	require.NoError(t, err)
	require.False(t, p.Good.Marked)

	for range 2 { // twice is once
		profile, err := d.MarkGood(bg, draft.ID, draft.Revision, true)
		require.NoError(t, err)
		require.Len(t, profile.Examples, 1)
		require.Equal(t, p.Item.Content, profile.Examples[0].Text)
		require.Equal(t, p.Item.Place.Title, profile.Examples[0].Title)
		require.Equal(t, p.Item.Place.ID, profile.Examples[0].PlaceID)
		require.Equal(t, p.Product.ProductType, profile.Examples[0].Type)
	}
	p, err = d.Proof(bg, draft.ID)
	require.NoError(t, err)
	require.True(t, p.Good.Marked)

	edited, err := d.Edit(bg, draft.ID, draft.Revision, "Another text for a lamp.")
	require.NoError(t, err)
	_, err = d.MarkGood(bg, draft.ID, draft.Revision, true)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "not the text that was on screen")
	p, err = d.Proof(bg, draft.ID)
	require.NoError(t, err)
	require.False(t, p.Good.Marked, "the mark is of the text")
	profile, err := d.MarkGood(bg, draft.ID, edited.Revision, true)
	require.NoError(t, err)
	require.Len(t, profile.Examples, 2)
	profile, err = d.MarkGood(bg, draft.ID, edited.Revision, false)
	require.NoError(t, err)
	require.Len(t, profile.Examples, 1)
	_, err = d.MarkGood(bg, draft.ID, edited.Revision, false)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err), "it has none any more")
}

func TestOnlyDraftsWithATextAreMarkedAsGood(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	failed, err := d.Proof(bg, d.id(4))
	require.NoError(t, err)
	require.Nil(t, failed.Good)
	_, err = d.MarkGood(bg, d.id(4), failed.Item.Revision, true)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))

	pictures := newDesk(t, galley.FieldAltText)
	p, err := pictures.Proof(bg, pictures.id(1))
	require.NoError(t, err)
	require.Nil(t, p.Good)
	_, err = pictures.MarkGood(bg, pictures.id(1), p.Item.Revision, true)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestAFullProfileTakesNoMoreTexts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	var full galley.Profile
	for n := range galley.MaxExamples {
		full.Examples = append(full.Examples, galley.GoodText{Field: galley.FieldTitle, Text: "Oak lamp " + strconv.Itoa(n)})
	}
	require.NoError(t, d.store.SetProfile(bg, d.shop.ID, full))
	draft := d.at(1)[0]
	_, err := d.MarkGood(bg, draft.ID, draft.Revision, true)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	profile, err := d.store.Profile(bg, d.shop.ID)
	require.NoError(t, err)
	require.Len(t, profile.Examples, galley.MaxExamples)
}
