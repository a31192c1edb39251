package alike_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestClosestTextOfADraft(t *testing.T) {
	lamp := "A lamp of solid oak with a shade of linen, made for the side of a bed and for long evenings with a book in the chair by the window"
	d := newDesk(t, galley.FieldMetaDescription, 4, func(pos int) string {
		return map[int]string{1: told(1), 2: lamp, 3: lamp + " of the hall", 4: told(4)}[pos]
	})
	closest := func(pos int) *galley.Closest {
		item, err := d.world.Store.Item(bg, galley.NewItemID(d.job, pos))
		require.NoError(t, err)
		found, err := d.Closest(bg, item)
		require.NoError(t, err)
		return found
	}
	require.Equal(t, galley.NewItemID(d.job, 3), closest(2).ItemID)
	require.Equal(t, galley.NewItemID(d.job, 2), closest(3).ItemID, "also where the other one comes first")
	require.Greater(t, closest(2).Percent, 80)
	require.Less(t, closest(2).Percent, 100)
	require.Nil(t, closest(1), "like no other")

	d.edit(3, lamp)
	require.Equal(t, 100, closest(2).Percent)
	d.edit(3, "Short.")
	require.Nil(t, closest(3), "too short to say")
	require.Nil(t, closest(2))
}
