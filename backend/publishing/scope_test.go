package publishing_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/store/storetest"
)

// mixed is a job with items in many states: 1 and 2 approved, 3 and 4 open, of these 2 and 4 with a warning, 5
// rejected, 6 not written, 7 skipped, 8 published, 9 queued, 10 in conflict, 11 open and its product gone, 12 open.
func mixed(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, 12, galley.FieldTitle)
	d.job = d.world.Job(galley.FieldTitle, galley.WriterSpec{Kind: galley.WriterTemplate}, func(position int, c galley.Claimed) galley.Outcome {
		of, err := d.store.Subject(bg, d.id, c.Place)
		require.NoError(t, err)
		original, _ := of.Value(galley.FieldTitle)
		why := &galley.Reason{Code: galley.CodeWriterReply, Message: messages.AsRecorded("Nothing.")}
		switch position {
		case 6:
			return galley.Outcome{ID: c.ID, State: galley.ItemFailed, Reason: why}
		case 7:
			return galley.Outcome{ID: c.ID, State: galley.ItemSkipped, Reason: why}
		}
		return galley.Outcome{ID: c.ID, State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: draft(galley.FieldTitle, c.ID), Original: original, Author: galley.AuthorModel, By: "test model",
			Report: report(position == 2 || position == 4),
		}}
	})
	decide := func(to galley.Decision, positions ...int) {
		_, err := d.store.Decide(bg, d.job, d.at(positions...), to)
		require.NoError(t, err)
	}
	decide(galley.DecisionApproved, 1, 2)
	decide(galley.DecisionRejected, 5)
	d.publish(d.item(8).ID)
	d.shop.Put(galley.FieldTitle, d.item(10).Target(), galley.Text("The client's title"))
	d.publish(d.item(10).ID)
	_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(9).ID}})
	require.NoError(t, err)
	storetest.Exec(t, d.store, "DELETE FROM products WHERE id = ?", d.item(11).Product.ID)
	return d
}

func report(warned bool) galley.Report {
	if !warned {
		return galley.Report{}
	}
	return galley.Report{Warnings: []galley.Warning{{Rule: "claim", Severity: galley.SeverityWarn, Message: messages.AsRecorded("No source.")}}}
}

// sumOf adds up all counts of what stays out.
func sumOf(l galley.Left) (n int) {
	for _, count := range reflect.ValueOf(l).Fields() {
		n += int(count.Int())
	}
	return n
}

func TestScopesHaveTheirFiguresAndStaysOutAddsUpToTheJob(t *testing.T) {
	d := mixed(t)
	require.NoError(t, d.store.MarkOpened(bg, d.at(1, 3)))
	figures := []galley.ScopeFigures{
		{Scope: galley.ScopeApproved, Count: 2, Approved: 2, Warned: 1, Unopened: 1},
		{Scope: galley.ScopeUnwarned, Count: 3, Approved: 1, Open: 2, Unopened: 1},
		{Scope: galley.ScopeAll, Count: 5, Approved: 2, Open: 3, Warned: 2, Unopened: 3},
	}
	rest := galley.Left{Published: 1, Waiting: 1, Conflict: 1, Rejected: 1, Failed: 1, Skipped: 1, Gone: 1}
	for i, scope := range galley.PublishScopes() {
		plan := d.plan(galley.PublishRequest{Scope: scope})
		require.Equal(t, figures, plan.Scopes, "of all scopes, whichever is planned")
		of := figures[i]
		require.Equal(t, []int{of.Count, of.Approved, of.Warned, of.Unopened}, []int{plan.Count, plan.Approved, plan.Warned, plan.Unopened}, scope)
		require.Equal(t, 12, plan.Count+sumOf(plan.Left), "%s: %+v", scope, plan.Left)
		want := rest
		switch scope {
		case galley.ScopeApproved:
			want.Open = 3
		case galley.ScopeUnwarned:
			want.Warned = 2
		case galley.ScopeAll:
		}
		require.Equal(t, want, plan.Left, scope)
	}
	_, err := d.Plan(bg, galley.PublishRequest{JobID: d.job, Scope: "good"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Empty(t, d.plan(galley.PublishRequest{Items: d.at(1)}).Scopes, "named drafts are no scope")
}

func TestDraftIsOpenedAtItsRevisionOnly(t *testing.T) {
	d := newDesk(t, 2, galley.FieldTitle)
	old := d.at(1)
	require.NoError(t, d.store.MarkOpened(bg, old))
	require.Equal(t, 1, d.plan(galley.PublishRequest{}).Unopened)
	d.edited(1, "A colleague's title")
	require.Equal(t, 2, d.plan(galley.PublishRequest{}).Unopened, "the new text was not shown")
	require.NoError(t, d.store.MarkOpened(bg, old))
	require.Equal(t, 2, d.plan(galley.PublishRequest{}).Unopened, "a window that shows the old text is late")
	require.NoError(t, d.store.MarkOpened(bg, d.at(1, 2)))
	require.Zero(t, d.plan(galley.PublishRequest{}).Unopened)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.store.MarkOpened(bg, []galley.ItemAt{{ID: "99/1", Revision: 1}})))
}

func TestPlanWithoutWarningsLeavesOutWhatIsWarnedSince(t *testing.T) {
	d := newDesk(t, 3, galley.FieldTitle)
	plan := d.plan(galley.PublishRequest{Scope: galley.ScopeUnwarned})
	require.Equal(t, 3, plan.Count)
	storetest.Exec(t, d.store, "UPDATE items SET warned = 1 WHERE job_id = ? AND position = 2", d.job)
	done, err := d.Publish(bg, plan.Plan)
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	require.Equal(t, map[galley.ItemID]string{d.item(2).ID: "The draft has a warning since."}, reasons(done.Left))
}

func TestJobShowsItsRunUntilItEnds(t *testing.T) {
	d := newDesk(t, 5, galley.FieldTitle)
	require.Nil(t, d.jobNow().Publishing)
	require.True(t, d.jobNow().Can.Archive)
	began := d.clock.Now()
	_, err := d.Publish(bg, d.plan(galley.PublishRequest{}).Plan)
	require.NoError(t, err)
	run := d.jobNow().Publishing
	require.NotNil(t, run)
	require.Equal(t, []int{5, 5, 0}, []int{run.Total, run.Waiting, run.Published})
	require.WithinDuration(t, began, run.StartedAt, 1e9)
	require.False(t, d.jobNow().Can.Archive)
	n, err := d.Withdraw(bg, galley.WithdrawRequest{JobID: d.job, ItemIDs: []galley.ItemID{d.item(1).ID}})
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.Equal(t, []int{4, 1}, []int{d.jobNow().Publishing.Waiting, d.jobNow().Publishing.Withdrawn})
	require.NoError(t, d.send())
	require.Nil(t, d.jobNow().Publishing)
	_, err = d.store.PublishPace(bg, d.id)
	require.NoError(t, err)
}

func (d *desk) jobNow() galley.Job {
	d.t.Helper()
	job, err := d.store.Job(bg, d.job)
	require.NoError(d.t, err)
	return job
}
