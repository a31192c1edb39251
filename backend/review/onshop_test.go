package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestFailedItemShowsLocalCopyOfText(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	proof, err := d.Proof(bg, d.id(4))
	require.NoError(t, err)
	require.Equal(t, galley.ItemFailed, proof.Item.State)
	require.Equal(t, galley.Text(proof.Product.DescriptionHTML), proof.OnShop.Value)
	require.NotNil(t, proof.OnShop.SeenAt)
	require.Nil(t, proof.Replaced)
}
