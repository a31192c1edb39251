package jobs_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
	"galley/backend/store/storetest"
)

// written is a job whose drafts are written, the first of them approved. From
// then on each draft is "Again: NOTE", and what was asked for is kept.
func written(t *testing.T, products int) (*desk, galley.Job, *asked) {
	t.Helper()
	d := newDesk(t, products)
	job := d.wait(d.create(galley.FieldTitle, func(s *galley.JobSpec) { s.Instructions = "House voice." }))
	done, err := d.store.Decide(t.Context(), job.ID, firstRevisions(job, 1), galley.DecisionApproved)
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	a := &asked{}
	d.drafter.content = func(req galley.WriteRequest) string {
		a.add(req)
		return "Again: " + req.Note
	}
	return d, job, a
}

type asked struct {
	mu       sync.Mutex
	requests []galley.WriteRequest
}

func (a *asked) add(req galley.WriteRequest) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.requests = append(a.requests, req)
}

// firstRevisions names drafts of a job at their first revision.
func firstRevisions(job galley.Job, positions ...int) []galley.ItemAt {
	drafts := make([]galley.ItemAt, len(positions))
	for i, pos := range positions {
		drafts[i] = galley.ItemAt{ID: galley.NewItemID(job.ID, pos), Revision: 1}
	}
	return drafts
}

func (d *desk) item(job galley.Job, pos int) galley.Item {
	d.t.Helper()
	item, err := d.store.Item(context.Background(), galley.NewItemID(job.ID, pos))
	require.NoError(d.t, err)
	return item
}

func (d *desk) regenerate(job galley.Job, note string, positions ...int) {
	d.t.Helper()
	done, err := d.Regenerate(context.Background(), firstRevisions(job, positions...), note)
	require.NoError(d.t, err)
	require.Equal(d.t, len(positions), done.Count)
}

func (d *desk) work() {
	d.t.Helper()
	require.NoError(d.t, d.runner("p1").RunUntilIdle(context.Background()))
}

// requireKept: the first draft and the decision on it are as they were.
func (d *desk) requireKept(job galley.Job, state galley.RewriteState) galley.Item {
	d.t.Helper()
	item := d.item(job, 1)
	require.Equal(d.t, "Draft of Lamp 0000", item.Content)
	require.Equal(d.t, 1, item.Revision)
	require.Equal(d.t, galley.DecisionApproved, item.Decision)
	require.NotNil(d.t, item.Rewrite)
	require.Equal(d.t, state, item.Rewrite.State)
	return item
}

func TestRegenerateQueuesAndKeepsTheDraftUntilAnotherIsSaved(t *testing.T) {
	d, job, a := written(t, 3)
	d.set.Writer.Concurrency = 1 // in their order
	d.regenerate(job, " shorter ", 1, 2)
	require.Empty(t, a.requests, "the call does not wait for the writer")
	item := d.requireKept(job, galley.RewriteQueued)
	require.Equal(t, "shorter", item.Rewrite.Note)
	require.False(t, item.Can.Publish, "what is to be written again is not published meanwhile")
	require.True(t, item.Can.CancelRegenerate)

	d.work()
	item = d.item(job, 1)
	require.Equal(t, "Again: shorter", item.Content)
	require.Equal(t, 2, item.Revision)
	require.Equal(t, galley.DecisionOpen, item.Decision)
	require.Equal(t, &galley.Rewrite{State: galley.RewriteDone, Note: "shorter", Revision: 1}, item.Rewrite, "until somebody decides")
	require.Equal(t, "Draft of Lamp 0000", a.requests[0].Previous)
	require.Equal(t, "House voice.", a.requests[0].Instructions)
	require.Equal(t, 1, d.item(job, 3).Revision)
	revisions, err := d.store.Revisions(t.Context(), item.ID)
	require.NoError(t, err)
	require.Equal(t, "shorter", revisions[1].Note)
	after, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, 5*100, after.Usage.InputTokens, "it is paid for")
	require.Equal(t, galley.RewriteCounts{Total: 2, Written: 2}, after.Rewriting)
	require.Equal(t, galley.JobCompleted, after.State)
}

func TestProgressCountsTheDraftsThatAreWrittenAgainTogether(t *testing.T) {
	d, job, _ := written(t, 4)
	d.regenerate(job, "", 1)
	d.regenerate(job, "", 2, 3)
	now, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.RewriteCounts{Total: 3, Waiting: 3}, now.Rewriting)
	require.Equal(t, 1, now.Ready.Publish, "the fourth alone is ready")
	d.work()
	d.regenerate(job, "", 4)
	now, err = d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.RewriteCounts{Total: 1, Waiting: 1}, now.Rewriting, "later ones are counted by themselves")
}

func TestRegenerateInAConflictIsWrittenForTheTextOfTheShop(t *testing.T) {
	d, job, a := written(t, 2)
	theirs := galley.Text("Theirs")
	storetest.Conflict(t, d.store, d.shop.ID, job.ID, 1, theirs)
	seen := firstRevisions(job, 1)
	another := galley.Text("Another")
	seen[0].OnShop = &another
	_, err := d.Regenerate(t.Context(), seen, "")
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err), "the conflict shows another text than was on screen")

	seen[0].OnShop = &theirs
	_, err = d.Regenerate(t.Context(), seen, "")
	require.NoError(t, err)
	d.work()
	require.Equal(t, theirs, a.requests[0].Original)
	require.Empty(t, a.requests[0].Previous, "the old draft was for another text")
	item := d.item(job, 1)
	require.Equal(t, galley.Unpublished, item.PublishState)
	original, err := d.store.Original(t.Context(), item.ID)
	require.NoError(t, err)
	require.Equal(t, theirs, original, "so that it can be published")
}

func TestRegenerateNamesTheDraftsThatItDoesNotTake(t *testing.T) {
	d, job, _ := written(t, 4)
	storetest.Queue(t, d.store, job.ID, 2)
	d.regenerate(job, "", 3)
	drafts := firstRevisions(job, 1, 2, 3)
	drafts[0].Revision = 7
	done, err := d.Regenerate(t.Context(), append(drafts, firstRevisions(job, 4)...), "")
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	var codes []galley.Code
	for i, left := range done.Left {
		require.Equal(t, drafts[i].ID, left.ItemID)
		codes = append(codes, left.Reason.Code)
	}
	require.Equal(t, []galley.Code{galley.CodeChanged, galley.CodeIllegalState, galley.CodeIllegalState}, codes)
	_, err = d.Regenerate(t.Context(), firstRevisions(job, 9), "")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestFailingWriterPausesRegenerates(t *testing.T) {
	d, job, _ := written(t, 40)
	offline := messages.AsRecorded("The model endpoint cannot be reached. Nothing was lost.")
	var calls atomic.Int32
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		calls.Add(1)
		return galley.NewError(galley.CodeOffline, offline)
	}
	positions := make([]int, 40)
	for i := range positions {
		positions[i] = i + 1
	}
	d.regenerate(job, "", positions...)
	d.work()
	require.LessOrEqual(t, int(calls.Load()), d.set.Writer.Concurrency, "it is not asked for each")
	item := d.requireKept(job, galley.RewritePaused)
	require.Equal(t, &galley.Reason{Code: galley.CodeOffline, Message: offline}, item.Rewrite.Reason)
	now, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, now.State)
	require.Equal(t, 40, now.Rewriting.Paused)
	require.Equal(t, galley.CodeOffline, now.Rewriting.Reason.Code)

	d.drafter.hook = nil
	now, err = d.Resume(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.RewriteCounts{Total: 40, Waiting: 40}, now.Rewriting)
	d.work()
	require.Equal(t, 2, d.item(job, 1).Revision)
}

func TestFailedRegenerateKeepsDraftAndDecision(t *testing.T) {
	d, job, _ := written(t, 2)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return galley.NewError(galley.CodeWriterCut, messages.AsRecorded("Not written: answer cut short."))
	}
	d.regenerate(job, "", 1)
	d.work()
	item := d.requireKept(job, galley.RewriteFailed)
	require.Equal(t, galley.CodeWriterCut, item.Rewrite.Reason.Code)
	require.True(t, item.Can.Regenerate)
	require.True(t, item.Can.Publish)

	d.drafter.hook = nil
	d.regenerate(job, "", 1)
	d.work()
	require.Equal(t, 2, d.item(job, 1).Revision)
}

func TestCapsHoldForDraftsThatAreWrittenAgain(t *testing.T) {
	const draft = 0.0002 // dollars
	for name, set := range map[string]func(*galley.Caps, float64){
		"job": func(c *galley.Caps, most float64) { c.Job = most },
		"day": func(c *galley.Caps, most float64) { c.Day = most },
	} {
		t.Run(name, func(t *testing.T) {
			d, job, _ := written(t, 3)
			set(&d.set.Caps, 4.5*draft)
			d.regenerate(job, "", 1, 2, 3)
			d.work()
			now, err := d.Get(t.Context(), job.ID)
			require.NoError(t, err)
			require.Equal(t, 1, now.Rewriting.Written, "there is room for one")
			require.Equal(t, 2, now.Rewriting.Paused)
			require.Equal(t, galley.CodeSpendCap, now.Rewriting.Reason.Code)
			require.InDelta(t, 4*draft, now.Usage.CostUSD, 1e-9)
		})
	}
}

func TestRegenerateNowReportsACapAndLeavesNothingQueued(t *testing.T) {
	d, job, _ := written(t, 2)
	d.set.Caps = galley.Caps{Job: 0.0005}
	err := d.runner("p1").RegenerateNow(t.Context(), firstRevisions(job, 1)[0], "")
	require.Equal(t, galley.CodeSpendCap, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "The draft was not changed. Raise the cap in Settings to have it written again.")
	d.requireKept(job, galley.RewriteFailed)

	d.set.Caps = galley.Caps{}
	d.work()
	d.requireKept(job, galley.RewriteFailed)
	require.NoError(t, d.runner("p1").RegenerateNow(t.Context(), firstRevisions(job, 1)[0], ""))
	require.Equal(t, 2, d.item(job, 1).Revision)
}

func TestInterruptedRegenerateNowKeepsDraft(t *testing.T) {
	d, job, _ := written(t, 2)
	ctx, interrupt := context.WithCancel(t.Context())
	d.drafter.hook = func(ctx context.Context, _ galley.WriteRequest) error {
		interrupt()
		<-ctx.Done()
		return ctx.Err()
	}
	err := d.runner("p1").RegenerateNow(ctx, firstRevisions(job, 1)[0], "")
	require.Equal(t, galley.CodeCancelled, galley.CodeOf(err))
	require.Equal(t, "Cancelled. The draft was not changed.", galley.MessageOf(err))
	d.requireKept(job, galley.RewriteCancelled)
}

func TestCancelledRegenerateKeepsDraft(t *testing.T) {
	for name, cancel := range map[string]func(d *desk, job galley.Job) error{
		"the drafts": func(d *desk, job galley.Job) error {
			_, err := d.CancelRegenerate(context.Background(), []galley.ItemID{galley.NewItemID(job.ID, 1), galley.NewItemID(job.ID, 2)})
			return err
		},
		"the job": func(d *desk, job galley.Job) error {
			_, err := d.Cancel(context.Background(), job.ID)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, job, a := written(t, 2)
			var once sync.Once
			d.drafter.hook = func(context.Context, galley.WriteRequest) (err error) {
				once.Do(func() { err = cancel(d, job) }) // while the model answers
				return err
			}
			d.set.Writer.Concurrency = 1
			d.regenerate(job, "", 1, 2)
			d.work()
			item := d.requireKept(job, galley.RewriteCancelled)
			require.Equal(t, "Cancelled. The draft was not changed.", item.Rewrite.Reason.Message.String())
			require.Equal(t, 1, d.item(job, 2).Revision)
			require.Len(t, a.requests, 1, "the writer is asked for no more")
			now, err := d.Get(t.Context(), job.ID)
			require.NoError(t, err)
			require.Equal(t, galley.JobCompleted, now.State, "its items were written all the same")
			require.Equal(t, galley.RewriteCounts{Total: 2, Cancelled: 2}, now.Rewriting)
		})
	}
}

func TestPauseFinishesRegeneratesUnderWay(t *testing.T) {
	d, job, _ := written(t, 6)
	d.set.Writer.Concurrency = 1
	var once sync.Once
	d.drafter.hook = func(context.Context, galley.WriteRequest) (err error) {
		once.Do(func() { _, err = d.Pause(context.Background(), job.ID) })
		return err
	}
	d.regenerate(job, "", 1, 2, 3, 4, 5, 6)
	d.work()
	now, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.LessOrEqual(t, now.Rewriting.Written, 2, "the one being written is paid for, and one more was claimed")
	require.Equal(t, 6, now.Rewriting.Written+now.Rewriting.Paused)
	require.True(t, now.Can.Resume)
	require.Equal(t, galley.RewritePaused, d.item(job, 6).Rewrite.State)
	_, err = d.Resume(t.Context(), job.ID)
	require.NoError(t, err)
	d.work()
	require.Equal(t, 2, d.item(job, 6).Revision)
}

func TestRegenerateInPausedJobWritesNothingElse(t *testing.T) {
	d := newDesk(t, 30)
	var once sync.Once
	job := d.create(galley.FieldTitle, nil)
	d.drafter.hook = func(context.Context, galley.WriteRequest) (err error) {
		once.Do(func() { _, err = d.Pause(context.Background(), job.ID) })
		return err
	}
	job = d.wait(job)
	require.Equal(t, galley.JobPaused, job.State)
	before := job.Counts.Successful
	require.Less(t, before, 30)
	require.NoError(t, d.runner("p1").RegenerateNow(t.Context(), firstRevisions(job, 1)[0], "shorter"))
	require.Equal(t, 2, d.item(job, 1).Revision)
	job, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, before, job.Counts.Successful)
}

func TestRegenerateDoesNotWaitForOtherJobs(t *testing.T) {
	d, job, _ := written(t, 2)
	begun, end := make(chan struct{}), make(chan struct{})
	var once sync.Once
	d.drafter.hook = func(_ context.Context, req galley.WriteRequest) error {
		if req.Previous == "" { // an item of the second job
			once.Do(func() { close(begun) })
			<-end
		}
		return nil
	}
	second := d.create(galley.FieldTitle, nil)
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { d.runner("p1").Run(ctx) })
	<-begun
	d.regenerate(job, "", 1)
	require.NoError(t, wait(func() bool { return d.item(job, 1).Revision == 2 }))
	require.Equal(t, galley.ItemGenerating, d.item(second, 1).State)
	close(end)
	stop()
	running.Wait()
}

func TestEditCancelsRegenerate(t *testing.T) {
	d, job, _ := written(t, 2)
	d.drafter.hook = func(context.Context, galley.WriteRequest) error {
		return d.store.ReplaceDraft(context.Background(), galley.NewItemID(job.ID, 1), 1, galley.Draft{
			Content: "By hand", Author: galley.AuthorPerson, By: "Ada", At: d.clock.Now(),
		})
	}
	d.regenerate(job, "", 1)
	d.work()
	item := d.item(job, 1)
	require.Equal(t, "By hand", item.Content)
	require.Equal(t, 2, item.Revision)
	require.Nil(t, item.Rewrite, "it was of the draft before")
}

// claimedBy has a process take what is queued of a job, as before it was killed.
func (d *desk) claimedBy(holder string, job galley.Job, n int) galley.Lease {
	d.t.Helper()
	ctx := context.Background()
	held := galley.Lease{Name: "rewrite:" + string(job.ID), Holder: holder}
	taken, err := d.store.TakeLease(ctx, held.Name, held.Holder, lease.Term)
	require.NoError(d.t, err)
	require.True(d.t, taken)
	_, err = d.store.TakeRewrites(ctx, job.ID, held)
	require.NoError(d.t, err)
	claimed, err := d.store.ClaimRewrites(ctx, job.ID, n, held)
	require.NoError(d.t, err)
	require.Len(d.t, claimed, n)
	return held
}

func TestDraftsOfAKilledProcessAreWrittenAgainByAnother(t *testing.T) {
	d, job, a := written(t, 5)
	d.regenerate(job, "shorter", 1, 2, 3, 4, 5)
	held := d.claimedBy("dead", job, 3)
	d.requireKept(job, galley.RewriteWriting)
	storetest.Exec(t, d.store, "DELETE FROM leases WHERE name = ?", held.Name)
	d.work()
	for pos := 1; pos <= 5; pos++ {
		require.Equal(t, "Again: shorter", d.item(job, pos).Content)
		require.Equal(t, 2, d.item(job, pos).Revision)
	}
	require.Len(t, a.requests, 5)
}

func TestLateDraftIsSavedOnce(t *testing.T) {
	d, job, _ := written(t, 2)
	d.regenerate(job, "shorter", 1, 2)
	late := d.claimedBy("slow", job, 2)
	storetest.Exec(t, d.store, "DELETE FROM leases WHERE name = ?", late.Name)
	d.claimedBy("p2", job, 2)
	outcome := func(content string) []galley.Outcome {
		return []galley.Outcome{{ID: galley.NewItemID(job.ID, 1), State: galley.ItemGenerated, Draft: &galley.Draft{
			Content: content, Author: galley.AuthorModel, By: "test model",
		}}}
	}
	err := d.store.SaveRewrites(t.Context(), job.ID, outcome("Late, and paid for"), late)
	require.Equal(t, galley.CodeBusy, galley.CodeOf(err))
	require.NoError(t, d.store.SaveRewrites(t.Context(), job.ID, outcome("The second"), galley.Lease{Name: late.Name, Holder: "p2"}))
	item := d.item(job, 1)
	require.Equal(t, "Late, and paid for", item.Content)
	require.Equal(t, 2, item.Revision)
}

func TestRestoredCopyWritesNothingTwice(t *testing.T) {
	d, job, _ := written(t, 2)
	d.regenerate(job, "", 1)
	storetest.Restore(t, d.store, d.clock)
	d.work()
	item := d.requireKept(job, galley.RewriteCancelled)
	require.Contains(t, item.Rewrite.Reason.Message.String(), "restored from a copy")
}

func TestRegenerateRefusesANoteThatIsTooLong(t *testing.T) {
	d, job, _ := written(t, 1)
	_, err := d.Regenerate(t.Context(), firstRevisions(job, 1), strings.Repeat("é", galley.MaxNote+1))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "2000")
	now, err := d.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Zero(t, now.Rewriting.Total, "nothing is queued")
	done, err := d.Regenerate(t.Context(), firstRevisions(job, 1), " "+strings.Repeat("é", galley.MaxNote)+"\n")
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
}

// TestRegeneratesAllButWhatChangedBehindTheList: what is queued, and paid for, is at most what the list showed.
func TestRegeneratesAllButWhatChangedBehindTheList(t *testing.T) {
	d, job, asked := written(t, 4)
	page, err := d.store.Items(t.Context(), galley.ItemQuery{JobID: job.ID, Filter: galley.FilterAll, Limit: 1})
	require.NoError(t, err)
	sel := galley.ItemSelection{JobID: job.ID, Filter: galley.FilterAll, AsOf: page.AsOf, Except: []galley.ItemID{galley.NewItemID(job.ID, 4)}, Action: galley.ActRegenerate}
	counted, err := d.store.CountSelected(t.Context(), sel)
	require.NoError(t, err)
	require.Equal(t, 3, counted.Takes)
	require.NoError(t, d.store.ReplaceDraft(t.Context(), galley.NewItemID(job.ID, 2), 1, galley.Draft{Content: "Mine", Author: galley.AuthorPerson, By: "Ada"}))

	_, err = d.RegenerateSelected(t.Context(), sel, strings.Repeat("x", galley.MaxNote+1))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	_, err = d.RegenerateSelected(t.Context(), galley.ItemSelection{JobID: job.ID}, "")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "no moment is named")

	done, err := d.RegenerateSelected(t.Context(), sel, " shorter ")
	require.NoError(t, err)
	require.Equal(t, 2, done.Count)
	require.Equal(t, galley.NewItemID(job.ID, 2), done.Left[0].ItemID)
	again, err := d.RegenerateSelected(t.Context(), sel, "shorter")
	require.NoError(t, err, "the answer came late, and the page asked again")
	require.Zero(t, again.Count)
	require.NoError(t, d.runner("p1").RunUntilIdle(t.Context()))
	require.Len(t, asked.requests, 2)
	for pos, want := range map[int]string{1: "Again: shorter", 2: "Mine", 3: "Again: shorter"} {
		require.Equal(t, want, d.item(job, pos).Content)
	}
}
