package wire_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// TestJobGoesOnAtMidnightAfterTheDayCap: the job says when it goes on, and does, also in a process that is started
// later.
func TestJobGoesOnAtMidnightAfterTheDayCap(t *testing.T) {
	home, clock := t.TempDir(), galleytest.NewClock()
	m := &till{World: wiretest.Open(t, wire.Options{Home: home, Clock: clock}), model: llmtest.Start(t, llmtest.Options{})}
	m.UseModel(m.model)
	m.Set(map[string]string{"prices": pricesOf(llmtest.Model), "writer.concurrency": "1", "writer.rpm": "0", "caps.day_usd": "1", "caps.job_usd": "0"})
	m.AddFile("shirts.csv", linenShirts(40, 0))
	job := m.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
	require.Positive(t, job.Counts.Successful)
	require.Contains(t, job.Reason.Message.String(), "items wait, about $")
	require.Contains(t, job.Reason.Message.String(), "goes on by itself at midnight")
	require.Equal(t, galley.WaitForCap, job.Waits.For)
	midnight := galley.DayEnds(clock.Now().Local())
	require.True(t, midnight.Equal(*job.Waits.Until), "%s", job.Waits.Until)

	shop := m.Shop
	require.NoError(t, m.Close())
	w := wiretest.Open(t, wire.Options{Home: home, Clock: clock})
	w.Shop = shop
	clock.Advance(midnight.Sub(clock.Now()) - time.Minute)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	still, err := w.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, still.State)
	clock.Advance(2 * time.Minute)
	require.NoError(t, w.WorkUntilIdle(t.Context()))
	later, err := w.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Greater(t, later.Counts.Successful, job.Counts.Successful)
	if later.State == galley.JobPaused {
		require.True(t, later.Waits.Until.After(midnight), "till the next day")
	}
}

// TestJobAtItsOwnCapWaitsForAPerson: no midnight makes room under it.
func TestJobAtItsOwnCapWaitsForAPerson(t *testing.T) {
	clock := galleytest.NewClock()
	m := &till{World: wiretest.Open(t, wire.Options{Clock: clock}), model: llmtest.Start(t, llmtest.Options{})}
	m.UseModel(m.model)
	m.Set(map[string]string{"prices": pricesOf(llmtest.Model), "writer.concurrency": "1", "writer.rpm": "0", "caps.day_usd": "0", "caps.job_usd": "1"})
	m.AddFile("shirts.csv", linenShirts(40, 0))
	job := m.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	require.Nil(t, job.Waits)
	require.NotContains(t, job.Reason.Message.String(), "midnight")
	clock.Advance(48 * time.Hour)
	require.NoError(t, m.WorkUntilIdle(t.Context()))
	job, err := m.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
}

// TestJobGoesOnInTheNextMonthAfterTheMonthCap: no midnight before makes room.
func TestJobGoesOnInTheNextMonthAfterTheMonthCap(t *testing.T) {
	clock := galleytest.NewClock()
	m := &till{World: wiretest.Open(t, wire.Options{Clock: clock}), model: llmtest.Start(t, llmtest.Options{})}
	m.UseModel(m.model)
	m.Set(map[string]string{
		"prices": pricesOf(llmtest.Model), "writer.concurrency": "1", "writer.rpm": "0",
		"caps.month_usd": "1", "caps.day_usd": "0", "caps.job_usd": "0",
	})
	m.AddFile("shirts.csv", linenShirts(40, 0))
	job := m.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	next := galley.MonthEnds(clock.Now().Local())
	require.Equal(t, galley.WaitForCap, job.Waits.For)
	require.True(t, next.Equal(*job.Waits.Until), "%s", job.Waits.Until)
	require.Contains(t, job.Reason.Message.String(), "goes on by itself on 1 ")

	clock.Advance(next.Sub(clock.Now()) - time.Minute)
	require.NoError(t, m.WorkUntilIdle(t.Context()))
	still, err := m.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Equal(t, job.Counts.Successful, still.Counts.Successful)
	clock.Advance(2 * time.Minute)
	require.NoError(t, m.WorkUntilIdle(t.Context()))
	later, err := m.Jobs.Get(t.Context(), job.ID)
	require.NoError(t, err)
	require.Greater(t, later.Counts.Successful, job.Counts.Successful)
}

// TestJobUnderACapThatIsBelowOneRequestWaitsForAPerson: no midnight and no month makes room for it.
func TestJobUnderACapThatIsBelowOneRequestWaitsForAPerson(t *testing.T) {
	for key, name := range map[string]string{"caps.day_usd": "today’s cap", "caps.month_usd": "this month’s cap", "caps.job_usd": "this job’s cap"} {
		t.Run(key, func(t *testing.T) {
			m := &till{World: wiretest.Open(t, wire.Options{Clock: galleytest.NewClock()}), model: llmtest.Start(t, llmtest.Options{})}
			m.UseModel(m.model)
			caps := map[string]string{"prices": pricesOf(llmtest.Model), "caps.day_usd": "0", "caps.month_usd": "0", "caps.job_usd": "0"}
			caps[key] = "0.001"
			m.Set(caps)
			m.AddFile("shirts.csv", linenShirts(3, 0))
			job := m.Written(galley.JobSpec{Field: galley.FieldTitle})
			require.Equal(t, galley.JobPaused, job.State)
			require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
			require.Nil(t, job.Waits)
			said := job.Reason.Message.String()
			require.Contains(t, said, "more than "+name+" of $0.001")
			require.Contains(t, said, "3 items wait. Raise the cap in Settings")
			require.NotContains(t, said, "by itself")
		})
	}
}

// TestJobGoesOnWhenTheLastOfItsCapsHasRoom: at midnight there is none under the cap of the month.
func TestJobGoesOnWhenTheLastOfItsCapsHasRoom(t *testing.T) {
	clock := galleytest.NewClock()
	m := &till{World: wiretest.Open(t, wire.Options{Clock: clock}), model: llmtest.Start(t, llmtest.Options{})}
	m.UseModel(m.model)
	m.Set(map[string]string{
		"prices": pricesOf(llmtest.Model), "writer.concurrency": "1", "writer.rpm": "0",
		"caps.month_usd": "1", "caps.day_usd": "1", "caps.job_usd": "0",
	})
	m.AddFile("shirts.csv", linenShirts(40, 0))
	job := m.Written(galley.JobSpec{Field: galley.FieldTitle})
	require.Equal(t, galley.JobPaused, job.State)
	next := galley.MonthEnds(clock.Now().Local())
	require.True(t, next.Equal(*job.Waits.Until), "%s", job.Waits.Until)
	require.Contains(t, job.Reason.Message.String(), "This month’s spending is at its cap")
	require.Contains(t, job.Reason.Message.String(), "goes on by itself on 1 ")
}
