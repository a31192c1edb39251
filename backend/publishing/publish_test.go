package publishing_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

func TestPublishAllAndUndoAllLeaveTheShopAsItWas(t *testing.T) {
	for _, f := range galley.Fields() {
		d := newDesk(t, 12, f)
		before, was := d.snapshot(), map[galley.Target]galley.Value{}
		for pos := 1; pos <= d.counts().Total; pos++ {
			at := d.item(pos).Target()
			was[at] = d.shop.Value(f, at)
		}
		d.publish()
		c := d.counts()
		require.Equal(t, c.Total, c.Published, f)
		for pos := 1; pos <= c.Total; pos++ {
			it := d.item(pos)
			require.Equal(t, galley.Text(it.Content), d.shop.Value(f, it.Target()), f)
			local, err := d.store.Subject(bg, d.id, it.Listed())
			require.NoError(t, err)
			now, _ := local.Value(f)
			require.Equal(t, it.Content, now.Text, "the local copy follows")
		}
		require.Len(t, d.shop.Writes(), c.Total)

		d.undo()
		require.Equal(t, before, d.snapshot(), "byte for byte, null for null: %s", f)
		for at, value := range was {
			require.Equal(t, value, d.shop.Value(f, at), f)
		}
		c = d.counts()
		require.Zero(t, c.Published)
		require.Equal(t, c.Total, c.PendingReview)
		require.Equal(t, galley.PublishUndone, d.item(1).PublishState)

		d.publish() // and once more
		require.Equal(t, c.Total, d.counts().Published)
	}
}

func TestItemHistoryIsComplete(t *testing.T) {
	d := newDesk(t, 1, galley.FieldSEOTitle)
	d.publish()
	d.undo()
	pubs, err := d.store.PublicationsOf(bg, d.item(1).ID)
	require.NoError(t, err)
	require.Len(t, pubs, 2)
	null, text := galley.Null(), galley.Text(d.item(1).Content)
	require.Equal(t, &null, pubs[0].Before)
	require.Equal(t, &text, pubs[0].Live)
	require.Equal(t, "Ada", pubs[0].Person)
	require.Equal(t, "test model", pubs[0].Writer)
	require.Equal(t, galley.KindUndo, pubs[1].Kind)
	require.Equal(t, pubs[0].ID, pubs[1].Undoes)
	require.Equal(t, &text, pubs[1].Before)
	require.Equal(t, &null, pubs[1].Live)
}

func TestRefusedTextFailsAloneAndCanBeRetried(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	bad := d.item(2).Target()
	refuse := true
	d.shop.Fault = func(call string, t galley.Target) error {
		if refuse && call == "write" && t == bad {
			return galley.NewError(galley.CodeShopRefused, messages.AsRecorded("Not published: title is too long."))
		}
		return nil
	}
	d.publish()
	require.Equal(t, 2, d.counts().Published)
	require.Equal(t, 1, d.counts().Failed)
	require.Equal(t, "Not published: title is too long.", d.item(2).Error.Message.String())

	refuse = false
	n, err := d.retryFailed(d.job, d.item(1).ID)
	require.NoError(t, err)
	require.Zero(t, n, "one that did not fail")
	n, err = d.retryFailed(d.job, d.item(2).ID)
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.NoError(t, d.send())
	require.Equal(t, 3, d.counts().Published)
	n, err = d.retryFailed(d.job)
	require.NoError(t, err)
	require.Zero(t, n)
}

func TestDeletedProductFailsAlone(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.shop.Remove(d.item(1).Product.ID)
	d.publish()
	require.Equal(t, galley.CodeShopMissing, d.item(1).Error.Code)
	require.Equal(t, galley.Published, d.item(2).PublishState)
}

func TestPublishRequestSelectsDrafts(t *testing.T) {
	d := newDesk(t, 6, galley.FieldTitle)
	_, err := d.store.Decide(bg, d.job, d.at(1), galley.DecisionRejected)
	require.NoError(t, err)
	_, err = d.store.Decide(bg, d.job, d.at(2, 3), galley.DecisionApproved)
	require.NoError(t, err)
	d.publish(d.item(4).ID)

	plan, err := d.Plan(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	require.NotEmpty(t, plan.Plan)
	require.Equal(t, galley.PublishPlan{
		Plan: plan.Plan, Shop: "Test shop", ShopKind: plan.ShopKind, Field: galley.FieldTitle, Count: 4, Replaces: 4, Approved: 2, Unopened: 4,
		Left: galley.Left{Published: 1, Rejected: 1}, Changed: []galley.LeftOut{}, Scope: galley.ScopeAll, Scopes: plan.Scopes,
	}, plan)
	plan, err = d.Plan(bg, galley.PublishRequest{JobID: d.job, OnlyApproved: true})
	require.NoError(t, err)
	require.Equal(t, 2, plan.Count)
	require.Equal(t, galley.Left{Published: 1, Rejected: 1, Open: 2}, plan.Left)

	for _, bad := range []galley.PublishRequest{
		{JobID: d.job, ItemIDs: []galley.ItemID{"99/1"}},
		{JobID: d.job, ItemIDs: []galley.ItemID{galley.NewItemID(d.job, 77)}},
		{JobID: d.job, ItemIDs: []galley.ItemID{"nonsense"}},
		{JobID: d.job, ItemIDs: []galley.ItemID{d.item(4).ID}}, // on the shop already
		{JobID: "99"},
	} {
		_, _, err := d.PublishNow(bg, bad)
		require.Error(t, err, "%v", bad)
	}
	require.Zero(t, d.counts().Waiting)
}

func TestDetailsOfAFailureAreKeptWithoutSecrets(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Fault = func(call string, _ galley.Target) error {
		if call != "write" {
			return nil
		}
		return galley.WrapError(errors.New("HTTP 422: app shpat_0123456789 said title is too long"), galley.CodeShopRefused,
			messages.ShopRefusedField("title", "too long"))
	}
	d.publish()
	const said = "HTTP 422: app [secret] said title is too long"
	item := d.item(1)
	require.Equal(t, said, item.Error.Detail)
	publications, err := d.store.PublicationsOf(bg, item.ID)
	require.NoError(t, err)
	require.Equal(t, said, publications[0].Error.Detail)
	page, err := d.store.Activity(bg, galley.ActivityQuery{Filter: galley.ActivityFailed, Limit: 10})
	require.NoError(t, err)
	require.Equal(t, said, page.Entries[0].Error.Detail)
}
