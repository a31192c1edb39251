package publishing_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/publishing"
)

// other is a second window or process on the same home.
func (d *desk) other() *publishing.Service { return publishing.New(d.store, d.world.Settings) }

// edited replaces a draft by a colleague's text.
func (d *desk) edited(pos int, text string) {
	d.t.Helper()
	it := d.item(pos)
	require.NoError(d.t, d.store.ReplaceDraft(bg, it.ID, it.Revision, galley.Draft{
		Content: text, Original: galley.Text(it.Original), Author: galley.AuthorPerson, By: "Bo",
	}))
}

func (d *desk) plan(req galley.PublishRequest) galley.PublishPlan {
	d.t.Helper()
	req.JobID = d.job
	plan, err := d.Plan(bg, req)
	require.NoError(d.t, err)
	return plan
}

func reasons(left []galley.LeftOut) map[galley.ItemID]string {
	all := map[galley.ItemID]string{}
	for _, l := range left {
		all[l.ItemID] = l.Reason.Message.String()
	}
	return all
}

func TestPublishAllPublishesExactlyThePlanWhileJobWrites(t *testing.T) {
	d := newDesk(t, 25, galley.FieldTitle)
	id, err := d.store.CreateJob(bg, galley.Job{
		ShopID: d.id, Type: galley.JobBulkGeneration, Field: galley.FieldTitle, Strategy: galley.StrategyReview,
		Writer: galley.WriterSpec{Kind: galley.WriterTemplate}, CreatedAt: d.clock.Now(),
	}, galley.JobSpec{ShopID: d.id, Field: galley.FieldTitle, Selection: galley.Selection{All: true}})
	require.NoError(t, err)
	d.job = id
	held := galley.Lease{Name: "job:" + string(id), Holder: "w"}
	_, err = d.store.TakeLease(bg, held.Name, held.Holder, time.Hour)
	require.NoError(t, err)
	_, err = d.store.TakeJob(bg, id, held)
	require.NoError(t, err)
	write := func(n int) {
		claimed, err := d.store.Claim(bg, id, n, held)
		require.NoError(t, err)
		var outcomes []galley.Outcome
		for _, c := range claimed {
			outcomes = append(outcomes, galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
				Content: draft(galley.FieldTitle, c.ID), Author: galley.AuthorModel, By: "test model",
			}})
		}
		require.NoError(t, d.store.SaveOutcomes(bg, id, outcomes, held))
	}
	write(12)
	plan := d.plan(galley.PublishRequest{})
	require.Equal(t, 12, plan.Count)
	write(13)
	done, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 12, done.Count)
	for pos := 1; pos <= 25; pos++ {
		queued := d.item(pos).PublishState == galley.PublishQueued
		require.Equal(t, pos <= 12, queued, "item %d", pos)
	}
	run, err := d.Run(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 12, run.Total)
	require.Equal(t, 12, run.Waiting)
}

func TestConfirmationLeavesOutWhatChangedSinceAndSaysWhy(t *testing.T) {
	d := newDesk(t, 7, galley.FieldTitle)
	plan := d.plan(galley.PublishRequest{})
	require.Equal(t, 7, plan.Count)

	d.edited(1, "A colleague's title")
	_, err := d.store.Decide(bg, d.job, d.at(2), galley.DecisionRejected)
	require.NoError(t, err)
	_, err = d.store.Decide(bg, d.job, d.at(3), galley.DecisionApproved)
	require.NoError(t, err)
	d.publish(d.item(4).ID) // published since
	d.publish(d.item(5).ID)
	d.undo(d.item(5).ID) // published and undone since
	d.shop.Put(galley.FieldTitle, d.item(6).Target(), galley.Text("The client's title"))
	d.publish(d.item(6).ID) // in conflict since

	done, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 2, done.Count, "the approved one and the undecided one")
	require.Equal(t, map[galley.ItemID]string{
		d.item(1).ID: "The draft was edited or written again since.",
		d.item(2).ID: "The draft was rejected since.",
		d.item(4).ID: "It was published since.",
		d.item(5).ID: "It was undone since.",
		d.item(6).ID: "The text on the shop was found changed since.",
	}, reasons(done.Left))
	for _, l := range done.Left {
		require.Equal(t, galley.CodeChanged, l.Reason.Code)
		require.NotEmpty(t, l.Product.Title)
	}
}

func TestPlanLeavesOutTextEditedSinceShown(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	seen := d.at(1, 2)
	d.edited(1, "A colleague's title")
	plan := d.plan(galley.PublishRequest{Items: seen})
	require.Equal(t, 1, plan.Count)
	require.Equal(t, 1, plan.Left.Changed)
	require.Equal(t, d.item(1).ID, plan.Changed[0].ItemID)
	done, err := d.store.Decide(bg, d.job, seen, galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, galley.CodeChanged, done.Left[0].Reason.Code)
	require.Equal(t, galley.DecisionOpen, d.item(1).Decision)
}

func TestConfirmingAPlanTwiceQueuesOnce(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	plan := d.plan(galley.PublishRequest{})
	first, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.False(t, first.Again)
	require.NoError(t, d.send())
	second, err := d.other().Publish(bg, plan.Plan) // another process on the same home
	require.NoError(t, err)
	require.True(t, second.Again)
	require.Equal(t, 3, second.Count, "what was queued then")
	require.Len(t, d.shop.Writes(), 3)
	require.NoError(t, d.send())
	require.Len(t, d.shop.Writes(), 3)
}

func TestTwoPlansForTheSameDraftsPublishThemOnce(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	mine := d.plan(galley.PublishRequest{})
	theirs, err := d.other().Plan(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	_, err = d.other().Publish(bg, theirs.Plan)
	require.NoError(t, err)
	done, err := d.Publish(bg, mine.Plan)
	require.NoError(t, err)
	require.Zero(t, done.Count)
	require.Len(t, done.Left, 3)
}

func TestUndoPlanLeavesOutTextsPublishedSince(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	d.publish()
	plan, err := d.PlanUndo(bg, galley.UndoRequest{JobID: d.job})
	require.NoError(t, err)
	require.Equal(t, 2, plan.Count)
	d.undo(d.item(1).ID)
	d.publish(d.item(1).ID)
	done, err := d.Undo(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Equal(t, map[galley.ItemID]string{d.item(1).ID: "It was published since."}, reasons(done.Left))
	require.NoError(t, d.send())
	require.Equal(t, galley.Published, d.item(1).PublishState)
	require.Equal(t, galley.PublishUndone, d.item(2).PublishState)
}

func TestPlanHasOneKindAndExpiresAfterADay(t *testing.T) {
	clock := galleytest.NewClock()
	d := newDeskAt(t, clock, 1, galley.FieldTitle)
	plan := d.plan(galley.PublishRequest{})
	_, err := d.Undo(bg, plan.Plan)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.Publish(bg, "none")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
	clock.Advance(galley.PlanKept + time.Minute)
	_, err = d.Publish(bg, plan.Plan)
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	require.Zero(t, d.counts().Waiting)
}

func TestWithdrawsOnlyThePlansPublications(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	first, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}})
	require.NoError(t, err)
	_, _, err = d.PublishNow(bg, galley.PublishRequest{JobID: d.job})
	require.NoError(t, err)
	n, err := d.Withdraw(bg, galley.WithdrawRequest{Plan: first.Plan})
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.Equal(t, 2, d.counts().Waiting)
}

func TestFailedRejectedDraftIsNotRetried(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	d.shop.Remove(d.item(1).Product.ID)
	d.publish()
	require.Equal(t, galley.PublishFailed, d.item(1).PublishState)
	require.True(t, d.item(1).Can.Retry)
	job, err := d.store.Job(bg, d.job)
	require.NoError(t, err)
	require.Equal(t, galley.CodeShopMissing, job.Failures.Common.Code, "the job says why")
	require.Equal(t, 1, job.Failures.Unpublished)
	_, err = d.store.Decide(bg, d.job, d.at(1), galley.DecisionRejected)
	require.NoError(t, err)
	require.False(t, d.item(1).Can.Retry)
	plan, err := d.PlanRetry(bg, galley.RetryRequest{JobID: d.job})
	require.NoError(t, err)
	require.Zero(t, plan.Count)
}

func TestUndoneDraftCanBeEditedAndPublished(t *testing.T) {
	d := newDesk(t, 1, galley.FieldTitle)
	fresh := d.item(1).Can
	d.publish()
	require.True(t, d.item(1).Can.Undo)
	require.False(t, d.item(1).Can.Edit)
	d.undo()
	require.Equal(t, fresh, d.item(1).Can)
	d.publish()
	require.Equal(t, galley.Published, d.item(1).PublishState)
}
