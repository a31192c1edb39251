package jobs_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

func TestNamedJobKeepsItsName(t *testing.T) {
	d, ctx := newDesk(t, 20), context.Background()
	job := d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Sample = 5 }))
	for name, ok := range map[string]bool{
		"": false, " \n ": false, strings.Repeat("ä", galley.MaxJobName+1): false, strings.Repeat("ä", galley.MaxJobName): true,
		"  Winter \n voice ": true,
	} {
		named, err := d.Rename(ctx, job.ID, name)
		require.Equal(t, ok, err == nil, name)
		if ok {
			require.Equal(t, strings.Join(strings.Fields(name), " "), named.Name)
		}
	}
	_, err := d.Rename(ctx, job.ID, "Winter voice")
	require.NoError(t, err)
	going, err := d.Continue(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, "Winter voice", going.Name, "not the words of the selection")
	spec, err := d.SpecAgain(ctx, job.ID)
	require.NoError(t, err)
	require.Equal(t, "Winter voice", spec.Name)
	_, err = d.Rename(ctx, "99", "x")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestArchivedJobComesBackWhenSomethingIsDoneWithIt(t *testing.T) {
	d, ctx := newDesk(t, 3), context.Background()
	job := d.create(galley.FieldTitle, nil)
	_, err := d.Archive(ctx, job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err), "it is not written yet")
	job = d.wait(job)
	require.True(t, job.Can.Archive)
	archive := func() {
		archived, err := d.Archive(ctx, job.ID)
		require.NoError(t, err)
		require.NotNil(t, archived.ArchivedAt)
		require.True(t, archived.Can.Unarchive)
		require.False(t, archived.Can.Archive)
	}
	archive()
	archive() // a second key press changes nothing
	back, err := d.Unarchive(ctx, job.ID)
	require.NoError(t, err)
	require.Nil(t, back.ArchivedAt)
	_, err = d.Unarchive(ctx, job.ID)
	require.Equal(t, galley.CodeIllegalState, galley.CodeOf(err))

	archive()
	items := d.items(job, galley.FilterAll)
	_, err = d.Regenerate(ctx, []galley.ItemAt{{ID: items[0].ID, Revision: items[0].Revision}}, "shorter")
	require.NoError(t, err)
	now, err := d.Get(ctx, job.ID)
	require.NoError(t, err)
	require.Nil(t, now.ArchivedAt)
	require.False(t, now.Can.Archive, "a draft is being written again")
	_, err = d.Archive(ctx, "99")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestJobSaysWhatMostOfItsItemsFailedWith(t *testing.T) {
	d, ctx := newDesk(t, 6), context.Background()
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		switch req.Target.ID {
		case galleytest.Products(6)[0].ID:
			return nil
		case galleytest.Products(6)[1].ID:
			return galley.NewError(galley.CodeWriterRefused, messages.NoSuchPublication)
		}
		return galley.NewError(galley.CodeWriterReply, messages.NoSuchJob(req.Target.ID))
	}
	job := d.wait(d.create(galley.FieldTitle, nil))
	require.Nil(t, job.Reason)
	require.Equal(t, 5, job.Counts.Failed)
	require.Equal(t, galley.CodeWriterReply, job.Failures.Common.Code)
	require.Equal(t, 4, job.Failures.Count, "a sentence that names other things is the same reason")
	require.Zero(t, job.Failures.Unpublished)
	require.NotEmpty(t, job.Failures.Brief)
	listed, err := d.List(ctx, job.ShopID)
	require.NoError(t, err)
	require.Equal(t, job.Failures, listed[0].Failures)
}

func TestDraftsOfAnArchivedJobAreOutOfSightUntilItIsBack(t *testing.T) {
	d, ctx := newDesk(t, 3), context.Background()
	job := d.wait(d.create(galley.FieldTitle, nil))
	left := func() (inbox, shop int) {
		found, err := d.store.Inbox(ctx, galley.InboxQuery{})
		require.NoError(t, err)
		require.Equal(t, found.Left, found.Tabs.All)
		searched, err := d.store.Inbox(ctx, galley.InboxQuery{Search: job.Name})
		require.NoError(t, err)
		require.Equal(t, found.Left, searched.Left)
		of, err := d.store.ShopOverview(ctx, job.ShopID)
		require.NoError(t, err)
		return found.Left, of.ToReview
	}
	all, ofShop := left()
	require.Equal(t, []int{3, 3}, []int{all, ofShop})
	_, err := d.Archive(ctx, job.ID)
	require.NoError(t, err)
	all, ofShop = left()
	require.Equal(t, []int{0, 0}, []int{all, ofShop})
	_, err = d.Unarchive(ctx, job.ID)
	require.NoError(t, err)
	all, ofShop = left()
	require.Equal(t, []int{3, 3}, []int{all, ofShop})
}

func TestJobIsMadeAgainForWhatItWasMadeFor(t *testing.T) {
	for name, change := range map[string]func(*galley.JobSpec){
		"all":               func(*galley.JobSpec) {},
		"a sample":          func(s *galley.JobSpec) { s.Sample = 4 },
		"without review":    func(s *galley.JobSpec) { s.Strategy, s.OnlyEmpty = galley.StrategyPublish, true },
		"its instructions":  func(s *galley.JobSpec) { s.Instructions, s.InstructionsName = "Calm.", "House" },
		"a search":          func(s *galley.JobSpec) { s.Selection = galley.Selection{Search: "lamp"} },
		"all but one place": func(s *galley.JobSpec) { s.Selection.Except = []string{"gid://shopify/Product/1"} },
	} {
		t.Run(name, func(t *testing.T) {
			d, ctx := newDesk(t, 12), context.Background()
			spec := galley.JobSpec{ShopID: d.shop.ID, Field: galley.FieldSEOTitle, Selection: galley.Selection{All: true}, Strategy: galley.StrategyReview}
			change(&spec)
			job, err := d.Create(ctx, spec)
			require.NoError(t, err)
			again, err := d.SpecAgain(ctx, job.ID)
			require.NoError(t, err)
			require.Equal(t, spec, again)
			second, err := d.Create(ctx, again)
			require.NoError(t, err)
			require.Equal(t, job.Counts.Total, second.Counts.Total)
			require.Equal(t, job.Name, second.Name)
		})
	}
}

// A job of a version that did not keep the selection names what its items belong to.
func TestJobWithoutASelectionIsMadeAgainForItsItems(t *testing.T) {
	for _, f := range []galley.Field{galley.FieldTitle, galley.FieldAltText} {
		d, ctx := newDesk(t, 6), context.Background()
		job := d.create(f, nil)
		storetest.Exec(t, d.store, "UPDATE jobs SET selection = ''")
		again, err := d.SpecAgain(ctx, job.ID)
		require.NoError(t, err)
		require.Len(t, again.Selection.ProductIDs, 6)
		second, err := d.Create(ctx, again)
		require.NoError(t, err)
		require.Equal(t, job.Counts.Total, second.Counts.Total)
	}
	_, err := newDesk(t, 1).SpecAgain(context.Background(), "99")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}
