package llm

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// metered is a model that thinks, takes 0.5 to 4 s for an answer, and counts the
// tokens of the last minute strictly.
type metered struct {
	tpm      int
	reserves bool // counts the question and all that the answer may have, not what it took

	mu      sync.Mutex
	counted []counting
	used    int // since the start
	asked   int
	refused int
}

type counting struct {
	at     time.Time
	tokens int
}

func (l *metered) answer(r llmtest.Request) llmtest.Reply {
	l.mu.Lock()
	defer l.mu.Unlock()
	thought, question := 100+rand.IntN(500), len(r.Body)/4
	takes := question + thought + 20
	if l.reserves {
		takes = question + max(r.MaxTokens, r.MaxCompletionTokens)
	}
	now, sum := time.Now(), takes
	for len(l.counted) > 0 && now.Sub(l.counted[0].at) >= time.Minute {
		l.counted = l.counted[1:]
	}
	for _, c := range l.counted {
		sum += c.tokens
	}
	l.asked++
	if l.tpm > 0 && sum > l.tpm {
		l.refused++
		reply := llmtest.Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", "Rate limit reached for tokens per min (TPM)")
		wait := l.counted[0].at.Add(time.Minute).Sub(now)
		reply.Header = http.Header{"Retry-After": {strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)}}
		return reply
	}
	l.counted, l.used = append(l.counted, counting{now, takes}), l.used+takes
	reply := llmtest.Writes(llmtest.Draft(r))
	reply.Usage = &llmtest.Usage{Prompt: question, Completion: thought + 20, Reasoning: thought}
	reply.Delay = 500*time.Millisecond + rand.N(3500*time.Millisecond)
	return reply
}

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
				model := &metered{tpm: c.tpm, reserves: c.reserves}
				server := llmtest.Start(b, llmtest.Options{RPM: c.rpm, Answer: model.answer})
				client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, Key: testKey, RPM: c.rpm, TPM: c.tpm, Concurrency: 64})
				took := write(b, client, 64).Minutes()
				all := len(server.Requests())
				refused := model.refused + all - model.asked
				share := float64(model.used) / (float64(c.tpm) * took)
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

// BenchmarkLocalServer is how busy a server is that takes two requests at a time,
// 0.7 to 1.3 s each, and refuses more with 503.
func BenchmarkLocalServer(b *testing.B) {
	for range b.N {
		var mu sync.Mutex
		var busy time.Duration
		server := llmtest.Start(b, llmtest.Options{Slots: 2, Answer: func(r llmtest.Request) llmtest.Reply {
			reply := llmtest.Writes(llmtest.Draft(r))
			reply.Delay = 700*time.Millisecond + rand.N(600*time.Millisecond)
			mu.Lock()
			defer mu.Unlock()
			busy += reply.Delay
			return reply
		}})
		client := New(Config{BaseURL: server.URL(), Model: llmtest.Model, Key: testKey, Concurrency: 8})
		_, err := client.Write(galleytest.Paid(b.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(b, err)
		server.Forget()
		busy = 0
		before := server.Bill().Requests
		took := write(b, client, 8)
		all, answered := len(server.Requests()), server.Bill().Requests-before
		b.ReportMetric(100*busy.Seconds()/(2*took.Seconds()), "%busy")
		b.ReportMetric(100*float64(all-answered)/float64(all), "%refused")
	}
}
