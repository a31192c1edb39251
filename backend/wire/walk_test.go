package wire_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/store"
	"galley/backend/store/storetest"
	"galley/backend/vault"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// TestMain keeps the walk short; -rapid.checks on the command line makes it longer.
func TestMain(m *testing.M) {
	vault.SetCost(8)
	if err := flag.Set("rapid.checks", "6"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

const lamps = 4 // products of the shop

// A walk has at most one job for each of these fields, so that no job finds
// texts of another: conflicts are the walk of the publishing room.
var walked = []galley.Field{galley.FieldTitle, galley.FieldSEOTitle, galley.FieldMetaDescription}

// walk drives the whole program, wired as it ships, against the demo shop and a
// model endpoint, and compares it with a model.
type walk struct {
	*wiretest.World
	rt   *rapid.T
	jobs []*modelJob

	model  *llmtest.Server // bills what it answers
	said   map[string]bool // texts that the endpoint wrote, and that are no draft yet
	n      int             // how many it wrote
	broken bool            // it answers with nothing
	onCall func()          // during a call
}

type modelJob struct {
	id    galley.JobID
	field galley.Field
	state galley.JobState
	items []*modelItem
}

type modelItem struct {
	id       galley.ItemID
	state    galley.ItemState
	publish  galley.PublishState
	decision galley.Decision
	revision int
	content  string
	live     galley.Value // the shop's texts
	before   galley.Value // its texts before the draft
	undoing  bool
}

func newWalk(t *testing.T, rt *rapid.T) *walk {
	w := &walk{rt: rt, said: map[string]bool{}}
	w.model = llmtest.Start(t, llmtest.Options{Write: w.write})
	w.World = wiretest.Open(t, wire.Options{Demo: wiretest.Fast(lamps)})
	w.UseModel(w.model)
	w.Set(map[string]string{"prices": `[{"model":"` + llmtest.Model + `","input":1,"output":10}]`})
	w.AddDemo()
	return w
}

// write is the endpoint's answer.
func (w *walk) write(r llmtest.Request) string {
	if w.onCall != nil {
		w.onCall()
	}
	if w.broken {
		return ""
	}
	w.n++
	text := fmt.Sprintf("%s, edition %d", llmtest.Title(r), w.n)
	w.said[text] = true
	return text
}

// drafted is the text that the endpoint wrote for an item, and for no other.
func (w *walk) drafted(it *modelItem) string {
	w.T.Helper()
	item, err := w.Review.Item(w.T.Context(), it.id)
	require.NoError(w.T, err)
	require.True(w.T, w.said[item.Content], "%q was written for nobody, or for another item", item.Content)
	delete(w.said, item.Content)
	return item.Content
}

// may compares an action's result with the model: it is done, or the state
// forbids it.
func (w *walk) may(allowed bool, err error) bool {
	w.T.Helper()
	if allowed {
		require.NoError(w.T, err)
		return true
	}
	require.Equal(w.T, galley.CodeIllegalState, galley.CodeOf(err), "%v", err)
	return false
}

func (w *walk) job() *modelJob {
	if len(w.jobs) == 0 {
		w.rt.Skip("there is no job yet")
	}
	return rapid.SampledFrom(w.jobs).Draw(w.rt, "job")
}

func (w *walk) item() (*modelJob, *modelItem) {
	j := w.job()
	return j, rapid.SampledFrom(j.items).Draw(w.rt, "item")
}

func (w *walk) actions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"create": w.create, "run": w.run, "run, and be told to stop": w.runAndStop,
		"pause":  func(*rapid.T) { w.move(galley.JobPaused) },
		"resume": func(*rapid.T) { w.move(galley.JobRunning) },
		"cancel": func(*rapid.T) { w.move(galley.JobCancelled) },
		"retry":  w.retry, "edit": w.edit, "regenerate": w.regenerate, "decide": w.decide,
		"publish": w.publish, "undo": w.undo, "withdraw": w.withdraw, "send": w.send,
		"break the endpoint": func(*rapid.T) { w.broken = true },
		"mend the endpoint":  func(*rapid.T) { w.broken = false },
		"":                   func(*rapid.T) { w.sound() },
	}
}

func (w *walk) create(*rapid.T) {
	if len(w.jobs) == len(walked) {
		w.rt.Skip("each field has its job")
	}
	j := &modelJob{field: walked[len(w.jobs)], state: galley.JobQueued}
	job := w.Create(galley.JobSpec{Field: j.field, Strategy: galley.StrategyReview})
	j.id = job.ID
	for pos := range job.Counts.Total {
		it := &modelItem{id: galley.NewItemID(job.ID, pos+1), state: galley.ItemPending, publish: galley.Unpublished, decision: galley.DecisionOpen}
		it.live = w.live(j, it)
		j.items = append(j.items, it)
	}
	w.jobs = append(w.jobs, j)
}

// live asks the shop what it has for an item.
func (w *walk) live(j *modelJob, it *modelItem) galley.Value {
	item, err := w.Review.Item(w.T.Context(), it.id)
	require.NoError(w.T, err)
	return w.LiveValue(j.field, item.Target())
}

// run works the queue: each job that waits is written from its first open item
// to its last.
func (w *walk) run(*rapid.T) {
	require.NoError(w.T, w.Runner.RunUntilIdle(w.T.Context()))
	for _, j := range w.jobs {
		if j.state != galley.JobQueued && j.state != galley.JobRunning {
			continue
		}
		for _, it := range j.items {
			if it.state != galley.ItemPending {
				continue
			}
			if it.state = galley.ItemFailed; !w.broken {
				it.state, it.revision, it.content = galley.ItemGenerated, 1, w.drafted(it)
			}
		}
		j.state = galley.JobCompleted
	}
}

// runAndStop pauses or cancels a job while something is being written. How far
// the work had come is not checked; what it leaves must be consistent.
func (w *walk) runAndStop(*rapid.T) {
	j := w.job()
	to := rapid.SampledFrom([]galley.JobState{galley.JobPaused, galley.JobCancelled}).Draw(w.rt, "stop")
	calls := rapid.IntRange(1, 2*lamps).Draw(w.rt, "call")
	w.onCall = func() {
		if calls--; calls == 0 {
			_ = w.steer(j.id, to)
		}
	}
	require.NoError(w.T, w.Runner.RunUntilIdle(w.T.Context()))
	w.onCall = nil
	for _, j := range w.jobs {
		w.adopt(j)
	}
}

// adopt takes over what became of the open items of a job.
func (w *walk) adopt(j *modelJob) {
	job, err := w.Jobs.Get(w.T.Context(), j.id)
	require.NoError(w.T, err)
	ran := j.state == galley.JobQueued || j.state == galley.JobRunning
	require.True(w.T, ran || job.State == j.state || galley.JobMoves.Allows(j.state, job.State), "%s became %s", j.state, job.State)
	for _, it := range j.items {
		if it.state != galley.ItemPending {
			continue
		}
		item, err := w.Review.Item(w.T.Context(), it.id)
		require.NoError(w.T, err)
		allowed := []galley.ItemState{galley.ItemGenerated, galley.ItemFailed}
		switch job.State {
		case galley.JobPaused:
			allowed = append(allowed, galley.ItemPending)
		case galley.JobCancelled:
			allowed = append(allowed, galley.ItemCancelled)
		default:
			require.Equal(w.T, galley.JobCompleted, job.State)
		}
		require.Contains(w.T, allowed, item.State)
		if it.state = item.State; it.state == galley.ItemGenerated {
			it.revision, it.content = 1, w.drafted(it)
		}
	}
	j.state = job.State
}

func (w *walk) steer(id galley.JobID, to galley.JobState) (err error) {
	switch to {
	case galley.JobPaused:
		_, err = w.Jobs.Pause(w.T.Context(), id)
	case galley.JobRunning:
		_, err = w.Jobs.Resume(w.T.Context(), id)
	default:
		_, err = w.Jobs.Cancel(w.T.Context(), id)
	}
	return err
}

func (w *walk) move(to galley.JobState) {
	j := w.job()
	allowed := galley.JobMoves.Allows(j.state, to) && (to != galley.JobRunning || j.state == galley.JobPaused)
	if !w.may(allowed, w.steer(j.id, to)) {
		return
	}
	j.state = to
	for _, it := range j.items {
		if to == galley.JobCancelled && it.state == galley.ItemPending {
			it.state = galley.ItemCancelled
		}
	}
}

func (w *walk) retry(*rapid.T) {
	j := w.job()
	failed := 0
	for _, it := range j.items {
		if it.state == galley.ItemFailed {
			failed++
		}
	}
	_, _, err := w.Publishing.RetryNow(w.T.Context(), galley.RetryRequest{JobID: j.id})
	if !w.may(failed > 0, err) {
		return
	}
	for _, it := range j.items {
		if it.state == galley.ItemFailed {
			it.state = galley.ItemPending
		}
	}
	if j.state.Ended() {
		j.state = galley.JobQueued
	}
}

// open reports whether a draft can be changed and judged.
func (it *modelItem) open() bool {
	return it.state == galley.ItemGenerated && (it.publish == galley.Unpublished || it.publish == galley.PublishUndone)
}

func (it *modelItem) revise(content string) {
	it.revision++
	it.content, it.decision, it.publish = content, galley.DecisionOpen, galley.Unpublished
}

func (w *walk) edit(*rapid.T) {
	_, it := w.item()
	w.n++
	word := strings.Repeat(string(rune('a'+w.n%26)), 4+w.n/26) // no two edits are alike
	text := fmt.Sprintf("%s edited from revision %d %s", word, it.revision, word)
	_, err := w.Review.Edit(w.T.Context(), it.id, 0, text)
	if w.may(it.open(), err) {
		it.revise(text)
	}
}

func (w *walk) regenerate(*rapid.T) {
	_, it := w.item()
	err := w.Runner.RegenerateNow(w.T.Context(), galley.ItemAt{ID: it.id, Revision: it.revision}, "shorter")
	if w.broken && it.open() {
		require.Equal(w.T, galley.CodeWriterReply, galley.CodeOf(err), "%v", err)
		return
	}
	if w.may(it.open(), err) {
		it.revise(w.drafted(it))
	}
}

func (w *walk) decide(*rapid.T) {
	_, it := w.item()
	decision := rapid.SampledFrom([]galley.Decision{galley.DecisionApproved, galley.DecisionRejected, galley.DecisionOpen}).Draw(w.rt, "decision")
	at := []galley.ItemAt{{ID: it.id, Revision: it.revision}}
	by := map[galley.Decision]func() (galley.Decided, error){
		galley.DecisionApproved: func() (galley.Decided, error) { return w.Review.Approve(w.T.Context(), at) },
		galley.DecisionRejected: func() (galley.Decided, error) { return w.Review.Reject(w.T.Context(), at) },
		galley.DecisionOpen:     func() (galley.Decided, error) { return w.Review.Reopen(w.T.Context(), at) },
	}
	_, err := by[decision]()
	if w.may(it.open(), err) {
		it.decision = decision
	}
}

func (w *walk) publish(*rapid.T) {
	j := w.job()
	request := galley.PublishRequest{JobID: j.id, OnlyApproved: rapid.Bool().Draw(w.rt, "only approved")}
	going := 0
	for _, it := range j.items {
		if it.open() && it.decision != galley.DecisionRejected && (!request.OnlyApproved || it.decision == galley.DecisionApproved) {
			it.publish = galley.PublishQueued
			going++
		}
	}
	plan, _, err := w.Publishing.PublishNow(w.T.Context(), request)
	require.NoError(w.T, err)
	require.Equal(w.T, going, plan.Count)
}

func (w *walk) undo(*rapid.T) {
	j := w.job()
	going := 0
	for _, it := range j.items {
		if it.publish == galley.Published && !it.undoing {
			it.undoing = true
			going++
		}
	}
	plan, _, err := w.Publishing.UndoNow(w.T.Context(), galley.UndoRequest{JobID: j.id})
	require.NoError(w.T, err)
	require.Equal(w.T, going, plan.Count)
}

func (w *walk) withdraw(*rapid.T) {
	j := w.job()
	back := 0
	for _, it := range j.items {
		switch {
		case it.undoing:
			it.undoing = false
			back++
		case it.publish == galley.PublishQueued:
			it.publish = galley.Unpublished
			back++
		}
	}
	n, err := w.Publishing.Withdraw(w.T.Context(), galley.WithdrawRequest{JobID: j.id})
	require.NoError(w.T, err)
	require.Equal(w.T, back, n)
}

func (w *walk) send(*rapid.T) {
	require.NoError(w.T, w.Dispatcher.RunUntilIdle(w.T.Context()))
	for _, j := range w.jobs {
		for _, it := range j.items {
			switch {
			case it.undoing:
				it.undoing, it.publish, it.live = false, galley.PublishUndone, it.before
			case it.publish == galley.PublishQueued:
				it.publish, it.before, it.live = galley.Published, it.live, galley.Text(it.content)
			}
		}
	}
}

// sound compares the program with the model after every step.
func (w *walk) sound() {
	for _, j := range w.jobs {
		job, err := w.Jobs.Get(w.T.Context(), j.id)
		require.NoError(w.T, err)
		require.Equal(w.T, j.state, job.State)
		var want galley.Counts
		for _, it := range j.items {
			w.soundItem(j, it)
			it.count(&want)
		}
		require.Equal(w.T, want, job.Counts)
	}
	w.soundMoney()
}

// soundMoney: what the endpoint billed is booked, on items, jobs and the day
// alike.
func (w *walk) soundMoney() {
	spend, err := w.Store.Spend(w.T.Context())
	require.NoError(w.T, err)
	require.InDelta(w.T, w.model.Bill().Cost(1, 1, 10), spend.BookedUSD, 1e-9, "what is billed is booked")
	require.Zero(w.T, spend.ReservedUSD, "nothing is under way")
	storetest.BooksAgree(w.T, filepath.Join(w.Home, store.FileName))
}

func (w *walk) soundItem(j *modelJob, it *modelItem) {
	item, err := w.Review.Item(w.T.Context(), it.id)
	require.NoError(w.T, err)
	got := modelItem{
		id: item.ID, state: item.State, publish: item.PublishState, decision: item.Decision, revision: item.Revision, content: item.Content,
		live: w.live(j, it), before: it.before, undoing: it.undoing,
	}
	require.Equal(w.T, *it, got)
	revisions, err := w.Store.Revisions(w.T.Context(), it.id)
	require.NoError(w.T, err)
	require.Len(w.T, revisions, it.revision)
}

// count adds the item to the counts of its job.
func (it *modelItem) count(c *galley.Counts) {
	c.Total++
	switch it.state {
	case galley.ItemFailed:
		c.Failed++
	case galley.ItemCancelled:
		c.Cancelled++
	case galley.ItemGenerated:
		c.Successful++
		if it.decision == galley.DecisionRejected {
			c.Rejected++
		}
		if it.publish == galley.Published {
			c.Published++
			return
		}
		c.Unpublished++
		if it.publish == galley.PublishQueued {
			c.Waiting++
		}
		if it.decision != galley.DecisionRejected {
			c.PendingReview++
		}
		if it.decision == galley.DecisionApproved {
			c.Approved++
		}
		if it.isToReview() {
			c.ToReview++
		}
	}
}

// isToReview reports whether a draft waits to be read.
func (it *modelItem) isToReview() bool {
	return it.decision == galley.DecisionOpen && (it.publish == galley.Unpublished || it.publish == galley.PublishUndone)
}

func TestRandomWalkThroughJobsReviewAndPublishing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWalk(t, rt)
		defer func() { require.NoError(t, w.Close()) }()
		rt.Repeat(w.actions())

		// At the end all is undone, and the shop is as it was.
		w.send(rt)
		for _, j := range w.jobs {
			_, _, err := w.Publishing.UndoNow(t.Context(), galley.UndoRequest{JobID: j.id})
			require.NoError(t, err)
			for _, it := range j.items {
				it.undoing = it.publish == galley.Published
			}
		}
		w.send(rt)
		w.sound()
		health, err := w.Store.Examine(t.Context())
		require.NoError(t, err)
		require.NoError(t, health.Err())
	})
}
