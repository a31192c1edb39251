package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/products"
	"galley/backend/review"
)

// scores are all the scores that a person can come upon for the first draft.
func (d *desk) scores() map[string]*galley.Score {
	page, err := d.Items(bg, galley.ItemQuery{JobID: d.job})
	require.NoError(d.t, err)
	item, err := d.Item(bg, d.id(1))
	require.NoError(d.t, err)
	proof, err := d.Proof(bg, d.id(1))
	require.NoError(d.t, err)
	product, err := products.New(d.store, nil, galley.SystemClock{}, "p1").Desk(bg, d.shop.ID, item.Product.ID)
	require.NoError(d.t, err)
	checked, err := d.Check(bg, d.shop.ID, review.Text{Handle: item.Product.Handle, Field: galley.FieldTitle, Content: "Lamp"})
	require.NoError(d.t, err)
	edited, err := d.Edit(bg, d.id(1), 0, "A lamp")
	require.NoError(d.t, err)
	return map[string]*galley.Score{
		"list": page.Items[0].Score, "item": item.Score, "proof": proof.Item.Score,
		"product": product.Drafts[0].Score, "check": checked.Score, "edit": edited.Score,
	}
}

func TestFreePlanHidesScores(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	for place, score := range d.scores() {
		require.NotNil(t, score, place)
	}
	seq, err := d.store.LastChange(bg)
	require.NoError(t, err)
	require.NoError(t, d.store.SetPlan(bg, d.shop.ID, galley.PlanFree))
	changed, err := d.store.ChangesSince(bg, seq)
	require.NoError(t, err)
	require.Contains(t, changed.Topics, galley.TopicJob("1"), "pages that show a draft hear of it")
	for place, score := range d.scores() {
		require.Nil(t, score, place)
	}
	require.NoError(t, d.store.SetPlan(bg, d.shop.ID, galley.PlanPro))
	for place, score := range d.scores() {
		require.NotNil(t, score, "%s: hidden is not forgotten", place)
	}
}

func TestRemovedShopHasNoPlan(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	_, err := d.store.Plan(bg, "gone")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
