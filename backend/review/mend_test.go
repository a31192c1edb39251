package review_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/review"
	"galley/backend/store/storetest"
)

const (
	careTable = `<table class="spec"><tr><th>Cycle</th><td>30 °C</td></tr><tr><th>Iron</th><td>cool</td></tr></table>`
	onTheShop = "<p>The throw has a length of 140 cm and is made of linen.</p><p>Keep away from open fire. Wash it before first use.</p>" + careTable
	draftOfIt = "<p>The throw has a length of 160 cm and is made of linen, and it is certified organic. Lay it over a leather armchair.</p>"
)

// described is a draft of a description, of which the shop has a text with a
// warning and a table.
func described(t *testing.T, draft string) (*desk, review.Proof) {
	products := galleytest.Products(1)
	products[0].DescriptionHTML = onTheShop
	w := storetest.NewWorldOf(t, galley.SystemClock{}, products)
	d := &desk{t: t, store: w.Store, shop: w.Shop, Service: review.New(w.Store, w.Settings, galley.SystemClock{})}
	d.job = w.Drafted(galley.FieldDescription, func(galley.ItemID) string { return "<p>A throw.</p>" })
	_, err := d.Edit(bg, d.id(1), 0, draft)
	require.NoError(t, err)
	return d, d.proof()
}

func (d *desk) proof() review.Proof {
	proof, err := d.Proof(bg, d.id(1))
	require.NoError(d.t, err)
	return proof
}

func claimOf(t *testing.T, p review.Proof, words string) review.DraftClaim {
	i := slices.IndexFunc(p.Claims, func(c review.DraftClaim) bool { return c.Words == words })
	require.GreaterOrEqual(t, i, 0, "no claim %q in %v", words, p.Claims)
	return p.Claims[i]
}

func TestProofListsClaimsLostFactsAndBlocks(t *testing.T) {
	d, proof := described(t, draftOfIt)
	wrong := claimOf(t, proof, "160 cm")
	require.Equal(t, galley.GradeContradicts, wrong.Grade)
	require.Equal(t, "140 cm", wrong.Right)
	require.Equal(t, galley.GradeNoSource, claimOf(t, proof, "organic").Grade)
	require.Equal(t, galley.GradeElsewhere, claimOf(t, proof, "leather").Grade)
	require.Equal(t, galley.GradeSupported, claimOf(t, proof, "linen").Grade)
	require.Contains(t, proof.Lost, review.LostFact{Rule: "lost_warning", About: "Keep away from open fire.", Kind: "warning", Held: true})
	require.Len(t, proof.Blocks, 1)
	require.False(t, proof.Blocks[0].InPlace)
	at := proof.Blocks[0].Original
	require.Equal(t, careTable, string([]rune(onTheShop)[at.Start:at.End]))

	kept, err := d.Keep(bg, proof.Item.ID, proof.Item.Revision, claimOf(t, proof, "organic").Key(), true)
	require.NoError(t, err)
	require.True(t, claimOf(t, d.proof(), "organic").Kept)
	require.Equal(t, proof.Item.Revision, kept.Revision)
}

func TestStoredWarningsKeepGradeSourceAndRightWords(t *testing.T) {
	_, proof := described(t, draftOfIt)
	key := claimOf(t, proof, "160 cm").Key()
	i := slices.IndexFunc(proof.Item.Warnings, func(w galley.Warning) bool { return w.Key() == key })
	require.GreaterOrEqual(t, i, 0)
	w := proof.Item.Warnings[i]
	require.Equal(t, galley.GradeContradicts, w.Grade)
	require.Equal(t, "140 cm", w.Right)
	require.Contains(t, w.Source.Text, "140 cm")
}

func TestWriteRight(t *testing.T) {
	d, proof := described(t, draftOfIt)
	item := proof.Item
	right, err := d.WriteRight(bg, item.ID, item.Revision, claimOf(t, proof, "160 cm").Key())
	require.NoError(t, err)
	require.Contains(t, right.Content, "length of 140 cm and is")
	require.Equal(t, galley.GradeSupported, claimOf(t, d.proof(), "140 cm").Grade)

	_, err = d.WriteRight(bg, item.ID, item.Revision, claimOf(t, proof, "160 cm").Key())
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	_, err = d.WriteRight(bg, item.ID, right.Revision, claimOf(t, proof, "organic").Key())
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "no source says otherwise")
}

func TestPutBack(t *testing.T) {
	d, proof := described(t, draftOfIt)
	item := proof.Item
	with, err := d.PutBackFact(bg, item.ID, item.Revision, galley.WarningKey{Rule: "lost_warning", About: "Keep away from open fire."})
	require.NoError(t, err)
	require.Contains(t, with.Content, "<p>Keep away from open fire.</p>")
	require.NotContains(t, keysOf(with), galley.WarningKey{Rule: "lost_warning", About: "Keep away from open fire."})
	_, err = d.PutBackFact(bg, item.ID, with.Revision, claimOf(t, proof, "organic").Key())
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "a claim is not lost")
	_, err = d.PutBackFact(bg, item.ID, item.Revision, galley.WarningKey{Rule: "lost_warning", About: "Keep away from open fire."})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))

	whole, err := d.PutBackBlock(bg, item.ID, with.Revision, 1)
	require.NoError(t, err)
	require.Contains(t, whole.Content, careTable, "byte for byte")
	block := d.proof().Blocks[0]
	require.True(t, block.InPlace)
	require.Equal(t, careTable, string([]rune(whole.Content)[block.Start:block.End]))
	_, err = d.PutBackBlock(bg, item.ID, whole.Revision, 1)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "it is in place")
	_, err = d.PutBackBlock(bg, item.ID, whole.Revision, 7)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.PutBackBlock(bg, item.ID, with.Revision, 1)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
}
