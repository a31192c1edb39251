package wire_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
	"galley/backend/store"
	"galley/backend/store/storetest"
	"galley/backend/wire"
	"galley/backend/wire/wiretest"
)

// Prices of the model in these tests, in dollars for a million tokens: so high
// that a few requests come up to a cap.
const (
	priceIn  = 100.0
	priceOut = 1000.0
)

// till is the whole program beside an endpoint that bills its answers.
type till struct {
	*wiretest.World
	model *llmtest.Server
}

func newTill(t *testing.T, products int, options llmtest.Options, settings map[string]string) *till {
	t.Helper()
	m := &till{World: wiretest.Open(t, wire.Options{Demo: wiretest.Fast(products)}), model: llmtest.Start(t, options)}
	m.UseModel(m.model)
	m.Set(map[string]string{"prices": pricesOf(llmtest.Model)})
	m.Set(settings)
	m.AddDemo()
	return m
}

func pricesOf(model string) string {
	b, err := json.Marshal([]galley.Price{{Model: model, Input: priceIn, Cached: priceIn, Output: priceOut}})
	if err != nil {
		panic(err) // numbers and names can be marshalled
	}
	return string(b)
}

func (m *till) spec(shop galley.ShopID) galley.JobSpec {
	return galley.JobSpec{ShopID: shop, Field: galley.FieldTitle, Strategy: galley.StrategyReview, Selection: galley.Selection{All: true}}
}

// run makes a job and works it until it stops.
func (m *till) run() galley.Job {
	m.T.Helper()
	return m.Written(m.spec(m.Shop.ID))
}

func (m *till) billed() float64 { return m.model.Bill().Cost(priceIn, priceIn, priceOut) }

func (m *till) booked() float64 {
	m.T.Helper()
	spend, err := m.Store.Spend(m.T.Context())
	require.NoError(m.T, err)
	require.Zero(m.T, spend.ReservedUSD, "nothing is under way")
	return spend.BookedUSD
}

// requireExact: the endpoint reported the usage of every answer.
func (m *till) requireExact() {
	m.T.Helper()
	require.InDelta(m.T, m.billed(), m.booked(), 1e-9, "what is billed is booked")
}

func TestUnusableAnswersAreBookedAndHeldToTheCap(t *testing.T) {
	const room = 3.0
	garbage := map[string]func(llmtest.Request) llmtest.Reply{
		"empty":     func(llmtest.Request) llmtest.Reply { return llmtest.Writes("") },
		"not JSON":  func(llmtest.Request) llmtest.Reply { return llmtest.Says(`{"content": `) },
		"refused":   func(llmtest.Request) llmtest.Reply { return llmtest.Reply{Refusal: "No."} },
		"cut short": func(llmtest.Request) llmtest.Reply { return llmtest.Reply{Content: `{"content":"A`, Finish: "length"} },
		"no choices": func(llmtest.Request) llmtest.Reply {
			return llmtest.Reply{NoChoice: true, Usage: &llmtest.Usage{Prompt: 100, Completion: 100}}
		},
		"too long": func(llmtest.Request) llmtest.Reply { return llmtest.Writes(longText) },
		"usage alone": func(llmtest.Request) llmtest.Reply {
			return llmtest.Reply{Content: "[]", Usage: &llmtest.Usage{Prompt: 900, Completion: 500}}
		},
	}
	for name, answer := range garbage {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			good := true
			m := newTill(t, 6, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
				if good {
					return llmtest.Writes(llmtest.Draft(r))
				}
				return answer(r)
			}}, map[string]string{"caps.job_usd": "0", "caps.day_usd": "0"})
			job := m.run()
			require.Equal(t, 6, job.Counts.Successful)
			m.requireExact()

			good = false
			m.Set(map[string]string{"caps.job_usd": "0", "caps.day_usd": strconv.FormatFloat(m.booked()+room, 'f', 4, 64)})
			before := m.booked()
			for range 10 {
				for pos := 1; pos <= 6; pos++ {
					err := m.Runner.RegenerateNow(t.Context(), galley.ItemAt{ID: galley.NewItemID(job.ID, pos), Revision: 1}, "")
					require.Error(t, err)
				}
			}
			m.requireExact()
			require.LessOrEqual(t, m.booked(), before+room+1e-9, "the cap holds")
			m.requireAgreement()
		})
	}
}

var longText = strings.Repeat("A very long title of a lamp. ", 20)

// requireAgreement: item, job and day say the same.
func (m *till) requireAgreement() {
	m.T.Helper()
	storetest.BooksAgree(m.T, filepath.Join(m.Home, store.FileName))
}

func TestEndpointWithoutUsageIsEstimatedAndCapped(t *testing.T) {
	m := newTill(t, 12, llmtest.Options{NoUsage: true}, map[string]string{"caps.job_usd": "1", "caps.day_usd": "0"})
	job := m.run()
	require.NotNil(t, job.Reason, "%+v", job.Usage)
	require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
	require.True(t, job.Usage.Estimated)
	require.True(t, job.Usage.Priced)
	require.Positive(t, job.Counts.Successful)
	require.GreaterOrEqual(t, m.booked(), m.billed())
	require.LessOrEqual(t, job.Usage.CostUSD, 1.0)
	item, err := m.Review.Item(t.Context(), galley.NewItemID(job.ID, 2))
	require.NoError(t, err)
	require.True(t, item.Usage.Estimated)
	m.requireAgreement()
}

func TestLostAnswersAreBookedInFullAsEstimates(t *testing.T) {
	for name, lost := range map[string]llmtest.Reply{
		"connection cut":  llmtest.Cut(),
		"a web page":      llmtest.Page(200, "<html>Sorry</html>"),
		"gateway timeout": {Status: 504},
	} {
		t.Run(name, func(t *testing.T) {
			m := newTill(t, 1, llmtest.Options{}, nil)
			m.model.Next(llmtest.Writes("ready"), lost) // the first finds out how to ask
			job := m.run()
			require.Equal(t, galley.JobCompleted, job.State)
			require.Equal(t, 1, job.Counts.Successful, "it was asked once more")
			require.True(t, job.Usage.Estimated)
			require.GreaterOrEqual(t, m.booked(), m.billed())
			m.requireAgreement()
		})
	}
}

func TestRefusedRequestCostsNothing(t *testing.T) {
	m := newTill(t, 1, llmtest.Options{}, nil)
	m.model.Next(llmtest.Refuse(503, "", "busy"), llmtest.Refuse(500, "", "fault"))
	require.Equal(t, galley.JobCompleted, m.run().State)
	m.requireExact()
}

func TestDatedModelNamesHaveThePriceOfTheirModel(t *testing.T) {
	const dated = llmtest.Model + "-2026-08-01"
	m := newTill(t, 2, llmtest.Options{Models: []string{dated}}, map[string]string{"writer.model": dated})
	job := m.run()
	require.Equal(t, galley.JobCompleted, job.State)
	require.True(t, job.Usage.Priced)
	m.requireExact()
}

func TestCapRequiresAPrice(t *testing.T) {
	const unknown = llmtest.Model + "-mini"
	m := newTill(t, 2, llmtest.Options{Models: []string{unknown, llmtest.Model}}, map[string]string{"writer.model": unknown, "caps.job_usd": "3"})
	_, err := m.Jobs.Create(t.Context(), m.spec(m.Shop.ID))
	require.Equal(t, galley.CodeWriterPrice, galley.CodeOf(err))
	all, err := m.Jobs.List(t.Context(), "")
	require.NoError(t, err)
	require.Empty(t, all)
	require.Zero(t, m.model.Bill())
	estimate, err := m.Jobs.Estimate(t.Context(), m.spec(m.Shop.ID))
	require.NoError(t, err)
	require.Equal(t, galley.CodeWriterPrice, estimate.NeedsPrice.Code)

	// A server that costs nothing is a price.
	m.Set(map[string]string{"prices": `[{"model":"*","base_url":"` + m.model.URL() + `","input":0,"cached":0,"output":0}]`})
	job := m.run()
	require.Equal(t, 2, job.Counts.Successful)
	require.Zero(t, m.booked())

	// The price is gone: existing jobs wait, and nothing is asked.
	m.Set(map[string]string{"prices": "[]"})
	asked := m.model.Bill().Requests
	err = m.Runner.RegenerateNow(t.Context(), galley.ItemAt{ID: galley.NewItemID(job.ID, 1), Revision: 1}, "")
	require.Equal(t, galley.CodeWriterPrice, galley.CodeOf(err))
	require.Equal(t, asked, m.model.Bill().Requests)

	// Without caps it runs, and says that the cost is not known.
	m.Set(map[string]string{"caps.job_usd": "0", "caps.day_usd": "0"})
	job = m.run()
	require.Equal(t, 2, job.Counts.Successful)
	require.False(t, job.Usage.Priced)
}

func TestRemovedPricePausesWaitingJob(t *testing.T) {
	m := newTill(t, 2, llmtest.Options{}, map[string]string{"caps.day_usd": "3"})
	job, err := m.Jobs.Create(t.Context(), m.spec(m.Shop.ID))
	require.NoError(t, err)
	m.Set(map[string]string{"prices": "[]"})
	job, err = m.Runner.Wait(t.Context(), job.ID, nil)
	require.NoError(t, err)
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeWriterPrice, job.Reason.Code)
	require.Zero(t, m.model.Bill())
}

func TestLoweredCapAppliesToRunningJob(t *testing.T) {
	var m *till
	asked := 0
	m = newTill(t, 20, llmtest.Options{Write: func(llmtest.Request) string {
		if asked++; asked == 6 {
			m.Set(map[string]string{"caps.job_usd": "0.01"})
		}
		return "A lamp"
	}}, map[string]string{"caps.job_usd": "100"})
	job := m.run()
	require.Equal(t, galley.JobPaused, job.State)
	require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
	require.Equal(t, 6, asked, "nothing is asked after the cap was lowered")
	m.requireExact()
}

// The endpoint takes far more than the request allowed for, and 64 requests
// could be under way at once.
func TestConcurrentRequestsKeepToCap(t *testing.T) {
	for name, usage := range map[string]*llmtest.Usage{
		"as allowed":          nil,
		"far beyond estimate": {Prompt: 5000, Completion: 400},
	} {
		t.Run(name, func(t *testing.T) {
			m := newTill(t, 70, llmtest.Options{Latency: 30 * time.Millisecond, Answer: func(llmtest.Request) llmtest.Reply {
				reply := llmtest.Writes("A lamp")
				reply.Usage = usage
				return reply
			}}, map[string]string{"writer.concurrency": "64", "caps.job_usd": "2.5", "caps.day_usd": "0"})
			job := m.run()
			require.Equal(t, galley.CodeSpendCap, job.Reason.Code)
			m.requireExact()
			one := 0.9 // what one answer uses beyond its reservation, at most
			require.LessOrEqual(t, m.billed(), 2.5+one)
			m.requireAgreement()
		})
	}
}

func TestConcurrentShopsShareDayCap(t *testing.T) {
	const day = 2.5
	m := newTill(t, 12, llmtest.Options{Latency: 20 * time.Millisecond}, map[string]string{"writer.concurrency": "8", "caps.day_usd": strconv.FormatFloat(day, 'f', 2, 64)})
	shops := []galley.ShopOverview{m.Shop}
	for n := range 3 {
		var csv strings.Builder
		csv.WriteString("Handle,Title,Body (HTML)\n")
		for i := range 12 {
			fmt.Fprintf(&csv, "lamp-%d,Lamp %d,<p>A lamp of oak.</p>\n", i, i)
		}
		m.AddFile(fmt.Sprintf("shop %d.csv", n), csv.String())
		shops = append(shops, m.Shop)
	}
	var made []galley.Job
	for _, shop := range shops {
		job, err := m.Jobs.Create(t.Context(), m.spec(shop.ID))
		require.NoError(t, err)
		made = append(made, job)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { m.Runner.Run(ctx); close(done) }()
	require.Eventually(t, func() bool {
		for _, job := range made {
			now, err := m.Jobs.Get(t.Context(), job.ID)
			if err != nil || now.State != galley.JobPaused {
				return false
			}
		}
		return true
	}, time.Minute, 20*time.Millisecond)
	stop()
	<-done
	m.requireExact()
	require.LessOrEqual(t, m.billed(), day)
	require.Greater(t, m.billed(), day/2, "the day was used")
	m.requireAgreement()
}

func TestConnectionTestCountsTowardsDayCap(t *testing.T) {
	m := newTill(t, 1, llmtest.Options{}, nil)
	_, err := m.Runner.TestWriter(t.Context(), nil)
	require.NoError(t, err)
	require.Positive(t, m.booked())
	m.requireExact()
	m.requireAgreement()

	m.Set(map[string]string{"caps.day_usd": "0.0001"})
	_, err = m.Runner.TestWriter(t.Context(), nil)
	require.Equal(t, galley.CodeSpendCap, galley.CodeOf(err))
	m.requireExact()
}
