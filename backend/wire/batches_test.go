package wire_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
	"galley/backend/shops"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// batcher is a home whose jobs go into batches.
type batcher struct {
	*till

	clock *galleytest.Clock
	home  string
}

func newBatcher(t *testing.T, products int, options llmtest.Options) *batcher {
	t.Helper()
	home, clock := t.TempDir(), galleytest.NewClock()
	options.Batches, options.Clock = true, clock
	b := &batcher{till: &till{World: wiretest.Open(t, wire.Options{Home: home, Clock: clock}), model: llmtest.Start(t, options)}, clock: clock, home: home}
	b.UseModel(b.model)
	b.Set(map[string]string{"prices": pricesOf(llmtest.Model), "writer.rpm": "0", "caps.day_usd": "0", "caps.job_usd": "0"})
	b.AddFile("shirts.csv", linenShirts(products, 0))
	return b
}

func (b *batcher) start(field galley.Field) galley.Job {
	b.T.Helper()
	job, err := b.Jobs.Create(b.T.Context(), galley.JobSpec{ShopID: b.Shop.ID, Field: field, Selection: galley.Selection{All: true}, InBatches: true})
	require.NoError(b.T, err)
	return b.work(job)
}

// work works what can be worked now.
func (b *batcher) work(job galley.Job) galley.Job {
	b.T.Helper()
	require.NoError(b.T, b.WorkUntilIdle(b.T.Context()))
	job, err := b.Jobs.Get(b.T.Context(), job.ID)
	require.NoError(b.T, err)
	return job
}

// later works what is due after a while.
func (b *batcher) later(job galley.Job) galley.Job {
	b.T.Helper()
	b.clock.Advance(2 * time.Minute)
	return b.work(job)
}

func (b *batcher) reopen() {
	b.T.Helper()
	shop := b.Shop
	require.NoError(b.T, b.Close())
	b.World = wiretest.Open(b.T, wire.Options{Home: b.home, Clock: b.clock})
	b.Shop = shop
}

func (b *batcher) reserved() float64 {
	b.T.Helper()
	spend, err := b.Spend.Today(b.T.Context())
	require.NoError(b.T, err)
	return spend.ReservedUSD
}

func TestJobInBatchesIsWrittenAtHalfThePrice(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	require.Equal(t, galley.JobRunning, job.State)
	require.NotNil(t, job.Batches)
	require.Equal(t, 1, job.Batches.Files)
	require.Equal(t, 0, job.Batches.Done)
	require.Equal(t, 12, job.Batches.Requests)
	require.WithinDuration(t, b.clock.Now().Add(24*time.Hour), *job.Batches.Latest, 10*time.Second)
	require.Positive(t, b.reserved(), "the most of the batch is set aside")
	require.InDelta(t, b.reserved(), job.Batches.SetAsideUSD, 1e-9, "as the job says")

	b.reopen()
	require.Positive(t, b.reserved(), "also after a restart")
	b.model.HoldBatches(false)
	b.model.Batching(llmtest.BatchFaults{Backwards: true, Twice: 3, Unknown: true})
	job = b.later(job)
	for range 3 { // repairs go into a batch of their own
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, 12, job.Counts.Successful)
	require.Zero(t, b.reserved())
	require.Zero(t, job.Batches.SetAsideUSD)
	bill := b.model.BatchBill()
	price := priceOfTests(t, b)
	require.InDelta(t, bill.Cost(price.Input, price.Cached, price.Output)/2, job.Usage.CostUSD-probes(t, b, price), 1e-9)
	files, _ := b.model.BatchFiles()
	require.Zero(t, files, "deleted at the endpoint")
}

func priceOfTests(t *testing.T, b *batcher) galley.Price {
	t.Helper()
	set, err := b.Settings.Get(t.Context())
	require.NoError(t, err)
	price, ok := set.PriceOf(set.Writer.Spec())
	require.True(t, ok)
	return price
}

// probes is what finding out how the endpoint is asked cost, at the full price.
func probes(t *testing.T, b *batcher, price galley.Price) float64 {
	t.Helper()
	return b.model.Bill().Cost(price.Input, price.Cached, price.Output)
}

func TestLeftoversOfABatchWaitForAPerson(t *testing.T) {
	for name, faults := range map[string]llmtest.BatchFaults{
		"missing":          {Missing: 4},
		"in the errors":    {Fails: 4},
		"expired":          {Expires: true, Unanswers: 4},
		"missing and more": {Missing: 4, Backwards: true, Twice: 3, Unknown: true},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBatcher(t, 12, llmtest.Options{})
			b.model.Batching(faults)
			job := b.start(galley.FieldTitle)
			for range 4 {
				job = b.later(job)
			}
			require.Equal(t, galley.JobPaused, job.State)
			require.Contains(t, job.Reason.Message.String(), "3 drafts of 12")
			require.True(t, job.Can.WriteNow)
			require.Equal(t, 9, job.Counts.Successful)
			require.Zero(t, b.reserved())

			b.model.Batching(llmtest.BatchFaults{})
			job, err := b.Jobs.WriteNow(t.Context(), job.ID)
			require.NoError(t, err)
			_, batches := b.model.BatchFiles()
			job = b.work(job)
			require.Equal(t, galley.JobCompleted, job.State)
			require.Equal(t, 12, job.Counts.Successful)
			_, after := b.model.BatchFiles()
			require.Equal(t, batches, after, "written at once")
		})
	}
}

func TestLeftoversGoIntoAnotherBatchOnResume(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.Batching(llmtest.BatchFaults{Invalid: "invalid_json_line: Line 3 is no JSON"})
	job := b.start(galley.FieldTitle)
	job = b.later(job)
	require.Equal(t, galley.JobPaused, job.State)
	require.Contains(t, job.Reason.Message.String(), "Line 3 is no JSON")
	b.model.Batching(llmtest.BatchFaults{})
	_, err := b.Jobs.Resume(t.Context(), job.ID)
	require.NoError(t, err)
	job = b.work(job)
	for range 4 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 12, job.Counts.Successful)
}

// TestABatchWhoseAnswerIsLostIsFound: it is never made twice.
func TestABatchWhoseAnswerIsLostIsFound(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.Batching(llmtest.BatchFaults{CutMakes: 1, Unlisted: 1})
	job := b.start(galley.FieldTitle)
	_, batches := b.model.BatchFiles()
	require.Equal(t, 1, batches)
	b.reopen()
	for range 5 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 12, job.Counts.Successful)
	require.LessOrEqual(t, b.model.BatchBill().Requests, 24)
	require.Equal(t, []int{12}, b.model.BatchesOf()[:1])
	for _, size := range b.model.BatchesOf()[1:] {
		require.Less(t, size, 12, "only repairs")
	}
}

func TestABatchThatWasNotMadeIsMadeOfTheSameFile(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.Batching(llmtest.BatchFaults{DropMakes: 1})
	job := b.start(galley.FieldTitle)
	_, batches := b.model.BatchFiles()
	require.Zero(t, batches)
	for range 6 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 12, job.Counts.Successful)
}

func TestCancelledBatchKeepsAndPaysWhatWasAnswered(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	job, err := b.Jobs.Cancel(t.Context(), job.ID)
	require.NoError(t, err)
	for range 3 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCancelled, job.State)
	require.Equal(t, 12, job.Counts.Successful+job.Counts.Cancelled)
	require.Positive(t, job.Counts.Successful)
	require.Zero(t, b.reserved())
	require.Equal(t, 6, b.model.BatchBill().Requests)
	require.True(t, job.Can.Archive)
}

func TestBatchesStayUnderTheCaps(t *testing.T) {
	b := newBatcher(t, 40, llmtest.Options{})
	b.Set(map[string]string{"caps.day_usd": "2", "caps.job_usd": "0"})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
	require.NotNil(t, job.Batches, "%v", job.Reason)
	require.Less(t, job.Batches.Requests, 40)
	require.Positive(t, job.Batches.Requests, "what fits was handed over")
	spend, err := b.Spend.Today(t.Context())
	require.NoError(t, err)
	require.LessOrEqual(t, spend.TotalUSD, 2.0)
}

func TestAFullQueueOfTheEndpointIsWaitedFor(t *testing.T) {
	b := newBatcher(t, 30, llmtest.Options{})
	b.Runner.MostInBatch.Requests = 10
	b.model.HoldBatches(true)
	b.model.Batching(llmtest.BatchFaults{MostOpen: 1})
	job := b.start(galley.FieldTitle)
	job = b.later(job)
	require.Equal(t, galley.JobRunning, job.State, "%v", job.Reason)
	b.model.HoldBatches(false)
	for range 14 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, 30, job.Counts.Successful)
}

func TestABatchHoldsUpNoOtherJob(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	waiting := b.start(galley.FieldTitle)
	require.Equal(t, galley.JobRunning, waiting.State)
	live := b.Written(galley.JobSpec{Field: galley.FieldDescription})
	require.Equal(t, galley.JobCompleted, live.State)
}

func TestAnEndpointWithoutBatchesIsSaidSo(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	plain := llmtest.Start(t, llmtest.Options{})
	b.UseModel(plain)
	job := b.start(galley.FieldTitle)
	require.Equal(t, galley.JobPaused, job.State)
	require.Contains(t, job.Reason.Message.String(), "its endpoint offers none")
	_, err := b.Jobs.WriteNow(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, b.work(job).State)
	_, err = b.Jobs.Create(t.Context(), galley.JobSpec{ShopID: b.Shop.ID, Field: galley.FieldDescription, Selection: galley.Selection{All: true}, InBatches: true})
	require.True(t, galley.HasCode(err, galley.CodeInvalidInput), "%v", err)
}

// TestAnswersThatAreNoCopyAreAskedForInAFollowingBatch: with the reason, as
// where they are asked for at once.
func TestAnswersThatAreNoCopyAreAskedForInAFollowingBatch(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	b.model.Next(llmtest.Says("I cannot"), llmtest.Writes("As an AI language model, I cannot write this title."))
	b.model.HoldBatches(false)
	for range 5 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, 12, job.Counts.Successful)
	require.GreaterOrEqual(t, len(b.model.BatchesOf()), 2)
	for _, item := range b.Items(job.ID) {
		require.NotContains(t, item.Content, "cannot")
	}
}

func TestADraftInABatchIsCheckedBeforeItGoesLive(t *testing.T) {
	b := newBatcher(t, 3, llmtest.Options{Write: func(llmtest.Request) string { return "Linen shirt with a gold clasp, certified organic" }})
	job, err := b.Jobs.Create(t.Context(), galley.JobSpec{
		ShopID: b.Shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, InBatches: true, Strategy: galley.StrategyPublish,
	})
	require.NoError(t, err)
	for range 5 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Zero(t, job.Counts.Published)
	require.Equal(t, 3, job.Counts.Warned)
}

// The key of another project does not find the batch: it is neither paid for again nor taken to be free.
func TestBatchThatTheKeyDoesNotFindIsWaitedFor(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	latest := job.Batches.Latest
	b.model.Batching(llmtest.BatchFaults{Hides: true})
	job = b.later(job)
	require.Equal(t, galley.JobPaused, job.State)
	require.NotNil(t, latest)
	require.Equal(t, latest, job.Batches.Latest, "a look that failed says nothing of it")
	require.Positive(t, b.reserved())
	require.Equal(t, []int{12}, b.model.BatchesOf())

	b.model.Batching(llmtest.BatchFaults{})
	b.model.HoldBatches(false)
	job, err := b.Jobs.Resume(t.Context(), job.ID)
	require.NoError(t, err)
	for range 4 {
		job = b.later(job)
	}
	require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
	require.Equal(t, 12, job.Counts.Successful)
}

// Cancelled, a batch that is not to be found counts as paid for.
func TestCancelledBatchThatIsNotFoundIsBooked(t *testing.T) {
	b := newBatcher(t, 12, llmtest.Options{})
	b.model.HoldBatches(true)
	job := b.start(galley.FieldTitle)
	before := job.Usage.CostUSD
	b.model.Batching(llmtest.BatchFaults{Hides: true})
	_, err := b.Jobs.Cancel(t.Context(), job.ID)
	require.NoError(t, err)
	job = b.later(job)
	require.Zero(t, b.reserved())
	require.Greater(t, job.Usage.CostUSD, before)
}

// The client changed the page after the request was made: the draft is for the old text, and a person looks.
func TestDraftForAnEarlierTextDoesNotGoLiveByItself(t *testing.T) {
	for name, changed := range map[string]bool{"as it was": false, "changed meanwhile": true} {
		t.Run(name, func(t *testing.T) {
			b := newBatcher(t, 1, llmtest.Options{Write: func(llmtest.Request) string { return "Washed Linen Shirt" }})
			b.model.HoldBatches(true)
			job, err := b.Jobs.Create(t.Context(), galley.JobSpec{
				ShopID: b.Shop.ID, Field: galley.FieldTitle, Selection: galley.Selection{All: true}, InBatches: true, Strategy: galley.StrategyPublish,
			})
			require.NoError(t, err)
			job = b.work(job)
			if changed {
				b.replace(strings.Replace(linenShirts(1, 0), "Linen Shirt,", "Linen shirt of the client,", 1))
			}
			b.model.HoldBatches(false)
			for range 4 {
				job = b.later(job)
			}
			require.Equal(t, galley.JobCompleted, job.State, "%v", job.Reason)
			require.Equal(t, 1, job.Counts.Successful)
			item := b.Items(job.ID)[0]
			require.Equal(t, changed, item.PublishState == galley.Unpublished, item.PublishState)
		})
	}
}

// replace has a newer export take the place of the shop's file.
func (b *batcher) replace(content string) {
	b.T.Helper()
	file := shops.NewFile{File: "shirts.csv"}
	preview, err := b.Shops.PreviewReplacement(b.T.Context(), string(b.Shop.ID), file, strings.NewReader(content))
	require.NoError(b.T, err)
	_, err = b.Shops.Replace(b.T.Context(), string(b.Shop.ID), file, strings.NewReader(content), preview.Plan)
	require.NoError(b.T, err)
	b.Sync()
}
