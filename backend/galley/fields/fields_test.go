package fields_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/fields"
)

func TestEveryFieldIsDescribedInFull(t *testing.T) {
	orders := map[int]fields.ID{}
	held := map[[2]string]fields.ID{}
	for _, f := range fields.All() {
		t.Run(string(f.ID), func(t *testing.T) {
			require.NotEmpty(t, f.Label)
			require.NotEmpty(t, f.Many)
			require.NotEmpty(t, f.Slot)
			require.Contains(t, []fields.PlaceKind{fields.Product, fields.Image, fields.Collection}, f.Place)
			require.Contains(t, []fields.Role{fields.RoleTitle, fields.RoleDescription, fields.RoleSEOTitle, fields.RoleMetaDescription, fields.RoleAltText}, f.Role)
			require.Contains(t, []fields.TextKind{fields.Plain, fields.HTML}, f.Text)
			require.Contains(t, []fields.JobType{fields.BulkGeneration, fields.AltTexts}, f.Job)
			require.Zero(t, orders[f.Order], "the order of a field is its own")
			orders[f.Order] = f.ID
			at := [2]string{string(f.Place), string(f.Role)}
			require.Empty(t, held[at], "a place holds one field of a role")
			held[at] = f.ID
			for _, other := range fields.InSlot(f.Slot) {
				require.Equal(t, f.Place, other.Place(), "fields of one slot are held by one kind of place")
			}
		})
	}
}

func TestSEOFieldsOfAProductShareASlot(t *testing.T) {
	sibling, ok := fields.SEOTitle.Sibling()
	require.True(t, ok)
	require.Equal(t, fields.MetaDescription, sibling)
	_, ok = fields.Title.Sibling()
	require.False(t, ok)
}
