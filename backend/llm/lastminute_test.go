package llm

import (
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// TestOneRefusalTeachesWhatCounts: where what was sent went just beyond the limit,
// counted by what answers may take, nothing more is refused for eight minutes, and
// the limit is used from the second minute on.
func TestOneRefusalTeachesWhatCounts(t *testing.T) {
	for tpm, least := range map[int]float64{60_000: 0.75, 300_000: 0.9, 2_000_000: 0.9} { // 60,000 hold six requests, of 52,000
		synctest.Test(t, func(t *testing.T) {
			model := &llmtest.Meter{TPM: tpm, Reserves: true}
			client, _ := warm(t, llmtest.Options{Answer: model.Answer}, Config{TPM: tpm, Concurrency: 64})
			run(t, client, 64, 9*time.Minute)
			first := model.Refused[0]
			for _, at := range model.Refused {
				t.Log(tpm, at.Sub(first))
			}
			require.Zero(t, model.Since(first.Add(time.Second))-model.Since(first.Add(sureHold)), "refused after the first")
			require.Greater(t, float64(model.Used)/float64(9*tpm), least)
		})
	}
}

// TestRefusalFarFromTheLimitTeachesLittle: another program uses it too, or it counts otherwise.
func TestRefusalFarFromTheLimitTeachesLittle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for sent, hold := range map[int]time.Duration{3: leastHold, 9: sureHold, 10: sureHold, 12: leastHold, 13: leastHold, 40: leastHold} {
			p := newPacer(galley.SystemClock{}, 0, 10_000)
			takes := need{likely: 1, most: 1000}
			for range sent {
				p.owe(takes)
			}
			reached := p.owe(takes) // with the one that is refused
			for range rand.IntN(40) {
				p.owe(takes) // those that were sent before its answer came
			}
			p.countsMost(0, takes, reached)
			require.Equal(t, hold, p.hold, "after %d", sent)
		}
	})
}

// TestRoomInTheLastMinute: what waits as long as it says fits, and not a moment sooner.
func TestRoomInTheLastMinute(t *testing.T) {
	for range 200 {
		now, limit := time.Unix(0, 0), 100+rand.IntN(1000)
		var m lastMinute
		for range rand.IntN(50) {
			now = now.Add(rand.N(5 * time.Second))
			m.add(now, rand.IntN(100))
		}
		most := rand.IntN(200)
		wait := m.untilRoom(now, limit, most)
		if wait > 0 {
			require.Positive(t, m.untilRoom(now.Add(wait-1), limit, most))
		}
		require.Zero(t, m.untilRoom(now.Add(wait), limit, most))
		require.True(t, m.sum+most <= limit || most > limit)
		m.forget(now.Add(time.Hour))
		require.Zero(t, m.sum)
	}
}
