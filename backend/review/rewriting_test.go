package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestACancelledRegenerateKeepsTheDraft(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.writtenBy(drafter(func(galley.DraftRequest) (galley.Written, galley.Usage, error) {
		d.CancelRegenerate("run 1") // while the model answers
		return galley.Written{Content: "Too late", Author: galley.AuthorModel}, galley.Usage{}, nil
	}))
	got, err := d.RegenerateAll(bg, "run 1", d.at(1, 2), "")
	require.NoError(t, err)
	require.Zero(t, got.Written)
	require.Equal(t, galley.CodeCancelled, got.Reason.Code)
	for pos := 1; pos <= 2; pos++ {
		item, err := d.Item(bg, d.id(pos))
		require.NoError(t, err)
		require.Equal(t, "Draft "+string(d.id(pos)), item.Content)
		require.Equal(t, 1, item.Revision)
	}
}

func TestACancelThatOvertakesItsRequestCounts(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	d.CancelRegenerate("run 1")
	got, err := d.RegenerateAll(bg, "run 1", d.at(1), "")
	require.NoError(t, err)
	require.Zero(t, got.Written)
	got, err = d.RegenerateAll(bg, "run 2", d.at(1), "")
	require.NoError(t, err)
	require.Equal(t, 1, got.Written, "another request goes on")
}

func TestAFailedItemShowsTheTextOfTheLocalCopy(t *testing.T) {
	d := newDesk(t, galley.FieldDescription)
	proof, err := d.Proof(bg, d.id(4))
	require.NoError(t, err)
	require.Equal(t, galley.ItemFailed, proof.Item.State)
	require.Equal(t, galley.Text(proof.Product.DescriptionHTML), proof.OnShop.Value)
	require.NotNil(t, proof.OnShop.SeenAt)
	require.Nil(t, proof.Replaced)
}
