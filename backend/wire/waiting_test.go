package wire_test

import (
	"context"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// heldClock reports each long sleep before it is over.
type heldClock struct {
	*galleytest.Clock
	slept func(d time.Duration)
}

func (c *heldClock) Sleep(ctx context.Context, d time.Duration) error {
	if c.slept != nil && d >= 10*time.Second {
		c.slept(d)
	}
	return c.Clock.Sleep(ctx, d)
}

// waitingHome is a home whose endpoint follows the rules.
func waitingHome(t *testing.T, clock galley.Clock, rules ...llmtest.Rule) *wiretest.World {
	t.Helper()
	endpoint := httptest.NewServer(&llmtest.Player{Rules: rules, Text: "Washed linen shirt"})
	t.Cleanup(endpoint.Close)
	w := wiretest.Open(t, wire.Options{Clock: clock})
	w.AddFile("shirts.csv", linenShirts(1, 0))
	w.Set(map[string]string{
		"writer.kind": "openai", "writer.base_url": endpoint.URL + "/v1", "writer.model": "m", "writer.rpm": "0", "writer.concurrency": "1",
	})
	return w
}

func TestJobSaysThatItWaitsForTheRateLimit(t *testing.T) {
	clock := &heldClock{Clock: galleytest.NewClock()}
	w := waitingHome(t, clock, llmtest.Rule{
		When: "write", If: map[string]any{"first": 1.0}, Status: 429, Headers: map[string]string{"Retry-After": "90"},
		Body: map[string]any{"error": map[string]any{"message": "Slow down", "code": "rate_limit_exceeded"}},
	})
	job := w.Create(galley.JobSpec{Field: galley.FieldTitle})
	var during *galley.Job
	clock.slept = func(time.Duration) {
		if during == nil {
			now, err := w.Jobs.Get(t.Context(), job.ID)
			require.NoError(t, err)
			during = &now
		}
	}
	job, err := w.Runner.Wait(t.Context(), job.ID, nil)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, job.State)
	require.Equal(t, 1, job.Counts.Successful)
	require.Nil(t, job.Waits)
	require.NotNil(t, during, "it waited")
	require.Equal(t, galley.JobRunning, during.State)
	require.Equal(t, galley.WaitForRate, during.Waits.For)
	require.WithinDuration(t, clock.Now(), *during.Waits.Until, 5*time.Second)
}

func TestJobGoesOnByItselfAfterTheDayLimit(t *testing.T) {
	clock := galleytest.NewClock()
	w := waitingHome(t, clock, llmtest.Rule{
		When: "write", If: map[string]any{"first": 1.0}, Status: 429,
		Body: map[string]any{"error": map[string]any{"message": "Limit of tokens per day (TPD) reached. Please try again in 6h0m0s.", "code": "rate_limit_exceeded"}},
	})
	began := clock.Now()
	job := w.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeWriterDay, job.Reason.Code)
	require.Contains(t, job.Reason.Message.String(), "goes on by itself")
	require.Equal(t, galley.WaitForDay, job.Waits.For)
	require.WithinDuration(t, began.Add(6*time.Hour), *job.Waits.Until, time.Minute)
	require.True(t, job.Can.Pause, "a person can keep it from going on")

	require.NoError(t, w.WorkUntilIdle(t.Context()))
	job, err := w.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State, "it is not time yet")
	clock.Advance(6*time.Hour + time.Minute)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	job, err = w.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobCompleted, job.State)
	require.Nil(t, job.Waits)
}

func TestPersonKeepsWaitingJobPaused(t *testing.T) {
	clock := galleytest.NewClock()
	w := waitingHome(t, clock, llmtest.Rule{
		When: "write", Status: 429, Headers: map[string]string{"Retry-After": "3600"},
		Body: map[string]any{"error": map[string]any{"message": "Slow down", "code": "rate_limit_exceeded"}},
	})
	job := w.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.WaitForRate, job.Waits.For)
	job, err := w.Jobs.Pause(t.Context(), job.ID)
	require.NoError(t, err)
	require.Nil(t, job.Waits)
	require.Equal(t, galley.CodeCancelled, job.Reason.Code)
	clock.Advance(2 * time.Hour)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	job, err = w.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
}

func TestQueuedJobNamesTheOneBeforeIt(t *testing.T) {
	w := waitingHome(t, galleytest.NewClock())
	first := w.Create(galley.JobSpec{Field: galley.FieldTitle})
	second := w.Create(galley.JobSpec{Field: galley.FieldDescription})
	require.Nil(t, first.Waits)
	require.Equal(t, &galley.Waits{For: galley.WaitForJob, Job: first.ID}, second.Waits)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	second, err := w.Jobs.Get(t.Context(), second.ID)
	require.NoError(t, err)
	require.Nil(t, second.Waits)
}

// TestRestartDoesNotPayForTheLessonAgain: what a model's endpoint taught is in
// the data file.
func TestRestartDoesNotPayForTheLessonAgain(t *testing.T) {
	player := &llmtest.Player{Text: "Washed linen shirt", Rules: []llmtest.Rule{{
		When: "any", If: map[string]any{"role": "system"}, Status: 400, Body: map[string]any{"error": map[string]any{"message": "System role not supported"}},
	}}}
	endpoint := httptest.NewServer(player)
	t.Cleanup(endpoint.Close)
	home := t.TempDir()
	w := wiretest.Open(t, wire.Options{Home: home})
	w.AddFile("shirts.csv", linenShirts(1, 0))
	w.Set(map[string]string{"writer.kind": "openai", "writer.base_url": endpoint.URL + "/v1", "writer.model": "m", "writer.rpm": "0"})
	require.Equal(t, 1, w.Written(galley.JobSpec{Field: galley.FieldTitle}).Counts.Successful)
	set, err := w.Settings.Get(t.Context())
	require.NoError(t, err)
	require.True(t, set.Writer.Learned.NoSystem)
	shop := w.Shop
	require.NoError(t, w.Close())

	again := wiretest.Open(t, wire.Options{Home: home})
	again.Shop = shop
	player.Rules = []llmtest.Rule{{When: "probe", Status: 500, Body: "it was asked again"}, {When: "models", Status: 500, Body: "the list too"}}
	require.Equal(t, 1, again.Written(galley.JobSpec{Field: galley.FieldDescription}).Counts.Total)
	require.Len(t, player.Asked(), 2, "one request for each draft")

	require.NoError(t, again.Settings.Set(t.Context(), map[string]string{"writer.model": "n"}))
	kept, err := again.Store.Lesson(t.Context(), galley.WriterSpec{BaseURL: endpoint.URL + "/v1", Model: "m"})
	require.NoError(t, err)
	require.Nil(t, kept, "another model is another lesson")
}
