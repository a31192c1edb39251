package crashtest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/failpoint"
	domain "galley/backend/galley"
	"galley/backend/llm/llmtest"
)

const (
	inBatches = 220  // texts: more than are saved together
	batchCap  = 0.95 // dollars a day: enough for one batch at its highest, not for two
)

// batches kills the program, on a home of its own, while it writes in batches.
// After each kill what the endpoint bills is set aside or booked, under the cap;
// at the end each request was in one batch, each text has its draft, and what is
// booked is the bill.
func (c *course) batches() {
	c.t.Helper()
	b := &batchCourse{galley: galley{t: c.t, home: c.t.TempDir()}, deaths: c.deaths}
	b.model = llmtest.Start(c.t, llmtest.Options{Batches: true, Write: refusesSome()})
	b.beginAt(b.model.URL(), llmtest.Model)
	b.write()
	b.cancel()
}

type batchCourse struct {
	galley
	model   *llmtest.Server
	deaths  *tally
	minutes int           // that the clock is ahead: batches are looked at now and then
	kept    int           // answers in the data file
	pause   time.Duration // for an endpoint that works in its own time
}

// refusesSome writes nothing for some products when it is asked first, so that
// there is a second batch.
func refusesSome() func(llmtest.Request) string {
	some := regexp.MustCompile(`lamp 7\d`)
	var mu sync.Mutex
	refused := map[string]bool{}
	return func(r llmtest.Request) string {
		product := some.FindString(r.Messages[len(r.Messages)-1].Text)
		mu.Lock()
		defer mu.Unlock()
		if product == "" || refused[product] {
			return llmtest.Draft(r)
		}
		refused[product] = true
		return "As an AI language model, I cannot write this."
	}
}

func (b *batchCourse) beginAt(endpoint, model string) {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "lamps.csv")
	require.NoError(b.t, os.WriteFile(file, []byte(fileOf(0, inBatches)), 0o600))
	for key, value := range map[string]string{
		"writer.base_url": endpoint, "writer.model": model, "writer.kind": "openai", "writer.rpm": "0",
		"prices": `[{"model":"` + model + `","input":1,"output":10}]`, "caps.day_usd": fmt.Sprint(batchCap), "caps.job_usd": "0",
	} {
		b.run(nil, "", "settings", "set", key, value)
	}
	b.run(nil, "", "shop", "add", "file", file, "--name", "Lamps")
	b.run(nil, "", "sync", "Lamps")
}

func (b *batchCourse) create(field domain.Field) domain.JobID {
	b.t.Helper()
	var job domain.Job
	b.run(&job, "", "job", "create", "Lamps", "--field", string(field), "--all", "--batch")
	return job.ID
}

func (b *batchCourse) write() {
	id := b.create(domain.FieldSEOTitle)
	for _, d := range []death{
		{at: failpoint.Reserved, nth: inBatches / 2}, {at: failpoint.BatchFilled, nth: 1}, {at: failpoint.BatchUploaded, nth: 1},
		{at: failpoint.BatchSent, nth: 1}, {at: failpoint.BatchMade, nth: 1}, {at: failpoint.BatchOpened, nth: 1},
		{at: failpoint.BatchKeeping, nth: inBatches / 2}, {at: failpoint.BatchKept, nth: 1}, {at: failpoint.BatchEnding, nth: 1},
		{at: failpoint.BatchEnded, nth: 1}, {at: failpoint.JobAnswered, nth: inBatches / 2}, {at: failpoint.JobSaving, nth: 2}, {at: failpoint.JobSaved, nth: 1},
	} {
		b.killAt(d)
	}
	job := b.workUntil(id, domain.JobCompleted)
	require.Equal(b.t, inBatches, job.Counts.Successful)
	require.Len(b.t, b.model.BatchesOf(), 2, "one, and one of repairs")
	b.settled()
}

// cancel kills the program when the endpoint has been told to cancel a batch.
func (b *batchCourse) cancel() {
	b.model.HoldBatches(true)
	id := b.create(domain.FieldTitle)
	b.work()
	b.run(nil, "", "job", "cancel", string(id))
	b.killAt(death{at: failpoint.BatchStopped, nth: 1})
	b.workUntil(id, domain.JobCancelled)
	for range 3 {
		b.work()
	}
	l := b.look()
	require.Equal(b.t, inBatches, l.number("SELECT count(*) FROM items WHERE job_id = ? AND state IN ('generated', 'cancelled')", id))
	require.Positive(b.t, l.number("SELECT count(*) FROM items WHERE job_id = ? AND state = 'generated'", id), "what was answered is kept")
	l.close()
	b.settled()
}

// rounds is how often the program may have to work until something comes about:
// the endpoint's list has to lack a batch twice before another one is made.
func (b *batchCourse) rounds() func(func(int) bool) {
	return func(next func(int) bool) {
		const most = 10
		for begun, n := time.Now(), 0; (n < most || b.pause > 0 && time.Since(begun) < tooLong) && next(n); n++ {
			time.Sleep(b.pause)
		}
	}
}

// later is the program some minutes later.
func (b *batchCourse) later() galley {
	b.minutes += 2
	return b.with(fmt.Sprintf("%s=%s", clockOff, time.Duration(b.minutes)*time.Minute))
}

func (b *batchCourse) work() {
	b.t.Helper()
	e := b.later().try("", work...)
	const paused = 1
	require.Contains(b.t, []int{0, paused}, e.code, e.err)
	b.compare()
}

// killAt works until the program dies at a point.
func (b *batchCourse) killAt(d death) {
	b.t.Helper()
	for range b.rounds() {
		if b.later().dies(d, work...) {
			b.deaths.add(d)
			b.compare()
			return
		}
	}
	require.Fail(b.t, "not killed", "%s", d)
}

func (b *batchCourse) workUntil(id domain.JobID, state domain.JobState) (job domain.Job) {
	b.t.Helper()
	for range b.rounds() {
		b.work()
		if b.run(&job, "", "job", "show", string(id)); job.State == state {
			return job
		}
	}
	require.Equal(b.t, state, job.State, "%v", job.Reason)
	return job
}

// billed is what the endpoint charges, batches at half the price.
func (b *batchCourse) billed() float64 {
	if b.pause > 0 { // the other endpoint asks the model for each answer of a batch
		return b.model.Bill().Cost(1, 1, 10) / 2
	}
	return b.model.Bill().Cost(1, 1, 10) + b.model.BatchBill().Cost(1, 1, 10)/2
}

func (b *batchCourse) compare() {
	b.t.Helper()
	l := b.look()
	defer l.close()
	l.sound()
	l.legal()
	l.paid(b.billed())
	require.LessOrEqual(b.t, l.dollars(bookedOrReserved), batchCap)
	kept := l.number("SELECT (SELECT count(*) FROM batch_requests WHERE answer IS NOT NULL) + (SELECT count(*) FROM items WHERE state = 'generated')")
	require.GreaterOrEqual(b.t, kept, b.kept, "answers were lost")
	if drafts := l.number("SELECT count(*) FROM items WHERE state = 'generated'"); drafts == kept {
		b.kept = kept // of two answers of a text one remains as its draft
	}
	for id, n := range b.model.BatchAsked() {
		require.Equal(b.t, 1, n, "asked twice: %s", id)
	}
}

// settled: also, what is booked is the bill.
func (b *batchCourse) settled() {
	b.t.Helper()
	b.empty()
	l := b.look()
	defer l.close()
	const rounding = 1e-9
	require.InDelta(b.t, b.billed(), l.dollars("SELECT sum(cost_usd) FROM spend"), rounding)
}

// empty: nothing is set aside any more, and no request waits.
func (b *batchCourse) empty() {
	b.t.Helper()
	l := b.look()
	defer l.close()
	require.Zero(b.t, l.number("SELECT count(*) FROM reservations"))
	require.Zero(b.t, l.number("SELECT count(*) FROM batch_requests"))
}
