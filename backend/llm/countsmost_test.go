package llm

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// TestEndpointThatCountsWhatAnswersMayTake: once a refusal has named tokens,
// fewer than one in two hundred are refused as soon as its minutes have evened out,
// and the limit is used.
func TestEndpointThatCountsWhatAnswersMayTake(t *testing.T) {
	for _, c := range []struct {
		tpm, minutes  int
		silent, names bool
	}{
		{tpm: 300_000, minutes: 60}, {tpm: 2_000_000, minutes: 15}, {tpm: 300_000, minutes: 60, silent: true}, {tpm: 300_000, minutes: 60, names: true},
	} {
		t.Run(fmt.Sprintf("%d, silent %v, names %v", c.tpm, c.silent, c.names), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				model := &llmtest.Meter{TPM: c.tpm, Silent: c.silent, Names: c.names, Reserves: true}
				client, server := warm(t, llmtest.Options{Answer: model.Answer}, Config{TPM: c.tpm, Concurrency: 64})
				run(t, client, 64, time.Duration(c.minutes)*time.Minute)
				fraction := float64(model.Used) / float64(c.tpm*c.minutes)
				all, late := len(server.Requests()), 0
				if len(model.Refused) > 0 {
					late = model.Since(model.Refused[0].Add(2 * time.Minute))
				}
				t.Logf("%.1f %% of the limit reached, %d of %d refused, %d two minutes or more after the first", 100*fraction, len(model.Refused), all, late)
				require.Greater(t, fraction, 0.9) // with the first minute, when the endpoint asks for a break
				require.LessOrEqual(t, late, all/200)
				require.LessOrEqual(t, len(model.Refused), max(all/100, 16))
			})
		})
	}
}

// TestOneRefusalDoesNotSlowAModel: it may be another program's doing, or a limit of another kind.
func TestOneRefusalDoesNotSlowAModel(t *testing.T) {
	const inputs = "Rate limit reached: 40000 input tokens per minute"
	for _, c := range []struct {
		says    string
		refuses int
	}{
		{inputs, 1}, {inputs, 3}, {"Rate limit reached for tokens per min (TPM)", 1},
	} {
		t.Run(fmt.Sprintf("%s, %d times", c.says, c.refuses), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const minutes = 15
				model := &llmtest.Meter{TPM: 200_000}
				client, _ := warm(t, llmtest.Options{Answer: model.Answer}, Config{TPM: model.TPM, Concurrency: 64})
				model.Refuses, model.Says = c.refuses, c.says
				run(t, client, 64, minutes*time.Minute)
				fraction := float64(model.Used) / float64(model.TPM*minutes)
				t.Logf("%.1f %% of the limit reached", 100*fraction)
				require.Greater(t, fraction, 0.9)
			})
		})
	}
}

// TestEachReturnThatIsRefusedMakesTheHoldLonger, and after one that is not it begins anew.
func TestEachReturnThatIsRefusedMakesTheHoldLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPacer(galley.SystemClock{}, 0, 60_000)
		held := func(wait time.Duration) time.Duration {
			p.countsMost(wait, need{}, 0)
			time.Sleep(time.Second)
			p.countsMost(wait, need{}, 0) // of the same wave
			began := time.Now().Add(-time.Second)
			for p.charged(need{likely: 1, most: 2}) == 2 {
				time.Sleep(time.Second)
			}
			return time.Since(began)
		}
		for range 2 {
			for _, hold := range []time.Duration{leastHold, 4 * leastHold, 16 * leastHold, mostHold, mostHold} {
				require.Equal(t, hold, held(0))
			}
			time.Sleep(returning + time.Second)
		}
		require.Equal(t, leastHold+time.Minute, held(time.Minute), "from when requests go again")
	})
}
