package review_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/review"
	"galley/backend/store/storetest"
)

func TestInboxCountsWhatNobodyDecided(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	all, err := d.Inbox(bg, galley.InboxQuery{})
	require.NoError(t, err)
	require.Positive(t, all.Left)
	drafts, err := d.Items(bg, galley.ItemQuery{JobID: d.job, Filter: galley.FilterToReview, Order: galley.OrderReview})
	require.NoError(t, err)
	require.Equal(t, all.Left, drafts.Total)

	first := drafts.Items[0]
	_, err = d.Approve(bg, []galley.ItemAt{{ID: first.ID, Revision: first.Revision}})
	require.NoError(t, err)
	left, err := d.Inbox(bg, galley.InboxQuery{})
	require.NoError(t, err)
	require.Equal(t, all.Left-1, left.Left)
	require.Zero(t, left.SecondsPerDraft, "one decision says nothing about a pace")
	_, err = d.Reopen(bg, []galley.ItemAt{{ID: first.ID, Revision: first.Revision}})
	require.NoError(t, err)
	back, err := d.Inbox(bg, galley.InboxQuery{})
	require.NoError(t, err)
	require.Equal(t, all, back)
}

func TestInboxKnowsThePaceOfThePerson(t *testing.T) {
	clock := galleytest.NewClock()
	w := storetest.NewWorld(t, clock, 4)
	service := review.New(w.Store, w.Settings, clock)
	job := w.Job(galley.FieldTitle, galley.WriterSpec{Kind: galley.WriterTemplate}, func(_ int, c galley.Claimed) galley.Outcome {
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{Content: "Draft", Author: galley.AuthorModel, By: "t"}}
	})
	drafts := []galley.ItemAt{{ID: galley.NewItemID(job, 1), Revision: 1}}
	for i := range 12 {
		clock.Advance(6 * time.Second)
		decide := service.Approve
		if i%2 == 1 {
			decide = service.Reject
		}
		_, err := decide(bg, drafts)
		require.NoError(t, err)
	}
	inbox, err := service.Inbox(bg, galley.InboxQuery{})
	require.NoError(t, err)
	require.InDelta(t, 6, inbox.SecondsPerDraft, 0.01)
}

func TestInboxRefusesUnknownTabsOrdersAndShops(t *testing.T) {
	d := newDesk(t, galley.FieldTitle)
	for _, query := range []galley.InboxQuery{{Tab: "nice"}, {Order: "size"}, {ShopID: "gone"}} {
		_, err := d.Inbox(bg, query)
		require.Error(t, err, "%+v", query)
	}
	for _, query := range []galley.ItemQuery{{JobID: d.job, Tab: "nice"}, {JobID: d.job, Order: "size"}} {
		_, err := d.Items(bg, query)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
}
