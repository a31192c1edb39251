package llm

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// write has as many workers write for three minutes.
func write(b *testing.B, c *Client, workers int) (took time.Duration) {
	b.Helper()
	ctx, cancel := context.WithTimeout(galleytest.Paid(b.Context()), 3*time.Minute)
	defer cancel()
	begun := time.Now()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for ctx.Err() == nil {
				_, _ = c.Write(ctx, galleytest.SampleRequest(galley.FieldTitle)) // the endpoint counts
			}
		})
	}
	wg.Wait()
	return time.Since(begun)
}

// BenchmarkAtTheLimit is how much of a model's limits Galley uses over real
// HTTP, and what part of its requests is refused. It takes three minutes each.
func BenchmarkAtTheLimit(b *testing.B) {
	for _, c := range []struct {
		name     string
		rpm, tpm int
		reserves bool
	}{
		{"requests", 600, 0, false},
		{"tokens", 0, 200_000, false},
		{"both, tokens bind", 600, 200_000, false},
		{"tokens reserved", 0, 300_000, true},
	} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				model := &llmtest.Meter{TPM: c.tpm, Reserves: c.reserves}
				server := llmtest.Start(b, llmtest.Options{RPM: c.rpm, Answer: model.Answer})
				client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, Key: testKey, RPM: c.rpm, TPM: c.tpm, Concurrency: 64})
				took := write(b, client, 64).Minutes()
				all := len(server.Requests())
				refused := len(model.Refused) + all - model.Asked
				share := float64(model.Used) / (float64(c.tpm) * took)
				if c.tpm == 0 {
					share = float64(all-refused) / (float64(c.rpm) * took)
				}
				b.ReportMetric(100*share, "%limit")
				b.ReportMetric(100*float64(refused)/float64(all), "%refused")
				b.ReportMetric(float64(all-refused), "answers")
			}
		})
	}
}

// BenchmarkLocalServer is how busy a server is that takes so many requests at a time,
// 0.7 to 1.3 s each, and refuses more with 503.
func BenchmarkLocalServer(b *testing.B) {
	for _, places := range []int{1, 2, 4, 8} {
		b.Run(fmt.Sprint(places), func(b *testing.B) {
			for range b.N {
				benchmarkLocalServer(b, places)
			}
		})
	}
}

func benchmarkLocalServer(b *testing.B, places int) {
	l := &local{typical: time.Second, slots: places}
	server := llmtest.Start(b, llmtest.Options{Slots: places, Answer: l.answer})
	workers := min(2*places+4, MaxConcurrency)
	client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, Key: testKey, Concurrency: workers})
	_, err := client.Write(galleytest.Paid(b.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(b, err)
	server.Forget()
	l.busy = 0
	before := server.Bill().Requests
	took := write(b, client, workers)
	all, answered := len(server.Requests()), server.Bill().Requests-before
	b.ReportMetric(100*l.busy.Seconds()/(float64(places)*took.Seconds()), "%busy")
	b.ReportMetric(float64(all-answered), "refused")
	b.ReportMetric(100*float64(all-answered)/float64(all), "%refused")
	b.ReportMetric(float64(answered), "answers")
}
