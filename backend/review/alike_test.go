package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestAlikeComparesDraftsAndTheShopsTexts(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription)
	for pos, text := range map[int]string{
		1: "Get to know the first lamp of oak, made for a desk that is used all day long.",
		2: "Get to know the second chair of ash, with a seat that is woven by hand in one piece.",
		3: "Get to know the third stool of beech, which folds flat and hangs from a hook on the wall.",
	} {
		_, err := d.Edit(bg, d.id(pos), 0, text)
		require.NoError(t, err)
	}
	found, err := d.Alike(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 3, found.Drafts)
	require.Equal(t, 3, found.Alike)
	require.Len(t, found.Groups, 1)
	require.Equal(t, galley.AlikeOpening, found.Groups[0].Kind)
	require.Equal(t, "Get to know", found.Groups[0].Opening)

	_, err = d.Reject(bg, d.at(3))
	require.NoError(t, err)
	found, err = d.Alike(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 2, found.Drafts)
	require.Empty(t, found.Groups, "two texts that begin alike are no habit")
}

func TestAlikeNamesTheTextOfTheShop(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	item, err := d.store.Item(bg, d.id(1))
	require.NoError(t, err)
	fourth, err := d.store.Item(bg, d.id(4))
	require.NoError(t, err)
	require.NotEqual(t, item.Place.Title, fourth.Place.Title)
	_, err = d.Edit(bg, item.ID, 0, fourth.Place.Title+"!")
	require.NoError(t, err)
	found, err := d.Alike(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, 1, found.Live, "the texts that drafts would replace are not compared")
	require.Len(t, found.Groups, 1)
	require.Equal(t, galley.AlikeEqual, found.Groups[0].Kind)
	require.Equal(t, item.ID, found.Groups[0].Drafts[0].ItemID)
	require.Equal(t, fourth.Place.Handle, found.Groups[0].Live[0].Handle)
}

// A table that many products share does not make their descriptions alike, and
// each field finds its own texts.
func TestAlikeReadsEveryField(t *testing.T) {
	for _, f := range galley.Fields() {
		if f.Owner() == galley.PlaceCollection {
			continue // the world of this test has none
		}
		d := newDesk(t, f)
		table := ""
		if f.IsHTML() {
			table = "<table><tr><td>Chest and waist and hip and length and width of every size that there is</td></tr></table>"
		}
		for pos, text := range []string{"A lamp of oak", "A chair of ash", "A stool of beech"} {
			_, err := d.Edit(bg, d.id(pos+1), 0, text+table)
			require.NoError(t, err)
		}
		found, err := d.Alike(bg, d.job)
		require.NoError(t, err)
		require.Empty(t, found.Groups, f)
		_, err = d.Edit(bg, d.id(2), 0, "A lamp of oak"+table)
		require.NoError(t, err)
		found, err = d.Alike(bg, d.job)
		require.NoError(t, err)
		require.Len(t, found.Groups, 1, f)
	}
}
